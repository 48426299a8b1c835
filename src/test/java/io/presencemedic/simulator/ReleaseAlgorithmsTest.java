package io.presencemedic.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.presencemedic.BesideTheService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.common.kex.KexProposalOption;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the SSH server of a simulated node offers goes by the release that the node runs. */
@BesideTheService
class ReleaseAlgorithmsTest {
    private static final String NODE = "imp-sub";

    @TempDir
    Path home;

    @Test
    void release15OffersNothingWithSha1() throws Exception {
        assertThat(offered("healthy", "15.0.1.12900-43", "15.0.1.12900-43").values())
                .allSatisfy(offer -> assertThat(offer).noneMatch(ReleaseAlgorithmsTest::isOld));
    }

    @Test
    void releases12To14OfferSha1BesidesTheNewer() throws Exception {
        for (String scenario : List.of("presence-engine-defect-12-5", "version-mismatch-of-releases")) {
            Map<KexProposalOption, List<String>> offered = offered(scenario, "", "");

            assertThat(offered.get(KexProposalOption.ALGORITHMS))
                    .as(scenario)
                    .contains("ecdh-sha2-nistp256", "diffie-hellman-group14-sha1");
            assertThat(offered.get(KexProposalOption.S2CMAC)).contains("hmac-sha2-256", "hmac-sha1");
            assertThat(offered.get(KexProposalOption.S2CENC)).noneMatch(ReleaseAlgorithmsTest::isOld);
            assertThat(offered.get(KexProposalOption.SERVERKEYS)).doesNotContain("ssh-rsa");
        }
    }

    @Test
    void releasesBefore12OfferNothingElseThanTheOld() throws Exception {
        for (String release : List.of("11.5.1.22900-28", "8.6.5.10000-12")) {
            assertThat(offered("healthy", "15.0.1.12900-43", release))
                    .as(release)
                    .contains(entry(KexProposalOption.SERVERKEYS, List.of("ssh-rsa")))
                    .allSatisfy((option, offer) -> assertThat(offer).allMatch(ReleaseAlgorithmsTest::isOld));
        }
    }

    private static boolean isOld(String algorithm) {
        return algorithm.endsWith("sha1") || algorithm.endsWith("cbc") || algorithm.equals("ssh-rsa");
    }

    /** What the node offers after the cluster went on with another version in the place of the scenario's. */
    private Map<KexProposalOption, List<String>> offered(String scenario, String version, String instead)
            throws Exception {
        Path folder = Files.createTempDirectory(home, "cluster");
        OldHostKey.of(NODE, folder);
        SimulatorSettings settings = SimulatorSettings.of(folder, scenario, 1, false, Clock.systemUTC());
        Simulator.start(settings).close();
        Path state = folder.resolve("simulator/state.json");
        Files.writeString(state, Files.readString(state).replace(version, instead));
        try (Simulator simulator = Simulator.start(settings)) {
            return offered(SharedSimulator.endpoint(simulator, NODE));
        }
    }

    private static Map<KexProposalOption, List<String>> offered(SimulatedEndpoint node) throws Exception {
        CompletableFuture<Map<KexProposalOption, List<String>>> proposal = new CompletableFuture<>();
        try (SshClient client = SshClient.setUpDefaultClient()) {
            client.addSessionListener(new SessionListener() {
                @Override
                public void sessionNegotiationStart(
                        Session session, Map<KexProposalOption, String> ours, Map<KexProposalOption, String> theirs) {
                    proposal.complete(algorithms(theirs));
                }
            });
            client.start();
            client.connect("nobody", node.host(), node.sshPort());
            return proposal.get(20, TimeUnit.SECONDS);
        }
    }

    /** Without what belongs to the protocol and not to a release: extensions, compression, languages. */
    private static Map<KexProposalOption, List<String>> algorithms(Map<KexProposalOption, String> proposal) {
        Map<KexProposalOption, List<String>> named = new HashMap<>();
        for (KexProposalOption option : List.of(
                KexProposalOption.ALGORITHMS,
                KexProposalOption.SERVERKEYS,
                KexProposalOption.S2CENC,
                KexProposalOption.C2SENC,
                KexProposalOption.S2CMAC,
                KexProposalOption.C2SMAC)) {
            List<String> offer = new ArrayList<>(List.of(proposal.get(option).split(",")));
            offer.removeIf(name -> name.startsWith("ext-info") || name.startsWith("kex-strict"));
            named.put(option, List.copyOf(offer));
        }
        return named;
    }
}
