-- The service's role could say by itself that a range was archived, and had it removed by that. From now on a function of the
-- owner says so, of entries that are as the caller believes and that are old enough for the owner of the database.
CREATE TABLE audit_archive_rule (
    one       boolean PRIMARY KEY DEFAULT true CHECK (one),
    least_age interval NOT NULL CHECK (least_age >= '0')
);
INSERT INTO audit_archive_rule (least_age) VALUES ('0');

-- Gives how many entries were removed, or nothing where the range may not be archived.
CREATE FUNCTION audit_archive_range(last bigint, last_hash text, statement text, seal text, made timestamptz)
RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
    recorded timestamptz;
BEGIN
    PERFORM 1 FROM audit_head FOR UPDATE;
    SELECT at INTO recorded FROM audit_entry WHERE seq = last AND hash = last_hash;
    IF NOT FOUND OR recorded > clock_timestamp() - (SELECT least_age FROM audit_archive_rule) THEN
        RETURN NULL;
    END IF;
    INSERT INTO audit_archive (up_to, hash, sha256, signature, at)
    VALUES (last, last_hash, encode(sha256(convert_to(statement, 'UTF8')), 'hex'), seal, made);
    RETURN audit_remove_archived();
END $$;
REVOKE EXECUTE ON FUNCTION audit_remove_archived() FROM PUBLIC;

-- An anchor is what an entry is; one that was made up would call an honest chain broken.
CREATE FUNCTION audit_anchor_is_true() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM audit_entry WHERE seq = NEW.seq AND hash = NEW.hash) THEN
        RETURN NEW;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER audit_anchor_is_true BEFORE INSERT ON audit_anchor FOR EACH ROW EXECUTE FUNCTION audit_anchor_is_true();

DO $$
DECLARE
    role record;
BEGIN
    FOR role IN SELECT DISTINCT grantee FROM information_schema.role_table_grants
            WHERE table_schema = current_schema() AND table_name = 'audit_entry' AND grantee <> current_user LOOP
        EXECUTE format('REVOKE INSERT ON audit_archive FROM %I', role.grantee);
        EXECUTE format('REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON audit_archive_rule FROM %I', role.grantee);
    END LOOP;
END $$;
