-- Whoever signed in to the pages at the identity provider has no key: who he is stands in the session.
ALTER TABLE console_session
    ALTER COLUMN key DROP NOT NULL,
    ADD COLUMN subject text,
    ADD COLUMN name    text,
    ADD COLUMN person  text,
    ADD COLUMN groups  text,
    ADD CONSTRAINT console_session_has_one_holder CHECK (
        CASE WHEN key IS NULL THEN num_nulls(subject, name, person, groups) = 0
        ELSE num_nonnulls(subject, name, person, groups) = 0 END);
