-- What is kept for a time only goes with its job. What a job holds off does not: the database refuses to forget it.
ALTER TABLE job_event
    DROP CONSTRAINT job_event_job_fkey,
    ADD CONSTRAINT job_event_job_fkey FOREIGN KEY (job) REFERENCES job (id) ON DELETE CASCADE;
ALTER TABLE job_transcript
    DROP CONSTRAINT job_transcript_job_fkey,
    ADD CONSTRAINT job_transcript_job_fkey FOREIGN KEY (job) REFERENCES job (id) ON DELETE CASCADE;
ALTER TABLE bundle
    DROP CONSTRAINT bundle_id_fkey,
    ADD CONSTRAINT bundle_id_fkey FOREIGN KEY (id) REFERENCES job (id) ON DELETE CASCADE;
-- Written with the job, in whatever order.
ALTER TABLE job_requester
    ADD CONSTRAINT job_requester_job_fkey FOREIGN KEY (job) REFERENCES job (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY DEFERRED;

CREATE INDEX job_transcript_by_age ON job_transcript (finished_at);

-- When what was last swept; each replica shows it.
CREATE TABLE sweep (
    things   text PRIMARY KEY,
    ended_at timestamptz NOT NULL,
    removed  bigint NOT NULL
);
