package io.presencemedic.job.log;

import io.presencemedic.runbook.HoldKind;
import java.time.Instant;

/**
 * Something that a job switched off and that is not proven to be on again.
 *
 * @param kind what is off
 * @param subject whose: the redundancy group or the node
 * @param line the plan's line that switched it off
 * @param since when the change was sent
 * @param why why it is still off
 */
public record LeftSwitchedOff(HoldKind kind, String subject, int line, Instant since, String why) {}
