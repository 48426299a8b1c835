-- Passwords that nodes refused, by their hashes: none is sent again before it was changed or a person says so.
CREATE TABLE refused_password (
    cluster    text        NOT NULL,
    way        text        NOT NULL CHECK (way IN ('SSH', 'WEB')),
    address    text        NOT NULL,
    account    text        NOT NULL,
    salt       bytea       NOT NULL,
    hash       bytea       NOT NULL,
    refused_at timestamptz NOT NULL,
    PRIMARY KEY (cluster, way, address, account)
);
