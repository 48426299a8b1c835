/**
 * The service's start-up: it decides what runs in this process (service or simulator), prepares the database, and turns
 * what cannot start into one clear line.
 */
@NullMarked
package io.presencemedic;

import org.jspecify.annotations.NullMarked;
