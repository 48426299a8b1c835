-- Who retried a job: what was done before a retry is asked of all jobs of the same work, and none of them goes before its retries.
CREATE INDEX job_event_retry_of ON job_event ((body::jsonb ->> 'retryOf')) WHERE seq = 1 AND body LIKE '%"retryOf"%';
