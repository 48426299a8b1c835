package io.presencemedic.diagnosis.paste.text;

import io.presencemedic.cisco.LetterCase;
import io.presencemedic.diagnosis.fact.SourceLine;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The names with which the prompts of a log begin.
 *
 * @param accounts those in front of known commands: behind them any command counts, or none
 * @param tellNodes whether they bear several hosts; one alone may as well be a person's account on all nodes
 */
public record PromptNames(Set<String> accounts, boolean tellNodes) {
    /** No name but the platform's own word. */
    static final PromptNames NONE = new PromptNames(Set.of(), false);

    /** The names in a log's lines. */
    public static PromptNames in(List<SourceLine> lines) {
        Set<String> accounts = lines.stream()
                .flatMap(line -> Prompt.accountIn(line.text()).stream())
                .collect(Collectors.toSet());
        Set<String> hosts = accounts.stream()
                .map(account -> LetterCase.lower(Prompt.host(account)))
                .filter(host -> !host.isEmpty())
                .collect(Collectors.toSet());
        return new PromptNames(accounts, hosts.size() > 1);
    }
}
