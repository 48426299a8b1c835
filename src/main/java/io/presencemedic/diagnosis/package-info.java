/**
 * Finds what is wrong with a cluster, in the document's terms, from facts that were read from its nodes or from a
 * pasted terminal log.
 */
@NullMarked
package io.presencemedic.diagnosis;

import org.jspecify.annotations.NullMarked;
