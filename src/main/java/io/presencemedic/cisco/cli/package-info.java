/**
 * The platform's command line: one record per command that knows its text, its effect on the platform, how long to wait
 * for it, and how to read its answer. Readers are strict: they reject the first line that they do not know.
 */
@NullMarked
package io.presencemedic.cisco.cli;

import org.jspecify.annotations.NullMarked;
