-- What a replica of the schema at version 50 writes; {n} makes each set of rows its own.
INSERT INTO cluster (id, display_name, platform_credential, application_credential, legacy_algorithms, simulated, version, created_at, updated_at, transport)
    VALUES ('emea-{n}', 'EMEA presence', 'emea-platform', 'emea-axl', false, false, 3, now(), now(), 'SSH_WITH_SOAP');
INSERT INTO node (cluster, name, place, role, host, ssh_port, https_port, host_key)
    VALUES ('emea-{n}', 'imp-pub', 0, 'IMP_PUBLISHER', '192.0.2.11', 22, 8443, 'SHA256:abc');
INSERT INTO idempotency (caller, key, fingerprint, status, location, body, created_at)
    VALUES ('caller', 'key-{n}', 'print', 202, '/api/v1/jobs/{n}', '{}', now());
INSERT INTO job (id, cluster, runbook, mode, state, mutating, requested_by, ticket, created_at, due_at, priority, reason)
    VALUES ('00000000-0000-7000-8000-00000000000{n}', 'emea-{n}', 'services-stuck-in-starting', 'EXECUTE', 'QUEUED', true, 'on-call', 'INC1', now(), now() + interval '1 day', 1, 'why');
INSERT INTO job_event (job, seq, at, body) VALUES ('00000000-0000-7000-8000-00000000000{n}', 1, now(), '{"type":"SUBMITTED"}');
INSERT INTO job_transcript (job, line, node, command, answer, started_at, finished_at)
    VALUES ('00000000-0000-7000-8000-00000000000{n}', 1, 'imp-pub', 'utils ha status', 'text', now(), now());
INSERT INTO job_requester (job, subject, person) VALUES ('00000000-0000-7000-8000-00000000000{n}', 'key', 'person');
INSERT INTO held_off (cluster, kind, subject, job, since)
    VALUES ('emea-{n}', 'HIGH_AVAILABILITY', 'group', '00000000-0000-7000-8000-00000000000{n}', now());
INSERT INTO diagnosis (id, cluster, made_at, findings, undetermined, status, facts)
    VALUES ('00000000-0000-7000-8000-00000000000{n}', 'emea-{n}', now(), '[]', '[]', '{}', '[]');
INSERT INTO bundle (id, size, sha256, files, not_available, packed_at, expires_at)
    VALUES ('00000000-0000-7000-8000-00000000000{n}', 10, 'abc', 1, 0, now(), now());
INSERT INTO api_key (id, name, role, lookup, hash, created_at, created_by, owner)
    VALUES ('00000000-0000-7000-8000-00000000001{n}', 'on-call-{n}', 'OPERATOR', 'lookup-{n}', 'hash', now(), 'admin', 'on-call');
INSERT INTO console_session (id, key, csrf, created_at, last_used_at)
    VALUES ('session-{n}', '00000000-0000-7000-8000-00000000001{n}', 'csrf', now(), now());
INSERT INTO audit_entry (verb, outcome, subject_kind, subject, subject_name, person, times)
    VALUES ('job.create', 'DONE', 'KEY', 'key', 'on-call', 'on-call', 1);
INSERT INTO webhook (id, name, url, format, events, clusters, secret, created_at, created_by)
    VALUES ('00000000-0000-7000-8000-00000000002{n}', 'hook-{n}', 'https://hooks.example.com', 'STANDARD', '{job.finished}', '{}', 'sealed', now(), 'admin');
INSERT INTO notification (id, kind, at, gravity, message_key, subject, summary, data)
    VALUES ('00000000-0000-7000-8000-00000000003{n}', 'job.finished', now(), 'INFO', 'key', 'subject', 'summary', '{}');
INSERT INTO webhook_delivery (id, webhook, notification, state, due_at, created_at)
    VALUES ('00000000-0000-7000-8000-00000000004{n}', '00000000-0000-7000-8000-00000000002{n}', '00000000-0000-7000-8000-00000000003{n}', 'PENDING', now(), now());
INSERT INTO refused_password (cluster, way, address, account, salt, hash, refused_at)
    VALUES ('emea-{n}', 'SSH', '192.0.2.11', 'admin', '\x00', '\x00', now());
