package io.presencemedic.job;

import io.presencemedic.job.log.JobEvent;
import io.presencemedic.link.LinkException;
import io.presencemedic.link.LinkFailure;
import java.net.ConnectException;
import java.util.concurrent.CompletionException;

/** What can go wrong around the commands to the toy cluster. */
final class ToyAccidents {
    private ToyAccidents() {}

    enum Moment {
        BEFORE,
        AFTER
    }

    enum Accident {
        DEATH,
        DATABASE_AWAY,
        LINK_LOST;

        void happen(String what) throws LinkException {
            if (this == DEATH) {
                throw new MemoryJob.ProcessDied();
            }
            if (this == DATABASE_AWAY) {
                throw new CompletionException(new ConnectException());
            }
            throw new LinkException(new LinkFailure.Lost("toy", what, "cut"));
        }
    }

    /** The process of the job dies before or after that append. */
    static void dyingAt(MemoryJob job, int fatal, Moment moment) {
        java.util.function.IntConsumer dies = append -> {
            if (append == fatal) {
                throw new MemoryJob.ProcessDied();
            }
        };
        if (moment == Moment.BEFORE) {
            job.log.beforeAppend = dies;
        } else {
            job.log.afterAppend = dies;
        }
    }

    /** The operator cancels after that append. */
    static void cancelledAt(MemoryJob job, int cancelled) {
        job.log.afterAppend = append -> {
            if (append == cancelled) {
                job.log.write(new JobEvent.CancelRequested("operator", null));
            }
        };
    }

    /** One accident at one command. */
    static final class Nth implements ToyCluster.Faults {
        private final int n;
        private final Moment moment;
        private final Accident accident;
        private int commands;

        Nth(int n, Moment moment, Accident accident) {
            this.n = n;
            this.moment = moment;
            this.accident = accident;
        }

        @Override
        public void before(String what) throws LinkException {
            if (++commands == n && moment == Moment.BEFORE) {
                accident.happen(what);
            }
        }

        @Override
        public void after(String what) throws LinkException {
            if (commands == n && moment == Moment.AFTER) {
                accident.happen(what);
            }
        }
    }

    /** From that command on so many logins are cut short: the node restarts. */
    static final class NoLogin implements ToyCluster.Faults {
        private final int from;
        private final int times;
        private int commands;

        NoLogin(int from, int times) {
            this.from = from;
            this.times = times;
        }

        @Override
        public void before(String what) throws LinkException {
            commands++;
            if (commands >= from && commands < from + times) {
                throw LinkException.unsent(new LinkFailure.Lost("toy", "log in", "Connection reset"));
            }
        }
    }

    /** The node cannot be reached from that command on. */
    static final class FromNth implements ToyCluster.Faults {
        private final int n;
        private int commands;

        FromNth(int n) {
            this.n = n;
        }

        @Override
        public void before(String what) throws LinkException {
            if (++commands >= n) {
                throw new LinkException(new LinkFailure.NotReachable("toy", "192.0.2.1:22", "no route"));
            }
        }
    }
}
