/**
 * The modelled cluster: nodes, services, high availability and replication as they change in the course of the model's
 * own time. It knows nothing of terminals and messages.
 */
@NullMarked
package io.presencemedic.simulator.model;

import org.jspecify.annotations.NullMarked;
