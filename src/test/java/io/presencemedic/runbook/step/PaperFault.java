package io.presencemedic.runbook.step;

import io.presencemedic.cisco.EnterpriseNode;
import io.presencemedic.cisco.ServiceName;
import io.presencemedic.cisco.ServiceOrder;
import io.presencemedic.cisco.ServiceState;
import io.presencemedic.cisco.StopReason;
import io.presencemedic.cluster.Node;
import java.time.Duration;
import java.util.List;

/** The document's faults on the cluster on paper, each with what makes its remedy work and nothing else. */
public enum PaperFault {
    NONE {
        @Override
        void strike(FakeCluster cluster) {
            cluster.haStored = true;
            cluster.haLive = true;
        }
    },
    STUCK_IN_STARTING {
        @Override
        void strike(FakeCluster cluster) {
            NONE.strike(cluster);
            StartOrder.of(FakeCluster.SUB).stream()
                    .filter(service -> StartOrder.isOwn(service) && !StartOrder.BASE.contains(service))
                    .forEach(service -> cluster.set(FakeCluster.SUB, service, ServiceState.STARTING, null));
            cluster.reactions.put(
                    "imp-sub: set replication-sync monitor disable",
                    () -> cluster.agenda.after(Duration.ofMinutes(3), () -> StartOrder.of(FakeCluster.SUB).stream()
                            .forEach(service -> cluster.set(FakeCluster.SUB, service, ServiceState.STARTED, null))));
        }
    },
    NOT_ACTIVATED {
        @Override
        void strike(FakeCluster cluster) {
            NONE.strike(cluster);
            ServiceName service = new ServiceName("Cisco XCP Text Conference Manager");
            cluster.set(FakeCluster.SUB, service, ServiceState.STOPPED, StopReason.NOT_ACTIVATED);
        }
    },
    COMMANDED_OUT_OF_SERVICE {
        @Override
        void strike(FakeCluster cluster) {
            for (String name : List.of(
                    "Cisco Presence Datastore",
                    "Cisco XCP Router",
                    "Cisco XCP Config Manager",
                    "Cisco SIP Proxy",
                    "Cisco Presence Engine")) {
                cluster.set(
                        FakeCluster.SUB,
                        new ServiceName(name),
                        ServiceState.STOPPED,
                        StopReason.COMMANDED_OUT_OF_SERVICE);
            }
            cluster.mayStart = (node, service) -> startable(cluster, node, service);
        }

        private boolean startable(FakeCluster cluster, Node node, ServiceName service) {
            boolean needsRouter =
                    service.value().contains("SIP Proxy") || service.equals(DocumentSection.PRESENCE_ENGINE);
            boolean first = cluster.heard.stream()
                            .filter(text -> text.endsWith(service.value()))
                            .count()
                    == 1;
            boolean stubborn = service.value().equals("Cisco XCP Router");
            return (!needsRouter || cluster.runs(node, new ServiceName("Cisco XCP Router"))) && !(stubborn && first);
        }
    },
    NETWORK_SERVICES_DOWN {
        @Override
        void strike(FakeCluster cluster) {
            NONE.strike(cluster);
            ServiceOrder.NETWORK_SERVICES.forEach(service -> cluster.fail(FakeCluster.PUB, service.value()));
            cluster.fail(FakeCluster.PUB, "Cisco Tomcat", "Cisco SIP Proxy", "Cisco Presence Engine");
            cluster.mayStart = (node, service) -> startable(cluster, node, service);
        }

        private boolean startable(FakeCluster cluster, Node node, ServiceName service) {
            int place = ServiceOrder.NETWORK_SERVICES.indexOf(service);
            ServiceName before = place > 0 ? ServiceOrder.NETWORK_SERVICES.get(place - 1) : ServiceOrder.TOMCAT;
            return place < 0 || (!cluster.haLive && cluster.runs(node, before));
        }
    },
    DATABASE_STARTING {
        @Override
        void strike(FakeCluster cluster) {
            NONE.strike(cluster);
            cluster.set(FakeCluster.SUB, DocumentSection.DATABASE, ServiceState.STARTING, null);
            cluster.mayStart = (node, service) -> !service.equals(DocumentSection.DATABASE)
                    || (!cluster.haLive
                            && cluster.heard.contains("imp-sub: utils service restart A Cisco DB")
                            && cluster.heard.contains("imp-sub: utils service start A Cisco DB"));
        }
    },
    INTERCLUSTER_SYNC_AGENT_DOWN {
        @Override
        void strike(FakeCluster cluster) {
            NONE.strike(cluster);
            cluster.fail(FakeCluster.PUB, "Cisco Intercluster Sync Agent");
            cluster.mayStart =
                    (node, service) -> !service.equals(DocumentSection.INTERCLUSTER_SYNC_AGENT) || !cluster.haLive;
        }
    },
    PREREQUISITES_DOWN {
        @Override
        void strike(FakeCluster cluster) {
            cluster.set(
                    FakeCluster.SUB,
                    PresenceEngineSteps.SIP_PROXY,
                    ServiceState.STOPPED,
                    StopReason.COMMANDED_OUT_OF_SERVICE);
            cluster.fail(FakeCluster.SUB, "Cisco Presence Engine");
            cluster.mayStart = (node, service) -> !service.equals(DocumentSection.PRESENCE_ENGINE)
                    || cluster.runs(node, PresenceEngineSteps.SIP_PROXY);
        }
    },
    OUTSIDE_GROUP {
        @Override
        void strike(FakeCluster cluster) {
            cluster.server2 = null;
            cluster.fail(FakeCluster.SUB, "Cisco Presence Engine");
            cluster.mayStart = (node, service) -> !service.equals(DocumentSection.PRESENCE_ENGINE);
            cluster.reactions.put(
                    JOIN,
                    () -> cluster.agenda.after(
                            Duration.ofMinutes(2),
                            () -> cluster.set(
                                    FakeCluster.SUB, DocumentSection.PRESENCE_ENGINE, ServiceState.STARTED, null)));
        }
    },
    DOWN_ON_BOTH_AFTER_JOINING {
        @Override
        void strike(FakeCluster cluster) {
            OUTSIDE_GROUP.strike(cluster);
            cluster.reactions.put(
                    JOIN,
                    () -> cluster.agenda.after(
                            Duration.ofMinutes(3), () -> cluster.fail(FakeCluster.PUB, "Cisco Presence Engine")));
            cluster.mayStart = (node, service) -> !service.equals(DocumentSection.PRESENCE_ENGINE)
                    || cluster.heard.contains(node.name() + ": utils service restart Cisco SIP Proxy");
        }
    },
    SUBCLUSTER_MISMATCH {
        @Override
        void strike(FakeCluster cluster) {
            cluster.fail(FakeCluster.SUB, "Cisco Presence Engine");
            cluster.enterpriseNodes
                    .values()
                    .forEach(rows ->
                            rows.replaceAll(row -> row.id() == 12 ? new EnterpriseNode(12, row.name(), null) : row));
            cluster.mayStart = (node, service) -> !service.equals(DocumentSection.PRESENCE_ENGINE);
            cluster.reactions.put(
                    UPDATE,
                    () -> cluster.agenda.after(
                            Duration.ofMinutes(1),
                            () -> cluster.set(
                                    FakeCluster.SUB, DocumentSection.PRESENCE_ENGINE, ServiceState.STARTED, null)));
        }
    },
    PRESENCE_ENGINE_ALONE {
        @Override
        void strike(FakeCluster cluster) {
            cluster.fail(FakeCluster.SUB, "Cisco Presence Engine");
            cluster.mayStart =
                    (node, service) -> !cluster.monitors.get(FakeCluster.PUB) && !cluster.monitors.get(FakeCluster.SUB);
        }
    },
    AXL_WEB_SERVICE_DOWN {
        @Override
        void strike(FakeCluster cluster) {
            cluster.fail(FakeCluster.PUB, "Cisco Sync Agent");
            cluster.fail(FakeCluster.CUCM, "Cisco AXL Web Service");
            cluster.mayStart = (node, service) -> !service.equals(DocumentSection.SYNC_AGENT)
                    || cluster.runs(FakeCluster.CUCM, DocumentSection.AXL_WEB_SERVICE);
        }
    },
    PUBLISHERS_NEED_A_RESTART {
        @Override
        void strike(FakeCluster cluster) {
            cluster.fail(FakeCluster.PUB, "Cisco Sync Agent");
            cluster.mayStart = (node, service) -> false;
        }
    };

    public static final String UPDATE = "imp-pub: run sql update enterprisenode set subclusterid=1001 where id=12";
    static final String JOIN = "updatePresenceRedundancyGroup " + FakeCluster.UUID + " server2=imp-sub.example.com";

    abstract void strike(FakeCluster cluster);

    /** A cluster on paper that has this fault. */
    public FakeCluster cluster() {
        FakeCluster cluster = new FakeCluster();
        strike(cluster);
        return cluster;
    }
}
