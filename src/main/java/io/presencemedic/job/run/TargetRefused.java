package io.presencemedic.job.run;

/** The target that a job names does not exist, or does not fit the runbook. */
public final class TargetRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String field;

    /** A refusal with a stable code, about a field of the request. */
    public TargetRefused(String code, String field, String detail) {
        super(detail);
        this.code = code;
        this.field = field;
    }

    /** The stable code. */
    public String code() {
        return code;
    }

    /** The field of the request. */
    public String field() {
        return field;
    }

    /** For a person, as a sentence. */
    public String sentence() {
        return "The target was refused: " + detail() + ".";
    }

    /** What is wrong, for a person: a clause without a full stop. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
