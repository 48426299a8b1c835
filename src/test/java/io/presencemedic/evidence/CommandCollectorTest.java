package io.presencemedic.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.presencemedic.cisco.cli.UtilsDbreplicationRuntimestate;
import io.presencemedic.cluster.Node;
import io.presencemedic.evidence.collect.CommandCollector;
import io.presencemedic.evidence.collect.CommandSource;
import io.presencemedic.evidence.collect.ItemCollection;
import io.presencemedic.evidence.folder.BundleDirectory;
import io.presencemedic.evidence.folder.DiskQuota;
import io.presencemedic.evidence.folder.ItemRecord;
import io.presencemedic.redaction.Redaction;
import io.presencemedic.runbook.ClusterReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandCollectorTest {
    private static final Node CUCM = OneAnswer.NODE;
    private static final String ALONE =
            "Runtime state cannot be performed on a cluster with a single active node; aborting operation";

    @TempDir
    Path all;

    private BundleDirectory folder() {
        ObjectMapper json = new ObjectMapper().registerModules(new JavaTimeModule(), new Jdk8Module());
        return new BundleDirectory(
                all.resolve("one"),
                new DiskQuota(all, SmallRoom.unlimited(all)),
                Redaction.ofSecrets(),
                json,
                Clock.systemUTC());
    }

    private ItemRecord collected(ClusterReader look) throws Exception {
        CommandSource source = new CommandSource.Known(new UtilsDbreplicationRuntimestate());
        ItemCollection collection = new ItemCollection(folder(), CUCM, true);
        new CommandCollector(source, 1000).collect(look, collection);
        return new ItemRecord(
                "collect-" + source.slug(),
                CUCM.name(),
                source.title(),
                folder().now(),
                collection.files(),
                collection.missing());
    }

    @ParameterizedTest
    @ValueSource(strings = {ALONE + "\n", ALONE + "\nExecuted command unsuccessfully\n"})
    void replicationOfANodeWithoutOthersIsNotApplicableAndItsWordsAreKept(String answer) throws Exception {
        ItemRecord item = collected(new OneAnswer(answer));

        assertThat(item.missing()).singleElement().satisfies(missing -> {
            assertThat(missing.code()).isEqualTo("NOT_APPLICABLE");
            assertThat(missing.reason()).contains(ALONE);
        });
        assertThat(item.lacksNothing()).isTrue();
        assertThat(item.words()).doesNotContain("not available").contains("1 file; not applicable");
        Path kept = folder().content(folder().files().get(0));
        assertThat(Files.readString(kept)).isEqualTo("admin:utils dbreplication runtimestate\n" + answer);
    }

    @Test
    void whoGoesOnAfterACrashStillKnowsThatItIsNotApplicable() throws Exception {
        ItemRecord first = collected(new OneAnswer(ALONE + "\n"));

        assertThat(collected(new OneAnswer("never asked again")).missing()).isEqualTo(first.missing());
    }
}
