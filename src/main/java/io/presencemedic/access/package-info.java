/** Who may do what: API keys and roles. */
@NullMarked
package io.presencemedic.access;

import org.jspecify.annotations.NullMarked;
