/** How a job is shown: as JSON, as a table, as text and as a trace, each made from its log alone. */
@NullMarked
package io.presencemedic.job.view;

import org.jspecify.annotations.NullMarked;
