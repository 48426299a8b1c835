-- What lists show of a diagnosis, so that they read neither evidence nor facts.
ALTER TABLE diagnosis
    ADD COLUMN codes   text[]  NOT NULL DEFAULT '{}',
    ADD COLUMN unknown integer NOT NULL DEFAULT 0;
UPDATE diagnosis SET
    codes = coalesce((SELECT array_agg(f.value ->> 'code' ORDER BY f.place)
        FROM jsonb_array_elements(findings::jsonb) WITH ORDINALITY f (value, place)), '{}'),
    unknown = jsonb_array_length(undetermined::jsonb);
