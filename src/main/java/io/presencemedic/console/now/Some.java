package io.presencemedic.console.now;

import java.util.List;

/**
 * As many rows of a list as a page has room for.
 *
 * @param rows those that are shown
 * @param others rows that are known and not shown as such
 * @param total how many there are, shown or not
 */
record Some<T>(List<T> rows, List<T> others, long total) {
    /** The first of all. */
    static <T> Some<T> of(List<T> all, int most) {
        int shown = Math.min(most, all.size());
        return new Some<>(all.subList(0, shown), all.subList(shown, all.size()), all.size());
    }

    /** The first of those that are known of many. */
    static <T> Some<T> of(List<T> known, int most, long total) {
        Some<T> some = of(known, most);
        return new Some<>(some.rows, some.others, Math.max(total, known.size()));
    }

    /** Whether there is any. */
    public boolean any() {
        return total > 0;
    }

    /** How many are not shown. */
    public long more() {
        return total - rows.size();
    }
}
