package io.presencemedic.access.grant;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Which verb the caller must hold for the cluster or job that the address names, where it is not the one that follows
 * from the role: viewer {@code READ}, operator {@code EXECUTE}, approver {@code APPROVE}, admin {@code ADMINISTER}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Requires {
    /** The verb. */
    Verb value();
}
