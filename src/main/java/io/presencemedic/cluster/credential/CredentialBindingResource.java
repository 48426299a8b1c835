package io.presencemedic.cluster.credential;

import io.presencemedic.access.grant.Roles;
import io.presencemedic.audit.AuditEntry;
import io.presencemedic.audit.AuditLog;
import io.presencemedic.audit.CurrentActor;
import io.presencemedic.cluster.HostSyntax;
import io.presencemedic.http.FieldError;
import io.presencemedic.http.Problem;
import io.presencemedic.http.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Where the values of credentials may be sent. */
@Cancellable(false)
@Path("/api/v1/credentials/{credential}/binding")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Clusters")
public class CredentialBindingResource {
    private static final Duration AFTER_A_RESTART = Duration.ofMinutes(1);

    private final CredentialBindings bindings;
    private final PasswordProof proof;
    private final AuditLog audit;

    CredentialBindingResource(CredentialBindings bindings, PasswordProof proof, AuditLog audit) {
        this.bindings = bindings;
        this.proof = proof;
        this.audit = audit;
    }

    /**
     * Where a credential may be sent from now on. The text form does not tell the password.
     *
     * @param hosts names and addresses of nodes
     * @param password the credential's password, which is compared and not kept
     */
    @Schema(name = "NewCredentialBinding")
    public record NewBinding(
            @NotNull @Size(min = 1, max = 500) List<@NotNull @Size(min = 1, max = 253) String> hosts,

            @NotNull @Size(min = 1, max = 1_000) @Schema(writeOnly = true)
            String password) {
        @Override
        public String toString() {
            return "NewBinding[hosts=" + hosts + "]";
        }
    }

    @GET
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "getCredentialBinding",
            summary = "Show where a credential may be sent",
            description =
                    "The hosts to which the credential's value may be sent: those that the configuration beside it names, or those of the cluster that used it first. 404 while neither has happened.")
    public Uni<CredentialBinding> get(@PathParam("credential") String credential) {
        return bindings.find(credential)
                .map(found -> found.orElseThrow(() -> Problem.of(
                                404,
                                "CREDENTIAL_NOT_BOUND",
                                "Nothing has used the credential \"" + credential + "\" yet.")
                        .exception()));
    }

    @PUT
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "bindCredential",
            summary = "Bind a credential to other hosts",
            description =
                    "Replaces the hosts to which the credential's value may be sent. Wants the credential's password, so that nobody has a password sent to a host of his own that he does not know. Refused with 409 where the configuration names the hosts.")
    public Uni<CredentialBinding> bind(@PathParam("credential") String credential, @NotNull @Valid NewBinding body) {
        requireHosts(body.hosts());
        return bindings.find(credential)
                .invoke(found -> found.filter(each -> each.source() == CredentialBinding.Source.CONFIGURATION)
                        .ifPresent(each -> {
                            throw configured(credential);
                        }))
                .invoke(() -> proof.require(credential, body.password()))
                .onFailure(ProblemException.class)
                .call(refused -> audit.record(
                        CurrentActor.get(),
                        AuditEntry.refused(
                                        "credential.bind",
                                        ((ProblemException) refused).problem().code(),
                                        1)
                                .target(CredentialBindings.path(credential))))
                .chain(() -> bindings.rebind(credential, body.hosts()));
    }

    private static void requireHosts(List<String> hosts) {
        List<FieldError> errors = IntStream.range(0, hosts.size())
                .filter(place -> !HostSyntax.isHost(hosts.get(place)))
                .mapToObj(place ->
                        new FieldError("hosts[" + place + "]", "must be a host name, an IPv4 or an IPv6 address"))
                .toList();
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors).exception();
        }
    }

    private static ProblemException configured(String credential) {
        return Problem.of(
                        409,
                        "CREDENTIAL_BOUND_BY_CONFIGURATION",
                        "The configuration names the hosts of \"" + credential + "\". Change them there.")
                .retryAfter(AFTER_A_RESTART)
                .exception();
    }
}
