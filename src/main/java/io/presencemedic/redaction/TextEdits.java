package io.presencemedic.redaction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;

/** What is to be replaced in a line. */
final class TextEdits {
    private final String line;
    private final List<Edit> edits = new ArrayList<>();

    /** One replacement, with the start of what made it known. */
    private record Edit(int context, int from, int to, String text) {}

    TextEdits(String line) {
        this.line = line;
    }

    /** Masks the group {@code s} of a match; what is masked already stays. */
    void mask(Matcher match) {
        int from = match.start("s");
        int to = match.end("s");
        if (!line.substring(from, to).isBlank()) {
            add(match.start(), from, to, SecretMask.MASK);
        }
    }

    void add(int context, int from, int to, String text) {
        if (!line.startsWith(text, from) || to - from != text.length()) {
            edits.add(new Edit(context, from, to, text));
        }
    }

    boolean isEmpty() {
        return edits.isEmpty();
    }

    /** Where the line may be cut at this place or before, so that no secret is parted from what makes it known. */
    int cutBefore(int place) {
        int cut = place;
        edits.sort(Comparator.comparingInt(Edit::to).reversed());
        for (Edit edit : edits) {
            if (edit.context < cut && cut < edit.to) {
                cut = edit.context;
            }
        }
        return cut;
    }

    /** The end of the secret that begins first. */
    int firstEnd() {
        return edits.stream()
                .min(Comparator.comparingInt(Edit::context))
                .map(Edit::to)
                .orElse(0);
    }

    /** The line up to a place with its replacements; those that overlap become one. */
    Masked apply(int end) {
        StringBuilder text = new StringBuilder(end);
        int at = 0;
        long count = 0;
        edits.sort(Comparator.comparingInt(Edit::from).thenComparing(Edit::to, Comparator.reverseOrder()));
        for (Edit edit : edits) {
            if (edit.from >= end) {
                break;
            }
            if (edit.from >= at) {
                text.append(line, at, edit.from).append(edit.text);
                count++;
            }
            at = Math.max(at, edit.to);
        }
        text.append(line, Math.min(at, end), end);
        return new Masked(text.toString(), count);
    }

    /**
     * A text without its secrets.
     *
     * @param count how many were replaced
     */
    record Masked(String text, long count) {}
}
