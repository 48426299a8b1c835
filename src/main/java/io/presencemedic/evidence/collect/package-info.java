/**
 * How one item of a bundle is collected from its node: printed by a command, or fetched by log collection, redacted
 * while it streams, and put into the bundle's folder or written down as missing.
 */
@NullMarked
package io.presencemedic.evidence.collect;

import org.jspecify.annotations.NullMarked;
