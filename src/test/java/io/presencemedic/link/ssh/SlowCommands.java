package io.presencemedic.link.ssh;

import static io.presencemedic.Eventually.eventually;

import io.presencemedic.link.Console;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Commands that take as long as a test wants, and the threads that wait for their answers. */
final class SlowCommands implements AfterEachCallback {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch release = new CountDownLatch(1);

    /** A node that works on this command until it is released, and answers every other one at once. */
    ScriptedNode.Script on(String slow) {
        return terminal -> {
            terminal.print("admin:");
            while (true) {
                String command = terminal.readCommand();
                if (command.equals(slow)) {
                    terminal.print("working\r\n");
                    release.await();
                }
                terminal.print("done " + command + "\r\nadmin:");
            }
        };
    }

    void release() {
        release.countDown();
    }

    Future<List<String>> run(Console console, ScriptedNode node, String command) {
        return run(console, node, new Wire.Lines(command));
    }

    Future<List<String>> run(Console console, ScriptedNode node, Wire.Lines command) {
        return threads.submit((Callable<List<String>>) () -> console.run(OpenConsoles.target(node), command));
    }

    /** Waits until it is so. */
    static void until(Callable<Boolean> condition) {
        eventually().until(condition);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        threads.shutdownNow();
    }
}
