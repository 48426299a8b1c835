/** Asks the nodes of a live cluster for the facts, all nodes side by side, each in its own order. */
@NullMarked
package io.presencemedic.diagnosis.collect;

import org.jspecify.annotations.NullMarked;
