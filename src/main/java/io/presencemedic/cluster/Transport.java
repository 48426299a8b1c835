package io.presencemedic.cluster;

/** By which ways the nodes of a cluster are read and changed. */
public enum Transport {
    /**
     * The platform's CLI for everything that it can. Web services only for what the CLI cannot: redundancy groups and
     * high availability by AXL, and the collection of logs. Control Center is never called.
     */
    SSH,
    /**
     * Web services only: services are read and controlled by Control Center. What only the CLI can do is refused: Cisco
     * Tomcat and the database, the replication-sync monitor, the nodes' view of high availability, SQL.
     */
    SOAP,
    /**
     * The platform's CLI, and Control Center for what it does better: it tells since when a service has been running,
     * so whether a restart took place whose answer was lost, and it tells the services of a node whose CLI cannot be
     * reached.
     */
    SSH_WITH_SOAP
}
