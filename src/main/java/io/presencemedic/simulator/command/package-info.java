/** The commands of the simulated platform CLI: what each does to the modelled cluster, and what it prints. */
@NullMarked
package io.presencemedic.simulator.command;

import org.jspecify.annotations.NullMarked;
