/** The platform CLI of the simulated nodes, behind a real SSH server. */
@NullMarked
package io.presencemedic.simulator.ssh;

import org.jspecify.annotations.NullMarked;
