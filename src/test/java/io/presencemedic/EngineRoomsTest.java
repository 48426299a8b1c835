package io.presencemedic;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules of the engine's rooms, each a sentence. */
@BesideTheService
class EngineRoomsTest {
    /** The rooms of the engine from the ground up; that without a name is the door, which others use. */
    private static final List<String> ROOMS = List.of("log", "run", "view", "store", "", "worker");

    @Test
    void theEnginesRoomsPointOneWay() {
        for (String room : ROOMS) {
            int floor = ROOMS.indexOf(room);
            String[] above = ROOMS.stream()
                    .skip(floor + 1)
                    .map(EngineRoomsTest::ofTheEngine)
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(ofTheEngine(room))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(above)
                    .check(House.CLASSES);
        }
    }

    @Test
    void whatGoesOnInAJobKnowsNoDatabase() {
        noClasses()
                .that()
                .resideInAnyPackage(ofTheEngine("log"), ofTheEngine("run"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.vertx..", "io.smallrye.mutiny..", "org.hibernate..", "jakarta.persistence..")
                .check(House.CLASSES);
    }

    @Test
    void howJobsAreRunIsTheEnginesOwn() {
        noClasses()
                .that(not(resideInAPackage(ofTheEngine("") + "..")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ofTheEngine("run"), ofTheEngine("worker"))
                .check(House.CLASSES);
    }

    private static String ofTheEngine(String room) {
        return House.ROOT + ".job" + (room.isEmpty() ? "" : "." + room);
    }
}
