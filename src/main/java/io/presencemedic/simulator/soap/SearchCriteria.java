package io.presencemedic.simulator.soap;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** The criteria of a list request, with SQL's wildcard, and the part of the matches that it wants. */
final class SearchCriteria {
    private final Map<String, Pattern> patterns = new LinkedHashMap<>();
    private final SoapRequest request;

    private SearchCriteria(SoapRequest request) {
        this.request = request;
    }

    static SearchCriteria of(SoapRequest request) {
        SearchCriteria criteria = new SearchCriteria(request);
        request.child("searchCriteria").stream()
                .flatMap(element -> SoapRequest.children(element).stream())
                .forEach(criteria::add);
        if (criteria.patterns.isEmpty()) {
            throw SimulatedSoapFault.of(
                    SimulatedSoapFault.NOT_POSSIBLE, "At least one search criterion is needed in searchCriteria.");
        }
        return criteria;
    }

    /** The matching items; values are compared by the names of their tags. */
    <T> List<T> select(Stream<T> items, Function<T, Map<String, String>> values) {
        Stream<T> matching = items.filter(item -> matches(values.apply(item)));
        long first = number("first", Long.MAX_VALUE);
        long skip = request.child("first").isPresent() ? number("skip", 0) : 0;
        return matching.skip(skip).limit(first).toList();
    }

    private void add(Element criterion) {
        String like = criterion.getTextContent().strip().toLowerCase(Locale.ROOT);
        String pattern = Stream.of(like.split("%", -1))
                .map(Pattern::quote)
                .reduce((a, b) -> a + ".*" + b)
                .orElse("");
        patterns.put(criterion.getLocalName(), Pattern.compile(pattern, Pattern.DOTALL));
    }

    private boolean matches(Map<String, String> values) {
        return patterns.entrySet().stream().allMatch(pattern -> pattern.getValue()
                .matcher(values.getOrDefault(pattern.getKey(), "").toLowerCase(Locale.ROOT))
                .matches());
    }

    private long number(String name, long otherwise) {
        try {
            return request.text(name).map(Long::parseUnsignedLong).orElse(otherwise);
        } catch (NumberFormatException e) {
            throw SimulatedSoapFault.of(SimulatedSoapFault.NOT_POSSIBLE, "The value of " + name + " is no number.");
        }
    }
}
