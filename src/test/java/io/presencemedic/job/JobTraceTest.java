package io.presencemedic.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.JobMode;
import io.presencemedic.job.log.LineHistory;
import io.presencemedic.job.run.JobSpanIds;
import io.presencemedic.job.view.JobTrace;
import io.presencemedic.link.Transcript;
import io.presencemedic.runbook.Plan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JobTraceTest {
    private static final UUID JOB = UUID.fromString("0199c3a1-2f00-7abc-8def-0123456789ab");
    private static final String TRACE = "0199c3a12f007abc8def0123456789ab";

    private final Received received = new Received();
    private final JobSpanIds ids = new JobSpanIds();
    private final SdkTracerProvider provider = SdkTracerProvider.builder()
            .setIdGenerator(ids)
            .addSpanProcessor(SimpleSpanProcessor.create(received))
            .build();

    private JobTrace trace(JobHistory history) {
        return JobTrace.of(provider.get("test"), ids, JOB, history);
    }

    private static JobHistory repaired() {
        ToyCluster toys = new ToyCluster(ToyCluster.Faults.NONE);
        Plan plan = ToySteps.repair(toys, new ToySteps.AwaitService());
        return ToyJob.of(toys, plan, JobMode.EXECUTE).runToTheEnd();
    }

    @Test
    void theTraceHasTheIdOfTheJobAndEverySpanIsInIt() {
        trace(repaired()).end();
        assertThat(received.spans).isNotEmpty().allMatch(span -> span.getTraceId()
                .equals(TRACE));
        SpanData root = received.named("job repair");
        assertThat(root.getSpanId()).isEqualTo("8def0123456789ab");
        assertThat(root.getParentSpanContext().isValid()).isFalse();
        assertThat(received.spans.stream().filter(span -> span != root))
                .allMatch(span -> span.getParentSpanId().equals(root.getSpanId()));
    }

    @Test
    void eachLineIsASpanFromItsBeginningToItsEnd() {
        JobHistory history = repaired();
        trace(history).end();
        for (LineHistory line : history.lines()) {
            assertThat(received.spans)
                    .filteredOn(span -> span.getName().equals(line.step()))
                    .anyMatch(span -> span.getStartEpochNanos() == nanos(line.begunAt())
                            && span.getEndEpochNanos() == nanos(line.finishedAt()));
        }
        assertThat(received.named("claim").getEndEpochNanos()).isEqualTo(nanos(history.finishedAt()));
    }

    @Test
    void aCommandIsBelowItsLineAndSaysWhereItWentAndHowItFailed() {
        JobHistory history = repaired();
        JobTrace trace = trace(history);
        Instant at = Objects.requireNonNull(history.createdAt());
        trace.add(1, new Transcript("imp-sub", "utils ha status", "", at, at.plusSeconds(2), "LINK_LOST"));
        trace.end();
        SpanData sent = received.named("utils ha status");
        assertThat(sent.getParentSpanId())
                .isEqualTo(received.named(history.line(1).step()).getSpanId());
        assertThat(sent.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(sent.getAttributes().asMap().values()).contains("imp-sub");
    }

    private static long nanos(Instant instant) {
        return Objects.requireNonNull(instant).getEpochSecond() * 1_000_000_000L + instant.getNano();
    }

    /** What a collector would have got. */
    private static final class Received implements SpanExporter {
        private final List<SpanData> spans = new ArrayList<>();

        SpanData named(String name) {
            return spans.stream()
                    .filter(span -> span.getName().equals(name))
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        public CompletableResultCode export(Collection<SpanData> some) {
            spans.addAll(some);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }
}
