package io.presencemedic.runbook.catalog;

import io.presencemedic.cisco.service.FeatureCondition;
import io.presencemedic.cisco.service.ServiceCatalog;
import io.presencemedic.cisco.service.ServiceName;
import io.presencemedic.cluster.Node;
import io.presencemedic.runbook.ParameterSchema;
import io.presencemedic.runbook.Parameters;
import io.presencemedic.runbook.Plan;
import io.presencemedic.runbook.Runbook;
import io.presencemedic.runbook.RunbookCard;
import io.presencemedic.runbook.RunbookName;
import io.presencemedic.runbook.Scope;
import io.presencemedic.runbook.Step;
import io.presencemedic.runbook.step.Steps;
import jakarta.inject.Singleton;
import java.util.List;

/** Does one thing to one service of one node. */
abstract class ServicePrimitiveRunbook implements Runbook {
    private static final String SERVICE = "service";
    private static final String FEATURE_CONFIGURED = "featureConfigured";

    private final RunbookCard card;

    ServicePrimitiveRunbook(
            RunbookName name, String title, List<String> document, String disruption, ParameterSchema schema) {
        this.card = RunbookCard.named(name)
                .title(title)
                .document(document)
                .changes(true)
                .risk(RunbookCard.Risk.MEDIUM)
                .disruption(disruption)
                .requiresApproval(false)
                .parameters(schema.required(
                        SERVICE,
                        "name of the service, such as Cisco Presence Engine",
                        text -> ServiceCatalog.find(text).isPresent(),
                        "is not a service of CUCM or IM and Presence that this catalogue knows"))
                .build();
    }

    @Override
    public RunbookCard card() {
        return card;
    }

    @Override
    public Plan plan(Scope scope) {
        Plan.Builder plan = Plan.builder();
        steps(scope.node(), service(scope.parameters()), scope.parameters()).forEach(plan::then);
        return plan.build();
    }

    abstract List<Step> steps(Node node, ServiceName service, Parameters parameters);

    private static ServiceName service(Parameters parameters) {
        return parameters.text(SERVICE).flatMap(ServiceCatalog::find).orElseThrow();
    }

    /** Starts it. */
    @Singleton
    static class Start extends ServicePrimitiveRunbook {
        private final Steps steps;

        Start(Steps steps) {
            super(
                    RunbookName.SERVICE_START,
                    "Starts a service",
                    List.of("D1.5", "D1.6", "D8", "C6"),
                    "None",
                    ParameterSchema.none()
                            .flag(
                                    FEATURE_CONFIGURED,
                                    "says that the feature is configured without which the service does not start (D8)",
                                    false));
            this.steps = steps;
        }

        @Override
        List<Step> steps(Node node, ServiceName service, Parameters parameters) {
            return List.of(
                    parameters.flag(FEATURE_CONFIGURED)
                            ? steps.serviceStartConfigured(node, service)
                            : steps.serviceStart(node, service));
        }
    }

    /** Restarts it. */
    @Singleton
    static class Restart extends ServicePrimitiveRunbook {
        private final Steps steps;

        Restart(Steps steps) {
            super(
                    RunbookName.SERVICE_RESTART,
                    "Restarts a service",
                    List.of("C4", "C6", "C8"),
                    "The service's users lose it until it is STARTED again; restarting Cisco XCP Router restarts all XCP services",
                    ParameterSchema.none());
            this.steps = steps;
        }

        @Override
        List<Step> steps(Node node, ServiceName service, Parameters parameters) {
            return List.of(steps.serviceRestart(node, service));
        }
    }

    /** Activates it, and starts it unless its feature has to be configured first. */
    @Singleton
    static class Activate extends ServicePrimitiveRunbook {
        private final Steps steps;

        Activate(Steps steps) {
            super(
                    RunbookName.SERVICE_ACTIVATE,
                    "Activates a feature service that was never activated, and sees it STARTED",
                    List.of("D1.4", "D8"),
                    "None",
                    ParameterSchema.none());
            this.steps = steps;
        }

        @Override
        List<Step> steps(Node node, ServiceName service, Parameters parameters) {
            Step activate = steps.serviceActivate(node, service);
            return FeatureCondition.of(service).isPresent()
                    ? List.of(activate)
                    : List.of(activate, steps.serviceStart(node, service));
        }
    }
}
