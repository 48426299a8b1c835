package io.presencemedic.runbook.catalog;

import io.presencemedic.cisco.ServiceCatalog;
import io.presencemedic.cisco.ServiceName;
import io.presencemedic.cluster.Node;
import io.presencemedic.runbook.ParameterSchema;
import io.presencemedic.runbook.Parameters;
import io.presencemedic.runbook.Plan;
import io.presencemedic.runbook.Runbook;
import io.presencemedic.runbook.RunbookCard;
import io.presencemedic.runbook.Scope;
import io.presencemedic.runbook.Step;
import io.presencemedic.runbook.TargetKind;
import io.presencemedic.runbook.step.Steps;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.BiFunction;

/** Does one thing to one service of one node. */
abstract class ServicePrimitive implements Runbook {
    private static final String SERVICE = "service";

    private final RunbookCard card;
    private final BiFunction<Node, ServiceName, Step> step;

    ServicePrimitive(
            String name,
            String title,
            List<String> document,
            String disruption,
            BiFunction<Node, ServiceName, Step> step) {
        this.card = new RunbookCard(
                name,
                title,
                document,
                TargetKind.NODE,
                true,
                RunbookCard.Risk.MEDIUM,
                disruption,
                false,
                ParameterSchema.none()
                        .required(
                                SERVICE,
                                "name of the service, such as Cisco Presence Engine",
                                text -> ServiceCatalog.find(text).isPresent(),
                                "is not a service of CUCM or IM and Presence that this catalogue knows"));
        this.step = step;
    }

    @Override
    public RunbookCard card() {
        return card;
    }

    @Override
    public Plan plan(Scope scope) {
        return Plan.builder()
                .then(step.apply(scope.node(), service(scope.parameters())))
                .build();
    }

    private static ServiceName service(Parameters parameters) {
        return parameters.text(SERVICE).flatMap(ServiceCatalog::find).orElseThrow();
    }

    /** Starts it. */
    @Singleton
    static class Start extends ServicePrimitive {
        Start(Steps steps) {
            super("service-start", "Starts a service", List.of("D1.5", "D1.6", "C6"), "None", steps::serviceStart);
        }
    }

    /** Restarts it. */
    @Singleton
    static class Restart extends ServicePrimitive {
        Restart(Steps steps) {
            super(
                    "service-restart",
                    "Restarts a service",
                    List.of("C4", "C6", "C8"),
                    "The service's users lose it until it is STARTED again; restarting Cisco XCP Router restarts all XCP services",
                    steps::serviceRestart);
        }
    }
}
