package io.presencemedic.redaction;

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
public record RedactionResult(long masked, long pseudonyms, int leftOut, boolean cutShort) {
    static final RedactionResult NOTHING = new RedactionResult(0, 0, 0, false);
    static final RedactionResult LEFT_OUT = new RedactionResult(0, 0, 1, false);

    RedactionResult and(RedactionResult other) {
        return new RedactionResult(
                masked + other.masked,
                pseudonyms + other.pseudonyms,
                leftOut + other.leftOut,
                cutShort || other.cutShort);
    }

    RedactionResult cutShort(boolean cut) {
        return new RedactionResult(masked, pseudonyms, leftOut, cutShort || cut);
    }
}
