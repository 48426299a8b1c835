package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.AccountComparison;
import io.presencemedic.cisco.AccountComparison.Part;
import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.diagnosis.fact.FactKey;
import io.presencemedic.diagnosis.fact.Undetermined;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The Sync Agent's user is not the one that CUCM has (D7.10). The two secrets are compared and told to nobody. */
final class SyncAgentCredentialsDifferRule implements Rule {
    @Override
    public RuleResult look(RuleContext facts) {
        SyncAgentSettings settings = SyncAgentSettings.of(facts);
        List<AccountComparison> compared = settings.config().stream()
                .flatMap(config -> settings.users().stream()
                        .filter(users -> users.size() == 1)
                        .map(users -> AccountComparison.of(config, users.get(0))))
                .toList();
        return new RuleResult(
                compared.stream()
                        .filter(comparison -> !comparison.differing().isEmpty())
                        .map(comparison -> draft(settings, comparison.differing()))
                        .toList(),
                down(facts) ? missing(settings, compared).toList() : List.of());
    }

    private static boolean down(RuleContext facts) {
        return NodeOutage.find(facts, OutageCause.SYNC_AGENT).findAny().isPresent();
    }

    private static Stream<Undetermined> missing(SyncAgentSettings settings, List<AccountComparison> compared) {
        Stream<String> unknown = compared.stream()
                .flatMap(comparison -> comparison.unknown().stream())
                .map(part -> part.words() + " cannot be compared (D7.10), since a side does not tell it.");
        Stream<String> nobody = settings.users().filter(List::isEmpty).stream()
                .map(users ->
                        "There is no user in CUCM with whom the Sync Agent's settings could be compared (D7.10).");
        return Stream.concat(unknown, nobody)
                .map(reason -> new Undetermined(null, FactKey.APPLICATION_USER.name(), reason));
    }

    private static FindingDraft draft(SyncAgentSettings settings, List<Part> differing) {
        return SyncAgentCheck.draft(
                        SyncAgentCheck.CREDENTIALS_DIFFER,
                        DocumentRef.D7_10,
                        "The Sync Agent's user is not the one that CUCM has; between CUCM and IM and Presence differ: "
                                + differing.stream().map(Part::words).collect(Collectors.joining("; ")) + ".")
                .evidence(settings.evidence());
    }
}
