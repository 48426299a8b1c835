/** What is told, as a value, and how it looks in each format. */
@NullMarked
package io.presencemedic.notify.format;

import org.jspecify.annotations.NullMarked;
