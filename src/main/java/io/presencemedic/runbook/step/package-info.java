/** One class per kind of step. A step looks, decides, and says what one change would bring its goal nearer. */
@NullMarked
package io.presencemedic.runbook.step;

import org.jspecify.annotations.NullMarked;
