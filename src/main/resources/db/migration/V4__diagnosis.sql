-- What diagnoses found. A diagnosis is a job of the runbook "diagnosis"; its row is here once its facts are in.
CREATE TABLE diagnosis (
    id           uuid PRIMARY KEY REFERENCES job (id) ON DELETE CASCADE,
    cluster      text NOT NULL,
    made_at      timestamptz NOT NULL,
    findings     text NOT NULL,
    undetermined text NOT NULL,
    status       text NOT NULL,
    facts        text NOT NULL
);
CREATE INDEX diagnosis_by_cluster ON diagnosis (cluster, id DESC);
