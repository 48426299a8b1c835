package io.presencemedic.cisco;

import java.util.List;

/** Names as a sentence lists them. */
public final class NameList {
    private NameList() {}

    /**
     * The first names, and how many there are besides.
     *
     * @param most how many are named, at least one
     */
    public static String of(List<String> names, int most) {
        String some = String.join(", ", names.subList(0, Math.min(most, names.size())));
        return names.size() > most ? some + " and " + (names.size() - most) + " more" : some;
    }
}
