/**
 * Named credentials: where their values come from, to which hosts they may be sent, and which of them the platform has
 * refused.
 */
@NullMarked
package io.presencemedic.cluster.credential;

import org.jspecify.annotations.NullMarked;
