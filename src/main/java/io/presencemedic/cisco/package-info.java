/**
 * The platform's words: services, states, high availability, replication, versions and the document's references. Pure
 * values; nothing here does I/O or knows a framework.
 */
@NullMarked
package io.presencemedic.cisco;

import org.jspecify.annotations.NullMarked;
