package io.presencemedic.cisco.cli;

import io.presencemedic.cisco.service.ServiceCatalog;
import java.util.Optional;
import java.util.Set;

/** Tells the names of services from the words that people write around them. */
final class ServiceNames {
    private static final int LONGEST = 120;
    private static final Set<String> PROSE = Set.of(
            "since",
            "as",
            "is",
            "was",
            "are",
            "were",
            "the",
            "this",
            "that",
            "these",
            "we",
            "our",
            "my",
            "you",
            "i",
            "please",
            "see",
            "look",
            "still",
            "only",
            "but",
            "because",
            "on",
            "at",
            "from",
            "with",
            "it",
            "has",
            "have",
            "had",
            "not",
            "now",
            "then",
            "also",
            "again",
            "here",
            "there",
            "when",
            "after",
            "before",
            "today",
            "yesterday",
            "last",
            "both",
            "too",
            "while",
            "by",
            "to",
            "or",
            "node",
            "says",
            "shows",
            "found");

    private ServiceNames() {}

    /** Whether a name that is not known holds words of a sentence, a label, or a known name behind other words. */
    static boolean isProse(String name) {
        String[] words = name.split("\\s+");
        boolean label = words.length > 1 && Character.isLowerCase(words[0].charAt(0));
        for (int i = 0; i < words.length; i++) {
            boolean inside = i > 0 && words[i].equals("Cisco") && !(i == 1 && words[0].equals("A"));
            if (inside || PROSE.contains(words[i])) {
                return true;
            }
        }
        return label;
    }

    /**
     * Where the known name begins with which a text ends.
     *
     * @return the place of the longest such name; empty where the text ends with none
     */
    static Optional<Integer> knownAtEnd(String text) {
        int end = text.stripTrailing().length();
        for (int at = Math.max(0, end - LONGEST); at < end; at++) {
            boolean word = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)) && isBegin(text.charAt(at));
            if (word && ServiceCatalog.find(text.substring(at, end)).isPresent()) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    private static boolean isBegin(char c) {
        return Character.isLetterOrDigit(c);
    }

    /**
     * How much of a text the known name takes with which it begins, quotes around it included.
     *
     * @return 0 where it begins with none
     */
    static int knownAtStart(String text) {
        int longest = 0;
        for (int end = 1; end <= Math.min(text.length(), LONGEST); end++) {
            boolean word = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
            if (word && ServiceCatalog.find(text.substring(0, end)).isPresent()) {
                longest = end;
            }
        }
        return longest;
    }
}
