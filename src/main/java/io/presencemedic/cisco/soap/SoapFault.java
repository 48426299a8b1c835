package io.presencemedic.cisco.soap;

import io.presencemedic.cisco.LetterCase;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A SOAP fault: the service refused the request in its own words. */
public final class SoapFault extends Exception {
    private static final long serialVersionUID = 1L;

    /** The words of the two web service engines that the platform has, and of its own refusal to hand out a file. */
    private static final Pattern NOT_OFFERED = Pattern.compile("(?i)endpoint reference|could not find a target service"
            + "|no such operation|\\b(?:service|operation)\\b.*\\b(?:cannot be found|not found|not (?:available|supported"
            + "|offered|active|activated|deployed|known|running))|not allowed for download");

    private final @Nullable Integer axlCode;

    /**
     * @param words what the service says
     * @param axlCode AXL's number for it; null where it gives none
     */
    public SoapFault(String words, @Nullable Integer axlCode) {
        super(words);
        this.axlCode = axlCode;
    }

    /** What the service says. */
    public String words() {
        return String.valueOf(getMessage());
    }

    /** AXL's number for the fault; null where it gives none. */
    public @Nullable Integer axlCode() {
        return axlCode;
    }

    /** Whether the service asks to come back later; the request was not carried out. */
    public boolean throttled() {
        String said = LetterCase.lower(words());
        return said.contains("maximum axl memory allocation consumed") || said.contains("exceeded allowed rate");
    }

    /** Whether there is nobody behind this address who could do it; another service may. */
    public boolean notOffered() {
        return NOT_OFFERED.matcher(words()).find();
    }

    /** Reads a fault; {@code axlError} occurs with and without a namespace, and {@code detail} may be missing. */
    static SoapFault of(Element fault) {
        Element error = fault.find("detail")
                .or(() -> fault.find("Detail"))
                .flatMap(detail -> detail.find("axlError"))
                .orElse(null);
        String message = error == null ? null : error.textOf("axlmessage");
        String words = message == null ? fault.textOf("faultstring") : message;
        return new SoapFault(
                words == null ? "a fault without words" : words,
                error == null ? null : number(error.textOf("axlcode")));
    }

    private static @Nullable Integer number(@Nullable String text) {
        return text != null && text.matches("-?\\d{1,9}") ? Integer.valueOf(text) : null;
    }
}
