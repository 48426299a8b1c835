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
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The rules of the house, each a sentence. */
@AnalyzeClasses(packages = "io.presencemedic", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {
    private static final String ROOT = "io.presencemedic";

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

    @ArchTest
    static final ArchRule noRoomNeedsItself =
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule thePlatformsWordsArePure = classes()
            .that()
            .resideInAPackage(ROOT + ".cisco..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "java..", "javax.xml..", "org.jspecify..", ROOT + ".redaction", ROOT + ".cisco.."));

    @ArchTest
    static final ArchRule theSimulatorDoesNotKnowHowWeRead = noClasses()
            .that()
            .resideInAPackage(ROOT + ".simulator..")
            .should()
            .dependOnClassesThat(describe(
                    "classes of other rooms, or of the readers in cisco",
                    type -> isOurs(type)
                            && !isIn(type, "simulator")
                            && !type.getPackageName().equals(ROOT + ".cisco")));

    @ArchTest
    static final ArchRule nothingUsesTheSimulatorButTheStartUp = noClasses()
            .that(not(resideInAnyPackage(ROOT, ROOT + ".simulator..")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".simulator..");

    @ArchTest
    static final ArchRule nothingUsesTheStartUp = noClasses()
            .that(not(resideInAnyPackage(ROOT)))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT);

    @ArchTest
    static final ArchRule sshLivesInTheLinkAndInTheSimulator = noClasses()
            .that(not(resideInAnyPackage(ROOT + ".link.ssh..", ROOT + ".simulator..")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.sshd..");

    @ArchTest
    static final ArchRule httpLivesInResourcesAndWhatGuardsThem = noClasses()
            .that(not(RESOURCES
                    .or(simpleName("ClusterGuard"))
                    .or(simpleName("ProblemPageFilter"))
                    .or(simpleName("SessionCookie"))
                    .or(resideInAnyPackage(ROOT + ".http.."))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.ws.rs..");

    @ArchTest
    static final ArchRule theDatabaseLivesInStoresAndRows = noClasses()
            .that(not(STORES.or(ROWS).or(PARTS_OF_STORES)))
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.hibernate..", "jakarta.persistence..")
                    .and(not(resideInAPackage("org.hibernate.validator..")))
                    .and(not(A_SESSION)));

    @ArchTest
    static final ArchRule whoPassesASessionOnAsksItNothing = noClasses()
            .that(not(STORES.or(ROWS).or(PARTS_OF_STORES)))
            .should()
            .accessTargetWhere(describe("a session is used", access -> A_SESSION.test(access.getTargetOwner())));

    @ArchTest
    static final ArchRule rowsStayInTheirRoom = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .or()
            .areAnnotatedWith(Embeddable.class)
            .should()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule theReactiveStyleStaysAtTheEdges = noClasses()
            .that(not(STORES.or(PASSING_A_SESSION_ON)
                    .or(RESOURCES)
                    .or(FEEDS)
                    .or(simpleName("Blocking"))
                    .or(resideInAnyPackage(ROOT + ".access", ROOT + ".console"))))
            .should()
            // That a time limit has passed is told to everybody.
            .dependOnClassesThat(resideInAPackage("io.smallrye.mutiny..").and(not(simpleName("TimeoutException"))));

    @ArchTest
    static final ArchRule thereIsOneBridgeFromBlockingToReactive = noClasses()
            .that(not(simpleName("Blocking")))
            .should()
            .dependOnClassesThat(simpleName("VertxContextSupport"));

    @ArchTest
    static final ArchRule namesSayWhatAThingIs = noClasses()
            .should()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Impl");

    @ArchTest
    static final ArchRule onlyTheClocksKnowTheTime = noClasses()
            .that(not(simpleName("Clocks").or(simpleName("SimulatorOptions"))))
            .should()
            .callMethodWhere(describe(
                    "the system is asked for the time",
                    call -> (call.getName().equals("now")
                                    && call.getTargetOwner().getPackageName().equals("java.time")
                                    && call.getTarget().getRawParameterTypes().isEmpty())
                            || (call.getTargetOwner().getName().equals("java.time.Clock")
                                    && call.getName().startsWith("system"))
                            || call.getName().equals("currentTimeMillis")));

    /** Prose is the last thing that happens to a fact: what decides is a value. */
    @ArchTest
    static final ArchRule remediesAreChosenByValues = noClasses()
            .that()
            .resideInAnyPackage(ROOT + ".recovery..", ROOT + ".runbook.catalog..")
            .should()
            .callMethodWhere(describe(
                    "a sentence is taken apart",
                    call -> call.getTargetOwner().isEquivalentTo(String.class)
                            && List.of("split", "startsWith", "endsWith", "indexOf", "lastIndexOf", "substring")
                                    .contains(call.getName())));

    @ArchTest
    static final ArchRule nobodyDecidesByTheMessageOfAnException = noClasses()
            .that()
            .resideInAnyPackage(ROOT + ".recovery..", ROOT + ".runbook..", ROOT + ".diagnosis.rule..")
            .should()
            .callMethodWhere(describe(
                    "an exception's message is read",
                    call -> call.getTargetOwner().isAssignableTo(Throwable.class)
                            && call.getName().equals("getMessage")));

    @ArchTest
    static final ArchRule nobodySleeps = noClasses()
            .should()
            .callMethodWhere(describe(
                    "a thread sleeps",
                    call -> call.getTargetOwner().isEquivalentTo(Thread.class)
                            && call.getName().equals("sleep")));

    @ArchTest
    static final ArchRule aClientThatLeavesDoesNotTearATransaction = classes()
            .that()
            .areAnnotatedWith(Path.class)
            .and(not(describe(
                    "what only reads a pasted log", type -> type.getSimpleName().startsWith("Analys"))))
            .should()
            .beAnnotatedWith(Cancellable.class)
            .because(
                    "a session whose work is cancelled while a statement runs is used by two: say @Cancellable(false)");

    @ArchTest
    static void importsPointOneWay(JavaClasses house) {
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
                    .check(house);
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
