-- Nothing lists all that has not ended any more. Where no job was live when the table was last analyzed, this index looked as good as the one
-- by cluster and caller, and each new job read all that wait, of all clusters, to count those of its caller.
DROP INDEX job_unfinished;
