package io.presencemedic.diagnosis.fact;

import io.presencemedic.cisco.service.ServiceCatalog;
import io.presencemedic.cisco.service.ServiceControl;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of starts, stops and restarts that a log shows.
 *
 * @param latest the last one of each service, in the order of the log
 */
public record ServiceChanges(List<Fact.Known<ServiceControl>> latest) {
    /** Nothing was started or stopped. */
    public static final ServiceChanges NONE = new ServiceChanges(List.of());

    public ServiceChanges {
        latest = List.copyOf(latest);
    }

    /** These, and a later one, which says of its service what holds now. */
    public ServiceChanges and(Fact.Known<ServiceControl> later) {
        List<Fact.Known<ServiceControl>> all = new ArrayList<>(latest);
        all.removeIf(earlier ->
                ServiceCatalog.same(earlier.value().service(), later.value().service()));
        all.add(later);
        return new ServiceChanges(all);
    }
}
