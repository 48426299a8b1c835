/**
 * {@code recover} diagnoses a cluster, chooses among the documented procedures by the document's order, runs them
 * inside its own job, and looks again after each.
 */
@NullMarked
package io.presencemedic.recovery;

import org.jspecify.annotations.NullMarked;
