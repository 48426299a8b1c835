-- Archives of evidence. A bundle is a job of an evidence runbook; its row is here once it has an archive, or is gone.
CREATE TABLE bundle (
    id            uuid PRIMARY KEY REFERENCES job (id),
    size          bigint CHECK (size > 0),
    sha256        text,
    files         integer,
    not_available integer,
    packed_at     timestamptz,
    expires_at    timestamptz,
    removed_at    timestamptz,
    CONSTRAINT bundle_archive_is_whole CHECK (
        num_nulls(size, sha256, files, not_available, packed_at, expires_at) IN (0, 6))
);
CREATE INDEX bundle_by_end ON bundle (expires_at) WHERE removed_at IS NULL;
