package io.presencemedic.link.http;

import io.presencemedic.BesideTheService;
import io.presencemedic.ProcessorTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page that a node sends instead of an answer costs its length and no more, however it was made. */
@BesideTheService
class HostilePageTest {
    private static final int SIZE = 1 << 14;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<",
                "<!--",
                "<!-- -",
                "<script",
                "<script>",
                "<style></",
                "</script",
                "<a ",
                "a",
                " ",
                "\n",
                "&lt;",
                "\u0130",
                "<html>",
                "<title><title>"
            })
    void twiceThePageTakesTwiceTheTime(String piece) {
        ProcessorTime.growsWithTheTextAlone(piece, piece.repeat(SIZE / piece.length()), PageText::of);
    }
}
