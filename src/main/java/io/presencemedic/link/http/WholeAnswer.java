package io.presencemedic.link.http;

import io.presencemedic.cisco.cli.Effect;
import io.presencemedic.cisco.cli.Unreadable;
import io.presencemedic.cisco.soap.Envelope;
import io.presencemedic.cisco.soap.Operation;
import io.presencemedic.cisco.soap.SoapFault;
import io.presencemedic.link.Deadline;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Reads an answer as a whole into the value that its operation makes of it. */
final class WholeAnswer<T> implements ResponseHandler<T> {
    private final Operation<T> operation;
    private final long longest;
    private String heard = "";

    /** @param longest bytes after which an answer is refused */
    WholeAnswer(Operation<T> operation, long longest) {
        this.operation = operation;
        this.longest = longest;
    }

    @Override
    public Operation<T> operation() {
        return operation;
    }

    @Override
    public Timeouts waiting() {
        return Timeouts.until(Deadline.in(operation.patience()));
    }

    @Override
    public T read(Response reply) throws SoapFault, Unreadable, IOException {
        byte[] envelope = reply.envelope(longest);
        heard = new String(envelope, StandardCharsets.UTF_8);
        return Envelope.read(operation, new ByteArrayInputStream(envelope));
    }

    @Override
    public String heard() {
        return heard;
    }

    @Override
    public boolean repeatable() {
        return operation.effect() == Effect.READS;
    }
}
