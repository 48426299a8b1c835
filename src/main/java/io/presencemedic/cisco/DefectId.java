package io.presencemedic.cisco;

import java.net.URI;
import java.util.regex.Pattern;

/**
 * Number of a defect in Cisco's public bug search.
 *
 * @param value such as {@code CSCvj09515}
 */
public record DefectId(String value) {
    /** Before the defects below, which are checked against it. */
    private static final Pattern FORM = Pattern.compile("CSC[a-z]{2}\\d{5}");

    /** Intercluster Sync Agent does not start (D5.2). */
    public static final DefectId INTERCLUSTER_SYNC_AGENT = new DefectId("CSCvj09515");
    /** Intercluster Sync Agent does not start, second defect (D5.2). */
    public static final DefectId INTERCLUSTER_SYNC_AGENT_SECOND = new DefectId("CSCvq63308");
    /** Presence Engine does not start on 12.5 (D6.5). */
    public static final DefectId PRESENCE_ENGINE = new DefectId("CSCvg94247");
    /** XCP Config Manager fails for want of its old keys (C11). */
    public static final DefectId CONFIG_MANAGER_KEYS = new DefectId("CSCur25679");

    /** Sync Agent of a publisher takes its node for a subscriber (G3). */
    public static final DefectId SYNC_AGENT_WAITS = new DefectId("CSCuy18383");

    /** Sync Agent is dead after a rebuild (G4). */
    public static final DefectId SYNC_AGENT_REBUILT = new DefectId("CSCuo02154");

    /** @throws IllegalArgumentException where the value is no defect number */
    public DefectId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a defect number: " + value);
        }
    }

    /** Where the defect is described. */
    public URI link() {
        return URI.create("https://bst.cloudapps.cisco.com/bugsearch/bug/" + value);
    }

    @Override
    public String toString() {
        return value;
    }
}
