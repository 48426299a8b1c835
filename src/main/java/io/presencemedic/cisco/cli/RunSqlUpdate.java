package io.presencemedic.cisco.cli;

import io.presencemedic.cisco.ChangedRows;
import io.presencemedic.cisco.EnterpriseNode;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code run sql update enterprisenode set subclusterid=… where id=…}: binds a node to a redundancy group (D6.3), the
 * only change of the database that is ever sent.
 *
 * @param subclusterId id of the redundancy group: a number or a UUID
 * @param nodeId id of the node, likewise
 */
public record RunSqlUpdate(String subclusterId, String nodeId) implements Command<ChangedRows> {
    private static final Pattern ROWS = Pattern.compile("Rows: (\\d{1,9})");

    /** @throws IllegalArgumentException where an id is neither a number nor a UUID */
    public RunSqlUpdate {
        if (!EnterpriseNode.isId(subclusterId) || !EnterpriseNode.isId(nodeId)) {
            throw new IllegalArgumentException("Not ids that may be sent");
        }
    }

    @Override
    public String text() {
        return "run sql update enterprisenode set subclusterid=" + literal(subclusterId) + " where id="
                + literal(nodeId);
    }

    /** As the document writes it where it is a number. */
    private static String literal(String id) {
        return id.indexOf('-') < 0 ? id : "'" + id + "'";
    }

    @Override
    public Effect effect() {
        return Effect.CHANGES;
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(120);
    }

    @Override
    public ChangedRows read(Answer answer) throws Unreadable {
        return rows(answer);
    }

    static ChangedRows rows(Answer answer) throws Unreadable {
        AnswerLines lines = new AnswerLines(answer);
        if (!lines.advance()) {
            throw lines.endedEarly("expected the number of changed rows");
        }
        Matcher rows = ROWS.matcher(lines.line());
        if (!rows.matches()) {
            throw lines.unexpected("expected the number of changed rows");
        }
        if (lines.advance()) {
            throw lines.unexpected("expected the end of the answer");
        }
        return new ChangedRows(Integer.parseInt(rows.group(1)));
    }
}
