package io.presencemedic.diagnosis.paste.text;

/** Turns the characters that word processors, mail and chat programs put in into those that the platform prints. */
final class PlainCharacter {
    /** Stands for a character that shows nothing. */
    static final char NONE = '\0';

    /** What East Asian keyboards and word processors put for the printable ASCII characters. */
    private static final char FULL_WIDTH_FROM = '\uff01';

    private static final char FULL_WIDTH_TO = '\uff5e';

    private PlainCharacter() {}

    /** The plain character, or {@link #NONE}. */
    static char of(char c) {
        if (c >= ' ' && c < '\u007f') {
            return c;
        }
        if (c < ' ' || (c >= '\u007f' && c < '\u00a0')) {
            return NONE;
        }
        return switch (c) {
            case '\u00a0', '\u1680', '\u202f', '\u205f', '\u3000', '\ufffd' -> ' ';
            case '\u00ad', '\u200b', '\u200c', '\u200d', '\u200e', '\u200f', '\u2060', '\ufeff' -> NONE;
            // The only letter that becomes two in lower case, which costs more than its length.
            case '\u0130' -> 'I';
            case '\u2018', '\u2019', '\u201a', '\u201b', '\u2032', '\u00b4' -> '\'';
            case '\u201c', '\u201d', '\u201e', '\u201f', '\u2033' -> '"';
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212' -> '-';
            default -> ofRanges(c);
        };
    }

    private static char ofRanges(char c) {
        if (c >= FULL_WIDTH_FROM && c <= FULL_WIDTH_TO) {
            return (char) (c - FULL_WIDTH_FROM + '!');
        }
        return c >= '\u2000' && c <= '\u200a' ? ' ' : visible(c);
    }

    /** Marks that turn the direction of writing, private characters and halves of others show nothing by themselves. */
    private static char visible(char c) {
        int kind = Character.getType(c);
        boolean hidden = kind == Character.FORMAT
                || kind == Character.PRIVATE_USE
                || kind == Character.SURROGATE
                || kind == Character.UNASSIGNED
                || kind == Character.CONTROL;
        return hidden ? NONE : c;
    }
}
