package io.presencemedic.notify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.presencemedic.notify.delivery.DeliveryFailure;
import io.presencemedic.notify.delivery.Exchange;
import io.presencemedic.notify.delivery.HttpSender;
import io.presencemedic.notify.delivery.Outgoing;
import io.presencemedic.notify.format.Message;
import io.presencemedic.notify.format.ServiceNowRecord;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Writes a work note by ServiceNow's Table API: finds the record by its number, then changes it. The endpoint's URL is
 * that of the table, such as {@code https://example.service-now.com/api/now/table/incident}.
 */
final class RecordUpdate {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern SYS_ID = Pattern.compile("[0-9a-f]{32}");

    private final HttpSender sender;
    private final Duration limit;
    private final DueDelivery due;
    private final Map<String, String> headers;
    private final Function<byte[], Map<String, String>> signed;

    /** @param signed the headers that sign a body */
    RecordUpdate(
            HttpSender sender,
            Duration limit,
            DueDelivery due,
            Map<String, String> headers,
            Function<byte[], Map<String, String>> signed) {
        this.sender = sender;
        this.limit = limit;
        this.due = due;
        this.headers = headers;
        this.signed = signed;
    }

    /** Both requests together within the time limit. A ping, which has no record, only looks into the table. */
    Attempt attempt(Instant now) {
        long begun = System.nanoTime();
        Optional<String> number = ServiceNowRecord.number(due.event());
        Exchange found = sender.send(find(number), limit);
        if (!(found instanceof Exchange.Answered answer) || !answer.isTaken() || number.isEmpty()) {
            return Attempt.of(found, now);
        }
        JsonNode result = result(answer);
        if (!result.isArray()) {
            return Attempt.failed(DeliveryFailure.ANSWER_BROKEN, "the answer is not that of a Table API");
        }
        String id = result.path(0).path("sys_id").asText();
        if (!SYS_ID.matcher(id).matches()) {
            return Attempt.hopeless(
                    answer, DeliveryFailure.RECORD_UNKNOWN, "the table has no record with number " + number.get());
        }
        Duration left = limit.minusNanos(System.nanoTime() - begun);
        return Attempt.of(sender.send(change(id), left), now);
    }

    private Outgoing find(Optional<String> number) {
        String query =
                number.map(value -> "sysparm_query=number%3D" + value + "&").orElse("");
        URI url = URI.create(due.url() + "?" + query + "sysparm_fields=sys_id&sysparm_limit=1");
        return new Outgoing("GET", url, headers, new byte[0]);
    }

    private Outgoing change(String id) {
        Message message = due.message();
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("Content-Type", message.contentType());
        all.putAll(signed.apply(message.body()));
        return new Outgoing("PATCH", URI.create(due.url() + "/" + id), all, message.body());
    }

    private static JsonNode result(Exchange.Answered answer) {
        try {
            return JSON.readTree(answer.body()).path("result");
        } catch (IOException e) {
            return JSON.missingNode();
        }
    }
}
