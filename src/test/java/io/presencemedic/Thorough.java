package io.presencemedic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * How much is tried of what there is too much of for each build: a sample of it, the same in each build, and all of it
 * with the Maven profile {@code thorough}.
 */
public final class Thorough {
    /** Whether what runs are compared with is recorded anew. */
    public static final boolean RECORDS = Boolean.getBoolean("golden.update");

    /** Whether everything is tried; what is recorded anew is recorded as a whole. */
    public static final boolean ALL = Boolean.getBoolean("thorough") || RECORDS;

    private static final long SEED = 20;

    private Thorough() {}

    /** One in so many of them, at least one, in their order. */
    public static <T> List<T> sample(Collection<T> all, int oneIn) {
        List<T> picked = new ArrayList<>(all);
        if (!ALL) {
            Collections.shuffle(picked, new Random(SEED));
            picked = picked.subList(0, Math.max(1, picked.size() / oneIn));
        }
        List<T> chosen = picked;
        return all.stream().filter(chosen::contains).toList();
    }

    /** How many points of a range are tried. */
    public static int points(int inEachBuild, int thorough) {
        return ALL ? thorough : inEachBuild;
    }
}
