package io.presencemedic.cisco.cli;

import io.presencemedic.cisco.LetterCase;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tables that a query asks, and where it ends. A query never puts two values side by side, but for the other name
 * of a table, so an answer that a copy joined to it is told apart.
 */
public final class QueryTables {
    private static final Pattern TOKEN =
            Pattern.compile("'(?:[^']|'')*+'?+|\"[^\"]*+\"?+|[^\\s(),=<>!+*/|;'\"]++|[(),=<>!+*/|;]");
    private static final String OPERATORS = "(),=<>!+*/|;";
    private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_.:@]*+");
    private static final Set<String> NARROWING =
            Set.of("first", "skip", "limit", "where", "having", "group", "union", "intersect", "minus");
    private static final Set<String> CONDITIONS = Set.of("where", "having", "group", "order", "on", "limit", "into");
    private static final Set<String> OTHER_KEYWORDS = Set.of(
            "select",
            "from",
            "join",
            "inner",
            "outer",
            "left",
            "right",
            "full",
            "cross",
            "as",
            "and",
            "or",
            "not",
            "in",
            "is",
            "like",
            "matches",
            "between",
            "exists",
            "by",
            "all",
            "distinct",
            "unique",
            "temp",
            "escape");
    private static final Set<String> DIRECTIONS = Set.of("asc", "desc");

    private enum Part {
        COLUMNS,
        TABLES,
        CONDITIONS
    }

    private final String query;
    private final Set<String> tables = new LinkedHashSet<>();
    private Part part = Part.COLUMNS;
    private boolean narrowed;
    private boolean expectsTable;
    private boolean named;
    private boolean hasValue;
    private int depth;
    private int end = -1;

    private QueryTables(String query) {
        this.query = LetterCase.lower(query);
    }

    /** Reads a query with what follows it; what stands in front of its {@code select} does not matter. */
    public static QueryTables of(String query) {
        QueryTables read = new QueryTables(query);
        Matcher token = TOKEN.matcher(read.query);
        while (read.end < 0 && token.find()) {
            read.take(token);
        }
        return read;
    }

    /** The tables' names in lower case, without their owners. */
    public Set<String> names() {
        return Set.copyOf(tables);
    }

    /** Whether the query asks for some of the rows only, and proves nothing about the others. */
    public boolean narrowed() {
        return narrowed;
    }

    /** Where something begins that is no part of the query; the text's length where nothing does. */
    public int end() {
        return end < 0 ? query.length() : end;
    }

    private void take(Matcher token) {
        String word = token.group();
        if (word.equals("(") || word.equals(")")) {
            bracket(word.equals("("));
        } else if (depth == 0 && isKeyword(word)) {
            keyword(word);
        } else if (depth == 0 && part != Part.COLUMNS) {
            boolean fits = part == Part.TABLES ? table(word, token.end()) : condition(word);
            end = fits ? end : token.start();
        }
    }

    /** A query in brackets is a table of which nothing is known. */
    private void bracket(boolean opens) {
        depth = Math.max(0, depth + (opens ? 1 : -1));
        hasValue = !opens;
        if (!opens && depth == 0 && part == Part.TABLES && expectsTable) {
            named("()");
        }
    }

    private static boolean isKeyword(String word) {
        return NARROWING.contains(word) || CONDITIONS.contains(word) || OTHER_KEYWORDS.contains(word);
    }

    private void keyword(String word) {
        narrowed |= NARROWING.contains(word);
        hasValue = false;
        if (word.equals("from") || word.equals("join")) {
            part = Part.TABLES;
            expectsTable = true;
        } else if (word.equals("select")) {
            part = Part.COLUMNS;
        } else if (part != Part.COLUMNS && CONDITIONS.contains(word)) {
            part = Part.CONDITIONS;
        }
    }

    private boolean table(String word, int behind) {
        if (word.equals(",")) {
            expectsTable = true;
            return true;
        }
        boolean name = NAME.matcher(word).matches();
        if (name && expectsTable) {
            named(word.substring(Math.max(word.lastIndexOf('.'), word.lastIndexOf(':')) + 1));
            return true;
        }
        boolean other = name && !named && (!hasValue || goesOn(behind));
        named = true;
        hasValue = true;
        return other;
    }

    private void named(String table) {
        tables.add(table);
        expectsTable = false;
        named = false;
        hasValue = true;
    }

    private boolean goesOn(int from) {
        Matcher next = TOKEN.matcher(query);
        return next.find(from) && (next.group().equals(",") || isKeyword(next.group()));
    }

    private boolean condition(String word) {
        boolean operator = word.length() == 1 && OPERATORS.indexOf(word.charAt(0)) >= 0;
        boolean fits = operator || !hasValue || DIRECTIONS.contains(word);
        hasValue = !operator;
        return fits;
    }
}
