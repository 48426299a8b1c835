package io.presencemedic.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a look at the chain of hashes found.
 *
 * @param from number of the first entry that was looked at
 * @param to number of the last entry that was looked at; smaller than {@code from} where there was none
 * @param intact whether every entry is as it was recorded, none is missing, and every anchor fits
 * @param flaw the first place where the chain is broken; null where it is intact
 * @param ranges the entries looked at, cut at the anchors
 * @param next from where to go on, because one look is limited; null at the end of the chain
 */
public record Verification(
        long from, long to, boolean intact, @Nullable Flaw flaw, List<Range> ranges, @Nullable Long next) {
    public Verification {
        ranges = List.copyOf(ranges);
    }

    /** What is wrong with an entry. */
    public enum Kind {
        /** Its content does not give its hash: it was edited. */
        EDITED,
        /** It does not follow the entry before it: one of the two was exchanged. */
        UNLINKED,
        /** It is not there. */
        MISSING,
        /** Its hash is not the one that was told outside: the chain was made anew. */
        NOT_AS_ANCHORED
    }

    /**
     * Where the chain is broken.
     *
     * @param seq number of the entry
     * @param kind what is wrong with it
     */
    public record Flaw(long seq, Kind kind) {}

    /**
     * Entries between two anchors.
     *
     * @param from number of the first entry
     * @param to number of the last entry
     * @param intact whether all of them are as they were recorded
     * @param anchored whether an anchor at the end proves it; what comes after the last anchor is proved by the chain alone
     */
    public record Range(long from, long to, boolean intact, boolean anchored) {}
}
