-- What lists show of a diagnosis, so that they read neither evidence nor facts.
ALTER TABLE diagnosis
    ADD COLUMN codes   text[],
    ADD COLUMN unknown integer;
UPDATE diagnosis SET
    codes = coalesce((SELECT array_agg(f.value ->> 'code' ORDER BY f.place)
        FROM jsonb_array_elements(findings::jsonb) WITH ORDINALITY f (value, place)), '{}'),
    unknown = jsonb_array_length(undetermined::jsonb);
ALTER TABLE diagnosis
    ALTER COLUMN codes SET NOT NULL,
    ALTER COLUMN unknown SET NOT NULL;
