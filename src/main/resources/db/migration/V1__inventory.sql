-- Clusters and their nodes. A node belongs to its cluster's document: it is written and removed with it.
CREATE TABLE cluster (
    id                   text PRIMARY KEY,
    display_name         text NOT NULL,
    platform_credential  text NOT NULL,
    application_credential text NOT NULL,
    legacy_algorithms    boolean NOT NULL,
    trusted_certificates text,
    simulated            boolean NOT NULL,
    version              bigint NOT NULL,
    created_at           timestamptz NOT NULL,
    updated_at           timestamptz NOT NULL
);

CREATE TABLE node (
    cluster    text NOT NULL REFERENCES cluster (id) ON DELETE CASCADE,
    name       text NOT NULL,
    place      integer NOT NULL,
    role       text NOT NULL CHECK (role IN ('CUCM_PUBLISHER', 'CUCM_SUBSCRIBER', 'IMP_PUBLISHER', 'IMP_SUBSCRIBER')),
    host       text NOT NULL,
    ssh_port   integer NOT NULL CHECK (ssh_port BETWEEN 1 AND 65535),
    https_port integer NOT NULL CHECK (https_port BETWEEN 1 AND 65535),
    host_key   text,
    PRIMARY KEY (cluster, name)
);

-- One publisher of each kind.
CREATE UNIQUE INDEX node_one_cucm_publisher ON node (cluster) WHERE role = 'CUCM_PUBLISHER';
CREATE UNIQUE INDEX node_one_imp_publisher ON node (cluster) WHERE role = 'IMP_PUBLISHER';

-- Answers to requests that create, kept so that the same request again gets the same answer. The key is inserted first
-- and the answer saved in the same transaction, so a row that can be seen is complete.
CREATE TABLE idempotency (
    caller      text NOT NULL,
    key         text NOT NULL,
    fingerprint text NOT NULL,
    status      integer,
    location    text,
    etag        text,
    body        text,
    created_at  timestamptz NOT NULL,
    PRIMARY KEY (caller, key)
);
CREATE INDEX idempotency_by_age ON idempotency (created_at);
