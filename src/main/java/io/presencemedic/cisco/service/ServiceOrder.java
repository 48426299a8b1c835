package io.presencemedic.cisco.service;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The orders in which the documents start and stop services. Each rules its own procedure and no other. */
public final class ServiceOrder {
    /** Without this service the Client Profile Agent does not start (D3). */
    public static final ServiceName TOMCAT = new ServiceName("Cisco Tomcat");

    /** Network services that do not start are started in exactly this order (D3). */
    public static final List<ServiceName> NETWORK_SERVICES = names(
            "Cisco Client Profile Agent",
            "Cisco Route Datastore",
            "Cisco Presence Datastore",
            "Cisco XCP Config Manager",
            "Cisco XCP Router");

    /** What the Presence Engine needs on its node, in the document's order (D6.1). */
    public static final List<ServiceName> PRESENCE_ENGINE_PREREQUISITES =
            names("Cisco Presence Datastore", "Cisco SIP Proxy", "Cisco XCP Router", "Cisco Sync Agent");

    /** What must run on both nodes before high availability is enabled (C2). */
    public static final List<ServiceName> HIGH_AVAILABILITY_PREREQUISITES = names(
            "Cisco Client Profile Agent",
            "Cisco Sync Agent",
            "Cisco XCP Router",
            "Cisco SIP Proxy",
            "Cisco Presence Engine");

    /** All IM and Presence network services are stopped in this order (C10). */
    public static final List<ServiceName> STANDARD_STOP = names(
            "Cisco Config Agent",
            "Cisco Intercluster Sync Agent",
            "Cisco Client Profile Agent",
            "Cisco OAM Agent",
            "Cisco XCP Config Manager",
            "Cisco XCP Router",
            "Cisco Presence Datastore",
            "Cisco SIP Registration Datastore",
            "Cisco Login Datastore",
            "Cisco Route Datastore",
            "Cisco Server Recovery Manager",
            "Cisco IM and Presence Data Monitor");

    /** All IM and Presence network services are started in this order, the reverse of stopping them (C10). */
    public static final List<ServiceName> STANDARD_START = reversed(STANDARD_STOP);

    /**
     * A start of more than the five services of D3: C10's order, in which those five keep their own order among each
     * other.
     */
    public static final List<ServiceName> LARGER_START = larger();

    private ServiceOrder() {}

    private static List<ServiceName> larger() {
        Set<ServiceName> order = new LinkedHashSet<>();
        for (ServiceName service : STANDARD_START) {
            int own = NETWORK_SERVICES.indexOf(service);
            order.addAll(NETWORK_SERVICES.subList(0, own + 1));
            order.add(service);
        }
        return List.copyOf(order);
    }

    private static List<ServiceName> names(String... names) {
        return List.of(names).stream().map(ServiceName::new).toList();
    }

    private static List<ServiceName> reversed(List<ServiceName> order) {
        List<ServiceName> reversed = new ArrayList<>(order);
        Collections.reverse(reversed);
        return List.copyOf(reversed);
    }
}
