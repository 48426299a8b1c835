package io.presencemedic.job;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.presencemedic.cisco.cli.Effect;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.Bracket;
import io.presencemedic.runbook.Change;
import io.presencemedic.runbook.Chapter;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.Hold;
import io.presencemedic.runbook.LineMemory;
import io.presencemedic.runbook.Parameters;
import io.presencemedic.runbook.PastChapter;
import io.presencemedic.runbook.Plan;
import io.presencemedic.runbook.Restoring;
import io.presencemedic.runbook.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Steps for the toy cluster: a switch that can be looked at, one that cannot, a wait, and a restart. */
final class ToySteps {
    private ToySteps() {}

    /** High availability off and, inside, the monitor off, around the body. */
    static Plan repair(ToyCluster cluster, Step body) {
        Plan.Builder builder = Plan.builder();
        return builder.within(
                        visible(cluster, Restoring.When.OWED),
                        () -> builder.within(blind(Restoring.When.OWED), () -> builder.then(body)))
                .build();
    }

    static Bracket visible(ToyCluster cluster, Restoring.When when) {
        Hold hold = ToyCluster.HIGH_AVAILABILITY;
        return new Bracket(new Switch(hold, false, true), new SwitchHighAvailabilityOn(cluster), when);
    }

    static Bracket blind(Restoring.When when) {
        Hold hold = ToyCluster.MONITOR;
        return new Bracket(new Switch(hold, false, false), new Switch(hold, true, false), when);
    }

    private record SwitchHighAvailabilityOn(ToyCluster cluster) implements ToyStep {
        @Override
        public String name() {
            return "on";
        }

        @Override
        public String target() {
            return ToyCluster.HIGH_AVAILABILITY.words();
        }

        @Override
        public Optional<Hold> switchesOn() {
            return Optional.of(ToyCluster.HIGH_AVAILABILITY);
        }

        @Override
        public Decision decide(ClusterReader look, LineMemory memory) throws LinkException {
            return cluster.refusesHighAvailability
                    ? new Decision.Refuse("NOT_NOW", "the toy refuses")
                    : new Switch(ToyCluster.HIGH_AVAILABILITY, true, true).decide(look, memory);
        }
    }

    private record Switch(Hold hold, boolean on, boolean visible) implements ToyStep {
        @Override
        public String name() {
            return on ? "on" : "off";
        }

        @Override
        public String target() {
            return hold.words();
        }

        @Override
        public Optional<Hold> switchesOff() {
            return on ? Optional.empty() : Optional.of(hold);
        }

        @Override
        public Optional<Hold> switchesOn() {
            return on ? Optional.of(hold) : Optional.empty();
        }

        @Override
        public Decision decide(ClusterReader look, LineMemory memory) throws LinkException {
            if (visible
                    && look.ask(ToyCluster.NODE, say(hold.words(), Effect.READS))
                            .equals(name())) {
                return new Decision.Done("is " + name());
            }
            return !visible && memory.acts() > 0 && !memory.lastActUnknown()
                    ? new Decision.Done("was sent")
                    : new Decision.Act("is not " + name(), change(name() + " " + hold.words(), true));
        }
    }

    /** Waits until the service is started. */
    record AwaitService() implements ToyStep {
        @Override
        public String name() {
            return "await";
        }

        @Override
        public boolean onlyWaits() {
            return true;
        }

        @Override
        public Decision decide(ClusterReader look, LineMemory memory) throws LinkException {
            String state = look.ask(ToyCluster.NODE, say("service", Effect.READS));
            return state.equals("STARTED") ? new Decision.Done("started") : new Decision.Wait("still " + state);
        }
    }

    /** A change that must not be repeated blindly and whose effect cannot be seen. */
    record RestartService() implements ToyStep {
        @Override
        public String name() {
            return "restart";
        }

        @Override
        public Decision decide(ClusterReader look, LineMemory memory) {
            return memory.acts() > 0 && !memory.lastActUnknown()
                    ? new Decision.Done("restarted")
                    : new Decision.Act("is to be restarted", change("restart", false));
        }
    }

    /** Asks for a runbook where the service does not run, once for each. */
    record Doctor(boolean mayAsk, String... books) implements ToyStep {
        @Override
        public String name() {
            return "diagnose";
        }

        @Override
        public Decision decide(ClusterReader look, LineMemory memory) throws LinkException {
            if (look.ask(ToyCluster.NODE, say("service", Effect.READS)).equals("STARTED")) {
                return new Decision.Done("healthy");
            }
            List<PastChapter> past = memory.chapters();
            for (String book : books) {
                if (past.stream().noneMatch(chapter -> chapter.runbook().equals(book))) {
                    Parameters none = new Parameters(JsonNodeFactory.instance.objectNode());
                    return new Decision.Continue(
                            "the service is down", new Chapter(book, null, null, none, "SERVICE_DOWN", mayAsk));
                }
            }
            return new Decision.HandOver(
                    "NOTHING_LEFT",
                    "tried " + past.size() + ", last: "
                            + past.get(past.size() - 1).failure());
        }
    }

    /** A change that needs an approval; its text may be made anew meanwhile. */
    record Approved(AtomicReference<String> text) implements ToyStep {
        @Override
        public String name() {
            return "approved";
        }

        @Override
        public Decision decide(ClusterReader look, LineMemory memory) {
            return memory.acts() > 0
                    ? new Decision.Done("was sent")
                    : new Decision.Ask("may it be sent?", change(text.get(), true));
        }
    }

    private interface ToyStep extends Step {
        @Override
        default String target() {
            return "toy";
        }

        @Override
        default Duration patience() {
            return Duration.ofMinutes(5);
        }
    }

    private static ToyCluster.Say say(String text, Effect effect) {
        return new ToyCluster.Say(text, effect);
    }

    private static Change change(String text, boolean repeatable) {
        return new Change.ByCommand(ToyCluster.NODE, say(text, Effect.CHANGES), repeatable);
    }
}
