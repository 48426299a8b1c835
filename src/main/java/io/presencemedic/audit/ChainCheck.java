package io.presencemedic.audit;

import io.presencemedic.audit.Verification.Flaw;
import io.presencemedic.audit.Verification.Kind;
import io.presencemedic.audit.Verification.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Looks at the entries in their order, one after the other, and says where the chain is broken. */
final class ChainCheck {
    private final long first;
    private final NavigableMap<Long, String> anchors;
    private final List<Range> ranges = new ArrayList<>();
    private long last;
    private String lastHash;
    private long rangeStart;
    private @Nullable Flaw flaw;

    /**
     * @param before number of the last entry before those to look at, and its hash
     * @param anchors what was told outside, hash by number
     */
    ChainCheck(long before, String hash, NavigableMap<Long, String> anchors) {
        this.first = before + 1;
        this.last = before;
        this.lastHash = hash;
        this.rangeStart = first;
        this.anchors = new TreeMap<>(anchors);
    }

    void accept(RecordedEntry entry) {
        if (flaw == null) {
            flaw = flawOf(entry);
        }
        if (flaw == null) {
            last = entry.seq();
            lastHash = entry.hash();
            if (anchors.containsKey(last)) {
                closeRange(true, true);
            }
        }
    }

    private @Nullable Flaw flawOf(RecordedEntry entry) {
        if (entry.seq() != last + 1) {
            return new Flaw(last + 1, Kind.MISSING);
        }
        if (!entry.previousHash().equals(lastHash)) {
            return new Flaw(entry.seq(), Kind.UNLINKED);
        }
        if (!ChainHash.of(entry).equals(entry.hash())) {
            return new Flaw(entry.seq(), Kind.EDITED);
        }
        String anchored = anchors.get(entry.seq());
        return anchored == null || anchored.equals(entry.hash()) ? null : new Flaw(entry.seq(), Kind.NOT_AS_ANCHORED);
    }

    boolean isBroken() {
        return flaw != null;
    }

    long last() {
        return last;
    }

    /** The result where the look ended before the chain did. */
    Verification pause() {
        return result(last + 1);
    }

    /**
     * The result at the end of the chain.
     *
     * @param head number that the last entry should have; entries that were told outside have to be there as well
     */
    Verification end(long head) {
        long expected = anchors.isEmpty() ? head : Math.max(head, anchors.lastKey());
        if (flaw == null && last < expected) {
            flaw = new Flaw(last + 1, Kind.MISSING);
        }
        return result(null);
    }

    private Verification result(@Nullable Long next) {
        if (flaw != null) {
            ranges.add(new Range(rangeStart, Math.max(rangeStart, flaw.seq()), false, false));
        } else if (rangeStart <= last) {
            closeRange(true, false);
        }
        return new Verification(first, last, flaw == null, flaw, ranges, flaw == null ? next : null);
    }

    private void closeRange(boolean intact, boolean anchored) {
        ranges.add(new Range(rangeStart, last, intact, anchored));
        rangeStart = last + 1;
    }
}
