package io.presencemedic;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import io.presencemedic.access.limit.Costs;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.junit.jupiter.api.Test;

/** How the house is written, whatever the room; each rule a sentence. */
@BesideTheService
class HouseStyleTest {
    private static final Set<String> WORK = Set.of("submit", "begin", "retry", "create", "analyse");
    private static final Set<String> WORKERS = Set.of(
            "JobSubmission",
            "ClusterJobsResource",
            "ClusterDiagnosesResource",
            "ClusterBundlesResource",
            "AnalysisResource");

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .check(House.CLASSES);
    }

    @Test
    void onlyTheClocksKnowTheTime() {
        noClasses()
                .that(not(simpleName("Clocks").or(simpleName("SimulatorOptions"))))
                .should()
                .callMethodWhere(describe(
                        "the system is asked for the time",
                        call -> (call.getName().equals("now")
                                        && call.getTargetOwner()
                                                .getPackageName()
                                                .equals("java.time")
                                        && call.getTarget()
                                                .getRawParameterTypes()
                                                .isEmpty())
                                || (call.getTargetOwner().getName().equals("java.time.Clock")
                                        && call.getName().startsWith("system"))
                                || call.getName().equals("currentTimeMillis")))
                .check(House.CLASSES);
    }

    /** Prose is the last thing that happens to a fact: what decides is a value. */
    @Test
    void remediesAreChosenByValues() {
        noClasses()
                .that()
                .resideInAnyPackage(House.ROOT + ".recovery..", House.ROOT + ".runbook.catalog..")
                .should()
                .callMethodWhere(describe(
                        "a sentence is taken apart",
                        call -> call.getTargetOwner().isEquivalentTo(String.class)
                                && List.of("split", "startsWith", "endsWith", "indexOf", "lastIndexOf", "substring")
                                        .contains(call.getName())))
                .check(House.CLASSES);
    }

    @Test
    void nobodyDecidesByTheMessageOfAnException() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        House.ROOT + ".recovery..", House.ROOT + ".runbook..", House.ROOT + ".diagnosis.rule..")
                .should()
                .callMethodWhere(describe("an exception's message is read", HouseStyleTest::readsAMessage))
                .check(House.CLASSES);
    }

    @Test
    void nobodySleeps() {
        noClasses()
                .should()
                .callMethodWhere(describe(
                        "a thread sleeps",
                        call -> call.getTargetOwner().isEquivalentTo(Thread.class)
                                && call.getName().equals("sleep")))
                .check(House.CLASSES);
    }

    @Test
    void aClientThatLeavesDoesNotTearATransaction() {
        classes()
                .that()
                .areAnnotatedWith(Path.class)
                .and(not(describe("what only reads a pasted log", type -> type.getSimpleName()
                        .startsWith("Analys"))))
                .should()
                .beAnnotatedWith(Cancellable.class)
                .because(
                        "a session whose work is cancelled while a statement runs is used by two: say @Cancellable(false)")
                .check(House.CLASSES);
    }

    /** Through whatever door somebody asks for work: what it costs is counted. */
    @Test
    void whatBeginsWorkIsCounted() {
        methods()
                .that()
                .areAnnotatedWith(POST.class)
                .and(describe("begin work", method -> beginsWork(method, new HashSet<>())))
                .should()
                .beAnnotatedWith(Costs.class)
                .check(House.CLASSES);
    }

    private static boolean beginsWork(JavaMethod method, Set<JavaMethod> seen) {
        return seen.add(method)
                && method.getAccessesFromSelf().stream()
                        .anyMatch(call -> isWork(call)
                                || (call.getTargetOwner().equals(method.getOwner())
                                        && call.getTarget().resolveMember().orElse(null) instanceof JavaMethod own
                                        && beginsWork(own, seen)));
    }

    private static boolean isWork(JavaAccess<?> call) {
        return WORK.contains(call.getName())
                && WORKERS.contains(call.getTargetOwner().getSimpleName());
    }

    @Test
    void thereIsOneBridgeFromBlockingToReactive() {
        noClasses()
                .that(not(simpleName("Blocking")))
                .should()
                .dependOnClassesThat(simpleName("VertxContextSupport"))
                .check(House.CLASSES);
    }

    /** By position, the ninth of eleven strings is a guess. */
    @Test
    void aLongRecordIsMadeByNames() {
        noClasses()
                .should()
                .callConstructorWhere(describe(
                        "a record of more than eight components is made by position",
                        call -> call.getTargetOwner().isRecord()
                                && call.getTarget().getRawParameterTypes().size() > 8
                                && !call.getOriginOwner()
                                        .getSimpleName()
                                        .equals(call.getTargetOwner().getSimpleName() + "Builder")))
                .because("its names are the builder's: annotate it with @Value.Builder")
                .check(House.CLASSES);
    }

    @Test
    void nobodyLooksForWordsInTheMessageOfAnException() throws IOException {
        Pattern looks = Pattern.compile(
                "getMessage\\(\\)\\)?\\s*\\.(contains|startsWith|endsWith|equals|matches|split|indexOf)");
        everySource(text -> !looks.matcher(text).find());
    }

    /**
     * Nor by way of a variable. A SOAP fault's message is the web service's own text, which has no code for everything.
     */
    @Test
    void whoReadsTheMessageOfAnExceptionLooksForNoWords() {
        noClasses()
                .that(describe("read an exception's message", type -> type.getMethodCallsFromSelf().stream()
                        .anyMatch(HouseStyleTest::readsAMessage)))
                .and(not(simpleName("SoapFault")))
                .should()
                .callMethodWhere(describe(
                        "words are looked for",
                        call -> call.getTargetOwner().isEquivalentTo(String.class)
                                && List.of("contains", "startsWith", "endsWith", "matches", "split", "indexOf")
                                        .contains(call.getName())))
                .check(House.CLASSES);
    }

    private static boolean readsAMessage(JavaMethodCall call) {
        return call.getName().equals("getMessage")
                && Throwable.class.isAssignableFrom(call.getTargetOwner().reflect());
    }

    @Test
    void nothingIsMadeOfARowOfNulls() throws IOException {
        Pattern row = Pattern.compile("new [\\w.<>]+\\([^;{}]*?\\bnull,\\s*null,\\s*null\\b");
        everySource(text -> !row.matcher(text).find());
    }

    private static void everySource(Predicate<String> rule) throws IOException {
        try (Stream<java.nio.file.Path> sources = Files.walk(java.nio.file.Path.of("src"))) {
            assertThat(sources.filter(source -> source.toString().endsWith(".java")))
                    .hasSizeGreaterThan(1000)
                    .allMatch(source -> rule.test(text(source)));
        }
    }

    private static String text(java.nio.file.Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
