/** The inventory: which clusters and nodes there are, how to reach them, and by which named credentials. */
@NullMarked
package io.presencemedic.cluster;

import org.jspecify.annotations.NullMarked;
