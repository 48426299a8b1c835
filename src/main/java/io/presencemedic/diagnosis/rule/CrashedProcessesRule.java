package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.cisco.service.CoreFile;
import io.presencemedic.cisco.service.CoreFileList;
import io.presencemedic.cisco.service.ServiceName;
import io.presencemedic.diagnosis.fact.Fact;
import io.presencemedic.diagnosis.fact.FactKey;
import io.presencemedic.diagnosis.fact.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Processes have crashed and left core files, by process and service. */
final class CrashedProcessesRule implements Rule {
    @Override
    public RuleResult look(RuleContext facts) {
        return RuleResult.of(facts.nodes().stream().flatMap(node -> node.known(FactKey.CORE_FILES).stream()
                .flatMap(fact -> drafts(HostNames.label(node), fact))));
    }

    private static Stream<FindingDraft> drafts(Optional<String> node, Fact.Known<CoreFileList> fact) {
        Map<String, List<CoreFile>> byProcess = fact.value().files().stream()
                .collect(Collectors.groupingBy(
                        file -> file.process().orElse("an unknown process"), LinkedHashMap::new, Collectors.toList()));
        return byProcess.entrySet().stream().map(entry -> draft(node, fact, entry.getKey(), entry.getValue()));
    }

    private static FindingDraft draft(
            Optional<String> node, Fact.Known<CoreFileList> fact, String process, List<CoreFile> files) {
        String service = files.get(0)
                .service()
                .map(ServiceName::value)
                .map(name -> " of " + name)
                .orElse("");
        String latest =
                files.stream().map(CoreFile::date).max(String::compareTo).orElse("");
        return FindingDraft.of(
                        "PROCESS_CRASHED",
                        DocumentRef.E_NETWORK,
                        Severity.WARNING,
                        node.map(name -> "On " + name + " the").orElse("The") + " process " + process + service
                                + " has left " + files.size()
                                + (files.size() == 1 ? " core file" : " core files") + ", the latest of " + latest
                                + ". TAC can read them.")
                .evidence(files.stream()
                        .map(file -> fact.heard().evidence(file.name()))
                        .toList())
                .on(node.stream().toList());
    }
}
