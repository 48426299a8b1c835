-- Who did what. The trigger gives each entry its number, its time and its place in the chain of hashes, under the lock of
-- the chain's head, so entries are written one transaction after the other and in the transaction of what they record.
CREATE TABLE audit_head (
    one  boolean PRIMARY KEY DEFAULT true CHECK (one),
    seq  bigint NOT NULL,
    hash text NOT NULL
);
INSERT INTO audit_head (seq, hash) VALUES (0, repeat('0', 64));

CREATE TABLE audit_entry (
    seq           bigint PRIMARY KEY,
    at            timestamptz NOT NULL,
    verb          text NOT NULL,
    outcome       text NOT NULL CHECK (outcome IN ('DONE', 'REFUSED')),
    subject_kind  text NOT NULL CHECK (subject_kind IN ('KEY', 'TOKEN', 'SERVICE', 'UNKNOWN')),
    subject       text NOT NULL,
    subject_name  text NOT NULL,
    person        text NOT NULL,
    address       text,
    request       text,
    cluster       text,
    job           uuid,
    target        text,
    code          text,
    times         bigint NOT NULL CHECK (times > 0),
    before        text,
    after         text,
    previous_hash text NOT NULL,
    hash          text NOT NULL
);
CREATE INDEX audit_by_subject ON audit_entry (subject_name, seq);
CREATE INDEX audit_by_verb ON audit_entry (verb, seq);
CREATE INDEX audit_by_cluster ON audit_entry (cluster, seq) WHERE cluster IS NOT NULL;
CREATE INDEX audit_by_job ON audit_entry (job, seq) WHERE job IS NOT NULL;
CREATE INDEX audit_by_time ON audit_entry (at, seq);

-- Heads of the chain that were told to the world outside of this database.
CREATE TABLE audit_anchor (
    seq  bigint PRIMARY KEY,
    hash text NOT NULL,
    at   timestamptz NOT NULL
);

-- Ranges from the beginning that were exported; their entries may be removed.
CREATE TABLE audit_archive (
    up_to     bigint PRIMARY KEY,
    hash      text NOT NULL,
    sha256    text NOT NULL,
    signature text NOT NULL,
    at        timestamptz NOT NULL
);

CREATE FUNCTION audit_field(value text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN value IS NULL THEN '-' ELSE octet_length(convert_to(value, 'UTF8')) || ':' || value END
$$;

CREATE FUNCTION audit_chain() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
    head audit_head;
BEGIN
    SELECT * INTO STRICT head FROM audit_head FOR UPDATE;
    NEW.seq := head.seq + 1;
    NEW.at := clock_timestamp();
    NEW.previous_hash := head.hash;
    NEW.hash := encode(sha256(convert_to(
        audit_field(NEW.previous_hash) || audit_field(NEW.seq::text)
        || audit_field(to_char(NEW.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
        || audit_field(NEW.verb) || audit_field(NEW.outcome) || audit_field(NEW.subject_kind)
        || audit_field(NEW.subject) || audit_field(NEW.subject_name) || audit_field(NEW.person)
        || audit_field(NEW.address) || audit_field(NEW.request) || audit_field(NEW.cluster)
        || audit_field(NEW.job::text) || audit_field(NEW.target) || audit_field(NEW.code)
        || audit_field(NEW.times::text) || audit_field(NEW.before) || audit_field(NEW.after), 'UTF8')), 'hex');
    UPDATE audit_head SET seq = NEW.seq, hash = NEW.hash;
    RETURN NEW;
END $$;

CREATE FUNCTION audit_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND TG_TABLE_NAME = 'audit_entry' THEN
        IF OLD.seq <= (SELECT coalesce(max(up_to), 0) FROM audit_archive) THEN
            RETURN OLD;
        END IF;
    END IF;
    RAISE EXCEPTION 'the audit log is only added to' USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER audit_chain BEFORE INSERT ON audit_entry FOR EACH ROW EXECUTE FUNCTION audit_chain();
CREATE TRIGGER audit_stays BEFORE UPDATE OR DELETE ON audit_entry FOR EACH ROW EXECUTE FUNCTION audit_stays();
CREATE TRIGGER audit_stays_whole BEFORE TRUNCATE ON audit_entry EXECUTE FUNCTION audit_stays();
CREATE TRIGGER audit_stays BEFORE UPDATE OR DELETE ON audit_anchor FOR EACH ROW EXECUTE FUNCTION audit_stays();
CREATE TRIGGER audit_stays_whole BEFORE TRUNCATE ON audit_anchor EXECUTE FUNCTION audit_stays();
CREATE TRIGGER audit_stays BEFORE UPDATE OR DELETE ON audit_archive FOR EACH ROW EXECUTE FUNCTION audit_stays();
CREATE TRIGGER audit_stays_whole BEFORE TRUNCATE ON audit_archive EXECUTE FUNCTION audit_stays();

-- Removes what was archived, for a service whose role may not delete.
CREATE FUNCTION audit_remove_archived() RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
    removed bigint;
BEGIN
    DELETE FROM audit_entry WHERE seq <= (SELECT coalesce(max(up_to), 0) FROM audit_archive);
    GET DIAGNOSTICS removed = ROW_COUNT;
    RETURN removed;
END $$;

-- Where the service has a role of its own, that role adds entries and reads them.
DO $$
DECLARE
    role record;
    name text;
BEGIN
    FOR role IN SELECT DISTINCT grantee FROM information_schema.role_table_grants
            WHERE table_schema = current_schema() AND table_name = 'audit_entry' AND grantee <> current_user LOOP
        FOREACH name IN ARRAY ARRAY['audit_entry', 'audit_anchor', 'audit_archive'] LOOP
            EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON %I FROM %I', name, role.grantee);
        END LOOP;
        EXECUTE format('REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON audit_head FROM %I', role.grantee);
    END LOOP;
END $$;
