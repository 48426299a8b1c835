package io.presencemedic.access.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GrantsTest {
    private static final String D2 = "services-stuck-in-starting";
    private static final Grants SERVICENOW = new Grants(List.of(grant(Set.of(Verb.EXECUTE), D2, "emea", "apac")));

    private static Grant grant(Set<Verb> verbs, String runbook, String... clusters) {
        return new Grant(
                verbs,
                List.of(new NamePattern(runbook)),
                List.of(clusters).stream().map(NamePattern::new).toList());
    }

    @Test
    void aGrantAllowsWhatItNamesAndNothingElse() {
        assertThat(SERVICENOW.allow(Verb.EXECUTE, "emea", D2)).isTrue();
        assertThat(SERVICENOW.allow(Verb.PLAN, "apac", D2)).isTrue();
        assertThat(SERVICENOW.allow(Verb.READ, "apac", D2)).isTrue();
        assertThat(SERVICENOW.allow(Verb.READ, "emea", null)).isTrue();
        assertThat(SERVICENOW.allow(Verb.EXECUTE, "amer", D2)).isFalse();
        assertThat(SERVICENOW.allow(Verb.EXECUTE, "emea", "service-restart")).isFalse();
        assertThat(SERVICENOW.allow(Verb.READ, "emea", "service-restart")).isFalse();
        assertThat(SERVICENOW.allow(Verb.DIAGNOSE, "emea", null)).isFalse();
        assertThat(SERVICENOW.allow(Verb.APPROVE, "emea", D2)).isFalse();
        assertThat(SERVICENOW.allow(Verb.ADMINISTER, "emea", D2)).isFalse();
    }

    @Test
    void grantsAddUp() {
        Grants both = new Grants(List.of(SERVICENOW.all().get(0), grant(Set.of(Verb.DIAGNOSE), "*", "am*")));
        assertThat(both.allow(Verb.DIAGNOSE, "amer", null)).isTrue();
        assertThat(both.allow(Verb.DIAGNOSE, "emea", null)).isFalse();
        assertThat(both.allow(Verb.EXECUTE, "emea", D2)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void aRoleIsASetOfGrantsForEverything(Role role) {
        Grants grants = role.grants();
        assertThat(grants.allow(Verb.READ, "any", "any")).isTrue();
        for (Verb verb : role.verbs()) {
            assertThat(grants.allowEverywhere(verb)).isTrue();
        }
        assertThat(grants.roles()).contains("viewer", role.label());
        assertThat(grants.allowEverywhere(Verb.ADMINISTER)).isEqualTo(role == Role.ADMIN);
        assertThat(grants.allowEverywhere(Verb.APPROVE)).isEqualTo(role == Role.ADMIN || role == Role.APPROVER);
        assertThat(grants.allowEverywhere(Verb.EXECUTE)).isEqualTo(role == Role.ADMIN || role == Role.OPERATOR);
    }

    @Test
    void rolesFollowFromWhatIsGrantedSomewhere() {
        assertThat(SERVICENOW.roles()).containsExactlyInAnyOrder("viewer", "operator");
        assertThat(new Grants(List.of()).roles()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "*, emea, true",
        "*, em*, true",
        "em*, emea, true",
        "em*, em*a, true",
        "em*, e*, false",
        "emea, em*, false",
        "emea, emea, true",
        "em*a, em*, false",
        "*a*, emea-*, true"
    })
    void aPatternCoversWhatItMatchesAltogether(String wide, String narrow, boolean covers) {
        assertThat(new NamePattern(wide).covers(new NamePattern(narrow))).isEqualTo(covers);
    }

    @Test
    void nobodyGivesAwayMoreThanHeHas() {
        Grants lead = new Grants(List.of(grant(Set.of(Verb.EXECUTE, Verb.ADMINISTER), "*", "em*")));
        assertThat(lead.cover(new Grants(List.of(grant(Set.of(Verb.EXECUTE), D2, "emea")))))
                .isTrue();
        assertThat(lead.cover(new Grants(List.of(grant(Set.of(Verb.PLAN), D2, "em*-lab")))))
                .isTrue();
        assertThat(lead.cover(new Grants(List.of(grant(Set.of(Verb.EXECUTE), D2, "*")))))
                .isFalse();
        assertThat(lead.cover(new Grants(List.of(grant(Set.of(Verb.APPROVE), D2, "emea")))))
                .isFalse();
        assertThat(lead.cover(Role.VIEWER.grants())).isFalse();
        assertThat(Role.ADMIN.grants().cover(lead)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "emea services-stuck-in-starting, true",
        "apac services-stuck-in-starting, true",
        "emea service-restart, false",
        "amer services-stuck-in-starting, false",
        "xemea services-stuck-in-starting, false"
    })
    void aListIsFilteredByOneExpression(String job, boolean shown) {
        assertThat(Pattern.compile(SERVICENOW.readable().jobs()).matcher(job).find())
                .isEqualTo(shown);
        assertThat(SERVICENOW.readable().isUnlimited()).isFalse();
        assertThat(Role.VIEWER.grants().readable().isUnlimited()).isTrue();
    }

    @Test
    void whoMayReadNothingIsShownNothing() {
        ReadScope nothing = new Grants(List.of()).readable();
        assertThat(Pattern.compile(nothing.clusters()).matcher("emea").find()).isFalse();
        assertThat(Pattern.compile(nothing.jobs()).matcher("emea x").find()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "EMEA", "a b", "a.b", "(a)", "[a-z]", "a|b", "*****"})
    void whatIsNoPatternIsRefused(String text) {
        assertThatThrownBy(() -> new NamePattern(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
