-- What a line collects, and whether it holds something off for a time, was read out of its step's name; now its plan
-- says so.
UPDATE job_event planned
SET body = jsonb_set(planned.body::jsonb, '{lines}', (
        SELECT jsonb_agg(
                CASE
                    WHEN line ->> 'step' = 'hold-off' THEN line || '{"sleeps": true}'
                    WHEN line ->> 'step' LIKE 'collect-%' AND line ->> 'step' <> 'collect-findings'
                        THEN line || jsonb_build_object('collects', substr(line ->> 'step', length('collect-') + 1))
                    ELSE line
                END ORDER BY place)
        FROM jsonb_array_elements(planned.body::jsonb -> 'lines') WITH ORDINALITY AS lines (line, place)))::text
WHERE planned.body LIKE '{"type":"%PLANNED"%'
  AND (planned.body LIKE '%"step":"hold-off"%' OR planned.body LIKE '%"step":"collect-%');
