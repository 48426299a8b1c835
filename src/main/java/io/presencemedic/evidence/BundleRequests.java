package io.presencemedic.evidence;

import io.presencemedic.database.Blocking;
import io.presencemedic.http.creation.IdempotencyKey;
import io.presencemedic.http.creation.StoredAnswer;
import io.presencemedic.job.JobReports;
import io.presencemedic.job.JobSubmission;
import io.presencemedic.job.view.JobReport;
import io.presencemedic.job.view.JobSummary;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Has bundles made for jobs of this service. Blocking; never called on an event loop. */
@ApplicationScoped
public class BundleRequests {
    /** Who asks for a bundle that nobody asked for by himself. */
    private static final String OWN = "presence-medic";

    private final JobSubmission submission;
    private final JobReports jobs;

    BundleRequests(JobSubmission submission, JobReports jobs) {
        this.submission = submission;
        this.jobs = jobs;
    }

    /**
     * Begins to collect a bundle that tells of a job. Asked again for the same job and kind, it is the same bundle.
     *
     * @param cluster the cluster's id
     * @param kind what the document wants
     * @param job the job whose end asks for it
     * @return the bundle's id
     */
    public UUID request(String cluster, BundleKind kind, UUID job) {
        Optional<JobSummary> known = jobs.find(job).map(JobReport::summary);
        String reason = known.map(found -> "job " + job + " (" + found.runbook() + ") ended " + found.state())
                .orElse("job " + job);
        String ticket = known.map(JobSummary::ticket).orElse(null);
        BundleRequest request = new BundleRequest(kind, null, job, reason, ticket, false);
        IdempotencyKey key = new IdempotencyKey("bundle " + kind + " of job " + job);
        StoredAnswer answer = Blocking.await(submission.begin(request.order(cluster), Optional.of(key), OWN));
        return UUID.fromString(answer.id());
    }
}
