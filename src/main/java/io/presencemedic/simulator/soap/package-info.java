/** The web services of the simulated nodes, behind real TLS endpoints. */
@NullMarked
package io.presencemedic.simulator.soap;

import org.jspecify.annotations.NullMarked;
