package io.presencemedic.cluster;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "cluster")
class ClusterRow {
    @Id
    String id;

    @Column(name = "display_name")
    String displayName;

    @Column(name = "platform_credential")
    String platformCredential;

    @Column(name = "application_credential")
    String applicationCredential;

    @Column
    @Enumerated(EnumType.STRING)
    Transport transport;

    @Column(name = "legacy_algorithms")
    boolean legacyAlgorithms;

    @Column(name = "trusted_certificates")
    @Nullable
    String trustedCertificates;

    @Column
    boolean simulated;

    @Version
    @Column
    long version;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "node", joinColumns = @JoinColumn(name = "cluster"))
    List<NodeRow> nodes = new ArrayList<>();

    static ClusterRow of(Cluster cluster, Instant now) {
        ClusterRow row = new ClusterRow();
        row.id = cluster.id();
        row.createdAt = now.truncatedTo(ChronoUnit.MICROS);
        row.take(cluster, now);
        return row;
    }

    void take(Cluster cluster, Instant now) {
        displayName = cluster.displayName();
        platformCredential = cluster.credentials().platform();
        applicationCredential = cluster.credentials().application();
        transport = cluster.transport();
        legacyAlgorithms = cluster.legacyAlgorithms();
        trustedCertificates = cluster.trustedCertificates();
        simulated = cluster.simulated();
        updatedAt = now;
        nodes.clear();
        for (int place = 0; place < cluster.nodes().size(); place++) {
            nodes.add(NodeRow.of(place, cluster.nodes().get(place)));
        }
    }

    Cluster cluster() {
        return new Cluster(
                id,
                displayName,
                new CredentialNames(platformCredential, applicationCredential),
                transport,
                legacyAlgorithms,
                trustedCertificates,
                nodes.stream()
                        .sorted(Comparator.comparingInt(node -> node.place))
                        .map(NodeRow::node)
                        .toList(),
                simulated);
    }

    StoredCluster stored() {
        return new StoredCluster(cluster(), createdAt, version);
    }
}
