-- What diagnoses have found and none has seen gone since, so that the beginning and the end of each is told once.
CREATE TABLE open_finding (
    cluster   text NOT NULL,
    code      text NOT NULL,
    node      text NOT NULL,
    severity  text NOT NULL CHECK (severity IN ('CRITICAL', 'ERROR', 'WARNING', 'INFO')),
    summary   text NOT NULL,
    diagnosis uuid NOT NULL,
    since     timestamptz NOT NULL,
    PRIMARY KEY (cluster, code, node)
);

-- When the facts were read that the findings above come from: an older diagnosis that ends later says nothing new.
CREATE TABLE finding_look (
    cluster text PRIMARY KEY,
    made_at timestamptz NOT NULL
);
