package io.presencemedic.cluster;

import io.presencemedic.http.FieldError;
import io.presencemedic.http.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What one field alone cannot tell about a cluster's document. */
final class ClusterCheck {
    private final ClusterDocument document;
    private final List<FieldError> errors = new ArrayList<>();

    private final NodeAddresses addresses;

    private ClusterCheck(ClusterDocument document, NodeAddresses addresses) {
        this.document = document;
        this.addresses = addresses;
    }

    /** @throws io.presencemedic.http.ProblemException 400 with every field that is wrong */
    static void require(ClusterDocument document, NodeAddresses addresses) {
        List<FieldError> errors = new ClusterCheck(document, addresses).run();
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors).exception();
        }
    }

    private List<FieldError> run() {
        names();
        hosts();
        publishers();
        String certificates = document.trustedCertificates();
        if (certificates != null) {
            Certificates.complaint(certificates).ifPresent(complaint -> wrong("trustedCertificates", complaint));
        }
        return errors;
    }

    private void names() {
        Set<String> seen = new HashSet<>();
        for (int place = 0; place < document.nodes().size(); place++) {
            if (!seen.add(document.nodes().get(place).name())) {
                wrong("nodes[" + place + "].name", "is the name of another node already");
            }
        }
    }

    private void hosts() {
        Set<String> seen = new HashSet<>();
        for (int place = 0; place < document.nodes().size(); place++) {
            Node node = document.nodes().get(place).node();
            if (!HostSyntax.isHost(node.host())) {
                wrong("nodes[" + place + "].host", "must be a host name, an IPv4 or an IPv6 address");
            } else if (!seen.add(node.host().toLowerCase(Locale.ROOT) + " " + node.sshPort())) {
                wrong("nodes[" + place + "].host", "is the address of another node already");
            } else {
                String field = "nodes[" + place + "].host";
                addresses.complaint(node.host()).ifPresent(complaint -> wrong(field, complaint));
            }
        }
    }

    private void publishers() {
        long callManagers = count(NodeRole.CUCM_PUBLISHER);
        if (callManagers != 1) {
            wrong("nodes", "must have exactly one node with the role CUCM_PUBLISHER, not " + callManagers);
        }
        if (count(NodeRole.IMP_PUBLISHER) > 1) {
            wrong("nodes", "must have at most one node with the role IMP_PUBLISHER");
        }
    }

    private long count(NodeRole role) {
        return document.nodes().stream().filter(node -> node.role() == role).count();
    }

    private void wrong(String field, String message) {
        errors.add(new FieldError(field, message));
    }
}
