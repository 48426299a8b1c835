package io.presencemedic;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of rooms within rooms, each a sentence. */
@BesideTheService
class InnerRoomsTest {
    /** The rooms within each from the ground up; a dash is the room itself. */
    @ParameterizedTest
    @CsvSource({
        "cisco, terminal - service cli soap",
        "http, - creation openapi",
        "access, grant limit audit -",
        "cluster, - credential",
        "link, - http",
        "link, - ssh",
        "runbook, - step catalog",
        "job, log run view store - worker",
        "diagnosis, fact rule collect paste.text paste - analysis",
        "evidence, folder collect -",
        "notify, format signature address delivery event -",
        "schedule, time -",
        "console, session page job now -",
        "simulator, model sql command"
    })
    void innerRoomsPointOneWay(String room, String within) {
        List<String> rooms =
                Stream.of(within.split(" ")).map(inner -> in(room, inner)).toList();
        for (int floor = 0; floor < rooms.size() - 1; floor++) {
            String[] above = rooms.subList(floor + 1, rooms.size()).toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(rooms.get(floor))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(above)
                    .because(Arrays.toString(above) + " are above it")
                    .check(House.CLASSES);
        }
    }

    @Test
    void whatGoesOnInAJobKnowsNoDatabase() {
        noClasses()
                .that()
                .resideInAnyPackage(in("job", "log"), in("job", "run"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.vertx..", "io.smallrye.mutiny..", "org.hibernate..", "jakarta.persistence..")
                .check(House.CLASSES);
    }

    @Test
    void howJobsAreRunIsTheEnginesOwn() {
        noClasses()
                .that(not(resideInAPackage(in("job", "-") + "..")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(in("job", "run"), in("job", "worker"))
                .check(House.CLASSES);
    }

    private static String in(String room, String inner) {
        return House.ROOT + "." + room + (inner.equals("-") ? "" : "." + inner);
    }
}
