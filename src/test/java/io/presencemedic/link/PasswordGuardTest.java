package io.presencemedic.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.presencemedic.BesideTheService;
import io.presencemedic.cluster.Node;
import io.presencemedic.cluster.NodeRole;
import io.presencemedic.cluster.credential.Credential;
import io.presencemedic.cluster.credential.RefusalMemory;
import io.presencemedic.cluster.credential.RefusedPasswords.Login;
import io.presencemedic.cluster.credential.RefusedPasswords.Way;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A wrong password is sent once to a node, and once where several nodes are asked side by side (C7). */
@BesideTheService
class PasswordGuardTest {
    private static final Credential WRONG = new Credential("administrator", "wrong");
    private static final Credential RIGHT = new Credential("administrator", "right");
    private static final Duration LONG = Duration.ofSeconds(20);

    private final RefusalMemory memory = new RefusalMemory(Clock.systemUTC());
    private final PasswordGuard guard = PasswordGuard.with(memory);
    private final AtomicInteger sent = new AtomicInteger();

    @Test
    void whatANodeRefusedIsRefusedToAllWhoShareTheMemory() throws Exception {
        send("imp-pub", WRONG);
        PasswordGuard replica = PasswordGuard.with(memory);

        assertThatThrownBy(() -> replica.check(node("imp-pub"), login("imp-pub", WRONG)))
                .isInstanceOfSatisfying(
                        LinkException.class, e -> assertThat(((TrustFailure.NotAuthenticated) e.failure()).refusedAt())
                                .isNotNull());
    }

    @Test
    void anotherPasswordIsTriedAndATakenOneIsNotRemembered() throws Exception {
        send("imp-pub", WRONG);
        guard.check(node("imp-pub"), login("imp-pub", RIGHT));
        send("imp-pub", RIGHT);

        guard.check(node("imp-pub"), login("imp-pub", WRONG));
    }

    @Test
    void theFirstNodeDecidesForThoseWhoWaitHoweverSlowItIs() throws Exception {
        CountDownLatch answered = new CountDownLatch(1);
        CountDownLatch waiting = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Future<LinkFailure> first = threads.submit(() -> {
                try (PasswordGuard.Turn turn = guard.enter(node("n0"), login("n0", WRONG), Deadline.in(LONG))) {
                    sent.incrementAndGet();
                    waiting.countDown();
                    answered.await();
                    return turn.refused();
                }
            });
            waiting.await();
            List<Future<LinkFailure>> others = new ArrayList<>();
            for (String name : List.of("n1", "n2", "n3")) {
                others.add(threads.submit(() -> send(name, WRONG)));
            }
            while (guard.waiting(login("n1", WRONG)) < others.size()) {
                Thread.onSpinWait();
            }
            answered.countDown();

            assertThat(first.get()).isEqualTo(new TrustFailure.NotAuthenticated("n0", "administrator"));
            for (Future<LinkFailure> other : others) {
                assertThat(other.get())
                        .isInstanceOfSatisfying(TrustFailure.NotAuthenticated.class, it -> assertThat(it.refusedBy())
                                .isEqualTo("n0"));
            }
            assertThat(sent).hasValue(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aLoginWithoutADecisionLetsTheNextOneTry() throws Exception {
        try (PasswordGuard.Turn turn = guard.enter(node("n0"), login("n0", RIGHT), Deadline.in(LONG))) {
            assertThat(turn).isNotNull();
        }
        send("n1", RIGHT);

        assertThat(sent).hasValue(1);
    }

    @Test
    void whoWaitsTooLongIsToldThatItMayPass() throws Exception {
        try (PasswordGuard.Turn turn = guard.enter(node("n0"), login("n0", RIGHT), Deadline.in(LONG))) {
            assertThat(turn).isNotNull();
            ExecutorService other = Executors.newSingleThreadExecutor();
            Future<?> waiting =
                    other.submit(() -> guard.enter(node("n1"), login("n1", RIGHT), Deadline.in(Duration.ofMillis(20))));
            assertThatThrownBy(waiting::get).cause().isInstanceOfSatisfying(LinkException.class, e -> assertThat(
                            e.failure().passing())
                    .isTrue());
            other.shutdownNow();
        }
    }

    @Test
    void onceANodeHasTakenItNobodyWaits() throws Exception {
        send("n0", RIGHT);
        try (PasswordGuard.Turn first = guard.enter(node("n1"), login("n1", RIGHT), Deadline.in(LONG));
                PasswordGuard.Turn second = guard.enter(node("n2"), login("n2", RIGHT), Deadline.in(LONG))) {
            assertThat(first).isNotSameAs(second);
        }
    }

    private LinkFailure send(String name, Credential credential) throws InterruptedException {
        try (PasswordGuard.Turn turn = guard.enter(node(name), login(name, credential), Deadline.in(LONG))) {
            sent.incrementAndGet();
            if (credential.equals(WRONG)) {
                return turn.refused();
            }
            turn.accepted();
            return new LinkFailure.Lost(name, "nothing", "it went well");
        } catch (LinkException e) {
            return e.failure();
        }
    }

    private static Node node(String name) {
        return new Node(name, NodeRole.IMP_SUBSCRIBER, name, 22, 8443, null);
    }

    private static Login login(String name, Credential credential) {
        return new Login("emea", Way.SSH, name + ":22", credential);
    }
}
