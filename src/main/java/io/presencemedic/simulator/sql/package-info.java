/** The tables of the modelled databases, and the few forms of SQL that are understood of them. */
@NullMarked
package io.presencemedic.simulator.sql;

import org.jspecify.annotations.NullMarked;
