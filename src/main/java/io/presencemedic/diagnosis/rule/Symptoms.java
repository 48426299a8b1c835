package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.service.FeatureCondition;
import io.presencemedic.cisco.service.ServiceCatalog;
import io.presencemedic.cisco.service.ServiceName;
import io.presencemedic.cisco.service.ServiceOrder;
import io.presencemedic.cisco.service.ServiceState;
import io.presencemedic.cisco.service.ServiceStatus;
import io.presencemedic.cisco.service.StopReason;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** What services that are down because of others would be told as by themselves. */
final class Symptoms {
    private static final ServiceName SIP_PROXY = new ServiceName("Cisco SIP Proxy");

    private Symptoms() {}

    /**
     * The codes of what is not told any more.
     *
     * @param rows all services of a cause
     * @param symptoms those of them that only wait for the others
     */
    static Set<String> codes(Collection<ServiceStatus> rows, Collection<ServiceStatus> symptoms) {
        Set<String> codes = new LinkedHashSet<>();
        symptoms.forEach(row -> codes.add(byItself(row).code()));
        if (symptoms.stream()
                        .filter(row -> row.state() == ServiceState.STARTING)
                        .count()
                >= OutageCauses.NEARLY_ALL) {
            codes.add(OutageCause.STUCK_IN_STARTING.code());
        }
        if (rows.stream().anyMatch(row -> row.reason() == StopReason.COMMANDED_OUT_OF_SERVICE)) {
            codes.add(OutageCause.COMMANDED_OUT.code());
        }
        return codes;
    }

    private static OutageCause byItself(ServiceStatus row) {
        ServiceName name = ServiceCatalog.canonical(row.name());
        if (name.equals(OutageCauses.ENGINE)) {
            return OutageCause.PRESENCE_ENGINE;
        }
        if (name.equals(OutageCauses.SYNC_AGENT)) {
            return OutageCause.SYNC_AGENT;
        }
        if (name.equals(OutageCauses.INTERCLUSTER)) {
            return OutageCause.INTERCLUSTER_SYNC_AGENT;
        }
        if (name.equals(OutageCauses.AXL_WEB_SERVICE)) {
            return OutageCause.AXL_WEB_SERVICE;
        }
        if (name.equals(SIP_PROXY)) {
            return OutageCause.PREREQUISITES;
        }
        if (ServiceOrder.NETWORK_SERVICES.contains(name)) {
            return OutageCause.NETWORK_SERVICES;
        }
        return FeatureCondition.of(name).isPresent() ? OutageCause.FEATURE_NOT_CONFIGURED : OutageCause.UNEXPLAINED;
    }
}
