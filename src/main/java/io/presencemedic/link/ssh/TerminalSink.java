package io.presencemedic.link.ssh;

/** What the other end tells a terminal to do with its current line, one thing at a time. */
interface TerminalSink {
    /** Puts a character at the cursor and moves on. */
    void print(char character);

    /** Ends the line. */
    void lineFeed();

    /** Back to the first column. */
    void carriageReturn();

    /** Moves the cursor within the line by a number of columns, left if negative. */
    void move(int columns);

    /** Empties a part of the line. */
    void erase(Part part);

    /** A part of the current line, seen from the cursor. */
    enum Part {
        TO_THE_END,
        TO_THE_START,
        ALL
    }
}
