package io.presencemedic.link.http;

import java.util.Locale;
import java.util.Set;

/** The text of an HTML page as one sentence. Every character is looked at a fixed number of times, whatever it is. */
final class PageText {
    /** What is of use to a person stands near the beginning. */
    private static final int MOST = 64 * 1024;

    private static final Set<String> SILENT = Set.of("style", "script", "head");
    private static final int LONGEST_NAME = 6;
    private static final int BEGINNING = 256;

    private final String page;
    private int at;

    private PageText(String page) {
        this.page = page.substring(0, Math.min(page.length(), MOST));
    }

    static String of(String page) {
        return new PageText(page).read();
    }

    /** Whether it is a page for persons, by how it begins. */
    static boolean isPage(String text) {
        String begins =
                text.substring(0, Math.min(text.length(), BEGINNING)).strip().toLowerCase(Locale.ENGLISH);
        return begins.startsWith("<!doctype html") || begins.startsWith("<html");
    }

    private String read() {
        StringBuilder text = new StringBuilder();
        while (at < page.length()) {
            int tag = page.indexOf('<', at);
            text.append(page, at, tag < 0 ? page.length() : tag).append(' ');
            at = tag < 0 ? page.length() : behind(tag);
        }
        return text.toString().replaceAll("\\s+", " ").strip();
    }

    /** Where the page goes on behind a tag; at its end where the tag has none. */
    private int behind(int tag) {
        if (page.startsWith("<!--", tag)) {
            return after("-->", tag);
        }
        String name = name(tag + 1);
        return SILENT.contains(name) ? after("</" + name, tag) : after(">", tag);
    }

    private int after(String end, int from) {
        int found = find(end, from);
        if (found < 0) {
            return page.length();
        }
        return end.startsWith("</") ? found : found + end.length();
    }

    /** Whatever the letters' case; a page in lower case would cost its square where a letter of it becomes two. */
    private int find(String end, int from) {
        for (int place = page.indexOf(end.charAt(0), from);
                place >= 0;
                place = page.indexOf(end.charAt(0), place + 1)) {
            if (page.regionMatches(true, place, end, 0, end.length())) {
                return place;
            }
        }
        return -1;
    }

    private String name(int from) {
        int to = from;
        while (to < page.length() && to - from < LONGEST_NAME && Character.isLetter(page.charAt(to))) {
            to++;
        }
        return page.substring(from, to).toLowerCase(Locale.ENGLISH);
    }
}
