/**
 * The service's start-up: it decides what runs in this process (service or simulator), prepares the database, and turns
 * what cannot start into one clear line.
 */
@NullMarked
@Value.Style(
        from = "like",
        jdkOnly = true,
        builtinContainerAttributes = false,
        builderVisibility = Value.Style.BuilderVisibility.SAME,
        allowedClasspathAnnotations = javax.annotation.processing.Generated.class)
package io.presencemedic;

import org.immutables.value.Value;
import org.jspecify.annotations.NullMarked;
