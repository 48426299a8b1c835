package io.presencemedic;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Lets a class have the processors when the tests of the running service leave them: those come one after the other, so
 * that whatever delays them delays the end. Threads that the class starts inherit it. Needs
 * {@code -XX:ThreadPriorityPolicy=1}, without which a JVM on Linux knows no priorities.
 */
final class BehindTheService implements BeforeAllCallback, AfterAllCallback {
    @Override
    public void beforeAll(ExtensionContext context) {
        Thread.currentThread().setPriority(Thread.MIN_PRIORITY);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Thread.currentThread().setPriority(Thread.NORM_PRIORITY);
    }
}
