package io.presencemedic.evidence.folder;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One item of the document's list, done: what was collected for it and what was not.
 *
 * @param step the plan's step
 * @param node the node
 * @param item the command or the log, in the document's words
 * @param finishedAt when it was done
 * @param files paths in the archive
 * @param missing what is not there, with the reason
 */
public record ItemRecord(
        String step, String node, String item, Instant finishedAt, List<String> files, List<Missing> missing) {
    private static final int MOST_WORDS = 600;

    public ItemRecord {
        files = List.copyOf(files);
        missing = List.copyOf(missing);
    }

    /** How a node is asked. */
    public enum Channel {
        COMMAND_LINE,
        WEB_SERVICE
    }

    /** A node and how it is asked. */
    public record Way(String node, Channel channel) {}

    /**
     * Something that the bundle does not hold.
     *
     * @param what a file, a log, or the item itself
     * @param code stable code, of the link's failure where it is one
     * @param reason why, for a person
     * @param way which node did not give it, and how it was asked; null where no node is the cause
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Missing(
            String what,
            String code,
            String reason,
            @Nullable Way way) {}

    /** The same with other words, where it quotes what nodes say. */
    ItemRecord map(UnaryOperator<String> words) {
        List<Missing> shown = missing.stream()
                .map(one -> new Missing(words.apply(one.what()), one.code(), words.apply(one.reason()), one.way()))
                .toList();
        return new ItemRecord(step, node, words.apply(item), finishedAt, files, shown);
    }

    /** Whether everything that the item names, and that the node can have, is there. */
    public boolean lacksNothing() {
        return missing.stream().allMatch(one -> one.code().equals(NotAvailable.NOT_APPLICABLE));
    }

    /** The record in a sentence, for the job's report. */
    public String words() {
        String there = files.isEmpty() ? "" : files.size() == 1 ? "1 file" : files.size() + " files";
        if (missing.isEmpty()) {
            return there.isEmpty() ? "nothing to collect" : there;
        }
        String why = missing.stream().map(this::words).distinct().collect(Collectors.joining("; "));
        String all = (there.isEmpty() ? "" : there + "; ") + (lacksNothing() ? "" : "not available: ") + why;
        return all.length() <= MOST_WORDS ? all : all.substring(0, MOST_WORDS) + "…";
    }

    private String words(Missing one) {
        String part = one.what().startsWith(item + ", ") ? one.what().substring(item.length() + 2) : one.what();
        return one.what().equals(item) ? one.reason() : part + ": " + one.reason();
    }
}
