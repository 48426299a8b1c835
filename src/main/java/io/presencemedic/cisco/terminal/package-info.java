/** What the platform's terminal prints around its answers, for the live console and the pasted log alike. */
@NullMarked
package io.presencemedic.cisco.terminal;

import org.jspecify.annotations.NullMarked;
