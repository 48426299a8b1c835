package io.presencemedic.evidence;

/** A bundle that the first test that looks at it has collected, for all tests of a class. */
final class OneBundle {
    private final String kind;
    private String id = "";
    private byte[] whole = {};

    OneBundle(String kind) {
        this.kind = kind;
    }

    String id() {
        if (id.isEmpty()) {
            id = SimulatedBundles.collected(kind);
        }
        return id;
    }

    /** Its archive. */
    byte[] whole() {
        if (whole.length == 0) {
            whole = SimulatedBundles.content(id());
        }
        return whole;
    }

    /** The path of its archive. */
    String content() {
        return "/api/v1/bundles/" + id() + "/content";
    }
}
