package io.presencemedic.killmatrix;

/** What must never happen, whatever is struck. */
enum Figure {
    JOBS_LOST("jobs lost"),
    RUN_BY_TWO("jobs run by two at once"),
    LINES_REPEATED("completed lines repeated"),
    SENT_TWICE("disruptive commands sent twice"),
    OFF_UNSAID("ends with high availability or the monitor off, unsaid"),
    GAPS("gaps in a log"),
    WRONG_REFUSALS("answers while the database is away that are not 503 with Retry-After");

    private final String words;

    Figure(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
