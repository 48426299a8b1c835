package io.presencemedic.link.http;

import com.sun.net.httpserver.HttpExchange;
import io.presencemedic.cisco.soap.FileRequest;
import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.CredentialNames;
import io.presencemedic.cluster.Node;
import io.presencemedic.cluster.NodeRole;
import io.presencemedic.cluster.credential.Credential;
import io.presencemedic.cluster.credential.RefusalMemory;
import io.presencemedic.link.LinkConfig;
import io.presencemedic.link.LinkListener;
import io.presencemedic.link.PasswordGuard;
import io.presencemedic.link.WebServices;
import io.presencemedic.redaction.RedactingStream;
import io.presencemedic.redaction.Redaction;
import io.presencemedic.redaction.RedactionResult;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Fetches a large log over TLS, redacts it and packs it into an archive that is thrown away, all at once, and says how
 * much memory that took at most. Started by hand; the argument is the log's size in MB, 2048 without one.
 */
public final class FlatMemory {
    private static final TestCertificates CERTIFICATES = new TestCertificates();
    private static final int LINES_PER_SECRET = 1000;

    private FlatMemory() {}

    public static void main(String[] arguments) throws Exception {
        long size = (arguments.length == 0 ? 2048 : Long.parseLong(arguments[0])) << 20;
        CERTIFICATES.selfSigned("leaf", "imp-pub.example.com");
        LinkConfig config = new SmallRyeConfigBuilder()
                .withMapping(LinkConfig.class)
                .build()
                .getConfigMapping(LinkConfig.class);
        try (ScriptedWebService service = new ScriptedWebService(CERTIFICATES.server("leaf"));
                HttpWebServices wire = new HttpWebServices(
                        config,
                        name -> Optional.of(new Credential("reader", "secret")),
                        PasswordGuard.with(new RefusalMemory(Clock.systemUTC())),
                        Clock.systemUTC())) {
            service.then(exchange -> send(exchange, size));
            run(service, wire);
            System.exit(0);
        }
    }

    private static void send(HttpExchange exchange, long size) throws IOException {
        FileReplies.MULTIPART.forEach(exchange.getResponseHeaders()::add);
        exchange.sendResponseHeaders(200, 0);
        byte[] frame = FileReplies.multipart(new byte[0]);
        int end = FileReplies.utf8("\r\n--" + FileReplies.BOUNDARY + "--\r\n").length;
        try (OutputStream body = new BufferedOutputStream(exchange.getResponseBody(), 1 << 16)) {
            body.write(frame, 0, frame.length - end);
            long sent = 0;
            for (long line = 0; sent < size; line++) {
                byte[] text = line(line).getBytes(StandardCharsets.US_ASCII);
                body.write(text);
                sent += text.length;
            }
            body.write(frame, frame.length - end, end);
        }
    }

    private static String line(long number) {
        return number % LINES_PER_SECRET == 0
                ? "2031-05-01 12:00:00,123 DEBUG [main] login of user x with password=planted-" + number + "\n"
                : "2031-05-01 12:00:00,123 INFO  [worker-7] SyncAgent - row " + number
                        + " of applicationuser is synchronised with imp-pub.example.com in 12 ms\n";
    }

    private static void run(ScriptedWebService service, HttpWebServices wire) throws Exception {
        Node node = new Node("imp-pub", NodeRole.IMP_PUBLISHER, "127.0.0.1", 22, service.port(), null);
        Cluster cluster = new Cluster(
                "test", "Test", new CredentialNames("p", "a"), false, CERTIFICATES.pem("leaf"), List.of(node), false);
        long began = System.nanoTime();
        try (WebServices services = wire.open(cluster, LinkListener.NONE);
                ZipOutputStream archive = new ZipOutputStream(OutputStream.nullOutputStream())) {
            archive.putNextEntry(new ZipEntry("logs/imp-pub/Cisco Sync Agent/syncAgent00000001.log"));
            try (RedactingStream redacting = Redaction.ofSecrets().to(archive)) {
                long bytes = services.fetch(
                        node, FileRequest.of("/var/log/active/syncAgent00000001.log", Long.MAX_VALUE), redacting);
                RedactionResult redacted = redacting.finish();
                System.out.printf(
                        "%d MB fetched, redacted (%d masked) and packed in %d s; heap at most %d MB of %d MB%n",
                        bytes >> 20,
                        redacted.masked(),
                        (System.nanoTime() - began) / 1_000_000_000,
                        peak() >> 20,
                        Runtime.getRuntime().maxMemory() >> 20);
            }
        }
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }
}
