package io.presencemedic;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class of the running service whose inventory holds the simulated cluster alone, with this scenario on a fast
 * clock. It begins without jobs, diagnoses, schedules, receivers and other keys than the first, and its cluster goes
 * with it. To stand below {@code @QuarkusTest}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ScenarioStage.class)
public @interface PlayedScenario {
    /** The scenario, or several with a plus sign between them. */
    String value();
}
