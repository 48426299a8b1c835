-- Endpoints that are told what happens. Their signing secrets are sealed with a key that is not in the database.
CREATE TABLE webhook (
    id              uuid PRIMARY KEY,
    name            text NOT NULL UNIQUE,
    url             text NOT NULL,
    format          text NOT NULL CHECK (format IN ('STANDARD', 'CLOUDEVENTS', 'SERVICENOW_EVENT', 'SERVICENOW_RECORD')),
    events          text[] NOT NULL CHECK (cardinality(events) > 0),
    clusters        text[] NOT NULL,
    hmac_header     text,
    hmac_encoding   text CHECK (hmac_encoding IN ('HEX', 'BASE64')),
    hmac_prefix     text,
    auth_scheme     text CHECK (auth_scheme IN ('BASIC', 'BEARER')),
    auth_credential text,
    secret          text NOT NULL,
    old_secret      text,
    old_until       timestamptz,
    disabled_why    text CHECK (disabled_why IN ('REQUESTED', 'GONE', 'FAILURES')),
    disabled_at     timestamptz,
    given_up        integer NOT NULL DEFAULT 0,
    created_at      timestamptz NOT NULL,
    created_by      text NOT NULL,
    -- Who delivers at present; only the delivery writes these.
    owner           text,
    lease_until     timestamptz,
    fence           bigint NOT NULL DEFAULT 0,
    CONSTRAINT webhook_hmac_is_whole CHECK (num_nulls(hmac_header, hmac_encoding, hmac_prefix) IN (0, 3)),
    CONSTRAINT webhook_auth_is_whole CHECK (num_nulls(auth_scheme, auth_credential) IN (0, 2)),
    CONSTRAINT webhook_rotation_is_whole CHECK (num_nulls(old_secret, old_until) IN (0, 2)),
    CONSTRAINT webhook_disabled_is_whole CHECK (num_nulls(disabled_why, disabled_at) IN (0, 2))
);

-- What happened and is to be told; kept as long as a delivery of it.
CREATE TABLE notification (
    id          uuid PRIMARY KEY,
    kind        text NOT NULL,
    at          timestamptz NOT NULL,
    cluster     text,
    ticket      text,
    gravity     text NOT NULL,
    message_key text NOT NULL,
    subject     text NOT NULL,
    summary     text NOT NULL,
    data        text NOT NULL
);
CREATE INDEX notification_by_time ON notification (at);

-- The outbox: one row per event and endpoint, written with the event. "place" is the order of an endpoint's messages.
CREATE TABLE webhook_delivery (
    id              uuid PRIMARY KEY,
    place           bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    webhook         uuid NOT NULL REFERENCES webhook (id) ON DELETE CASCADE,
    notification    uuid NOT NULL REFERENCES notification (id) ON DELETE CASCADE,
    state           text NOT NULL CHECK (state IN ('PENDING', 'DELIVERED', 'FAILED')),
    attempts        integer NOT NULL DEFAULT 0,
    due_at          timestamptz NOT NULL,
    created_at      timestamptz NOT NULL,
    last_attempt_at timestamptz,
    last_status     integer,
    last_answer     text,
    last_failure    text,
    last_detail     text,
    ended_at        timestamptz,
    CONSTRAINT webhook_delivery_ended CHECK ((ended_at IS NULL) = (state = 'PENDING'))
);
CREATE INDEX webhook_delivery_next ON webhook_delivery (webhook, place) WHERE state = 'PENDING';
CREATE INDEX webhook_delivery_by_webhook ON webhook_delivery (webhook, place DESC);
CREATE INDEX webhook_delivery_by_state ON webhook_delivery (webhook, state, place DESC);
CREATE INDEX webhook_delivery_by_notification ON webhook_delivery (notification);

-- UUID version 7 (RFC 9562): ids of rows that statements make from other rows.
CREATE FUNCTION medic_uuid7() RETURNS uuid LANGUAGE sql VOLATILE AS $$
    SELECT encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
        placing substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3)
        FROM 1 FOR 6), 52, 1), 53, 1), 'hex')::uuid
$$;
