package io.presencemedic.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.Node;
import io.presencemedic.diagnosis.fact.ClusterFacts;
import io.presencemedic.diagnosis.fact.FactKey;
import io.presencemedic.link.LinkException;
import io.presencemedic.simulator.Channel;
import io.presencemedic.simulator.Fault;
import io.presencemedic.simulator.FaultKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/** Measures; not part of the usual test run: {@code ./mvnw test -Dtest=SixNodeDiagnosisBench}. */
class SixNodeDiagnosisBench {
    private static final Logger LOG = Logger.getLogger(SixNodeDiagnosisBench.class);
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration LATE_LINE = Duration.ofMillis(40);

    @Test
    void diagnosisOfSixSlowNodesAgainstTheSlowestNodeAlone() throws Exception {
        try (WiredFacts cluster = WiredFacts.ofSixNodes()) {
            cluster.simulators().forEach(each -> each.faults()
                    .add(Fault.of(FaultKind.SLOW).by(Channel.SSH).late(LATE_LINE)));
            Cluster six = cluster.cluster();
            measure(cluster, six);
            List<Long> alone = new ArrayList<>();
            for (Node node : six.nodes()) {
                alone.add(measure(cluster, cluster.alone(node)));
                LOG.infof("%s alone: %d ms", node.name(), alone.get(alone.size() - 1));
            }
            long slowest = alone.stream().mapToLong(Long::longValue).max().orElseThrow();
            long sum = alone.stream().mapToLong(Long::longValue).sum();
            long all = measure(cluster, six);
            LOG.infof(
                    "six nodes together: %d ms; slowest alone: %d ms, ratio %.2f; one after the other: %d ms",
                    all, slowest, (double) all / slowest, sum);
        }
    }

    private static long measure(WiredFacts simulated, Cluster cluster) throws LinkException {
        long begin = System.nanoTime();
        ClusterFacts facts = simulated.collect(cluster, LONG);
        assertThat(facts.known(FactKey.SERVICES)).hasSameSizeAs(cluster.nodes());
        return Duration.ofNanos(System.nanoTime() - begin).toMillis();
    }
}
