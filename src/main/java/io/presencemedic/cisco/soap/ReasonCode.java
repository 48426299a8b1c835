package io.presencemedic.cisco.soap;

import io.presencemedic.cisco.cli.Unreadable;
import java.util.Set;

/** The service manager's codes that this service acts on. */
final class ReasonCode {
    static final int SUCCESSFUL = -1;
    static final int RUNNING = -1003;
    static final int NO_SUCH_SERVICE = -1010;
    static final int RESERVED_FOR_PLATFORM = -1011;
    static final int NOT_RUNNING = -1019;
    static final int ALREADY_STARTED = -1039;
    static final int ALREADY_STOPPED = -1040;
    static final int TRANSITION_NOT_ALLOWED = -1042;
    static final int NOT_SUPPORTED = -1045;
    static final int ALREADY_SO = -1057;
    static final int NOT_ACTIVATED = -1068;
    static final int COMMANDED_OUT_OF_SERVICE = -1069;

    private static final Set<Integer> GOOD =
            Set.of(0, SUCCESSFUL, RUNNING, ALREADY_STARTED, ALREADY_STOPPED, ALREADY_SO);
    private static final Set<Integer> NOT_BY_THIS_WAY =
            Set.of(RESERVED_FOR_PLATFORM, TRANSITION_NOT_ALLOWED, NOT_SUPPORTED);

    private ReasonCode() {}

    static boolean isGood(int code) {
        return GOOD.contains(code);
    }

    static boolean isNotByThisWay(int code) {
        return NOT_BY_THIS_WAY.contains(code);
    }

    /** A code; one that is missing or nil says nothing, which is what success says. */
    static int read(Element item, String name) throws Unreadable {
        String text = item.textOf(name);
        if (text == null) {
            return SUCCESSFUL;
        }
        if (!text.matches("-?\\d{1,9}")) {
            throw item.unreadable("\"" + text + "\" is no reason code");
        }
        return Integer.parseInt(text);
    }
}
