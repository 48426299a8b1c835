-- What a job is claimed by: what switches on goes first (0: something is off, 1: changes its cluster, 2: only reads).
ALTER TABLE job
    ADD COLUMN priority   smallint NOT NULL DEFAULT 2 CHECK (priority BETWEEN 0 AND 2),
    ADD COLUMN reason     text,
    ADD COLUMN started_at timestamptz,
    -- Why the job did not succeed, as JSON: lists need not read logs.
    ADD COLUMN failure    text,
    -- The job as callers see it, as JSON, once it is final.
    ADD COLUMN view       text,
    ADD COLUMN plan_hash  text;
UPDATE job SET priority = CASE WHEN mutating THEN 1 ELSE 2 END;

-- A job that left something off is tried again by itself until that is on: it needs attention, and is worked on.
ALTER TABLE job
    DROP CONSTRAINT job_finished_is_final,
    ADD CONSTRAINT job_finished_is_final CHECK (
        CASE WHEN finished_at IS NOT NULL THEN state IN ('SUCCEEDED', 'FAILED', 'CANCELLED', 'NEEDS_ATTENTION')
             ELSE state NOT IN ('SUCCEEDED', 'FAILED', 'CANCELLED') END),
    ADD COLUMN live boolean NOT NULL GENERATED ALWAYS AS (finished_at IS NULL OR blocks_cluster) STORED;

-- One live changing job per cluster; one that left something off counts as live.
DROP INDEX job_one_live_per_cluster;
CREATE UNIQUE INDEX job_one_live_per_cluster ON job (cluster) WHERE mutating AND live;

DROP INDEX job_due;
CREATE INDEX job_claimable ON job (priority, due_at) WHERE live AND owner IS NULL;
DROP INDEX job_owned;
CREATE INDEX job_owned ON job (owner, lease_until) WHERE owner IS NOT NULL;
CREATE INDEX job_live_by_subject ON job (cluster, requested_by) WHERE finished_at IS NULL;
CREATE INDEX job_by_plan_hash ON job (cluster, plan_hash) WHERE plan_hash IS NOT NULL;
CREATE INDEX job_by_cluster_and_runbook ON job (cluster, runbook, id);
CREATE INDEX held_off_by_job ON held_off (job);

-- The process that appends events tells of them, once for many: a NOTIFY in each transaction makes commits wait for each other.
DROP TRIGGER job_event_signal ON job_event;
DROP FUNCTION job_event_signal();

-- A person has seen to what is off, and it is off still.
ALTER TABLE held_off
    ADD COLUMN acknowledged_by text;

-- What lists show of the jobs that are there already.
UPDATE job SET reason = e.body::jsonb ->> 'reason' FROM job_event e WHERE e.job = job.id AND e.seq = 1;
UPDATE job SET started_at =
    (SELECT min(at) FROM job_event e WHERE e.job = job.id AND e.body::jsonb ->> 'type' = 'CLAIMED');
UPDATE job SET failure = e.body::jsonb ->> 'failure'
    FROM job_event e WHERE e.job = job.id AND e.seq = job.last_seq AND e.body::jsonb ->> 'type' = 'FINISHED';
