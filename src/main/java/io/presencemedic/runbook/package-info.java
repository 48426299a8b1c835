/**
 * The procedures as values: a runbook makes a plan, a plan is a list of steps with brackets, a bracket is a hold that
 * is always restored, and a step decides by looking.
 */
@NullMarked
package io.presencemedic.runbook;

import org.jspecify.annotations.NullMarked;
