package io.presencemedic;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;

/**
 * A test class without the running service that takes seconds: it is played beside the others, so that both cores have
 * work while some wait. Two such classes are played at a time, the methods of each one after the other, and both give
 * way to the running service's.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Execution(ExecutionMode.CONCURRENT)
@ExtendWith(BehindTheService.class)
@ResourceLock(providers = BesideTheService.OwnLock.class)
public @interface BesideTheService {
    /** A lock of the class's own, which no other class waits for: it keeps the methods of the class in one thread. */
    final class OwnLock implements ResourceLocksProvider {
        /** Made by JUnit. */
        public OwnLock() {}

        @Override
        public Set<Lock> provideForClass(Class<?> testClass) {
            return Set.of(new Lock(testClass.getName()));
        }
    }
}
