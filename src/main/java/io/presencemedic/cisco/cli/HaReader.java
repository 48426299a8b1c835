package io.presencemedic.cisco.cli;

import io.presencemedic.cisco.HighAvailability;
import io.presencemedic.cisco.HighAvailability.Group;
import io.presencemedic.cisco.HighAvailability.Node;
import io.presencemedic.cisco.HighAvailabilityState;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads redundancy groups by their labels, which stand in one line or in one line each. A state or reason may go on in
 * the next line.
 */
final class HaReader {
    /** No state and no reason is longer. */
    private static final int LONGEST_VALUE = 300;

    private static final Pattern BLANKS = Pattern.compile("\\s++");
    private static final Pattern LABEL =
            Pattern.compile("(?i)(?<![\\w-])(?:(?<group>Subcluster Name) ?:" + "|(?:Node ?\\d{1,2} )?(?<name>Name) ?:"
                    + "|(?<state>State) ?:|(?<reason>Reason) ?:"
                    + "|Node ?\\d{1,2} ?:?(?=\\s|$)|(?:Number of |Assigned |Active )?Users ?: ?\\d{1,9}(?!\\S))");
    private static final Pattern CHATTER = Pattern.compile(
            "(?i)Initiate Manual (Failover|Fallback) for Node.*|Request SUCCESSFUL\\.?|command successful\\.?");
    private static final Pattern REASON = Pattern.compile(
            "(?i)normal|on admin request|initiali[sz]ation|automatic fallback|critical services? down|database failure"
                    + "|start of critical services failed|peer down|peer reboot|peer down during initiali[sz]ation"
                    + "|cisco server recovery manager take (over|back) users failed|unknown"
                    + "|auto recover database failure|auto recover critical services? down"
                    + "|high availability not enabled");

    private final AnswerLines lines;
    private final List<Group> groups = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private Field field = Field.NONE;
    private String value = "";
    private int valueAt = 1;
    private @Nullable String group;
    private @Nullable String node;
    private @Nullable String state;
    private @Nullable String reason;

    private enum Field {
        NONE,
        GROUP,
        NAME,
        STATE,
        REASON
    }

    HaReader(Answer answer) {
        lines = new AnswerLines(answer);
    }

    HighAvailability read() throws Unreadable {
        while (lines.advance()) {
            if (!CHATTER.matcher(lines.line()).matches()) {
                line(BLANKS.matcher(lines.line()).replaceAll(" "));
            }
        }
        endOfField();
        endOfGroup();
        if (groups.isEmpty()) {
            throw lines.endedEarly("the answer names no redundancy group");
        }
        return new HighAvailability(groups);
    }

    private void line(String line) throws Unreadable {
        Matcher label = LABEL.matcher(line);
        int from = 0;
        while (label.find()) {
            text(line.substring(from, label.start()));
            from = label.end();
            begin(label);
        }
        text(line.substring(from));
    }

    private void begin(Matcher label) throws Unreadable {
        if (label.group("group") != null) {
            endOfField();
            endOfGroup();
            field = Field.GROUP;
        } else if (label.group("name") != null) {
            endOfField();
            endOfNode();
            field = Field.NAME;
        } else if (label.group("state") != null) {
            endOfField();
            field = Field.STATE;
        } else if (label.group("reason") != null) {
            endOfField();
            field = Field.REASON;
        } else {
            endOfField();
            field = Field.NONE;
        }
    }

    private void text(String text) throws Unreadable {
        if (text.isBlank()) {
            return;
        }
        if (field == Field.NONE || (!value.isEmpty() && closed())) {
            throw lines.unexpected("expected a redundancy group or a node with its state");
        }
        if (value.length() > LONGEST_VALUE) {
            throw lines.unexpected("a state or reason is longer than any");
        }
        valueAt = value.isEmpty() ? lines.number() : valueAt;
        value = (value + " " + text.strip()).strip();
    }

    /** Whether the value cannot go on in a further line. */
    private boolean closed() {
        return switch (field) {
            case NONE, GROUP, NAME -> true;
            case STATE -> false;
            case REASON -> REASON.matcher(value).matches();
        };
    }

    private void endOfField() throws Unreadable {
        String found = value;
        value = "";
        switch (field) {
            case NONE -> {}
            case GROUP -> group = required(group, found, "the name of a redundancy group");
            case NAME -> node = required(node, found, "the name of a node");
            case STATE -> state = required(state, known(found), "the state of a node");
            case REASON -> reason = found.isEmpty() ? null : required(reason, found, "a reason");
        }
        field = Field.NONE;
    }

    private String required(@Nullable String before, String found, String what) throws Unreadable {
        if (before != null || found.isEmpty()) {
            throw lines.unexpected("expected " + what);
        }
        return found;
    }

    private String known(String words) throws Unreadable {
        if (HighAvailabilityState.ofWords(words).isEmpty()) {
            throw words.isEmpty()
                    ? lines.unexpected("expected the state of a node")
                    : lines.unexpectedAt(valueAt, "the state of a node is not known");
        }
        return words;
    }

    private void endOfNode() throws Unreadable {
        if (node == null && state == null && reason == null) {
            return;
        }
        if (group == null || node == null || state == null) {
            throw lines.unexpected("a node lacks its group, its name or its state");
        }
        HighAvailabilityState known = HighAvailabilityState.ofWords(state).orElseThrow();
        nodes.add(new Node(node, known, state, reason));
        node = null;
        state = null;
        reason = null;
    }

    private void endOfGroup() throws Unreadable {
        endOfNode();
        if (group != null) {
            if (nodes.isEmpty()) {
                throw lines.unexpected("a redundancy group lacks its nodes");
            }
            groups.add(new Group(group, nodes));
        }
        nodes.clear();
        group = null;
    }
}
