-- What runs by itself. Its jobs run in the name and with the grants of the key that wrote it last. The next times are
-- kept beside it, so that nobody has to work them out who only reads.
CREATE TABLE schedule (
    id           uuid PRIMARY KEY,
    name         text NOT NULL UNIQUE,
    cluster      text NOT NULL,
    runbook      text NOT NULL,
    mode         text NOT NULL CHECK (mode IN ('EXECUTE', 'PLAN')),
    parameters   text NOT NULL,
    cron         text NOT NULL,
    time_zone    text NOT NULL,
    windows      text NOT NULL,
    blackouts    text NOT NULL,
    ticket       text,
    owner_key    uuid NOT NULL,
    owner        text NOT NULL,
    owner_person text NOT NULL,
    paused_why   text CHECK (paused_why IN
        ('REQUESTED', 'OWNER_MAY_NOT', 'CLUSTER_UNKNOWN', 'TIME_ZONE_UNKNOWN', 'NO_TIME_LEFT')),
    next_at      timestamptz,
    next_runs    text NOT NULL,
    created_at   timestamptz NOT NULL,
    version      bigint NOT NULL,
    CONSTRAINT schedule_runs_or_rests CHECK ((next_at IS NULL) = (paused_why IS NOT NULL))
);
CREATE INDEX schedule_due ON schedule (next_at) WHERE next_at IS NOT NULL;

-- What has become of each time. A run is written before its job is asked for, under a key that repeats, so that a
-- process that dies between the two makes no second job. Who claims a run has it until the lease ends.
CREATE TABLE schedule_run (
    schedule    uuid NOT NULL REFERENCES schedule (id) ON DELETE CASCADE,
    planned_at  timestamptz NOT NULL,
    state       text NOT NULL CHECK (state IN ('DUE', 'STARTED', 'MISSED')),
    claim       uuid,
    lease_until timestamptz,
    asked_by    text,
    job         uuid,
    code        text,
    detail      text,
    waits_for   text,
    missed      integer NOT NULL DEFAULT 0,
    PRIMARY KEY (schedule, planned_at),
    CONSTRAINT schedule_run_started_has_job CHECK ((job IS NOT NULL) = (state = 'STARTED')),
    CONSTRAINT schedule_run_missed_says_why CHECK ((code IS NOT NULL) = (state = 'MISSED'))
);
CREATE INDEX schedule_run_due ON schedule_run (planned_at) WHERE state = 'DUE';
CREATE INDEX schedule_run_claimed ON schedule_run (claim) WHERE state = 'DUE' AND claim IS NOT NULL;
CREATE INDEX schedule_run_age ON schedule_run (planned_at);
CREATE UNIQUE INDEX schedule_run_job ON schedule_run (job) WHERE job IS NOT NULL;
