package io.presencemedic.evidence;

import io.presencemedic.http.Problem;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sizes as callers write them: {@code 5MB}, {@code 5 MiB}, {@code 500k}, {@code 5000000}. */
final class SizeParameter {
    private static final Pattern FORM = Pattern.compile("(?i)(\\d{1,12})\\s*(?:([KMG])(i)?B?|B)?");
    private static final long LEAST = 100_000;

    private SizeParameter() {}

    /**
     * The size in bytes; without an {@code i}, units are powers of 1000, so that a limit meant otherwise is kept too.
     *
     * @throws io.presencemedic.http.ProblemException 400 where it is none, or too small for any archive
     */
    static long of(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw Problem.invalid("max-part-size", "must be a size such as 5MB, 5MiB or 5000000")
                    .exception();
        }
        long unit = unit(form.group(2), form.group(3) == null ? 1000 : 1024);
        long count = Long.parseLong(form.group(1));
        if (count * unit < LEAST || count > Long.MAX_VALUE / unit) {
            throw Problem.invalid("max-part-size", "must be at least " + LEAST + " bytes")
                    .exception();
        }
        return count * unit;
    }

    private static long unit(@Nullable String letter, long thousand) {
        return switch (letter == null ? "" : letter.toUpperCase(Locale.ROOT)) {
            case "K" -> thousand;
            case "M" -> thousand * thousand;
            case "G" -> thousand * thousand * thousand;
            default -> 1;
        };
    }
}
