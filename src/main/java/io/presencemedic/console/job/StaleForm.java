package io.presencemedic.console.job;

import com.fasterxml.jackson.databind.JsonNode;
import io.presencemedic.console.page.StateSymbols;
import io.presencemedic.http.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a form from doing to a job what its reader did not mean: it carries what of the job the reader had before him
 * when he pressed the button.
 */
final class StaleForm {
    private static final String NONE = "-";

    private StaleForm() {}

    /** What a form carries: whether the job has ended, which line asks, and how many things are off. */
    static String seen(JsonNode job) {
        return (job.hasNonNull("finishedAt") ? "ended" : "live") + " "
                + job.path("question").path("line").asText(NONE) + " "
                + job.path("leftSwitchedOff").size();
    }

    /**
     * Requires that the job is still as the form's reader saw it.
     *
     * @throws io.presencemedic.http.ProblemException 409 {@code FORM_STALE}, saying what has changed
     */
    static void require(@Nullable String seen, JsonNode job) {
        String now = seen(job);
        if (seen == null || seen.equals(now)) {
            return;
        }
        throw Problem.of(
                        409,
                        "FORM_STALE",
                        "The job has gone on since this page was made, and nothing was done. " + changes(seen, job)
                                + " Look at it again and decide anew.")
                .with("job", job.path("id").asText())
                .exception();
    }

    private static String changes(String seen, JsonNode job) {
        String[] before = seen.split(" ", -1);
        String[] now = seen(job).split(" ", -1);
        List<String> said = new ArrayList<>();
        if (before.length != now.length) {
            return "It is " + StateSymbols.words(job.path("state").asText()) + " now.";
        }
        if (!before[0].equals(now[0])) {
            said.add("It has ended: " + StateSymbols.words(job.path("state").asText()) + ".");
        }
        if (!before[1].equals(now[1])) {
            said.add(now[1].equals(NONE) ? "It does not ask any more." : "Line " + now[1] + " asks now.");
        }
        if (!before[2].equals(now[2])) {
            said.add("Switched off are now " + now[2] + " things.");
        }
        return String.join(" ", said);
    }
}
