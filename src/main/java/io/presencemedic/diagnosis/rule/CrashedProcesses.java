package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.CoreFile;
import io.presencemedic.cisco.CoreFileList;
import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.cisco.ServiceName;
import io.presencemedic.diagnosis.ClusterFacts;
import io.presencemedic.diagnosis.Fact;
import io.presencemedic.diagnosis.Finding;
import io.presencemedic.diagnosis.Severity;
import io.presencemedic.diagnosis.Topic;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Processes have crashed and left core files, by process and service. */
final class CrashedProcesses implements Rule {
    @Override
    public Verdict look(ClusterFacts facts) {
        return Verdict.of(facts.known(Topic.CORE_FILES).stream().flatMap(CrashedProcesses::findings));
    }

    private static Stream<Finding> findings(Fact.Known<CoreFileList> fact) {
        Map<String, List<CoreFile>> byProcess = fact.value().files().stream()
                .collect(Collectors.groupingBy(
                        file -> file.process().orElse("an unknown process"), LinkedHashMap::new, Collectors.toList()));
        return byProcess.entrySet().stream().map(entry -> finding(fact, entry.getKey(), entry.getValue()));
    }

    private static Finding finding(Fact.Known<CoreFileList> fact, String process, List<CoreFile> files) {
        String service = files.get(0)
                .service()
                .map(ServiceName::value)
                .map(name -> " of " + name)
                .orElse("");
        String latest =
                files.stream().map(CoreFile::date).max(String::compareTo).orElse("");
        return Draft.of(
                        "PROCESS_CRASHED",
                        DocumentRef.E_NETWORK,
                        Severity.WARNING,
                        "The process " + process + service + " has left " + files.size()
                                + (files.size() == 1 ? " core file" : " core files") + ", the latest of " + latest
                                + ". TAC can read them.")
                .evidence(files.stream()
                        .map(file -> fact.heard().evidence(file.name()))
                        .toList())
                .finding();
    }
}
