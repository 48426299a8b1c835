package io.presencemedic.cisco.service;

import io.presencemedic.cisco.DocumentRef;
import java.util.List;
import java.util.Optional;

/**
 * A feature service that starts only once its feature is configured (D8).
 *
 * @param service the service
 * @param item the document's item
 * @param condition what must be configured, and where
 */
public record FeatureCondition(ServiceName service, DocumentRef item, String condition) {
    private static final List<FeatureCondition> ALL = List.of(
            of(
                    "Cisco XCP Directory Service",
                    DocumentRef.D8_1,
                    "LDAP search for XMPP clients: Cisco Unified CM IM and Presence Administration > Application >"
                            + " Third-Party Clients"),
            of(
                    "Cisco XCP File Transfer Manager",
                    DocumentRef.D8_2,
                    "managed file transfer: Cisco Unified CM IM and Presence Administration > Messaging > File"
                            + " Transfer, with an external database and file server"),
            of(
                    "Cisco XCP Message Archiver",
                    DocumentRef.D8_3,
                    "compliance with an external database: Cisco Unified CM IM and Presence Administration > Messaging"
                            + " > Compliance"),
            of(
                    "Cisco XCP XMPP Federation Connection Manager",
                    DocumentRef.D8_4,
                    "XMPP federation: Cisco Unified CM IM and Presence Administration > Presence > Inter-Domain"
                            + " Federation > XMPP Federation"));

    /** All services of this sort. */
    public static List<FeatureCondition> all() {
        return ALL;
    }

    /** The condition of a service, by any of its names; empty where it has none. */
    public static Optional<FeatureCondition> of(ServiceName name) {
        return ALL.stream()
                .filter(feature -> ServiceCatalog.same(feature.service(), name))
                .findFirst();
    }

    private static FeatureCondition of(String service, DocumentRef item, String condition) {
        return new FeatureCondition(new ServiceName(service), item, condition);
    }
}
