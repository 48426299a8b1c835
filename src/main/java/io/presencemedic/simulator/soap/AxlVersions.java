package io.presencemedic.simulator.soap;

import io.presencemedic.simulator.model.SimulatedNodeState;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which schema versions a release understands, and how a request says which one it uses. */
final class AxlVersions {
    static final String NAMESPACE = "http://www.cisco.com/AXL/API/";
    private static final Pattern ACTION =
            Pattern.compile("\"?CUCM:DB ver=(?<version>[0-9.]+)(?: (?<operation>\\w+))?\"?");

    private AxlVersions() {}

    /** The answer for a version that the node does not understand; empty where it does. */
    static Optional<HttpAnswer> refusal(SoapRequest request, SimulatedNodeState here) {
        String version =
                request.namespace().startsWith(NAMESPACE) ? request.namespace().substring(NAMESPACE.length()) : "";
        return supported(here.release()).contains(version) ? Optional.empty() : Optional.of(refusal(here));
    }

    static HttpAnswer refusal(SimulatedNodeState here) {
        String supported =
                switch (here.release()) {
                    case 10 -> "8.5, 9.x and 10.x";
                    case 11 -> "9.x, 10.x and 11.x";
                    case 12 -> "10.x, 11.x and 12.x";
                    case 14 -> "11.x, 12.x and 14.0";
                    default -> "12.x, 14.0 and 15.0";
                };
        return HttpAnswer.refusal(599, "Incorrect axl version. Supported axl versions are " + supported);
    }

    /** Checks that the header and the message speak of the same version and operation; a missing header passes. */
    static void checkAction(String header, SoapRequest request) {
        if (header.isEmpty() || header.equals("\"\"")) {
            return;
        }
        Matcher action = ACTION.matcher(header);
        boolean agrees = action.matches()
                && request.namespace().equals(NAMESPACE + action.group("version"))
                && (action.group("operation") == null
                        || action.group("operation").equals(request.operation()));
        if (!agrees) {
            throw SimulatedSoapFault.ofMessage("The header SOAPAction " + header + " does not agree with the operation "
                    + request.operation() + " of " + request.namespace());
        }
    }

    private static List<String> supported(int release) {
        return switch (release) {
            case 10 -> List.of("8.5", "9.0", "9.1", "10.0", "10.5");
            case 11 -> List.of("9.0", "9.1", "10.0", "10.5", "11.0", "11.5");
            case 12 -> List.of("10.0", "10.5", "11.0", "11.5", "12.0", "12.5");
            case 14 -> List.of("11.0", "11.5", "12.0", "12.5", "14.0");
            default -> List.of("12.0", "12.5", "14.0", "15.0");
        };
    }
}
