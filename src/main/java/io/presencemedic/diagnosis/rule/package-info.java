/** One class per thing that can be wrong. */
@NullMarked
package io.presencemedic.diagnosis.rule;

import org.jspecify.annotations.NullMarked;
