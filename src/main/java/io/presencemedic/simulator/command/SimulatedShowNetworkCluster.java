package io.presencemedic.simulator.command;

import io.presencemedic.simulator.model.PlatformDates;
import io.presencemedic.simulator.model.SimulatedNodeState;
import io.presencemedic.simulator.model.SimulatedRole;
import io.presencemedic.simulator.model.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** {@code show network cluster}: the nodes of the own product first; CUCM's publisher adds its server table. */
final class SimulatedShowNetworkCluster implements ShellCommand {
    private static final Duration TO_AUTHENTICATE = Duration.ofSeconds(97);

    @Override
    public String words() {
        return "show network cluster";
    }

    @Override
    public void run(Call call) {
        call.out().pause(Duration.ofSeconds(1));
        call.ask(SimulatedShowNetworkCluster::lines).forEach(call.out()::line);
    }

    private static List<String> lines(World world, SimulatedNodeState here) {
        List<String> lines = new ArrayList<>();
        world.nodes().stream()
                .filter(node -> node == here || node.seen())
                .sorted(Comparator.comparing(
                        node -> node.role().product() != here.role().product()))
                .forEach(node -> lines.add(row(here, node)));
        if (here.role() == SimulatedRole.CUCM_PUBLISHER) {
            lines.add("");
            lines.add("Server Table (processnode) Entries");
            lines.add("----------------------------------");
            world.nodes().stream().filter(SimulatedNodeState::listed).forEach(node -> lines.add(node.fqdn()));
        }
        return lines;
    }

    private static String row(SimulatedNodeState here, SimulatedNodeState node) {
        return String.join(
                " ",
                node.address(),
                node.fqdn(),
                node.name(),
                node.role() == SimulatedRole.CUCM_PUBLISHER ? "Publisher" : "Subscriber",
                node.role().product().word(),
                node.role().isPublisher() ? "DBPub" : "DBSub",
                authentication(here, node));
    }

    private static String authentication(SimulatedNodeState here, SimulatedNodeState node) {
        if (node == here) {
            return "authenticated";
        }
        if (!node.authenticated()) {
            return "not authenticated - INITIATOR since " + PlatformDates.withoutZone(node.bootedAt());
        }
        Instant later = here.bootedAt().isAfter(node.bootedAt()) ? here.bootedAt() : node.bootedAt();
        return "authenticated using TCP since " + PlatformDates.withoutZone(later.plus(TO_AUTHENTICATE));
    }
}
