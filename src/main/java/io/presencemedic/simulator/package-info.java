/**
 * A modelled cluster behind a real SSH server and real TLS SOAP endpoints. It speaks the platform's words and does not
 * know how the rest of the service reads them.
 */
@NullMarked
package io.presencemedic.simulator;

import org.jspecify.annotations.NullMarked;
