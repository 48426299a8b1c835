package io.presencemedic.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.audit.Verification.Flaw;
import io.presencemedic.audit.Verification.Kind;
import io.presencemedic.audit.Verification.Range;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChainCheckTest {
    private static final Actor JO =
            new Actor(Actor.Kind.KEY, UUID.randomUUID().toString(), "ops", "jo", "192.0.2.1", "r-1");

    private static RecordedEntry entry(long seq, String target, String previous) {
        AuditEntry what = AuditEntry.of("key.create").target(target).after("{\"name\":\"ü\"}");
        RecordedEntry unsealed =
                new RecordedEntry(seq, Instant.parse("2030-01-01T00:00:00.000001Z"), JO, what, previous, "");
        return new RecordedEntry(seq, unsealed.at(), JO, what, previous, ChainHash.of(unsealed));
    }

    private static List<RecordedEntry> chain(int length, String mark) {
        List<RecordedEntry> all = new ArrayList<>();
        String previous = ChainHash.START;
        for (int seq = 1; seq <= length; seq++) {
            RecordedEntry next = entry(seq, mark + seq, previous);
            all.add(next);
            previous = next.hash();
        }
        return all;
    }

    private static Verification check(List<RecordedEntry> entries, Map<Long, String> anchors, long head) {
        ChainCheck check = new ChainCheck(0, ChainHash.START, new TreeMap<>(anchors));
        entries.forEach(check::accept);
        return check.end(head);
    }

    @Test
    void aChainAsItWasRecordedIsIntact() {
        List<RecordedEntry> all = chain(5, "/k/");
        Verification whole = check(all, Map.of(3L, all.get(2).hash()), 5);
        assertThat(whole.intact()).isTrue();
        assertThat(whole.flaw()).isNull();
        assertThat(whole.ranges()).containsExactly(new Range(1, 3, true, true), new Range(4, 5, true, false));
    }

    @Test
    void noEntryIsNoFlaw() {
        Verification whole = check(List.of(), Map.of(), 0);
        assertThat(whole.intact()).isTrue();
        assertThat(whole.ranges()).isEmpty();
    }

    @Test
    void anEditedEntryIsFound() {
        List<RecordedEntry> all = chain(5, "/k/");
        RecordedEntry was = all.get(1);
        all.set(1, new RecordedEntry(2, was.at(), JO, was.entry().target("/k/9"), was.previousHash(), was.hash()));
        assertThat(check(all, Map.of(), 5).flaw()).isEqualTo(new Flaw(2, Kind.EDITED));
    }

    @Test
    void aRemovedEntryIsFoundWhereverItWas() {
        for (int i = 0; i < 5; i++) {
            List<RecordedEntry> all = chain(5, "/k/");
            all.remove(i);
            assertThat(check(all, Map.of(), 5).flaw()).isEqualTo(new Flaw(i + 1, Kind.MISSING));
        }
    }

    @Test
    void anInsertedEntryIsFound() {
        List<RecordedEntry> all = chain(5, "/k/");
        all.set(2, entry(3, "/other", all.get(1).hash()));
        assertThat(check(all, Map.of(), 5).flaw()).isEqualTo(new Flaw(4, Kind.UNLINKED));
    }

    @Test
    void aChainThatWasMadeAnewIsFoundByAnAnchorAlone() {
        List<RecordedEntry> told = chain(5, "/k/");
        List<RecordedEntry> forged = chain(5, "/forged/");
        assertThat(check(forged, Map.of(), 5).intact()).isTrue();
        assertThat(check(forged, Map.of(4L, told.get(3).hash()), 5).flaw())
                .isEqualTo(new Flaw(4, Kind.NOT_AS_ANCHORED));
    }

    @Test
    void anEndThatWasCutOffWithItsHeadIsFoundByAnAnchorAlone() {
        List<RecordedEntry> told = chain(5, "/k/");
        List<RecordedEntry> cut = told.subList(0, 3);
        assertThat(check(cut, Map.of(), 3).intact()).isTrue();
        assertThat(check(cut, Map.of(5L, told.get(4).hash()), 3).flaw()).isEqualTo(new Flaw(4, Kind.MISSING));
    }

    @Test
    void fieldsCannotChangePlaces() {
        AuditEntry one = AuditEntry.of("key.create").cluster("ab").target("c");
        AuditEntry other = AuditEntry.of("key.create").cluster("a").target("bc");
        Instant at = Instant.EPOCH;
        assertThat(ChainHash.of(new RecordedEntry(1, at, JO, one, "", "")))
                .isNotEqualTo(ChainHash.of(new RecordedEntry(1, at, JO, other, "", "")));
    }
}
