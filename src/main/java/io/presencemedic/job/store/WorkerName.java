package io.presencemedic.job.store;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;

/** Names this process among all that run jobs of the same database. */
public final class WorkerName {
    private WorkerName() {}

    /** Host and process id for people, a random part for certainty: a restarted container has both again. */
    public static String ofThisProcess() {
        return "%s-%d-%08x".formatted(host(), ProcessHandle.current().pid(), new SecureRandom().nextInt());
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
