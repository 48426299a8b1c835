/**
 * Logs that somebody pastes, analysed over HTTP within limits of time and memory; no node is asked and nothing is kept.
 */
@NullMarked
package io.presencemedic.diagnosis.analysis;

import org.jspecify.annotations.NullMarked;
