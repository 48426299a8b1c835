package io.presencemedic.diagnosis;

import io.presencemedic.job.store.OutboxStatement;

/**
 * Is told what diagnoses find that was not there before, and what they do not find any more; beans of this type are
 * found by themselves. What it gives back is written in the transaction that keeps the diagnosis. It does not block.
 */
public interface FindingListener {
    /** What is to be written together with this change. */
    OutboxStatement changed(FindingChange change);
}
