package io.presencemedic.runbook.step;

import io.presencemedic.runbook.RunbookConfig;
import java.time.Duration;

/** The steps with the document's waits, without a configuration file. */
public final class PlainSteps {
    public static final RunbookConfig CONFIG = new RunbookConfig() {
        @Override
        public Duration patience() {
            return Duration.ofMinutes(5);
        }

        @Override
        public Duration highAvailabilitySettle() {
            return Duration.ofMinutes(2);
        }

        @Override
        public Duration highAvailabilityPatience() {
            return Duration.ofMinutes(10);
        }

        @Override
        public Duration transitionPatience() {
            return Duration.ofMinutes(15);
        }

        @Override
        public Duration failoverPatience() {
            return Duration.ofMinutes(15);
        }

        @Override
        public Duration replicationPatience() {
            return Duration.ofMinutes(30);
        }

        @Override
        public Duration poll() {
            return Duration.ofSeconds(10);
        }
    };

    private PlainSteps() {}

    public static Steps steps() {
        return new Steps(CONFIG);
    }

    public static PresenceEngineSteps presenceEngine() {
        return new PresenceEngineSteps(CONFIG);
    }

    public static SyncAgentSteps syncAgent() {
        return new SyncAgentSteps(CONFIG);
    }
}
