package io.presencemedic.console.page;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Keeps a page small enough for a bad line: of what it quotes, the longest quotations are cut, all at the same length,
 * and each says so.
 */
public final class PageSize {
    /** The most that a page takes, in bytes. */
    public static final int MOST = 200 * 1024;

    /** The most of a text that a form is filled with again, in characters; markup may take five times as many bytes. */
    public static final int MOST_REPEATED = 32_000;

    private static final Pattern QUOTATION = Pattern.compile("(<pre[^>]*+>)([^<]*+)(</pre>)");
    private static final String NOTE = "\n… %,d bytes more are not shown here; the API has them all.";
    private static final int NOTE_BYTES = 80;
    private static final int LONGEST_ENTITY = 8;

    private PageSize() {}

    /** The page, or the same with shorter quotations. */
    static String bounded(String page) {
        int bytes = bytes(page);
        if (bytes <= MOST) {
            return page;
        }
        List<Integer> lengths = QUOTATION
                .matcher(page)
                .results()
                .map(each -> bytes(each.group(2)))
                .toList();
        int others = bytes - lengths.stream().mapToInt(Integer::intValue).sum();
        int longest = longest(lengths, MOST - others - NOTE_BYTES * lengths.size());
        StringBuilder shorter = new StringBuilder(page.length());
        int from = 0;
        for (MatchResult each : QUOTATION.matcher(page).results().toList()) {
            shorter.append(page, from, each.start(2)).append(cut(each.group(2), longest));
            from = each.end(2);
        }
        return shorter.append(page, from, page.length()).toString();
    }

    /** The length to which all are cut so that together they take no more than the room that there is. */
    private static int longest(List<Integer> lengths, int room) {
        int[] sorted = lengths.stream().mapToInt(Integer::intValue).sorted().toArray();
        int left = Math.max(0, room);
        for (int i = 0; i < sorted.length; i++) {
            int share = left / (sorted.length - i);
            if (sorted[i] > share) {
                return share;
            }
            left -= sorted[i];
        }
        return Integer.MAX_VALUE;
    }

    /** Neither a character nor what stands for one in HTML is cut in two. */
    private static String cut(String text, int most) {
        byte[] all = text.getBytes(StandardCharsets.UTF_8);
        if (all.length <= most) {
            return text;
        }
        int end = most;
        while (end > 0 && (all[end] & 0xC0) == 0x80) {
            end--;
        }
        String kept = new String(Arrays.copyOf(all, end), StandardCharsets.UTF_8);
        int entity = kept.lastIndexOf('&');
        if (entity >= kept.length() - LONGEST_ENTITY && kept.indexOf(';', Math.max(0, entity)) < 0) {
            kept = kept.substring(0, Math.max(0, entity));
        }
        return kept + NOTE.formatted(all.length - end);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
