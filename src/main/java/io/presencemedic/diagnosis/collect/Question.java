package io.presencemedic.diagnosis.collect;

import io.presencemedic.cisco.cli.Command;
import io.presencemedic.cisco.soap.Operation;
import io.presencemedic.cluster.Node;
import io.presencemedic.diagnosis.fact.CommandEvidence;
import io.presencemedic.diagnosis.fact.Fact;
import io.presencemedic.diagnosis.fact.FactKey;
import io.presencemedic.diagnosis.fact.SourceLine;
import io.presencemedic.link.LinkException;
import io.presencemedic.link.LinkFailure;
import io.presencemedic.redaction.SecretMask;
import io.presencemedic.runbook.ClusterReader;
import java.util.List;
import java.util.function.Function;

/**
 * What a node is asked to learn a fact.
 *
 * @param <T> what is then known
 */
sealed interface Question<T> {
    /** What the fact is about. */
    FactKey<T> topic();

    /** How the node is reached. */
    Way way();

    /** The command or operation as it may be shown. */
    String text();

    /**
     * Asks the node.
     *
     * @throws LinkException where there was no answer; one that was not understood is an unknown fact
     */
    Fact<T> ask(ClusterReader look, Node node) throws LinkException;

    /** The two ways to a node; each has an account of its own. */
    enum Way {
        COMMAND_LINE,
        WEB_SERVICE
    }

    /** A question by the platform's CLI. */
    record ByCommand<T>(FactKey<T> topic, Command<T> command) implements Question<T> {
        @Override
        public Way way() {
            return Way.COMMAND_LINE;
        }

        @Override
        public String text() {
            return CommandEvidence.shown(command.text());
        }

        @Override
        public Fact<T> ask(ClusterReader look, Node node) throws LinkException {
            RecordingCommand<T> recording = new RecordingCommand<>(command);
            try {
                T value = look.ask(node, recording);
                CommandEvidence heard = recording.heard(node);
                return new Fact.Known<>(
                        value, heard.answer().isEmpty() ? WebServiceEvidence.heard(heard, value) : heard);
            } catch (LinkException e) {
                if (e.failure() instanceof LinkFailure.NotUnderstood failure) {
                    return new Fact.Unknown<>(shown(failure).detail(), recording.heard(node), failure.code());
                }
                throw e;
            }
        }

        /** A row of secrets that does not stand under its heading cannot be masked by its columns. */
        private LinkFailure shown(LinkFailure.NotUnderstood failure) {
            boolean secret = topic.equals(FactKey.SYNC_AGENT_CONFIG) || topic.equals(FactKey.APPLICATION_USER);
            return secret && !failure.text().isBlank()
                    ? new LinkFailure.NotUnderstood(
                            failure.node(), failure.during(), failure.line(), SecretMask.MASK, failure.why())
                    : failure;
        }
    }

    /**
     * A question by a web service.
     *
     * @param meaning what the answer says about the topic
     * @param words the answer in lines that evidence can quote
     */
    record ByOperation<A, T>(
            FactKey<T> topic, Operation<A> operation, Function<A, T> meaning, Function<T, List<String>> words)
            implements Question<T> {
        @Override
        public Way way() {
            return Way.WEB_SERVICE;
        }

        @Override
        public String text() {
            return operation.summary();
        }

        @Override
        public Fact<T> ask(ClusterReader look, Node node) throws LinkException {
            T value = meaning.apply(look.ask(node, operation));
            return new Fact.Known<>(
                    value, new CommandEvidence(node.name(), text(), 0, SourceLine.of(words.apply(value))));
        }
    }
}
