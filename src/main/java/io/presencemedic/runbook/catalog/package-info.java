/** One class per documented procedure, and the catalogue of all of them, as the engine and the API ask for it. */
@NullMarked
package io.presencemedic.runbook.catalog;

import org.jspecify.annotations.NullMarked;
