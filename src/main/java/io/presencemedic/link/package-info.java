/**
 * The wire as the rest of the service sees it: run a command or call an operation on a node and get a value or a typed
 * failure.
 */
@NullMarked
package io.presencemedic.link;

import org.jspecify.annotations.NullMarked;
