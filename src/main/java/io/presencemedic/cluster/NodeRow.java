package io.presencemedic.cluster;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

@Embeddable
class NodeRow {
    @Column
    int place;

    @Column
    String name;

    @Column
    @Enumerated(EnumType.STRING)
    NodeRole role;

    @Column
    String host;

    @Column(name = "ssh_port")
    int sshPort;

    @Column(name = "https_port")
    int httpsPort;

    @Column(name = "host_key")
    @Nullable
    String hostKey;

    static NodeRow of(int place, Node node) {
        NodeRow row = new NodeRow();
        row.place = place;
        row.name = node.name();
        row.role = node.role();
        row.host = node.host();
        row.sshPort = node.sshPort();
        row.httpsPort = node.httpsPort();
        row.hostKey = node.hostKey();
        return row;
    }

    Node node() {
        return new Node(name, role, host, sshPort, httpsPort, hostKey);
    }
}
