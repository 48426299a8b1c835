/** The audit log over HTTP: reading it, and archiving ranges of it. */
@NullMarked
package io.presencemedic.access.audit;

import org.jspecify.annotations.NullMarked;
