package io.presencemedic.console;

import io.presencemedic.access.Caller;
import io.presencemedic.access.Role;

/**
 * What the reader of a page may do, so that buttons for anything else are not there. The resources behind the buttons
 * ask again.
 */
record May(boolean diagnose, boolean plan, boolean operate, boolean approve, boolean administer) {
    static May of(Caller caller) {
        boolean operator = caller.may(Role.OPERATOR);
        return new May(operator, operator, operator, caller.may(Role.APPROVER), caller.may(Role.ADMIN));
    }
}
