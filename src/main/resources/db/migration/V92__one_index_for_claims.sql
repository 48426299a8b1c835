-- A claim may find its jobs by job_claimable_by_cluster alone. Where no job was live when the table was last analyzed, each index of the
-- live ones looks as good as any other, and one that has to read all of them was taken for each cluster. What says which priorities there
-- are, which a claim does not say, is not considered for it.
DROP INDEX job_claimable;
CREATE INDEX job_due ON job (priority, due_at) WHERE live AND owner IS NULL AND priority >= 0;
DROP INDEX job_live;
CREATE INDEX job_live ON job (id) WHERE live AND priority >= 0;
