package io.presencemedic.console.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.TemplateExtension;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** How values look on a page: each state as a word, a sign and a tone, so that colour never stands alone. */
@TemplateExtension
public final class StateSymbols {
    private static final Set<String> GOOD = Set.of(
            "SUCCEEDED",
            "HEALTHY",
            "STARTED",
            "CHANGED",
            "ALREADY_SO",
            "NORMAL",
            "COLLECTED",
            "on",
            "healthy",
            "read",
            "DELIVERED",
            "ENABLED",
            "INTACT",
            "DONE",
            "ACTIVE");
    private static final Set<String> BUSY = Set.of(
            "RUNNING",
            "WAITING",
            "QUEUED",
            "AWAITING_APPROVAL",
            "STARTING",
            "STOPPING",
            "WARNING",
            "UNDETERMINED",
            "PARTLY",
            "COLLECTING",
            "PENDING",
            "PAUSED",
            "REFUSED",
            "INITIALIZING",
            "TAKING_OVER",
            "TAKING_BACK",
            "FAILING_OVER",
            "FALLING_BACK",
            "IDLE",
            "unknown command",
            "not known");
    private static final Set<String> BAD = Set.of(
            "FAILED",
            "NEEDS_ATTENTION",
            "FINDINGS",
            "CRITICAL",
            "ERROR",
            "STOPPED",
            "NOTRUNNING",
            "TIMED_OUT",
            "FAILED_OVER",
            "FAILED_OVER_WITH_CRITICAL_SERVICES_NOT_RUNNING",
            "RUNNING_IN_BACKUP_MODE",
            "RUNNING_IN_FAILED_MODE",
            "NOT_AVAILABLE",
            "DISABLED",
            "EXPIRED",
            "UNKNOWN",
            "BROKEN",
            "off",
            "not healthy");

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT);

    private StateSymbols() {}

    /** The style class of a state. */
    static String tone(String state) {
        return GOOD.contains(state) ? "good" : BUSY.contains(state) ? "busy" : BAD.contains(state) ? "bad" : "calm";
    }

    /** The sign of a state, for who does not see its colour. */
    static String sign(String state) {
        return switch (tone(state)) {
            case "good" -> "✔";
            case "busy" -> "●";
            case "bad" -> "✖";
            default -> "·";
        };
    }

    /** A constant of the API in plain words. */
    public static String words(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** A text on one line of Markdown, where it can neither end the line nor begin anything of its own. */
    static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").replaceAll("([\\\\`*_{}\\[\\]<>#|])", "\\\\$1");
    }

    /** A text inside a code span of Markdown. */
    static String code(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029`]+", " ");
    }

    static String onOff(Boolean configured) {
        return configured ? "on" : "off";
    }

    static String healthy(Boolean verdict) {
        return verdict ? "healthy" : "not healthy";
    }

    static String read(Boolean recognised) {
        return recognised ? "read" : "unknown command";
    }

    /** A time of the API as HTML wants it: to the second. */
    static String utc(String time) {
        return utc(Instant.parse(time));
    }

    /** A time as HTML wants it: to the second. */
    static String utc(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** A time for who reads it without our script, or on paper. */
    static String clock(String time) {
        return clock(Instant.parse(time));
    }

    /** A time for who reads it without our script, or on paper. */
    static String clock(Instant time) {
        return CLOCK.format(time.atOffset(ZoneOffset.UTC));
    }

    /** A finding's name in a comparison. */
    static String label(ObjectNode name) {
        return name.hasNonNull("node")
                ? name.path("code").asText() + " on " + name.path("node").asText()
                : name.path("code").asText();
    }

    /** A document as its text, for a form's hidden field. */
    static String json(ObjectNode document) {
        return document.toString();
    }

    /** A document as a person reads it. */
    static String pretty(ObjectNode document) {
        return document.toPrettyString();
    }

    /** The members of a document. */
    static List<Map.Entry<String, Object>> fields(ObjectNode document) {
        return document.properties().stream()
                .map(each ->
                        Map.<String, Object>entry(each.getKey(), each.getValue().asText()))
                .toList();
    }
}
