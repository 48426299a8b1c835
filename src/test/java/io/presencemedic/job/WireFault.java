package io.presencemedic.job;

import io.presencemedic.cisco.cli.Command;
import io.presencemedic.cisco.soap.Operation;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.LinkFailure;
import io.presencemedic.link.TrustFailure;
import java.time.Duration;

/** What can happen between this service and a node, as the engine hears of it. */
enum WireFault {
    CUT_BEFORE_THE_COMMAND(Way.SHELL, false, 0, End.AS_UNDISTURBED),
    CUT_BEHIND_THE_ECHO(Way.SHELL, true, 0, End.AS_UNDISTURBED),
    CUT_WITHIN_A_LINE_AND_AWAY(Way.SHELL, true, 40, End.AS_UNDISTURBED),
    MUTE_PROMPT(Way.SHELL, true, 0, End.AS_UNDISTURBED),
    WRONG_PROMPT(Way.SHELL, false, 30, End.AS_UNDISTURBED),
    SESSION_LIMIT(Way.SHELL, false, 60, End.AS_UNDISTURBED),
    LOGIN_REFUSED(Way.SHELL, false, 30, End.AS_UNDISTURBED),
    PASSWORD_REFUSED(Way.SHELL, false, Way.FOR_EVER, End.HONEST),
    KEY_CHANGED(Way.SHELL, false, Way.FOR_EVER, End.HONEST),
    GARBLED_ANSWER(Way.SHELL, true, 0, End.AS_UNDISTURBED),
    SERVICE_UNAVAILABLE(Way.WEB, false, 60, End.AS_UNDISTURBED),
    ANSWER_CUT(Way.WEB, true, 0, End.AS_UNDISTURBED),
    NO_ANSWER(Way.WEB, true, 0, End.AS_UNDISTURBED),
    HTML_INSTEAD_OF_XML(Way.WEB, true, 0, End.AS_UNDISTURBED),
    HTML_FOR_A_MINUTE(Way.WEB, false, 60, End.AS_UNDISTURBED),
    NO_COMMON_VERSION(Way.WEB, false, Way.FOR_EVER, End.HONEST),
    COOKIES_LOST(Way.WEB, false, 20, End.AS_UNDISTURBED),
    AXL_COMING_UP(Way.WEB, false, 240, End.AS_UNDISTURBED),
    AXL_GONE_AFTERWARDS(Way.WEB, true, 300, End.AS_UNDISTURBED),
    NODE_RESTARTS(Way.SHELL, true, 300, End.HONEST);

    /** By which way it strikes, and for how long. */
    enum Way {
        SHELL,
        WEB;

        static final int FOR_EVER = Integer.MAX_VALUE;
    }

    /** How a job that meets it has to end. */
    enum End {
        AS_UNDISTURBED,
        HONEST
    }

    final Way way;
    final boolean carriedOut;
    final End end;
    private final int seconds;

    WireFault(Way way, boolean carriedOut, int seconds, End end) {
        this.way = way;
        this.carriedOut = carriedOut;
        this.seconds = seconds;
        this.end = end;
    }

    /** How long the node's way stays shut behind the strike. */
    Duration lasts() {
        return Duration.ofSeconds(seconds);
    }

    /** Whether the struck change itself is answered well. */
    boolean answersFirst() {
        return this == AXL_GONE_AFTERWARDS;
    }

    /** Whether a look that it strikes may be repeated by the job; the link reads damaged answers again by itself. */
    boolean passes() {
        return this != GARBLED_ANSWER;
    }

    /** How the struck command fails. */
    LinkFailure strike(Node node, Command<?> command) {
        return switch (this) {
            case MUTE_PROMPT -> new LinkFailure.TimedOut(node.name(), command.text(), command.patience());
            case GARBLED_ANSWER ->
                new LinkFailure.NotUnderstood(node.name(), command.text(), 1, "Serv", "the line is cut");
            case CUT_BEFORE_THE_COMMAND, CUT_BEHIND_THE_ECHO, CUT_WITHIN_A_LINE_AND_AWAY, NODE_RESTARTS ->
                new LinkFailure.Lost(node.name(), command.text(), "the connection was cut");
            default -> shut(node, command.text());
        };
    }

    /** How the struck operation fails. */
    LinkFailure strike(Node node, Operation<?> operation) {
        return switch (this) {
            case ANSWER_CUT -> new LinkFailure.Lost(node.name(), operation.summary(), "the connection was cut");
            case NO_ANSWER -> new LinkFailure.TimedOut(node.name(), operation.summary(), Duration.ofMinutes(1));
            case HTML_INSTEAD_OF_XML -> html(node, operation.summary());
            default -> shut(node, operation.summary());
        };
    }

    /** How all else fails while the way is shut. */
    LinkFailure shut(Node node, String during) {
        return switch (this) {
            case SESSION_LIMIT -> new LinkFailure.Busy(node.name(), during, "too many sessions");
            case SERVICE_UNAVAILABLE -> new LinkFailure.Busy(node.name(), during, "HTTP status 503");
            case PASSWORD_REFUSED -> new TrustFailure.NotAuthenticated(node.name(), "admin", node.name(), null);
            case KEY_CHANGED -> new TrustFailure.HostKeyChanged(node.name(), "SHA256:one", "SHA256:another");
            case NO_COMMON_VERSION -> new LinkFailure.NoCommonVersion(node.name(), "supported are 8.5 and 9.0");
            case HTML_FOR_A_MINUTE -> html(node, during);
            case COOKIES_LOST, AXL_COMING_UP, AXL_GONE_AFTERWARDS ->
                new LinkFailure.NotServing(node.name(), during, "HTTP status 404: is the service active?");
            case WRONG_PROMPT -> new LinkFailure.NotReachable(node.name(), node.host(), "no prompt that is known");
            default -> new LinkFailure.NotReachable(node.name(), node.host(), "connection refused");
        };
    }

    private static LinkFailure html(Node node, String during) {
        return new LinkFailure.PageInstead(node.name(), during, "HTTP status 200 (Please wait)");
    }
}
