package io.presencemedic.simulator.ssh;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.sshd.server.Environment;

/** The client's terminal: its keys, its screen and the screen's size. */
final class Terminal {
    private static final int USUAL_COLUMNS = 80;
    private static final int USUAL_ROWS = 24;

    private final PushbackInputStream keys;
    private final OutputStream screen;
    private final Map<String, String> environment;

    Terminal(InputStream keys, OutputStream screen, Map<String, String> environment) {
        this.keys = new PushbackInputStream(keys);
        this.screen = screen;
        this.environment = environment;
    }

    /** Waits for the next key. */
    int key() throws IOException {
        int key = keys.read();
        if (key < 0) {
            throw new EOFException("The client hung up.");
        }
        return key;
    }

    /** Takes the key from the keyboard if it is the next one that was pressed; does not wait. */
    boolean pressed(int wanted) throws IOException {
        if (keys.available() == 0) {
            return false;
        }
        int key = key();
        if (key != wanted) {
            keys.unread(key);
        }
        return key == wanted;
    }

    void write(String text) throws IOException {
        screen.write(text.getBytes(StandardCharsets.UTF_8));
        screen.flush();
    }

    void write(int octet) throws IOException {
        screen.write(octet);
        screen.flush();
    }

    int columns() {
        return size(Environment.ENV_COLUMNS, USUAL_COLUMNS);
    }

    int rows() {
        return size(Environment.ENV_LINES, USUAL_ROWS);
    }

    private int size(String name, int usual) {
        try {
            int size = Integer.parseInt(environment.getOrDefault(name, "0"));
            return size > 0 ? size : usual;
        } catch (NumberFormatException e) {
            return usual;
        }
    }
}
