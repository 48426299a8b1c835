package io.presencemedic.simulator;

import io.presencemedic.simulator.model.SimulatedCluster;
import java.util.concurrent.ExecutorService;

/**
 * What all servers of the simulator share.
 *
 * @param cluster the modelled cluster
 * @param faults the faults that are switched on
 * @param heard where it is noted what nodes were told
 * @param threads where the servers work
 * @param platform the account of the platform CLI
 * @param application the account of the web services
 */
public record SimulatorContext(
        SimulatedCluster cluster,
        Faults faults,
        Journal heard,
        ExecutorService threads,
        Account platform,
        Account application) {}
