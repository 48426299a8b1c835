package io.presencemedic.http;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param items the entries
 * @param nextCursor where the next part begins; null at the end of the list
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {
    public Page {
        items = List.copyOf(items);
    }

    /**
     * Cuts what a store found to what was asked for.
     *
     * @param found the entries from the cursor on, one more than the limit where the list goes on
     * @param request what was asked for
     * @param key the value by which the list is ordered and continued
     */
    public static <T> Page<T> of(List<T> found, PageRequest request, Function<? super T, String> key) {
        if (found.size() <= request.limit()) {
            return new Page<>(found, null);
        }
        List<T> items = found.subList(0, request.limit());
        return new Page<>(items, PageRequest.cursorAfter(key.apply(items.get(items.size() - 1))));
    }

    /**
     * A part that the store has cut itself.
     *
     * @param goesOn whether there are more entries behind these; false where there are none of these
     */
    public static <T> Page<T> cut(List<T> items, boolean goesOn, Function<? super T, String> key) {
        return goesOn && !items.isEmpty()
                ? new Page<>(items, PageRequest.cursorAfter(key.apply(items.get(items.size() - 1))))
                : new Page<>(items, null);
    }

    /** The same part with other entries. */
    public <R> Page<R> map(Function<? super T, ? extends R> change) {
        return new Page<>(items.stream().<R>map(change).toList(), nextCursor);
    }
}
