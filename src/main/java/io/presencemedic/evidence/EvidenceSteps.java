package io.presencemedic.evidence;

import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.Node;
import io.presencemedic.evidence.collect.CollectFindings;
import io.presencemedic.evidence.collect.CollectItem;
import io.presencemedic.evidence.collect.Collector;
import io.presencemedic.evidence.collect.CommandCollector;
import io.presencemedic.evidence.collect.LogCollector;
import io.presencemedic.evidence.collect.LogPeriods;
import io.presencemedic.evidence.collect.StoppedServiceTraces;
import io.presencemedic.evidence.folder.BundleDirectories;
import io.presencemedic.evidence.folder.EvidenceConfig;
import io.presencemedic.evidence.folder.SafeName;
import io.presencemedic.runbook.Parameters;
import io.presencemedic.runbook.Step;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Makes the steps of which the evidence runbooks consist. */
@ApplicationScoped
class EvidenceSteps {
    private static final String COLLECT = "collect-";
    private static final String LOG = "log-";

    private final BundleDirectories folders;
    private final BundleContentsReader reader;
    private final BundleArchive archive;
    private final EvidenceConfig config;
    private final Clock clock;

    EvidenceSteps(
            BundleDirectories folders,
            BundleContentsReader reader,
            BundleArchive archive,
            EvidenceConfig config,
            Clock clock) {
        this.folders = folders;
        this.reader = reader;
        this.archive = archive;
        this.config = config;
        this.clock = clock;
    }

    /** Diagnoses the cluster, so that the bundle says what was found. */
    Step findings(Cluster cluster) {
        return new CollectFindings(cluster, folders);
    }

    /** The outputs that a kind wants of a node. */
    List<Step> commands(BundleKind kind, Node node, Cluster cluster, Parameters parameters) {
        return kind.commands().stream()
                .flatMap(command -> command.on(node, cluster).stream())
                .map(source -> step(
                        COLLECT + source.slug(),
                        node,
                        source.title(),
                        new CommandCollector(source, most()),
                        parameters))
                .toList();
    }

    /** The logs that a kind wants of a node. */
    List<Step> logs(BundleKind kind, Node node, Parameters parameters) {
        LogPeriods period = period(parameters);
        List<Step> all = new ArrayList<>();
        for (String log : kind.logs()) {
            String name = COLLECT + LOG + SafeName.slug(log);
            all.add(step(name, node, log, new LogCollector(log, period, most()), parameters));
        }
        if (kind.wantsTracesOfStoppedServices()) {
            Collector traces = new StoppedServiceTraces(period, most());
            all.add(step(StoppedServiceTraces.STEP, node, StoppedServiceTraces.TITLE, traces, parameters));
        }
        return all;
    }

    /** Packs what was collected. */
    Step archive(BundleKind kind, Cluster cluster, Parameters parameters) {
        return new PackArchive(kind, cluster, opening(parameters), reader, archive);
    }

    private Step step(String name, Node node, String item, Collector collector, Parameters parameters) {
        return new CollectItem(name, node, item, collector, opening(parameters));
    }

    private BundleDirectories.Opening opening(Parameters parameters) {
        return folders.opening(parameters.flag(BundleRequest.PSEUDONYMS));
    }

    private LogPeriods period(Parameters parameters) {
        Instant from = parameters.text(BundleRequest.FROM).map(Instant::parse).orElse(null);
        Instant to = parameters.text(BundleRequest.TO).map(Instant::parse).orElse(null);
        return new LogPeriods(from, to, config.period(), clock);
    }

    private long most() {
        return config.maxBundleSize().asLongValue();
    }
}
