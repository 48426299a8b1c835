package io.presencemedic.console.page;

import java.util.regex.Pattern;

/** Keeps marks from a page that a reader cannot see: they could turn the words around them, or are no HTML at all. */
public final class VisibleText {
    /** Control characters but for tab and line ends, and marks that change the direction of what follows. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F\\u202A-\\u202E\\u2066-\\u2069]");

    private static final String INSTEAD = "\uFFFD";

    private VisibleText() {}

    /** The page with a sign in the place of each such mark. */
    public static String of(String page) {
        return UNSEEN.matcher(page).replaceAll(INSTEAD);
    }
}
