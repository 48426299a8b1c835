package io.presencemedic.cisco.terminal;

/** What the other end tells a terminal to do with its current line, one thing at a time. */
public interface TerminalSink {
    /** Puts a character at the cursor and moves on. */
    void print(char character);

    /** Ends the line. */
    void lineFeed();

    /** Back to the first column. */
    void carriageReturn();

    /** Moves the cursor within the line by a number of columns, left if negative. */
    void move(int columns);

    /**
     * Moves the cursor within the line to a column.
     *
     * @param column from 1 on
     */
    default void column(int column) {
        carriageReturn();
        move(column - 1);
    }

    /**
     * Moves the cursor to a place of the window; of its rows there is one.
     *
     * @param column from 1 on
     */
    default void position(int column) {
        column(column);
    }

    /** Empties a part of the line. */
    void erase(Part part);

    /** A part of the current line, seen from the cursor. */
    enum Part {
        /** From the cursor on. */
        TO_THE_END,
        /** Up to the cursor and with it. */
        TO_THE_START,
        /** All of it. */
        ALL
    }
}
