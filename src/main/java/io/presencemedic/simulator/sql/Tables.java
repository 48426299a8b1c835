package io.presencemedic.simulator.sql;

import io.presencemedic.simulator.model.SimulatedApplicationUser;
import io.presencemedic.simulator.model.SimulatedGroup;
import io.presencemedic.simulator.model.SimulatedNodeState;
import io.presencemedic.simulator.model.SimulatedProduct;
import io.presencemedic.simulator.model.SimulatedSyncAgentSettings;
import io.presencemedic.simulator.model.World;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tables that a node's database has. */
final class Tables {
    private final World world;
    private final SimulatedNodeState here;

    Tables(World world, SimulatedNodeState here) {
        this.world = world;
        this.here = here;
    }

    /** The table of that name, in lower case; empty where this product's database has none. */
    Optional<Table> find(String name) {
        boolean presence = here.role().isPresence();
        return Optional.ofNullable(
                switch (name) {
                    case "processnode" -> processNodes();
                    case "applicationuser" -> applicationUsers();
                    case "credential" -> presence ? null : credentials();
                    case "enterprisenode" -> presence ? enterpriseNodes() : null;
                    case "enterprisesubcluster" -> presence ? subclusters() : null;
                    case "epassyncagentcfg" -> presence ? syncAgent() : null;
                    default -> null;
                });
    }

    private Table processNodes() {
        Table table = new Table(
                "pkid",
                "name",
                "mac",
                "systemnode",
                "description",
                "isactive",
                "nodeid",
                "tknodeusage",
                "ipv6name",
                "fklbmhubgroup",
                "tkprocessnoderole",
                "tkssomode");
        table.row(
                "00000000-1111-0000-0000-000000000000",
                "EnterpriseWideData",
                "",
                "t",
                "",
                "t",
                "1",
                "1",
                "",
                null,
                "1",
                "0");
        for (SimulatedNodeState node : world.nodes()) {
            if (node.listed()) {
                table.row(
                        here.role().isPresence() ? node.ownKey() : node.key(),
                        node.fqdn(),
                        "",
                        "f",
                        node.name(),
                        "t",
                        String.valueOf(node.replicationGroup()),
                        node.role().isPublisher() ? "0" : "1",
                        "",
                        null,
                        node.role().isPresence() ? "2" : "1",
                        "0");
            }
        }
        return table;
    }

    private Table applicationUsers() {
        Table table = new Table("pkid", "name", "isstandard");
        table.row("4a1be2c0-6d97-4f15-8c33-0b9e47d2a8f6", "CCMAdministrator", "f");
        world.applicationUsers().forEach(user -> table.row(user.pkid(), user.name(), "f"));
        return table;
    }

    /** Passwords are of kind 3, PINs would be of kind 4. */
    private Table credentials() {
        Table table = new Table("pkid", "credentials", "fkapplicationuser", "fkenduser", "tkcredential");
        table.row(
                "e51d08aa-2b3c-4d6e-9f70-81a2b3c4d5e6",
                "9b3f6d20administratorsecret",
                "4a1be2c0-6d97-4f15-8c33-0b9e47d2a8f6",
                null,
                "3");
        for (SimulatedApplicationUser user : world.applicationUsers()) {
            table.row("b7" + user.pkid().substring(2), user.credential(), user.pkid(), null, "3");
        }
        return table;
    }

    private Table enterpriseNodes() {
        Table table = new Table("id", "subclusterid", "name", "isprimary", "tkhaserverstate", "nodeid");
        for (SimulatedNodeState node : world.nodes(SimulatedProduct.IMP)) {
            table.row(
                    String.valueOf(node.enterpriseId()),
                    text(node.subclusterId()),
                    node.fqdn(),
                    node.role().isPublisher() ? "t" : "f",
                    haState(node),
                    String.valueOf(node.replicationGroup()));
        }
        return table;
    }

    private static @Nullable String text(@Nullable Integer number) {
        return number == null ? null : number.toString();
    }

    private String haState(SimulatedNodeState node) {
        int number = world.groupOf(node)
                .map(group -> group.state(node.name()).number())
                .orElse(0);
        return String.valueOf(number);
    }

    private Table subclusters() {
        Table table = new Table("id", "name", "haenabled");
        for (SimulatedGroup group : world.groups()) {
            table.row(String.valueOf(group.id()), group.name(), group.effective() ? "t" : "f");
        }
        return table;
    }

    private Table syncAgent() {
        SimulatedSyncAgentSettings settings = world.syncAgent();
        return new Table(settings.addressColumn(), "axluser", "axlpassword", "cucm_axluser_pkid", "syncstatus")
                .row(
                        settings.publisher(),
                        settings.user(),
                        settings.credential(),
                        settings.userPkid(),
                        settings.status());
    }
}
