package io.presencemedic.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.presencemedic.evidence.folder.BundleDirectory;
import io.presencemedic.evidence.folder.SafeName;
import io.presencemedic.job.JobReports;
import io.presencemedic.job.JobReports.LineTranscript;
import io.presencemedic.link.Transcript;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a bundle holds of a job: its report, its events, what was sent and heard, and outputs from before its changes.
 */
@ApplicationScoped
class JobReportFiles {
    private static final Pattern COMMAND_LINE = Pattern.compile("(show|utils|run|set) [a-z].*");

    private final JobReports jobs;
    private final ObjectMapper json;

    JobReportFiles(JobReports jobs, ObjectMapper json) {
        this.jobs = jobs;
        this.json = json;
    }

    /**
     * Puts a job's reports into the folder.
     *
     * @param another whether the job is another than the bundle's own, which changes nothing and whose transcripts are
     *     the bundle itself
     */
    void put(UUID job, boolean another, BundleDirectory folder) throws IOException {
        String text = jobs.text(job).orElse("");
        folder.put("job/report.txt", out -> out.write(text.getBytes(UTF_8)));
        byte[] view = pretty(jobs.view(job).orElse(null));
        folder.put("job/report.json", out -> out.write(view));
        byte[] events = pretty(jobs.events(job));
        folder.put("job/events.json", out -> out.write(events));
        if (another) {
            folder.put("job/transcripts.txt", out -> jobs.transcripts(job, heard -> append(out, heard)));
            putOutputsBeforeChanges(job, folder);
        }
    }

    /** The first answer to each command: that is how the cluster was found. */
    private void putOutputsBeforeChanges(UUID job, BundleDirectory folder) {
        Set<String> seen = new HashSet<>();
        jobs.transcripts(job, heard -> {
            Transcript transcript = heard.transcript();
            String path =
                    "before/" + SafeName.of(transcript.node()) + "/" + SafeName.slug(transcript.command()) + ".txt";
            boolean wanted = heard.beforeChange()
                    && COMMAND_LINE.matcher(transcript.command()).matches();
            if (wanted && seen.add(path)) {
                byte[] text = ("admin:" + transcript.command() + "\n" + transcript.answer()).getBytes(UTF_8);
                try {
                    folder.put(path, out -> out.write(text));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
    }

    private static void append(OutputStream out, LineTranscript heard) {
        Transcript transcript = heard.transcript();
        String text = "# %s %s to %s%s%s%nadmin:%s%n%s%n"
                .formatted(
                        transcript.node(),
                        transcript.startedAt(),
                        transcript.finishedAt(),
                        heard.line() == null ? "" : ", line " + heard.line(),
                        transcript.failure() == null ? "" : ", " + transcript.failure(),
                        transcript.command(),
                        transcript.answer());
        try {
            out.write(text.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] pretty(@Nullable Object value) {
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
