/**
 * The pages of jobs: the list, one job with its lines and events, the form that asks for one, and the report to hand
 * on.
 */
@NullMarked
package io.presencemedic.console.job;

import org.jspecify.annotations.NullMarked;
