-- A claim goes from one cluster that has free jobs to the next, whatever waits in each.
CREATE INDEX job_claimable_by_cluster ON job (priority, cluster, due_at) WHERE live AND owner IS NULL;
