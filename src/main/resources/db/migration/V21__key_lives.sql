-- What is known of a key besides its name: who answers for it, until when and from where it opens, and what it allows.
ALTER TABLE api_key
    ALTER COLUMN role DROP NOT NULL,
    ADD COLUMN grants        text,
    ADD COLUMN owner         text,
    ADD COLUMN purpose       text,
    ADD COLUMN makers        text NOT NULL DEFAULT '[]',
    ADD COLUMN expires_at    timestamptz,
    ADD COLUMN last_used_at  timestamptz,
    ADD COLUMN addresses     text NOT NULL DEFAULT '[]',
    ADD COLUMN previous_hash text,
    ADD COLUMN rotated_until timestamptz,
    ADD CONSTRAINT api_key_allows_by_role_or_grants CHECK ((role IS NULL) <> (grants IS NULL)),
    ADD CONSTRAINT api_key_previous_is_whole CHECK ((previous_hash IS NULL) = (rotated_until IS NULL));
UPDATE api_key SET owner = name;
ALTER TABLE api_key ALTER COLUMN owner SET NOT NULL;

-- Every replica hears at once of a key that was made, changed or removed.
CREATE FUNCTION api_key_signal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('medic_key', '');
    RETURN NULL;
END $$;
CREATE TRIGGER api_key_signal AFTER INSERT OR DELETE ON api_key EXECUTE FUNCTION api_key_signal();
CREATE TRIGGER api_key_changed AFTER UPDATE OF name, role, grants, owner, hash, makers, expires_at, addresses,
    previous_hash, rotated_until ON api_key EXECUTE FUNCTION api_key_signal();

-- Who asked for a job: the person, so that nobody approves his own under another name.
CREATE TABLE job_requester (
    job     uuid PRIMARY KEY,
    subject text NOT NULL,
    person  text NOT NULL
);
