package io.presencemedic;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.k8s.NamedMetrics;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MetricNamesTest {
    @Test
    void alertsAndDashboardAskForMetricsThatTheServiceHas() throws IOException {
        Set<String> own = MetricHelp.words().keySet().stream()
                .map(name -> name.replace('.', '_'))
                .collect(Collectors.toSet());
        Set<String> asked = NamedMetrics.all().stream()
                .filter(name -> name.startsWith("medic_"))
                .map(name -> name.replaceFirst("_total$", ""))
                .collect(Collectors.toSet());
        assertThat(asked).isNotEmpty();
        assertThat(own).containsAll(asked);
    }
}
