package io.presencemedic.console.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.presencemedic.console.page.StateSymbols;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JobPagePartsTest {
    private static final Instant NOW = Instant.parse("2030-01-31T12:00:00Z");

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(text.replace('\'', '"'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode runs(int... seconds) {
        String items = IntStream.of(seconds)
                .mapToObj(s -> "{'mode':'EXECUTE','plan':[{'step':'a','target':'n','startedAt':'2030-01-01T00:00:00Z',"
                        + "'finishedAt':'"
                        + Instant.parse("2030-01-01T00:00:00Z").plusSeconds(s) + "'}]}")
                .collect(Collectors.joining(","));
        return json("{'items':[" + items + "]}");
    }

    @Test
    void nothingIsSaidOfTheRestBeforeFiveRunsAreKnown() {
        ObjectNode job = json("{'mode':'EXECUTE','plan':[{'step':'a','target':'n'}]}");
        assertThat(RemainingTime.of(job, runs(1, 2, 3, 4), NOW)).isNull();
        assertThat(RemainingTime.of(job, runs(10, 20, 30, 40, 100), NOW))
                .isEqualTo("half of 5 runs took 30 s from here, nine in ten at most 100 s");
    }

    @Test
    void whatHasPassedOfTheLineInProgressIsTakenOff() {
        ObjectNode job =
                json("{'mode':'EXECUTE','plan':[{'step':'a','target':'n','startedAt':'2030-01-31T11:59:40Z'}]}");
        assertThat(RemainingTime.of(job, runs(10, 20, 30, 40, 100), NOW))
                .isEqualTo("half of 5 runs took 10 s from here, nine in ten at most 80 s");
    }

    @Test
    void aRunThatDidNotDoALineSaysNothingOfIt() {
        ObjectNode job = json("{'mode':'EXECUTE','plan':[{'step':'b','target':'n'}]}");
        assertThat(RemainingTime.of(job, runs(10, 20, 30, 40, 100), NOW)).isNull();
    }

    @Test
    void aPlanIsComparedByWhatItsLinesDoNotByTheirNumbers() {
        JsonNode before = json(
                "{'plan':[{'line':1,'step':'a','target':'x','outcome':'CHANGED','commands':['c']},{'line':2,'step':'b','target':'x','outcome':'CHANGED','commands':[]}]}");
        JsonNode now = json(
                "{'plan':[{'line':1,'step':'b','target':'x','outcome':'CHANGED','commands':[]},{'line':2,'step':'a','target':'x','outcome':'ALREADY_SO','commands':['c']}]}");
        List<JsonNode> lines = PlanDifference.lines(now, before);
        assertThat(lines)
                .extracting(
                        line -> line.path("step").asText() + line.path("drift").asText("="))
                .containsExactly("b=", "aadded", "aremoved");
        assertThat(PlanDifference.isSame(lines)).isFalse();
        assertThat(PlanDifference.isSame(PlanDifference.lines(now, now))).isTrue();
    }

    @Test
    void aFormHoldsAsLongAsTheJobAsksTheSameAndIsRefusedOnceItDoesNot() {
        ObjectNode asking = json("{'state':'AWAITING_APPROVAL','question':{'line':4},'leftSwitchedOff':[{}]}");
        String seen = StaleForm.seen(asking);
        assertThatNoException().isThrownBy(() -> StaleForm.require(seen, asking));
        ObjectNode later = asking.deepCopy();
        later.set("question", JsonNodeFactory.instance.objectNode().put("line", 7));
        assertThatThrownBy(() -> StaleForm.require(seen, later)).hasMessageContaining("Line 7 asks now");
        assertThatThrownBy(() -> StaleForm.require("nonsense", asking)).hasMessageContaining("FORM_STALE");
    }

    @Test
    void aPageListensForEveryEventThatTheStreamSends() {
        assertThat(JobPage.EVENT_TYPES.split(" "))
                .contains("SUBMITTED", "PLAN_DELAYED", "RESTORE_RESUMED", "FINISHED")
                .doesNotHaveDuplicates();
    }

    @Test
    void aJobThatWaitsForADecisionBeforeItsFirstLineDoesNotSeemToWaitForAWorker() {
        ObjectNode job = json("{'state':'AWAITING_APPROVAL','plan':[],'leftSwitchedOff':[]}");
        assertThat(JobPage.of(job, json("{'items':[]}"), NOW).present())
                .isEqualTo(StateSymbols.words("AWAITING_APPROVAL"));
        job.put("state", "QUEUED");
        assertThat(JobPage.of(job, json("{'items':[]}"), NOW).present()).isEqualTo("waits for a worker");
    }
}
