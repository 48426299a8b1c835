-- Where the value of a credential may be sent, for those whose configuration does not say so: the hosts of the cluster that
-- first used it, until an administrator who knows its password names others.
CREATE TABLE credential_binding (
    credential text PRIMARY KEY,
    hosts      text NOT NULL,
    source     text NOT NULL CHECK (source IN ('FIRST_USE', 'ADMINISTRATOR')),
    bound_at   timestamptz NOT NULL
);

INSERT INTO credential_binding (credential, hosts, source, bound_at)
SELECT used.credential, string_agg(DISTINCT lower(node.host), ' ' ORDER BY lower(node.host)), 'FIRST_USE', now()
FROM (SELECT id, platform_credential AS credential FROM cluster WHERE NOT simulated
      UNION SELECT id, application_credential FROM cluster WHERE NOT simulated) used
JOIN node ON node.cluster = used.id
GROUP BY used.credential;
