/** The page that shows what is going on now, in one round of queries. */
@NullMarked
package io.presencemedic.console.now;

import org.jspecify.annotations.NullMarked;
