/** The SSH side of the wire. Apache MINA SSHD is used here and in the simulator, and nowhere else. */
@NullMarked
package io.presencemedic.link.ssh;

import org.jspecify.annotations.NullMarked;
