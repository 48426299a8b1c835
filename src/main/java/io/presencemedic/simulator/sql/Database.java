package io.presencemedic.simulator.sql;

import io.presencemedic.simulator.model.SimulatedNodeState;
import io.presencemedic.simulator.model.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The database of one node. */
public final class Database {
    private static final String NAME = "[a-z_][a-z0-9_.]*";
    private static final String TABLE = "(?<table>[a-z_][a-z0-9_]*)(?:\\s+(?:as\\s+)?(?<alias>(?!on\\b)[a-z_]\\w*))?";
    private static final Pattern SELECT = Pattern.compile(
            "select\\s+(?<what>.+?)\\s+from\\s+(?<from>.+?)(?:\\s+where\\s+(?<where>.+))?", Pattern.DOTALL);
    private static final Pattern FIRST = Pattern.compile(TABLE);
    private static final Pattern JOIN = Pattern.compile(TABLE + "\\s+on\\s+\\(?(?<on>[^()]+?)\\)?", Pattern.DOTALL);
    private static final Pattern EQUALS =
            Pattern.compile("(?<left>" + NAME + ")\\s*=\\s*(?<right>'[^']*'|-?\\d+|" + NAME + ")");
    private static final Pattern IS_NULL = Pattern.compile("(?<left>" + NAME + ")\\s+is\\s+(?<not>not\\s+)?null");
    private static final Pattern UPDATE = Pattern.compile("update\\s+(?<table>\\w+)\\s+set\\s+subclusterid\\s*=\\s*"
            + "'?(?<value>\\d{1,9}|null)'?\\s+where\\s+id\\s*=\\s*'?(?<id>\\d{1,9})'?");

    private final World world;
    private final SimulatedNodeState here;
    private final Tables tables;

    /** The database of a node. */
    public Database(World world, SimulatedNodeState here) {
        this.world = world;
        this.here = here;
        this.tables = new Tables(world, here);
    }

    /**
     * Carries out a SELECT.
     *
     * @param sql the statement
     * @throws SqlException if it is not understood, or the database does not run
     */
    public Rows select(String sql) throws SqlException {
        checkRuns();
        Matcher select = SELECT.matcher(lowered(sql));
        if (!select.matches()) {
            throw new SqlException("A syntax error has occurred.");
        }
        JoinedRows joined = from(select.group("from"));
        @Nullable String where = select.group("where");
        if (where != null) {
            joined = filtered(joined, where);
        }
        return shown(joined, select.group("what").strip());
    }

    /**
     * Carries out an UPDATE, of which only the one is understood that binds a node to a redundancy group.
     *
     * @param sql the statement
     * @return how many rows it changed
     * @throws SqlException if it is not understood, or the database does not run
     */
    public int update(String sql) throws SqlException {
        checkRuns();
        Matcher update = UPDATE.matcher(lowered(sql));
        if (!update.matches() || tables.find(update.group("table")).isEmpty()) {
            throw new SqlException("A syntax error has occurred.");
        }
        if (!update.group("table").equals("enterprisenode")) {
            throw new SqlException("No UPDATE permission for " + update.group("table") + ".");
        }
        String value = update.group("value");
        return world.membership()
                .bind(Integer.parseInt(update.group("id")), value.equals("null") ? null : Integer.valueOf(value));
    }

    private void checkRuns() throws SqlException {
        if (!here.runs("A Cisco DB")) {
            throw new SqlException("The database is not running on this server.");
        }
    }

    private JoinedRows from(String from) throws SqlException {
        JoinedRows joined = JoinedRows.nothing();
        Pattern form = FIRST;
        for (String part : from.strip().split("\\s+(?:inner\\s+)?join\\s+")) {
            Matcher matcher = form.matcher(part.strip());
            if (!matcher.matches()) {
                throw new SqlException("A syntax error has occurred.");
            }
            String name = matcher.group("table");
            @Nullable String alias = matcher.group("alias");
            Table table = tables.find(name)
                    .orElseThrow(() -> new SqlException("The specified table (" + name + ") is not in the database."));
            joined = joined.with(alias == null ? name : alias, table);
            if (form == JOIN) {
                joined = filtered(joined, matcher.group("on"));
            }
            form = JOIN;
        }
        return joined;
    }

    private static JoinedRows filtered(JoinedRows joined, String conditions) throws SqlException {
        JoinedRows left = joined;
        for (String condition : conditions.strip().split("\\s+and\\s+")) {
            left = new JoinedRows(left.columns(), matching(left, condition.strip()));
        }
        return left;
    }

    private static List<List<@Nullable String>> matching(JoinedRows joined, String condition) throws SqlException {
        Matcher equals = EQUALS.matcher(condition);
        Matcher isNull = IS_NULL.matcher(condition);
        boolean compares = equals.matches();
        if (!compares && !isNull.matches()) {
            throw new SqlException("A syntax error has occurred.");
        }
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (List<@Nullable String> row : joined.rows()) {
            @Nullable String left = joined.value((compares ? equals : isNull).group("left"), row);
            boolean holds = compares
                    ? left != null && left.equals(joined.value(equals.group("right"), row))
                    : (left == null) == (isNull.group("not") == null);
            if (holds) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static Rows shown(JoinedRows joined, String what) throws SqlException {
        if (what.matches("count\\s*\\(\\s*\\*\\s*\\)")) {
            return new Rows(
                    List.of("(count(*))"),
                    List.of(List.of(String.valueOf(joined.rows().size()))));
        }
        List<String> names = what.equals("*")
                ? joined.columns()
                : Stream.of(what.split(",")).map(String::strip).toList();
        List<Integer> indices = new ArrayList<>();
        for (String name : names) {
            indices.add(joined.index(name));
        }
        List<String> headings = names.stream()
                .map(name -> name.substring(name.lastIndexOf('.') + 1))
                .toList();
        List<List<@Nullable String>> cells = new ArrayList<>();
        for (List<@Nullable String> row : joined.rows()) {
            List<@Nullable String> shown = new ArrayList<>();
            indices.forEach(index -> shown.add(row.get(index)));
            cells.add(shown);
        }
        return new Rows(headings, cells);
    }

    /** The statement in lower case, as the database reads it, but for what stands in quotes. */
    private static String lowered(String sql) {
        String[] parts = sql.strip().split("'", -1);
        for (int i = 0; i < parts.length; i += 2) {
            parts[i] = parts[i].toLowerCase(Locale.ROOT);
        }
        return String.join("'", parts);
    }
}
