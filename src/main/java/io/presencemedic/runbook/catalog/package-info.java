/** One class per documented procedure. */
@NullMarked
package io.presencemedic.runbook.catalog;

import org.jspecify.annotations.NullMarked;
