package io.presencemedic.diagnosis;

import io.presencemedic.cisco.FeatureCondition;
import io.presencemedic.cisco.Product;
import io.presencemedic.cisco.ServiceCatalog;
import io.presencemedic.cisco.ServiceState;
import io.presencemedic.cisco.ServiceStatus;
import io.presencemedic.cisco.StopReason;
import io.presencemedic.cluster.NodeRole;

/** Which services of a node should run. */
final class ExpectedServices {
    private final Product product;
    private final boolean publisher;

    ExpectedServices(NodeRole role) {
        this.product = role.isPresence() ? Product.PRESENCE : Product.CUCM;
        this.publisher = role == NodeRole.IMP_PUBLISHER || role == NodeRole.CUCM_PUBLISHER;
    }

    /** Whether the service is as it should be: it runs, or it is one that need not. */
    boolean fits(ServiceStatus row) {
        return row.state() == ServiceState.STARTED || !shouldRun(row);
    }

    /** Feature services, and services that nobody knows, run only where somebody activated them (D8). */
    private boolean shouldRun(ServiceStatus row) {
        boolean optional = FeatureCondition.of(row.name()).isPresent()
                || ServiceCatalog.describe(row.name()).isEmpty();
        return optional
                ? row.reason() != StopReason.NOT_ACTIVATED
                : !ServiceCatalog.mayBeStopped(row.name(), product, publisher);
    }
}
