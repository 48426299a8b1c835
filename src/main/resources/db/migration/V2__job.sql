-- A job is its log. The row says who owns it, when it is due, and what the database itself has to guarantee.
CREATE TABLE job (
    id             uuid PRIMARY KEY,
    cluster        text NOT NULL,
    runbook        text NOT NULL,
    mode           text NOT NULL CHECK (mode IN ('EXECUTE', 'PLAN')),
    state          text NOT NULL,
    mutating       boolean NOT NULL,
    requested_by   text NOT NULL,
    ticket         text,
    created_at     timestamptz NOT NULL,
    finished_at    timestamptz,
    due_at         timestamptz NOT NULL,
    owner          text,
    lease_until    timestamptz,
    fence          bigint NOT NULL DEFAULT 0,
    last_seq       bigint NOT NULL DEFAULT 0,
    blocks_cluster boolean NOT NULL DEFAULT false,
    CONSTRAINT job_finished_is_final CHECK (
        (finished_at IS NOT NULL) = (state IN ('SUCCEEDED', 'FAILED', 'CANCELLED', 'NEEDS_ATTENTION'))),
    CONSTRAINT job_finished_has_no_owner CHECK (finished_at IS NULL OR owner IS NULL),
    CONSTRAINT job_owner_has_lease CHECK ((owner IS NULL) = (lease_until IS NULL))
);

-- One live changing job per cluster.
CREATE UNIQUE INDEX job_one_live_per_cluster ON job (cluster) WHERE mutating AND finished_at IS NULL;
CREATE INDEX job_due ON job (due_at) WHERE finished_at IS NULL;
CREATE INDEX job_owned ON job (owner) WHERE owner IS NOT NULL;
CREATE INDEX job_blocking ON job (cluster) WHERE blocks_cluster;
CREATE INDEX job_by_cluster ON job (cluster, id);
CREATE INDEX job_by_state ON job (state, id);
CREATE INDEX job_by_runbook ON job (runbook, id);
CREATE INDEX job_by_ticket ON job (ticket, id) WHERE ticket IS NOT NULL;

CREATE TABLE job_event (
    job  uuid NOT NULL REFERENCES job (id),
    seq  bigint NOT NULL CHECK (seq > 0),
    at   timestamptz NOT NULL,
    body text NOT NULL,
    PRIMARY KEY (job, seq)
);

CREATE FUNCTION job_event_signal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('medic_job', NEW.job::text);
    RETURN NULL;
END $$;

CREATE TRIGGER job_event_signal AFTER INSERT ON job_event FOR EACH ROW EXECUTE FUNCTION job_event_signal();

-- Every command and answer, secrets masked.
CREATE TABLE job_transcript (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    job         uuid NOT NULL REFERENCES job (id),
    line        integer,
    node        text NOT NULL,
    command     text NOT NULL,
    answer      text NOT NULL,
    started_at  timestamptz NOT NULL,
    finished_at timestamptz NOT NULL,
    failure     text
);
CREATE INDEX job_transcript_by_job ON job_transcript (job, id);

-- What is switched off at present, and by which job: the platform cannot be asked for the monitor's state.
CREATE TABLE held_off (
    cluster text NOT NULL,
    kind    text NOT NULL,
    subject text NOT NULL,
    job     uuid NOT NULL REFERENCES job (id),
    since   timestamptz NOT NULL,
    PRIMARY KEY (cluster, kind, subject)
);
