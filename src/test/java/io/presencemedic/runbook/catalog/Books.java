package io.presencemedic.runbook.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.presencemedic.cluster.Node;
import io.presencemedic.job.PaperJob;
import io.presencemedic.runbook.Group;
import io.presencemedic.runbook.Parameters;
import io.presencemedic.runbook.Runbook;
import io.presencemedic.runbook.Scope;
import io.presencemedic.runbook.TargetKind;
import io.presencemedic.runbook.step.FakeCluster;
import io.presencemedic.runbook.step.PaperFault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The procedures, to be run on the cluster on paper. */
final class Books {
    private static final Map<String, Runbook> ALL = new LinkedHashMap<>();

    static {
        CatalogOnPaper.runbooks().forEach(book -> ALL.put(book.card().name(), book));
    }

    private Books() {}

    /** The procedures, without the primitives. */
    static List<String> procedures() {
        return ALL.keySet().stream()
                .filter(name -> !name.matches("(service|high-availability|replication-sync-monitor)-.*"))
                .toList();
    }

    static Runbook find(String name) {
        return Objects.requireNonNull(ALL.get(name), name);
    }

    /** A job of a procedure. */
    static PaperJob job(FakeCluster cluster, String book) {
        return job(cluster, book, JsonNodeFactory.instance.objectNode(), true);
    }

    /** The plan of a procedure. */
    static PaperJob plan(FakeCluster cluster, String book) {
        return job(cluster, book, JsonNodeFactory.instance.objectNode(), false);
    }

    static PaperJob job(FakeCluster cluster, String book, ObjectNode parameters, boolean execute) {
        Runbook runbook = find(book);
        boolean onNode = runbook.card().target() == TargetKind.NODE;
        boolean primitive = book.startsWith("service-");
        Node node = primitive ? FakeCluster.SUB : FakeCluster.PUB;
        Scope scope = new Scope(
                cluster.cluster(), onNode ? null : group(cluster), onNode ? node : null, new Parameters(parameters));
        return new PaperJob(cluster, runbook, scope, execute);
    }

    /** The cluster with this fault after the procedure succeeded on it. */
    static FakeCluster remedied(PaperFault fault, String book) {
        FakeCluster cluster = fault.cluster();
        succeeded(job(cluster, book));
        return cluster;
    }

    /** The job, which runs and succeeds. */
    static PaperJob succeeded(PaperJob job) {
        job.run();
        assertThat(job.state()).as(job.why()).isEqualTo("SUCCEEDED");
        return job;
    }

    /** What a primitive is told that takes a service. */
    static ObjectNode service(String name) {
        return JsonNodeFactory.instance.objectNode().put("service", name);
    }

    private static Group group(FakeCluster cluster) {
        return new Group(FakeCluster.UUID, FakeCluster.GROUP, cluster.members());
    }
}
