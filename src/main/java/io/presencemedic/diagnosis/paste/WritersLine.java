package io.presencemedic.diagnosis.paste;

import io.presencemedic.cisco.LetterCase;
import io.presencemedic.cisco.cli.LineCut;
import io.presencemedic.cisco.cli.PrintedLine;
import io.presencemedic.cisco.service.ServiceCatalog;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Tells the lines of a person who wrote around a log from those of the platform. */
final class WritersLine {
    private static final int LONGEST = 600;
    private static final int FEWEST_WORDS = 4;
    private static final Pattern OMISSION = Pattern.compile(
            "(?i)\\W{0,12}(?:snip(?:ped|p)?|cut|omitted|truncated|shortened|lines? (?:omitted|removed|skipped|left out)"
                    + "|rows? (?:omitted|removed|skipped|left out)|(?:output|rest|more|some lines?|rows?|lines?|services|\\d+ (?:more )?(?:lines?|rows?|services))"
                    + " (?:is |was |were |are )?(?:omitted|removed|snipped|cut|truncated|skipped|follow|left out|shortened|deleted)(?: here)?"
                    + "|(?:omitted|removed|snipped|cut|truncated|skipped|left out|deleted|and|another) \\d+ (?:more |other )?(?:lines?|rows?|services)"
                    + "(?: (?:omitted|removed|skipped|truncated|left out))?|\\d+ (?:more |other )?(?:lines?|rows?|services)|and so on|etc|usw|gek(?:ü|ue)rzt|abgeschnitten|more|and \\d+ more)\\W{0,12}");
    private static final Pattern DOTS =
            Pattern.compile("[\\[(<{*/#-]{0,3} ?(?:\\.{2,}+|…{1,3}|[:.]( [:.]){1,}) ?[\\])>}*/#-]{0,3}");
    private static final Pattern SCISSORS = Pattern.compile(
            "[-=~_ ]{1,40}(?:8<|>8|✂|✄)[-=~_ ]{0,40}(?:\\w{1,10}[-=~_ ]{0,40})?(?:(?:8<|>8)[-=~_ ]{0,40})?");
    private static final Pattern FENCE = Pattern.compile(
            "(?i)[`~]{3,}+\\s{0,3}\\w{0,20}|\\[/?(?:code|noformat|pre|quote|cli)[^\\]]{0,40}]|\\{/?(?:code|noformat|quote)[^}]{0,40}}|\\*{3,}|[_~+]{3,}|\\|?-{3,}\\|?|={3,}|</?[a-z]{1,10}>|[$#>%]");
    /** Lines that a program draws around a text. */
    private static final Pattern BOX = Pattern.compile("[\u2500-\u257f][\u2500-\u257f |+=-]{2,}+");

    private static final Pattern COMMENT =
            Pattern.compile("(?:#|//|!|;|<[-=]|\\^|--> ?|=> ?|\\*\\* ?|/\\*|>>>|@)\\s{0,3}\\S.*");
    private static final Pattern LABEL = Pattern.compile("[\\w.-]{2,40}:");
    private static final Pattern HEADING =
            Pattern.compile("(?:#{1,6} |[=*~+_#-]{2,} ?)(?<words>\\S.{0,100}?)(?: ?[=*~+_#-]{2,})?");
    private static final Pattern FAILURE = Pattern.compile(
            "(?i)unsuccessful|invalid|\\berrors?\\b|\\bfail(?:ed|ure|s)?\\b|denied|not allowed|not permitted|unable|\\bcannot\\b|abort|refused|is not running|mismatch|out of sync|timed? ?out");

    private WritersLine() {}

    /** Whether a line says that something was left out at its place. */
    static boolean isOmission(String line) {
        String text = line.strip();
        return !text.isEmpty()
                && text.length() < 120
                && (DOTS.matcher(text).matches()
                        || OMISSION.matcher(text).matches()
                        || SCISSORS.matcher(text).matches());
    }

    /** Whether a line is a mark that frames what stands between it and its like. */
    static boolean isFrame(String line) {
        String text = line.strip();
        return text.length() < 80 && FENCE.matcher(text).matches()
                || text.length() < 300 && BOX.matcher(text).matches();
    }

    /** Whether a line is a heading that a person put above what follows. */
    static boolean isHeading(String line) {
        String text = line.strip();
        if (text.length() > 140 || text.isEmpty() || PrintedLine.begins(text) || text.contains("show platform")) {
            return false;
        }
        var heading = HEADING.matcher(text);
        return heading.matches()
                && heading.group("words").chars().anyMatch(Character::isLetter)
                && LineCut.of(text).isEmpty();
    }

    /** Whether a line is a sentence or a comment; what speaks of a failure or of a service may be the platform's. */
    static boolean isProse(String line) {
        String text = line.strip();
        boolean platform = text.isEmpty()
                || text.length() > LONGEST
                || FAILURE.matcher(text).find()
                || PrintedLine.begins(text)
                || text.indexOf('[') >= 0 && text.indexOf(']') > 0;
        if (platform) {
            return false;
        }
        return COMMENT.matcher(text).matches() || isSentence(text) && !namesService(text);
    }

    private static boolean isSentence(String text) {
        String[] words = text.split("\\s+", 40);
        char end = text.charAt(text.length() - 1);
        boolean greeting = words.length <= 6 && end == ',' && Character.isUpperCase(text.charAt(0));
        boolean announced = end == ':'
                && Character.isLetter(text.charAt(0))
                && (words.length >= 2 || LABEL.matcher(text).matches());
        long plain = Arrays.stream(words).filter(WritersLine::isWord).count();
        boolean mostlyWords = words.length >= FEWEST_WORDS && plain * 4 >= words.length * 3L;
        boolean punctuated = end == '.' || end == '!' || end == '?' || text.contains(", ");
        return greeting || announced || mostlyWords && punctuated;
    }

    private static boolean isWord(String word) {
        return word.chars().filter(Character::isLetter).count() * 10 >= word.length() * 7L && word.indexOf('_') < 0;
    }

    private static boolean namesService(String text) {
        int at = LetterCase.lower(text).indexOf("cisco ");
        return at >= 0
                && ServiceCatalog.all().stream()
                        .anyMatch(known -> text.contains(known.name().value()));
    }
}
