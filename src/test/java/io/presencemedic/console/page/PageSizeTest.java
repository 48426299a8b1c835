package io.presencemedic.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.BesideTheService;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@BesideTheService
class PageSizeTest {
    private static final String SHORT = "<pre tabindex=\"0\">the answer to a short question</pre>";

    private static String page(String... quotations) {
        return "<h1>The platform's words</h1>" + String.join("<p>and</p>", quotations) + "<p>the end</p>";
    }

    private static String quotation(String text, int times) {
        return "<pre tabindex=\"0\">" + text.repeat(times) + "</pre>";
    }

    private static int bytes(String page) {
        return page.getBytes(StandardCharsets.UTF_8).length;
    }

    @Test
    void aPageThatIsSmallEnoughStaysAsItIs() {
        String page = page(SHORT, quotation("line of an answer\n", 5000));
        assertThat(PageSize.bounded(page)).isSameAs(page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"line of an answer\n", "&lt;&quot;", "ü", "\uD83D\uDE00"})
    void onlyTheLongestQuotationsAreCutAndSaySo(String text) {
        String page = page(quotation(text, 500_000), SHORT, quotation(text, 90_000));
        String bounded = PageSize.bounded(page);
        assertThat(bytes(bounded)).isBetween(PageSize.MOST * 9 / 10, PageSize.MOST);
        assertThat(bounded)
                .startsWith("<h1>The platform's words</h1>")
                .contains(SHORT)
                .endsWith("<p>the end</p>")
                .doesNotContain("\uFFFD");
        assertThat(bounded.split("bytes more are not shown here", -1)).hasSize(3);
        assertThat(bounded.replaceAll("&(lt|quot);", "")).doesNotContain("&");
    }

    @Test
    void whereNoQuotationCanHelpNoneIsLeft() {
        String page = page("x".repeat(300_000), SHORT);
        assertThat(PageSize.bounded(page)).contains("<pre tabindex=\"0\">\n… ").endsWith("<p>the end</p>");
    }
}
