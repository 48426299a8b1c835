package io.presencemedic.simulator.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What can have happened to the Sync Agent's way to CUCM. */
sealed interface SyncAgentChange extends ScenarioChange {
    /** Its settings are others; what is null stays as it is. */
    record Settings(
            @Nullable String addressColumn,
            @Nullable String publisher,
            @Nullable String user,
            @Nullable String userPkid,
            @Nullable String credential,
            @Nullable String status)
            implements SyncAgentChange {
        @Override
        public void apply(World world) {
            SimulatedSyncAgentSettings settings = world.syncAgent();
            settings.addressColumn = Objects.requireNonNullElse(addressColumn, settings.addressColumn);
            settings.publisher = Objects.requireNonNullElse(publisher, settings.publisher);
            settings.user = Objects.requireNonNullElse(user, settings.user);
            settings.userPkid = Objects.requireNonNullElse(userPkid, settings.userPkid);
            settings.credential = Objects.requireNonNullElse(credential, settings.credential);
            settings.status = Objects.requireNonNullElse(status, settings.status);
        }
    }

    /** Somebody deleted the application users. */
    record NoUser(String user) implements SyncAgentChange {
        @Override
        public void apply(World world) {
            world.deleteUser(user);
        }
    }
}
