/** The inventory: which clusters and nodes there are, how to reach them, and the names of their credentials. */
@NullMarked
package io.presencemedic.cluster;

import org.jspecify.annotations.NullMarked;
