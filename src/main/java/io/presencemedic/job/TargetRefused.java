package io.presencemedic.job;

/** The target that a job names does not exist, or does not fit the runbook. */
final class TargetRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String field;

    TargetRefused(String code, String field, String detail) {
        super(detail);
        this.code = code;
        this.field = field;
    }

    String code() {
        return code;
    }

    /** The field of the request. */
    String field() {
        return field;
    }

    /** For a person, as a sentence. */
    String sentence() {
        return "The target was refused: " + detail() + ".";
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
