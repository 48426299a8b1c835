/** Who asks, and whether he may: API keys, tokens and the guards of each request. */
@NullMarked
package io.presencemedic.access;

import org.jspecify.annotations.NullMarked;
