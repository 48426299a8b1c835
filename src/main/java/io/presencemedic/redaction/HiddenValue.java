package io.presencemedic.redaction;

import java.util.regex.Pattern;

/** Tells what somebody put in a value's place before anybody else saw it: a mask, a remark in brackets, a word. */
public final class HiddenValue {
    private static final Pattern WHOLE = Pattern.compile("(?is)(.)\\1*+|[<\\[({].*[>\\])}]"
            + "|removed|hidden|masked|redacted|omitted|deleted|censored|secret|password|n/?a");
    private static final Pattern INSIDE = Pattern.compile("(?i)\\*{3}|\\.{3}|\u2026|\u2022{3}|#{3}|x{4}");

    private HiddenValue() {}

    /** Whether a value, or a part of it, was hidden, so that nobody knows whether it equals another one. */
    public static boolean is(String value) {
        return WHOLE.matcher(value).matches() || INSIDE.matcher(value).find();
    }
}
