package io.presencemedic.diagnosis.analysis;

import io.presencemedic.access.grant.Roles;
import io.presencemedic.access.limit.Costs;
import io.presencemedic.access.limit.Limit;
import io.presencemedic.diagnosis.paste.ReadingBudget;
import io.presencemedic.http.LargeBody;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Diagnosis of pasted terminal logs, without access to the cluster. */
@Path("/api/v1/analyses")
@Consumes({MediaType.TEXT_PLAIN, "text/*"})
@Tag(name = "Diagnosis")
public class AnalysisResource {
    private static final int LARGEST_LOG_MIB = 5;

    private final Analyses analyses;
    private final AnalysisThreads threads;

    AnalysisResource(Analyses analyses, AnalysisThreads threads) {
        this.analyses = analyses;
        this.threads = threads;
    }

    /** Reads a log. */
    @POST
    @Costs(Limit.ANALYSES)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "analyseLog",
            summary = "Diagnose a pasted terminal log",
            description =
                    "Takes a terminal log of up to 5 MiB, with one command or a whole session, and says what its commands mean, what is wrong, and what the log does not tell. Needs no access to the cluster; nothing is stored. Accept: text/plain answers for a person.")
    public Uni<Analysis> analyse(@LargeBody(mebibytes = LARGEST_LOG_MIB) byte @Nullable [] log) {
        return offTheEventLoop(budget -> analyses.analyse(present(log), budget));
    }

    /** Reads a log and answers for a person. */
    @POST
    @Costs(Limit.ANALYSES)
    @Produces(MediaType.TEXT_PLAIN)
    @RolesAllowed(Roles.VIEWER)
    @Operation(hidden = true)
    public Uni<String> analyseForAPerson(@LargeBody(mebibytes = LARGEST_LOG_MIB) byte @Nullable [] log) {
        return offTheEventLoop(budget -> AnalysisText.of(analyses.analyse(present(log), budget)));
    }

    private static byte[] present(byte @Nullable [] log) {
        return log == null ? new byte[0] : log;
    }

    private <T> Uni<T> offTheEventLoop(Function<ReadingBudget, T> work) {
        Context context = Vertx.currentContext();
        AnalysisThreads.Running<T> running = threads.begin(work);
        return Uni.createFrom()
                .completionStage(running.result())
                .onCancellation()
                .invoke(running::cancel)
                .emitOn(answer -> context.runOnContext(ignored -> answer.run()));
    }
}
