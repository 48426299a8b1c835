package io.presencemedic.simulator.soap;

import java.util.Set;
import java.util.stream.Collectors;
import org.w3c.dom.Node;

/**
 * The tags that a request wants to have in the answer.
 *
 * @param names their names; none means all
 */
record ReturnedTags(Set<String> names) {
    static ReturnedTags of(SoapRequest request) {
        return new ReturnedTags(request.child("returnedTags").stream()
                .flatMap(element -> SoapRequest.children(element).stream())
                .map(Node::getLocalName)
                .collect(Collectors.toUnmodifiableSet()));
    }

    boolean want(String name) {
        return names.isEmpty() || names.contains(name);
    }
}
