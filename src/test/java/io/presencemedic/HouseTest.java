package io.presencemedic;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;

/** The rules of the house, each a sentence. */
@BesideTheService
class HouseTest {
    private static final String ROOT = House.ROOT;

    /** The rooms from the ground up: one may use those before it. */
    private static final String[] ROOMS = {
        "redaction",
        "cisco",
        "database",
        "http",
        "audit",
        "access",
        "cluster",
        "link",
        "runbook",
        "job",
        "diagnosis",
        "recovery",
        "evidence",
        "notify",
        "schedule",
        "console",
        "mcp"
    };

    private static final DescribedPredicate<JavaClass> STORES =
            describe("stores (they hold the session factory)", type -> outermost(type).getFields().stream()
                    .anyMatch(field -> field.getRawType().isEquivalentTo(Mutiny.SessionFactory.class)));

    /** What would make a store too large, in classes of their own; each is one of these by decision. */
    private static final Set<String> PARTS = Set.of(
            "ClusterExclusivity",
            "DiagnosedGroups",
            "ExpectedEnd",
            "JobEventListeners",
            "JobEvents",
            "JobFilter",
            "NewJobs",
            "OpenFindings",
            "Outbox");

    private static final DescribedPredicate<JavaClass> PARTS_OF_STORES =
            describe("parts of stores", type -> PARTS.contains(outermost(type).getSimpleName()));

    private static final DescribedPredicate<JavaClass> PASSING_A_SESSION_ON = describe(
            "classes that pass a store's session on", type -> outermost(type).getDirectDependenciesFromSelf().stream()
                    .anyMatch(each -> each.getTargetClass().isEquivalentTo(Mutiny.Session.class)));

    private static final DescribedPredicate<JavaClass> A_SESSION = describe(
            "a session", type -> type.isEquivalentTo(Mutiny.Session.class) || type.isEquivalentTo(Mutiny.class));

    private static final DescribedPredicate<JavaClass> RESOURCES =
            describe("resources", type -> outermost(type).getSimpleName().endsWith("Resource"));

    private static final DescribedPredicate<JavaClass> FEEDS =
            describe("feeds", type -> outermost(type).getSimpleName().endsWith("Feed"));

    private static final DescribedPredicate<JavaClass> ROWS =
            describe("rows", type -> outermost(type).getSimpleName().endsWith("Row"));

    @Test
    void noRoomNeedsItself() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(House.CLASSES);
    }

    @Test
    void thePlatformsWordsArePure() {
        classes()
                .that()
                .resideInAPackage(ROOT + ".cisco..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..",
                        "javax.xml..",
                        "org.jspecify..",
                        "org.immutables.value..",
                        ROOT + ".redaction",
                        ROOT + ".cisco.."))
                .check(House.CLASSES);
    }

    @Test
    void theSimulatorDoesNotKnowHowWeRead() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".simulator..")
                .should()
                .dependOnClassesThat(describe(
                        "classes of other rooms, or of the readers in cisco",
                        type -> isOurs(type)
                                && !isIn(type, "simulator")
                                && !List.of(ROOT + ".cisco", ROOT + ".cisco.service")
                                        .contains(type.getPackageName())))
                .check(House.CLASSES);
    }

    @Test
    void nothingUsesTheSimulatorButTheStartUp() {
        noClasses()
                .that(not(resideInAnyPackage(ROOT, ROOT + ".simulator..")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".simulator..")
                .check(House.CLASSES);
    }

    @Test
    void nothingUsesTheStartUp() {
        noClasses()
                .that(not(resideInAnyPackage(ROOT)))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT)
                .check(House.CLASSES);
    }

    @Test
    void sshLivesInTheLinkAndInTheSimulator() {
        noClasses()
                .that(not(resideInAnyPackage(ROOT + ".link.ssh..", ROOT + ".simulator..")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.sshd..")
                .check(House.CLASSES);
    }

    @Test
    void httpLivesInResourcesAndWhatGuardsThem() {
        noClasses()
                .that(not(RESOURCES
                        .or(simpleName("ClusterGuard"))
                        .or(simpleName("ProblemPageFilter"))
                        .or(simpleName("SessionCookie"))
                        .or(resideInAnyPackage(ROOT + ".http.."))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.ws.rs..")
                .check(House.CLASSES);
    }

    @Test
    void theDatabaseLivesInStoresAndRows() {
        noClasses()
                .that(not(STORES.or(ROWS).or(PARTS_OF_STORES)))
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.hibernate..", "jakarta.persistence..")
                        .and(not(resideInAPackage("org.hibernate.validator..")))
                        .and(not(A_SESSION)))
                .check(House.CLASSES);
    }

    /** One that is made by hand lacks what the configuration says of encryption and credentials. */
    @Test
    void connectionsToTheDatabaseComeFromThePools() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("io\\.vertx\\.pgclient\\.(PgConnectOptions|PgBuilder|PgPool|pubsub\\..*)")
                .check(House.CLASSES);
    }

    @Test
    void whoPassesASessionOnAsksItNothing() {
        noClasses()
                .that(not(STORES.or(ROWS).or(PARTS_OF_STORES)))
                .should()
                .accessTargetWhere(describe("a session is used", access -> A_SESSION.test(access.getTargetOwner())))
                .check(House.CLASSES);
    }

    @Test
    void rowsStayInTheirRoom() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .or()
                .areAnnotatedWith(Embeddable.class)
                .should()
                .bePackagePrivate()
                .check(House.CLASSES);
    }

    @Test
    void theReactiveStyleStaysAtTheEdges() {
        noClasses()
                .that(not(STORES.or(PASSING_A_SESSION_ON)
                        .or(RESOURCES)
                        .or(FEEDS)
                        .or(simpleName("Blocking"))
                        .or(resideInAnyPackage(ROOT + ".access..", ROOT + ".console.."))))
                .should()
                // That a time limit has passed is told to everybody.
                .dependOnClassesThat(resideInAPackage("io.smallrye.mutiny..").and(not(simpleName("TimeoutException"))))
                .check(House.CLASSES);
    }

    @Test
    void importsPointOneWay() {
        for (int i = 0; i < ROOMS.length; i++) {
            String[] above = Stream.concat(Arrays.stream(ROOMS, i + 1, ROOMS.length), Stream.of("simulator"))
                    .map(room -> ROOT + "." + room + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + "." + ROOMS[i] + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(above)
                    .as("the room " + ROOMS[i] + " uses only the rooms below it")
                    .allowEmptyShould(true)
                    .check(House.CLASSES);
        }
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(HouseTest::outermost).orElse(type);
    }

    private static boolean isOurs(JavaClass type) {
        return type.getPackageName().startsWith(ROOT);
    }

    private static boolean isIn(JavaClass type, String room) {
        return type.getPackageName().startsWith(ROOT + "." + room);
    }
}
