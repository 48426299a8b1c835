/**
 * What is known of a cluster, and what is wrong with it: facts with the lines they were read from, findings, and what
 * stayed undetermined. Values only; who read them, and how, is not known here.
 */
@NullMarked
package io.presencemedic.diagnosis.fact;

import org.jspecify.annotations.NullMarked;
