package io.presencemedic.diagnosis.collect;

import io.presencemedic.cluster.Node;
import io.presencemedic.diagnosis.fact.Fact;
import io.presencemedic.diagnosis.fact.FactKey;
import io.presencemedic.diagnosis.fact.NodeFacts;
import io.presencemedic.link.Deadline;
import io.presencemedic.link.LinkException;
import io.presencemedic.link.LinkFailure;
import io.presencemedic.link.TrustFailure;
import io.presencemedic.runbook.ClaimLost;
import io.presencemedic.runbook.ClusterReader;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Asks one node its questions, by each way one after the other, and writes down each fact or why it is not known. A way
 * to the node that turns out to be closed is not tried again.
 */
final class NodeInterview {
    private static final Logger LOG = Logger.getLogger(NodeInterview.class);
    /** What a failure is about where it happened before a command could be sent. */
    private static final String LOGIN = "log in";
    /** Less than a login takes when the platform is well. */
    private static final Duration QUICK = Duration.ofSeconds(2);

    private final ClusterReader look;
    private final Node node;
    private final SharedAccount account;
    private final NodeFacts facts;
    private final List<Question<?>> planned = new ArrayList<>();
    private final Map<Question.Way, LinkFailure> closed = new EnumMap<>(Question.Way.class);
    private @Nullable LinkFailure givenUp;
    private @Nullable ClaimLost lost;
    private final Map<Question.Way, Queue<Question<?>>> unasked = new EnumMap<>(Question.Way.class);
    private boolean over;

    NodeInterview(ClusterReader look, Node node, SharedAccount account) {
        this.look = look;
        this.node = node;
        this.account = account;
        this.facts = new NodeFacts(node.name(), node.role());
    }

    /** Questions that will be asked; where time runs out first, their facts are unknown. */
    synchronized void plan(List<Question<?>> questions) {
        planned.addAll(questions);
        questions.forEach(question -> unasked.computeIfAbsent(question.way(), way -> new ArrayDeque<>())
                .add(question));
    }

    /** Asks what is planned by that way and was not asked yet, in its order, unless the time is over. */
    void ask(Question.Way way) {
        for (Question<?> next = next(way); next != null; next = next(way)) {
            ask(next);
        }
    }

    /**
     * Asks beside another thread once the node has shown that it takes its time: another session costs a login, which
     * does not pay at a node that answers at once.
     */
    void help(Question.Way way) {
        try {
            if (isSlow(way)) {
                ask(way);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until that is known, or nothing is left to ask. */
    private synchronized boolean isSlow(Question.Way way) throws InterruptedException {
        Deadline quick = Deadline.in(QUICK);
        while (!over && isLeft(way) && !quick.expired()) {
            wait(quick.waitMillis());
        }
        return !closed.containsKey(way);
    }

    private boolean isLeft(Question.Way way) {
        Queue<Question<?>> left = unasked.get(way);
        return left != null && !left.isEmpty();
    }

    private synchronized @Nullable Question<?> next(Question.Way way) {
        Queue<Question<?>> left = unasked.get(way);
        return over || left == null ? null : left.poll();
    }

    private <T> void ask(Question<T> question) {
        write(question.topic(), answer(question));
    }

    private <T> Fact<T> answer(Question<T> question) {
        LinkFailure known = failureOf(question.way());
        if (known != null) {
            return unknown(known);
        }
        try {
            return twice(question);
        } catch (LinkException e) {
            learn(question.way(), e.failure());
            return unknown(e.failure());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Fact.Unknown<>("the work was interrupted", null);
        } catch (ClaimLost e) {
            lost(e);
            return new Fact.Unknown<>("another worker has the job", null);
        } catch (RuntimeException e) {
            LOG.errorf(e, "asking %s for %s failed", node.name(), question.topic());
            return new Fact.Unknown<>("it failed by an error of this service; its log has the details", null);
        }
    }

    /** A question changes nothing, so it is asked again where the connection was lost. */
    private <T> Fact<T> twice(Question<T> question) throws LinkException, InterruptedException {
        try {
            return once(question);
        } catch (LinkException e) {
            if (!(e.failure() instanceof LinkFailure.Lost) || isOver()) {
                throw e;
            }
            return once(question);
        }
    }

    private <T> Fact<T> once(Question<T> question) throws LinkException, InterruptedException {
        return switch (question.way()) {
            case COMMAND_LINE -> question.ask(look, node);
            case WEB_SERVICE -> account.use(() -> question.ask(look, node));
        };
    }

    private synchronized @Nullable LinkFailure failureOf(Question.Way way) {
        return closed.get(way);
    }

    private synchronized void learn(Question.Way way, LinkFailure failure) {
        if (closes(failure)) {
            closed.put(way, failure);
        }
        if (failure instanceof LinkFailure.GivenUp && !over) {
            givenUp = failure;
        }
    }

    /** Whether every further question by this way would fail the same, or must not be tried (C7). */
    private static boolean closes(LinkFailure failure) {
        return failure instanceof LinkFailure.NotReachable
                || failure instanceof TrustFailure
                || failure instanceof LinkFailure.GivenUp
                || failure instanceof LinkFailure.TimedOut late && late.during().equals(LOGIN)
                || failure instanceof LinkFailure.Refused refused
                        && refused.during().equals(LOGIN);
    }

    /**
     * Says whether the facts say anything of the node.
     *
     * @throws LinkException where the link was given up while the node was asked
     * @throws ClaimLost where another worker had the job by then
     */
    synchronized void requireWhole() throws LinkException {
        if (lost != null) {
            throw lost;
        }
        if (givenUp != null) {
            throw new LinkException(givenUp);
        }
    }

    private synchronized void lost(ClaimLost claim) {
        if (!over) {
            lost = claim;
        }
    }

    private static <T> Fact<T> unknown(LinkFailure failure) {
        return new Fact.Unknown<>(failure.detail(), null, failure.code());
    }

    private synchronized <T> void write(FactKey<T> topic, Fact<T> fact) {
        if (!over) {
            facts.put(topic, fact);
            notifyAll();
        }
    }

    private synchronized boolean isOver() {
        return over;
    }

    /** The fact as soon as it is there, or what is known of it when the time is over. */
    synchronized <T> Fact<T> await(FactKey<T> topic) throws InterruptedException {
        while (!over && !facts.all().containsKey(topic)) {
            wait();
        }
        return facts.get(topic);
    }

    /** A fact for which there is no question to ask. */
    <T> void leaveUnknown(FactKey<T> topic, String reason) {
        write(topic, new Fact.Unknown<>(reason, null));
    }

    /**
     * Ends the interview; what comes later is not written down.
     *
     * @param patience how long there was, for the reasons
     */
    synchronized NodeFacts end(Duration patience) {
        over = true;
        notifyAll();
        planned.stream()
                .map(Question::topic)
                .filter(topic -> !facts.all().containsKey(topic))
                .forEach(topic -> late(topic, patience));
        return facts;
    }

    private <T> void late(FactKey<T> topic, Duration patience) {
        facts.put(
                topic,
                new Fact.Unknown<>(
                        "no answer within " + patience.toSeconds() + " seconds", null, Fact.Unknown.TIMED_OUT));
    }
}
