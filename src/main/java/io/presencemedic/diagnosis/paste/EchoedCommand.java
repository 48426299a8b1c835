package io.presencemedic.diagnosis.paste;

import io.presencemedic.cisco.cli.FlatAnswer;
import io.presencemedic.cisco.cli.KnownCommand;
import io.presencemedic.cisco.cli.KnownCommand.Kind;
import io.presencemedic.cisco.cli.Ruler;
import io.presencemedic.cisco.service.ServiceCatalog;
import io.presencemedic.diagnosis.fact.SourceLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which command was typed where the copy broke the command line at the edge of a window or joined it to its
 * answer.
 */
final class EchoedCommand {
    private static final int MOST_PIECES = 12;
    private static final int NARROWEST_WINDOW = 60;
    private static final int PROMPT = "admin:".length();
    private static final Pattern TABLE =
            Pattern.compile("(?i)\\b(?:enterprisenode|enterprisesubcluster|epassyncagentcfg|processnode)\\b");
    private static final Pattern ROWS = Pattern.compile("Rows: \\d+");
    private static final Pattern HOST = Pattern.compile("[\\w.-]+( \\d+)?");

    private final List<SourceLine> answer;
    private final int line;
    private final int session;
    private String text;

    private EchoedCommand(String text, int line, List<SourceLine> answer, int session) {
        this.text = text;
        this.line = line;
        this.answer = answer;
        this.session = session;
    }

    static PastedCommand resolve(String typed, int line, List<SourceLine> answer, int session) {
        return new EchoedCommand(typed, line, new ArrayList<>(answer), session).resolve();
    }

    private PastedCommand resolve() {
        joinBrokenWords();
        Optional<KnownCommand> known = KnownCommand.recognise(text);
        if (known.isEmpty()) {
            return new PastedCommand(text, line, null, answer, session);
        }
        int pieces = piecesOfArgument(known.get());
        for (int i = 0; i < pieces; i++) {
            text = joined(known.get().kind(), answer.remove(0).text());
        }
        KnownCommand command = KnownCommand.recognise(text).orElse(known.get());
        dropEchoOf(command.text());
        if (!command.joined().isEmpty()) {
            List<String> joined = FlatAnswer.split(command.kind(), command.joined());
            answer.addAll(
                    0, joined.stream().map(text -> new SourceLine(line, text)).toList());
        }
        return new PastedCommand(command.text(), line, command, answer, session);
    }

    /** Joins lines for as long as they could become a known command. */
    private void joinBrokenWords() {
        String joined = text;
        for (int i = 0; i < Math.min(MOST_PIECES, answer.size()); i++) {
            if (KnownCommand.recognise(joined).isPresent() || !KnownCommand.couldBegin(joined)) {
                break;
            }
            String piece = answer.get(i).text().strip();
            String blank = joined + " " + piece;
            joined = begins(joined + piece) ? joined + piece : blank;
            if (KnownCommand.recognise(joined).isPresent()) {
                text = joined;
                answer.subList(0, i + 1).clear();
                return;
            }
        }
    }

    private static boolean begins(String words) {
        return KnownCommand.couldBegin(words) || KnownCommand.recognise(words).isPresent();
    }

    /** How many lines of the answer are the rest of the command's argument. */
    private int piecesOfArgument(KnownCommand command) {
        return switch (command.kind()) {
            case SQL_SELECT -> restOfStatement(headingBefore(first(text -> Ruler.is(text, '='))));
            case SQL_CHANGE -> restOfStatement(first(text -> ROWS.matcher(text).matches()));
            case SERVICE_START, SERVICE_STOP, SERVICE_RESTART, SERVICE_ACTIVATE -> restOfService(command.text());
            case CONNECTIVITY -> command.text().length() >= 60 && firstMatches(HOST) ? 1 : 0;
            case SERVICE_LIST,
                    SYNC_MONITOR,
                    HIGH_AVAILABILITY,
                    REPLICATION,
                    NETWORK_CLUSTER,
                    CORE_FILES,
                    VERSION,
                    PAGINATION,
                    DIAGNOSTIC_TESTS,
                    HOSTS,
                    DATABASE_INTEGRITY,
                    DATABASE_DUMP,
                    DATABASE_REPORT,
                    ACTIVE_SESSIONS -> 0;
        };
    }

    /** Lines in front of a table or count belong to the statement where the window's edge explains them. */
    private int restOfStatement(int index) {
        List<SourceLine> before = answer.subList(0, Math.max(0, index));
        if (before.stream().allMatch(line -> line.text().isBlank())) {
            return 0;
        }
        boolean wide = text.length() + PROMPT >= NARROWEST_WINDOW;
        boolean completes = before.size() == 1
                && !TABLE.matcher(text).find()
                && TABLE.matcher(text + answer.get(0).text().strip()).find();
        return wide || completes ? before.size() : 0;
    }

    /** The line of the heading, the last one with words above the ruler. */
    private int headingBefore(int ruler) {
        int heading = ruler - 1;
        while (heading > 0 && answer.get(heading).text().isBlank()) {
            heading--;
        }
        return Math.max(0, heading);
    }

    private int first(Predicate<String> form) {
        for (int i = 0; i < Math.min(40, answer.size()); i++) {
            if (form.test(answer.get(i).text().strip())) {
                return i;
            }
        }
        return 0;
    }

    private int restOfService(String command) {
        if (answer.isEmpty() || isService(command)) {
            return 0;
        }
        String piece = answer.get(0).text().strip();
        return isService(command + piece) || isService(command + " " + piece) ? 1 : 0;
    }

    private static boolean isService(String command) {
        return ServiceCatalog.find(name(command)).isPresent();
    }

    private static String name(String command) {
        return command.strip().replaceFirst("(?i)^utils service [a-z]+ ?", "");
    }

    private String joined(@Nullable Kind kind, String piece) {
        boolean service = kind == Kind.SERVICE_START
                || kind == Kind.SERVICE_STOP
                || kind == Kind.SERVICE_RESTART
                || kind == Kind.SERVICE_ACTIVATE;
        boolean blank = service && !isService(text + piece.strip());
        return text + (blank ? " " : "") + piece.stripTrailing();
    }

    private boolean firstMatches(Pattern form) {
        return !answer.isEmpty() && form.matcher(answer.get(0).text().strip()).matches();
    }

    private void dropEchoOf(String command) {
        if (!answer.isEmpty() && answer.get(0).text().strip().equalsIgnoreCase(command)) {
            answer.remove(0);
        }
    }
}
