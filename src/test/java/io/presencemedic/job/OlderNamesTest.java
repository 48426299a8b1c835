package io.presencemedic.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.BesideTheService;
import io.presencemedic.Thorough;
import io.presencemedic.cisco.cli.Answer;
import io.presencemedic.cisco.cli.Command;
import io.presencemedic.cisco.service.KnownService;
import io.presencemedic.cisco.service.Product;
import io.presencemedic.cisco.service.ServiceCatalog;
import io.presencemedic.cisco.service.ServiceKind;
import io.presencemedic.cisco.service.ServiceName;
import io.presencemedic.cisco.soap.ControlledService;
import io.presencemedic.cisco.soap.ControlledServiceBuilder;
import io.presencemedic.cisco.soap.GetServiceStatus;
import io.presencemedic.cisco.soap.Operation;
import io.presencemedic.cisco.soap.ServiceReport;
import io.presencemedic.cluster.Node;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.JobMode;
import io.presencemedic.job.log.JobTarget;
import io.presencemedic.link.LinkException;
import io.presencemedic.link.ssh.PlatformWords;
import io.presencemedic.simulator.InProcessLink;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nodes that bear the names of release 8.x are diagnosed and healed as those of today are, by their own names. */
@BesideTheService
class OlderNamesTest {
    static List<String> scenarios() {
        return Thorough.sample(
                List.of(
                        "healthy",
                        "stuck-in-starting",
                        "service-not-activated",
                        "service-commanded-out",
                        "network-services-down",
                        "database-down",
                        "intercluster-sync-agent-blocked-by-ha",
                        "presence-engine-prerequisites",
                        "presence-engine-outside-group-variant",
                        "presence-engine-down-on-both",
                        "presence-engine-alone-down-starts-by-hand",
                        "subcluster-mismatch-starts-by-hand",
                        "axl-service-down",
                        "config-manager-held-by-monitor",
                        "directory-not-configured",
                        "services-disagree",
                        "recovery-manager-stopped",
                        "ha-failed",
                        "service-stopped-without-a-word"),
                4);
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void olderNamesChangeNothing(String scenario) {
        try (ModelJobs today = new ModelJobs(scenario);
                ModelJobs older = new ModelJobs(scenario, OlderNames::new)) {
            JobHistory expected = recovered(today);
            JobHistory history = recovered(older);

            assertThat(older.changes()).as(ProcedureRunTest.whys(history)).isEqualTo(today.changes());
            assertThat(history.state()).isEqualTo(expected.state());
            assertThat(steps(history)).isEqualTo(steps(expected));
        }
    }

    private static JobHistory recovered(ModelJobs jobs) {
        return jobs.answered(jobs.job("recover", JobTarget.NONE, SimulatedJobs.noParameters(), JobMode.EXECUTE), true);
    }

    private static List<String> steps(JobHistory history) {
        return history.lines().stream()
                .map(line -> line.step() + " " + line.outcome())
                .toList();
    }

    /** A node of IM and Presence whose services have the names that they had in release 8.x, and no others. */
    private static final class OlderNames extends PassingLink {
        private static final Set<String> RENAMED = ServiceCatalog.all().stream()
                .filter(known ->
                        known.products().equals(Set.of(Product.PRESENCE)) && known.kind() != ServiceKind.PLATFORM)
                .map(KnownService::name)
                .map(ServiceName::value)
                .collect(Collectors.toSet());

        OlderNames(InProcessLink link) {
            super(link);
        }

        private static ServiceName older(ServiceName name) {
            String value = name.value();
            return RENAMED.contains(value) ? new ServiceName(value.replaceFirst("Cisco ", "Cisco UP ")) : name;
        }

        private static ServiceName newer(ServiceName name) {
            if (RENAMED.contains(name.value())) {
                throw new AssertionError("the node has no service of the name " + name);
            }
            return new ServiceName(name.value().replaceFirst("Cisco UP ", "Cisco "));
        }

        @Override
        public <T> T run(Node node, Command<T> command) throws LinkException {
            String line = command.text();
            if (!node.role().isPresence() || !line.startsWith("utils service ")) {
                return link.run(node, command);
            }
            List<String> words = List.of(line.split(" ", 4));
            String asked = words.size() < 4
                    ? line
                    : String.join(" ", words.subList(0, 3)) + " " + newer(new ServiceName(words.get(3)));
            Answer answer = link.print(node, asked);
            return PlatformWords.read(
                    node.name(),
                    command,
                    new Answer(answer.lines().stream().map(OlderNames::shown).toList()));
        }

        private static String shown(String line) {
            int bracket = line.indexOf('[');
            String name = bracket < 0 ? line : line.substring(0, bracket);
            return older(new ServiceName(name.strip()))
                    + line.substring(name.stripTrailing().length());
        }

        @Override
        @SuppressWarnings("unchecked") // the answer is the operation's own
        public <T> T call(Node node, Operation<T> operation) throws LinkException {
            if (!node.role().isPresence() || !(operation instanceof GetServiceStatus status)) {
                return link.call(node, operation);
            }
            Function<ControlledService, ControlledService> renamed = service -> new ControlledServiceBuilder()
                    .name(older(service.name()))
                    .state(service.state())
                    .reasonCode(service.reasonCode())
                    .reasonText(service.reasonText())
                    .startTime(service.startTime())
                    .upTime(service.upTime())
                    .build();
            ServiceReport report = link.call(
                    node,
                    new GetServiceStatus(
                            status.services().stream().map(OlderNames::newer).toList()));
            return (T) new ServiceReport(
                    report.returnCode(),
                    report.reasonCode(),
                    report.reasonText(),
                    report.services().stream().map(renamed).toList());
        }
    }
}
