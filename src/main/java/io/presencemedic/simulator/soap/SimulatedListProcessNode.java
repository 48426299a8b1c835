package io.presencemedic.simulator.soap;

import io.presencemedic.simulator.model.SimulatedNodeState;
import io.presencemedic.simulator.model.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;

/** {@code listProcessNode}: CUCM's server list, with the row that is no server. */
final class SimulatedListProcessNode implements SimulatedAxlOperation {
    private static final String VOICE = "CUCM Voice/Video";
    private static final Entry NO_SERVER =
            new Entry("{00000000-1111-0000-0000-000000000000}", "EnterpriseWideData", "", "Subscriber", VOICE);

    private record Entry(String uuid, String name, String description, String usage, String role) {
        static Entry of(SimulatedNodeState node) {
            return new Entry(
                    node.uuid(),
                    node.fqdn(),
                    node.name(),
                    node.role().isPublisher() ? "Publisher" : "Subscriber",
                    node.role().isPresence() ? "CUCM IM and Presence" : VOICE);
        }

        Map<String, String> values() {
            Map<String, String> values = new LinkedHashMap<>();
            values.put("name", name);
            values.put("description", description);
            values.put("ipv6Name", "");
            values.put("nodeUsage", usage);
            values.put("lbmHubGroup", "");
            values.put("processNodeRole", role);
            return values;
        }
    }

    @Override
    public String name() {
        return "listProcessNode";
    }

    @Override
    public SoapAnswer.Content perform(SoapRequest request, World world, SimulatedNodeState here) {
        ReturnedTags tags = ReturnedTags.of(request);
        Stream<Entry> all = Stream.concat(
                Stream.of(NO_SERVER),
                world.nodes().stream().filter(SimulatedNodeState::listed).map(Entry::of));
        List<Entry> found = SearchCriteria.of(request).select(all, Entry::values);
        return answer -> answer.parent("return", "", result -> {
            for (Entry entry : found) {
                write(result, entry, tags);
            }
        });
    }

    private static void write(SoapAnswer answer, Entry entry, ReturnedTags tags) throws XMLStreamException {
        answer.parent("processNode", entry.uuid, node -> {
            for (Map.Entry<String, String> value : entry.values().entrySet()) {
                if (tags.want(value.getKey())) {
                    node.element(value.getKey(), value.getValue());
                }
            }
        });
    }
}
