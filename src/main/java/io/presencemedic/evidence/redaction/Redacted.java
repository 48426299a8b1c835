package io.presencemedic.evidence.redaction;

/**
 * What became of a file.
 *
 * @param masked how many secrets were masked
 * @param pseudonyms how many names and addresses were replaced
 * @param leftOut how many files were left out, since they are binary and secrets in them cannot be found: the file
 *     itself, or files packed in it; a sentence that says so stands in the place of each
 * @param cutShort whether it is packed and has no proper end, as a file has that is still written to; all that could be
 *     unpacked is there
 */
public record Redacted(long masked, long pseudonyms, int leftOut, boolean cutShort) {
    static final Redacted NOTHING = new Redacted(0, 0, 0, false);
    static final Redacted LEFT_OUT = new Redacted(0, 0, 1, false);

    Redacted and(Redacted other) {
        return new Redacted(
                masked + other.masked,
                pseudonyms + other.pseudonyms,
                leftOut + other.leftOut,
                cutShort || other.cutShort);
    }

    Redacted cutShort(boolean cut) {
        return new Redacted(masked, pseudonyms, leftOut, cutShort || cut);
    }
}
