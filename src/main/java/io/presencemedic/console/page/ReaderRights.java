package io.presencemedic.console.page;

import io.presencemedic.access.Caller;
import io.presencemedic.access.grant.Verb;
import io.presencemedic.runbook.RunbookName;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the reader of a page may do to what the page is about, so that buttons for anything else are not there. The
 * resources behind the buttons ask again.
 */
public record ReaderRights(boolean diagnose, boolean plan, boolean operate, boolean approve, boolean administer) {
    /** Nothing: nobody has logged in, or the page is about nothing in particular. */
    static final ReaderRights NOTHING = new ReaderRights(false, false, false, false, false);

    /** Rights on all clusters: those that no cluster and no runbook narrows. */
    static ReaderRights everywhere(Caller caller) {
        return new ReaderRights(
                caller.mayEverywhere(Verb.DIAGNOSE),
                caller.mayEverywhere(Verb.PLAN),
                caller.mayEverywhere(Verb.EXECUTE),
                caller.mayEverywhere(Verb.APPROVE),
                caller.mayEverywhere(Verb.ADMINISTER));
    }

    /**
     * Rights on one cluster.
     *
     * @param runbook null for no runbook in particular
     */
    static ReaderRights on(Caller caller, String cluster, @Nullable String runbook) {
        return new ReaderRights(
                caller.may(Verb.DIAGNOSE, cluster, RunbookName.DIAGNOSIS.text()),
                caller.may(Verb.PLAN, cluster, runbook),
                caller.may(Verb.EXECUTE, cluster, runbook),
                caller.may(Verb.APPROVE, cluster, runbook),
                caller.may(Verb.ADMINISTER, cluster, runbook));
    }

    /** The verbs that a key can be given, in the order of a form. */
    public static Stream<Verb> verbs() {
        return Arrays.stream(Verb.values());
    }
}
