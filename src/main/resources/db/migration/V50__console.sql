-- Logins of persons to the pages. "id" is the SHA-256 digest of what the browser carries. A session ends with its key.
CREATE TABLE console_session (
    id           text PRIMARY KEY,
    key          uuid NOT NULL REFERENCES api_key (id) ON DELETE CASCADE,
    csrf         text NOT NULL,
    created_at   timestamptz NOT NULL,
    last_used_at timestamptz NOT NULL
);
CREATE INDEX console_session_by_use ON console_session (last_used_at);
CREATE INDEX console_session_by_key ON console_session (key);

-- What ended last, for the page that shows it.
CREATE INDEX job_by_end ON job (finished_at DESC) WHERE finished_at IS NOT NULL;
