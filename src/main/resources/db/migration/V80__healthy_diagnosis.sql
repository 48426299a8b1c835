-- The last healthy diagnosis of a cluster, however long it has been ill since.
CREATE INDEX diagnosis_healthy ON diagnosis (cluster, id DESC) WHERE findings = '[]' AND undetermined = '[]';
