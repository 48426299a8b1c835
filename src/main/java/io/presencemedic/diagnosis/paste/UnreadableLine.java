package io.presencemedic.diagnosis.paste;

/**
 * A line that is not part of its command's grammar.
 *
 * @param line its number in the log, from 1; behind the answer where that ended too early
 * @param text the line, secrets masked; empty where the answer ended too early
 * @param why what was expected instead
 */
public record UnreadableLine(int line, String text, String why) {}
