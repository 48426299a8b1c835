package io.presencemedic.simulator;

/**
 * Where a simulated node can be reached.
 *
 * @param name name of the node
 * @param role {@code CUCM_PUBLISHER}, {@code IMP_PUBLISHER} or {@code IMP_SUBSCRIBER}
 * @param host the address on which it listens
 * @param sshPort port of the platform CLI
 * @param httpsPort port of the web services
 * @param hostKey SHA-256 fingerprint of its SSH host key, as OpenSSH prints it
 */
public record SimulatedEndpoint(String name, String role, String host, int sshPort, int httpsPort, String hostKey) {}
