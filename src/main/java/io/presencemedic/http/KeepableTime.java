package io.presencemedic.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.Function;

/**
 * Times that PostgreSQL can keep and RFC 3339 can write: those of the years 1 to 9999, in UTC. Callers are refused with
 * any other.
 */
public final class KeepableTime {
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private KeepableTime() {}

    /**
     * The time itself.
     *
     * @throws DateTimeException where it cannot be kept
     */
    public static Instant require(Instant time) {
        if (!isKeepable(time)) {
            throw new DateTimeException("not of the years 1 to 9999");
        }
        return time;
    }

    private static boolean isKeepable(Instant time) {
        return !time.isBefore(FIRST) && !time.isAfter(LAST);
    }

    /** Makes a mapper read such times alone. */
    static Module whenReading() {
        return new SimpleModule("keepable-time")
                .addDeserializer(Instant.class, new Reader<>(InstantDeserializer.INSTANT, time -> time))
                .addDeserializer(
                        OffsetDateTime.class,
                        new Reader<>(InstantDeserializer.OFFSET_DATE_TIME, OffsetDateTime::toInstant));
    }

    private static final class Reader<T> extends StdScalarDeserializer<T> {
        private static final long serialVersionUID = 1L;

        private final StdScalarDeserializer<T> any;
        private final transient Function<T, Instant> moment;

        Reader(StdScalarDeserializer<T> any, Function<T, Instant> moment) {
            super(any.handledType());
            this.any = any;
            this.moment = moment;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            T time = any.deserialize(parser, context);
            if (time != null && !isKeepable(moment.apply(time))) {
                throw context.weirdStringException(parser.getText(), handledType(), "not of the years 1 to 9999");
            }
            return time;
        }
    }
}
