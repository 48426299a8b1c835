package io.presencemedic;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The picture of the house in the documentation is the house. */
@BesideTheService
class HousePictureTest {
    /** The classes that are in no room. */
    private static final String START = "start";

    private static final Pattern BOX =
            Pattern.compile("(?m)^ {4}(\\w+)\\[\"[\\w-]+(?: \\(([^)]*)\\))?(?:<br/>[^\"]*)?\"](?: --> (.*))?$");

    @Test
    void anArrowLeadsToEachRoomThatIsUsedAndThatNoOtherArrowLeadsTo() {
        Map<String, Set<String>> used = used();
        Map<String, Set<String>> reached = reached(used);
        used.values().forEach(rooms -> {
            Set<String> byOthers = new TreeSet<>();
            rooms.forEach(room -> byOthers.addAll(reached.get(room)));
            rooms.removeAll(byOthers);
        });
        assertThat(drawn(3, " & ")).isEqualTo(used);
    }

    @Test
    void aRoomIsDrawnWithTheRoomsWithin() {
        Map<String, Set<String>> within = House.CLASSES.stream()
                .collect(groupingBy(
                        HousePictureTest::room,
                        TreeMap::new,
                        mapping(HousePictureTest::inner, toCollection(TreeSet::new))));
        within.values().forEach(inner -> inner.remove(""));
        assertThat(drawn(2, ", ")).isEqualTo(within);
    }

    /** What stands in that part of each box, by the box's name. */
    private static Map<String, Set<String>> drawn(int part, String between) {
        Map<String, Set<String>> drawn = new TreeMap<>();
        BOX.matcher(ProjectFiles.text(Path.of("docs/architecture.md")))
                .results()
                .forEach(box -> drawn.put(box.group(1), names(box, part, between)));
        return drawn;
    }

    private static Set<String> names(MatchResult box, int part, String between) {
        String names = box.group(part);
        return names == null ? Set.of() : new TreeSet<>(Arrays.asList(names.split(between)));
    }

    /** The rooms that each room uses. */
    private static Map<String, Set<String>> used() {
        Map<String, Set<String>> used = new TreeMap<>();
        for (JavaClass type : House.CLASSES) {
            Set<String> rooms = used.computeIfAbsent(room(type), room -> new TreeSet<>());
            uses(type)
                    .filter(other -> other.getPackageName().startsWith(House.ROOT))
                    .map(HousePictureTest::room)
                    .filter(room -> !room.equals(room(type)))
                    .forEach(rooms::add);
        }
        return used;
    }

    private static Stream<JavaClass> uses(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .map(use -> use.getTargetClass().getBaseComponentType());
    }

    /** The rooms to which some way leads from each room. */
    private static Map<String, Set<String>> reached(Map<String, Set<String>> used) {
        Map<String, Set<String>> reached = new TreeMap<>();
        used.forEach((room, others) -> reached.put(room, new TreeSet<>(others)));
        used.keySet().forEach(over -> reached.values().stream()
                .filter(rooms -> rooms.contains(over))
                .forEach(rooms -> rooms.addAll(reached.get(over))));
        return reached;
    }

    private static String room(JavaClass type) {
        String room = part(type, 0);
        return room.isEmpty() ? START : room;
    }

    private static String inner(JavaClass type) {
        return part(type, 1);
    }

    private static String part(JavaClass type, int place) {
        String[] parts = type.getPackageName().substring(House.ROOT.length()).split("\\.", -1);
        return parts.length > place + 1 ? parts[place + 1] : "";
    }
}
