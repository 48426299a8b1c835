package io.presencemedic.evidence.folder;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Names for files and folders, made from what nodes say. No name leads out of its folder, hides, or is refused by a
 * common file system or archiver.
 */
public final class SafeName {
    private static final int LONGEST = 100;

    private SafeName() {}

    /** The name with everything unusual replaced; never empty, never longer than 100 characters. */
    public static String of(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("[^A-Za-z0-9._ ()+@=,&-]", "_");
        String visible = plain.strip().replaceAll("^[.-]+", "_").replaceAll("[. ]+$", "");
        String kept = visible.isEmpty() ? "_" : visible;
        return isReserved(kept) ? "_" + kept : shortened(kept);
    }

    /** The last part of a path as a name. */
    public static String ofLast(String path) {
        String[] parts = path.split("[/\\\\]");
        return of(parts.length == 0 ? "" : parts[parts.length - 1]);
    }

    /** A text in kebab-case, as commands have it in names of files. */
    public static String slug(String text) {
        String kebab =
                text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-").replaceAll("^[-.]+|[-.]+$", "");
        return shortened(kebab.isEmpty() ? "_" : kebab);
    }

    /** The end of a name often tells more than its middle: the ending of a file stays. */
    private static String shortened(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        int point = name.lastIndexOf('.');
        String ending = point > 0 && name.length() - point <= 12 ? name.substring(point) : "";
        String hash = "~" + Integer.toHexString(name.hashCode());
        return name.substring(0, LONGEST - ending.length() - hash.length()) + hash + ending;
    }

    /** Names that some systems keep for devices. */
    private static boolean isReserved(String name) {
        return name.matches("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");
    }
}
