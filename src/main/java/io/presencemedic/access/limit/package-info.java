/** How much a caller may ask for in a time: what requests cost, and the quotas that they are taken from. */
@NullMarked
package io.presencemedic.access.limit;

import org.jspecify.annotations.NullMarked;
