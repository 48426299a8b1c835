package io.presencemedic.runbook.step;

import io.presencemedic.cisco.soap.GetCcmVersion;
import io.presencemedic.link.LinkException;
import io.presencemedic.link.LinkFailure;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.Groups;
import io.presencemedic.runbook.LineMemory;
import io.presencemedic.runbook.RunbookConfig;
import io.presencemedic.runbook.Step;
import java.time.Duration;

/** CUCM's web service can be reached and answers (D7.5); one that was just started gets some time. */
record WebServiceCheck(String target, RunbookConfig config) implements Step {
    @Override
    public String name() {
        return "web-service-answers";
    }

    @Override
    public Duration patience() {
        return config.patience().multipliedBy(3);
    }

    @Override
    public Decision decide(ClusterReader look, LineMemory memory) {
        try {
            String version = look.ask(Groups.publisher(look.cluster()), new GetCcmVersion());
            return new Decision.Done("AXL answers; CUCM is " + version);
        } catch (LinkException e) {
            return mayPass(e.failure()) && !memory.begunAtLeast(time(e.failure()))
                    ? new Decision.Wait(e.failure().detail())
                    : new Decision.Refuse(
                            "WEB_SERVICE_UNREACHABLE",
                            "the Sync Agent needs CUCM's web service, and it does not answer (D7.5): "
                                    + e.failure().detail());
        }
    }

    /** A service that is only about to come up may even refuse what it is asked. */
    private static boolean mayPass(LinkFailure failure) {
        return failure.mayComeBack() || failure instanceof LinkFailure.Refused;
    }

    /** What passes by itself is waited for as by any other look. */
    private Duration time(LinkFailure failure) {
        return failure.passing() ? config.patience().multipliedBy(2) : config.patience();
    }
}
