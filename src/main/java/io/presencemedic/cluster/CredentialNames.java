package io.presencemedic.cluster;

/**
 * The credentials of a cluster, by the names under which the configuration holds their values.
 *
 * @param platform the SSH account of the platform CLI
 * @param application the account of the web services
 */
public record CredentialNames(String platform, String application) {}
