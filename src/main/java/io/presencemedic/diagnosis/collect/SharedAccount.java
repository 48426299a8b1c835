package io.presencemedic.diagnosis.collect;

import io.presencemedic.link.LinkException;
import io.presencemedic.link.LinkFailure;
import io.presencemedic.link.TrustFailure;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The account of the web services, which is one for all nodes. Until one node has taken it, one node at a time is
 * asked: nodes that are asked side by side with a wrong password would lock it (C7).
 */
final class SharedAccount {
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private final Duration patience;
    private volatile boolean taken;
    private volatile @Nullable LinkFailure refused;

    /** @param patience how long a node waits for another one's word about the account */
    SharedAccount(Duration patience) {
        this.patience = patience;
    }

    /**
     * Makes a call with the account.
     *
     * @throws LinkException where the call fails, and where another node has refused the account
     */
    <T> T use(Call<T> call) throws LinkException, InterruptedException {
        boolean alone = !taken && oneAtATime.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
        try {
            LinkFailure refusal = refused;
            if (refusal != null) {
                throw new LinkException(refusal);
            }
            T value = call.make();
            taken = true;
            return value;
        } catch (LinkException e) {
            learn(e.failure());
            throw e;
        } finally {
            if (alone) {
                oneAtATime.unlock();
            }
        }
    }

    private void learn(LinkFailure failure) {
        if (failure instanceof TrustFailure.NotAuthenticated) {
            refused = taken ? null : failure;
        } else if (failure instanceof LinkFailure.NotAuthorised
                || failure instanceof LinkFailure.NotUnderstood
                || failure instanceof LinkFailure.Refused) {
            taken = true;
        }
    }

    /** A call of a web service. */
    interface Call<T> {
        T make() throws LinkException;
    }
}
