package io.presencemedic.runbook.step;

import io.presencemedic.cisco.service.ServiceName;
import java.util.List;

/**
 * Which stopped services of a node a line starts.
 *
 * @param label what they are called together
 * @param only these, in this order; empty for whatever is stopped and should run
 * @param ownSections whether those that have a section of their own in the document are started too
 * @param strict whether the line fails at the first that does not start; otherwise it goes on and names what it left
 */
record ServiceSelection(String label, List<ServiceName> only, boolean ownSections, boolean strict) {
    /** What has no section of its own (D1.5). */
    static final ServiceSelection REST =
            new ServiceSelection("what is stopped and has no section of its own", List.of(), false, false);

    /** Whatever is stopped and should run. */
    static final ServiceSelection ALL = new ServiceSelection("what is stopped", List.of(), true, false);

    /** A procedure's own services, each STARTED before the next. */
    static ServiceSelection of(String label, List<ServiceName> services) {
        return new ServiceSelection(label, List.copyOf(services), true, true);
    }
}
