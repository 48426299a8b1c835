package io.presencemedic.evidence;

import io.presencemedic.cisco.cli.Answer;
import io.presencemedic.cisco.cli.Command;
import io.presencemedic.cisco.soap.FileRequest;
import io.presencemedic.cisco.soap.Operation;
import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.CredentialNames;
import io.presencemedic.cluster.Node;
import io.presencemedic.cluster.NodeRole;
import io.presencemedic.link.LinkException;
import io.presencemedic.link.ssh.PlatformWords;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Hold;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A cluster of one node that answers every command with the same words; a job of this id looks. */
record OneAnswer(String text) implements ClusterReader {
    static final UUID JOB = UUID.fromString("0190a000-0000-7000-8000-000000000001");
    static final Node NODE = new Node("cucm-pub", NodeRole.CUCM_PUBLISHER, "10.0.0.10", 22, 8443, null);

    @Override
    public Cluster cluster() {
        CredentialNames credentials = new CredentialNames("platform", "application");
        return new Cluster("one", "One", credentials, false, null, List.of(NODE), false);
    }

    @Override
    public Optional<UUID> job() {
        return Optional.of(JOB);
    }

    @Override
    public <T> T ask(Node node, Command<T> command) throws LinkException {
        return PlatformWords.read(node.name(), command, Answer.of(text));
    }

    @Override
    public <T> T ask(Node node, Operation<T> operation) {
        throw new AssertionError(operation.summary());
    }

    @Override
    public long fetch(Node node, FileRequest file, OutputStream to) {
        throw new AssertionError(file.path());
    }

    @Override
    public Optional<String> heldOffBy(Hold hold) {
        return Optional.empty();
    }
}
