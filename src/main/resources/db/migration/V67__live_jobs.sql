-- What monitoring counts every two seconds, and the page that shows what is at work: the live jobs among all that ended.
CREATE INDEX job_live ON job (id) WHERE live;
CREATE INDEX job_unfinished ON job (id DESC) WHERE finished_at IS NULL;
-- What was asked for lately that may change a cluster.
CREATE INDEX job_changing_by_cluster ON job (cluster, id DESC) WHERE mutating;
