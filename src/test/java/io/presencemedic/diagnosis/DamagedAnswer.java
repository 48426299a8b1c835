package io.presencemedic.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.cisco.cli.Answer;
import io.presencemedic.cisco.cli.KnownCommand;
import io.presencemedic.cisco.cli.Unreadable;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** A recorded answer, and what happens to it on its way. */
record DamagedAnswer(TranscriptCase recorded, List<Damage> damages) {
    private static final List<TranscriptCase> CASES = TranscriptCase.all().stream()
            .filter(TranscriptCase::isReadable)
            .filter(one -> one.raw().startsWith("admin:") && !one.name().equals("one-line"))
            .toList();

    /** One of these recordings, damaged up to three times. */
    static Arbitrary<DamagedAnswer> to(Predicate<TranscriptCase> command) {
        Arbitrary<Damage> damage = Combinators.combine(
                        Arbitraries.of(Damage.Kind.class),
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.of('#', ' ', '\t', '\u0000', '\ufffd', '\r', '[', ']', '|', ':'))
                .as(Damage::new);
        return Combinators.combine(
                        Arbitraries.of(CASES.stream().filter(command).toList()),
                        damage.list().ofMinSize(1).ofMaxSize(3))
                .as(DamagedAnswer::new);
    }

    /** What was not so in the whole answer is not so in the damaged one. */
    <T> void neverBecomes(Class<T> word, Predicate<T> better) {
        compare(word, (whole, damaged) -> assertThat(better.test(damaged) && !better.test(whole))
                .isFalse());
    }

    /** Compares the whole answer with the damaged one where both can be read. */
    <T> void compare(Class<T> word, BiConsumer<T, T> comparison) {
        int end = recorded.raw().indexOf('\n') + 1;
        KnownCommand command = KnownCommand.recognise(
                        recorded.expected().get("command").asText())
                .orElseThrow();
        String whole = recorded.raw().substring(end).replaceFirst("\n?admin:$", "");
        String damaged = whole;
        for (Damage damage : damages) {
            damaged = damage.to(damaged);
        }
        Optional<T> expected = read(command, whole, word);
        Optional<T> found = read(command, damaged, word);
        if (expected.isPresent() && found.isPresent()) {
            comparison.accept(expected.get(), found.get());
        }
    }

    private static <T> Optional<T> read(KnownCommand command, String answer, Class<T> word) {
        try {
            return Optional.of(word.cast(command.read(Answer.of(answer))));
        } catch (Unreadable refused) {
            assertThat(refused.line()).isPositive();
            assertThat(refused.why()).isNotBlank();
            return Optional.empty();
        }
    }
}
