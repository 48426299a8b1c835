package io.presencemedic.cisco.cli;

import io.presencemedic.cisco.cli.KnownCommand.Kind;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands behind the words of a command: its argument, the beginning of an answer that a copy joined to it, or the
 * remark of a person, which is dropped.
 *
 * @param text the argument, without quotes around it
 * @param joined the beginning of the answer; empty where it stands in lines of its own
 */
record CommandArgument(String text, String joined) {
    private static final Pattern OPTION = Pattern.compile("[\\w.-]{1,255}(?: [\\w.-]{1,64})?");
    private static final Pattern HOST = Pattern.compile("[\\w.:-]{1,255}(?: \\d{1,5}){0,2}(?![^ ])");
    private static final Pattern WORD = Pattern.compile("[\\w.-]{1,255}(?![^ ])");
    private static final Pattern REMARK = Pattern.compile("(?:^|(?<= ))(?:[#!;%(\\[*]|//|--|<|=>|->|<-)");
    private static final Pattern ANSWER = Pattern.compile(
            "(?i)(?:This command can take|Service Manager is running|Do not press Ctrl|Don.?t press Ctrl|Rows: \\d)");
    private static final Pattern RULER = Pattern.compile("(?<= )=++(?: =++){0,60}+(?= |$)");

    static CommandArgument of(String words, Kind kind, String rest) {
        return switch (kind) {
            case SERVICE_START, SERVICE_STOP, SERVICE_RESTART, SERVICE_ACTIVATE -> service(rest);
            case CONNECTIVITY -> matched(HOST, rest);
            case SQL_SELECT -> query(rest);
            case SQL_CHANGE -> split(rest, answerIn(rest));
            case DIAGNOSTIC_TESTS, HIGH_AVAILABILITY ->
                words.endsWith("module")
                                || words.endsWith("failover")
                                || words.endsWith("fallback")
                                || words.endsWith("recover")
                        ? matched(WORD, rest)
                        : option(rest);
            case SERVICE_LIST,
                    SYNC_MONITOR,
                    REPLICATION,
                    NETWORK_CLUSTER,
                    CORE_FILES,
                    VERSION,
                    PAGINATION,
                    HOSTS,
                    DATABASE_INTEGRITY,
                    DATABASE_DUMP,
                    DATABASE_REPORT,
                    ACTIVE_SESSIONS -> option(rest);
        };
    }

    private static CommandArgument option(String rest) {
        boolean option = OPTION.matcher(rest).matches() && !PrintedLine.begins(rest);
        return option ? new CommandArgument(rest, "") : behind("", rest);
    }

    private static CommandArgument matched(Pattern argument, String rest) {
        Matcher found = argument.matcher(rest);
        return found.lookingAt() ? behind(found.group(), rest.substring(found.end())) : behind("", rest);
    }

    private static CommandArgument service(String rest) {
        boolean quoted = !rest.isEmpty() && "\"'`".indexOf(rest.charAt(0)) >= 0;
        String from = quoted ? rest.substring(1) : rest;
        int closing = quoted ? from.indexOf(rest.charAt(0)) : -1;
        if (closing > 0) {
            return behind(from.substring(0, closing).strip(), from.substring(closing + 1));
        }
        int known = ServiceNames.knownAtStart(from);
        if (known > 0) {
            return behind(from.substring(0, known), from.substring(known));
        }
        return split(from, answerIn(from));
    }

    /** The heading stands in as many words before the ruler as the ruler has groups. */
    private static CommandArgument query(String rest) {
        Matcher ruler = RULER.matcher(rest);
        if (!ruler.find() || ruler.group().length() < 2 && rest.indexOf("= ") < 0) {
            return split(rest, rest.length());
        }
        int groups = ruler.group().split(" ", -1).length;
        int heading = ruler.start();
        for (int i = 0; i < groups && heading > 0; i++) {
            heading = rest.lastIndexOf(' ', heading - 2) + 1;
        }
        boolean whole = heading > 0 && ruler.group().indexOf("==") >= 0;
        return whole
                ? new CommandArgument(rest.substring(0, heading).strip(), rest.substring(heading))
                : split(rest, rest.length());
    }

    private static int answerIn(String rest) {
        Matcher answer = ANSWER.matcher(rest);
        while (answer.find()) {
            if (answer.start() == 0 || rest.charAt(answer.start() - 1) == ' ') {
                return answer.start();
            }
        }
        return rest.length();
    }

    /** The argument in front of an answer, without a person's remark. */
    private static CommandArgument split(String rest, int answer) {
        String argument = rest.substring(0, answer).strip();
        Matcher remark = REMARK.matcher(argument);
        int end = argument.length();
        while (remark.find()) {
            boolean part = isPart(argument, remark.start());
            if (!part) {
                end = remark.start();
                break;
            }
        }
        return new CommandArgument(argument.substring(0, end).strip(), rest.substring(answer));
    }

    /** Brackets, stars and comparisons belong to a query. */
    private static boolean isPart(String argument, int place) {
        char c = argument.charAt(place);
        boolean query = c == '(' || c == '*' || c == '<' || c == '[' || c == '%';
        return query && !argument.startsWith("<-", place) && !argument.startsWith("<=", place);
    }

    /** What stands behind a complete argument: the beginning of the answer, or a remark. */
    private static CommandArgument behind(String argument, String rest) {
        String text = rest.strip();
        return new CommandArgument(argument, PrintedLine.begins(text) || isLongAnswer(text) ? text : "");
    }

    /** An answer whose line ends were lost; its first words tell it. */
    private static boolean isLongAnswer(String text) {
        int end = Math.min(text.length(), 200);
        return FlatAnswer.begins(text.substring(0, end)) || ANSWER.matcher(text).lookingAt();
    }
}
