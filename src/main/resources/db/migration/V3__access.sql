-- API keys. The key itself is never stored; "lookup" is the start of its hash, to find the row by.
CREATE TABLE api_key (
    id         uuid PRIMARY KEY,
    name       text NOT NULL UNIQUE,
    role       text NOT NULL CHECK (role IN ('VIEWER', 'OPERATOR', 'APPROVER', 'ADMIN')),
    lookup     text NOT NULL UNIQUE,
    hash       text NOT NULL,
    created_at timestamptz NOT NULL,
    created_by text NOT NULL
);
