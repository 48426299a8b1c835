-- By which ways a cluster's nodes are read and changed.
ALTER TABLE cluster
    ADD COLUMN transport text NOT NULL DEFAULT 'SSH_WITH_SOAP' CHECK (transport IN ('SSH', 'SOAP', 'SSH_WITH_SOAP'));
