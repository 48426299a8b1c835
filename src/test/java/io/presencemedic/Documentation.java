package io.presencemedic;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** README, CONTRIBUTING and the pages of the documentation. */
final class Documentation {
    private Documentation() {}

    static List<Path> pages() {
        return Stream.concat(
                        Stream.of(Path.of("README.md"), Path.of("CONTRIBUTING.md")),
                        ProjectFiles.below(Path.of("docs"), ".md").stream())
                .toList();
    }

    /** What the pattern's group finds on any page. */
    static Set<String> named(Pattern what) {
        Set<String> found = new TreeSet<>();
        pages().forEach(page -> found.addAll(ProjectFiles.words(page, ".md", what)));
        return found;
    }
}
