package io.presencemedic.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import io.presencemedic.http.InvalidValue;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A network of IP addresses.
 *
 * @param text an address, a slash and the length of the prefix, as in {@code 10.0.0.0/8} or {@code fd00::/8}
 */
@Schema(type = SchemaType.STRING, example = "10.0.0.0/8")
public record Network(@JsonValue String text) {
    private static final Pattern FORM = Pattern.compile("([0-9A-Fa-f.:]{2,45})/(\\d{1,3})");

    /** @throws IllegalArgumentException where the text is no network */
    @JsonCreator
    public Network {
        var parts = FORM.matcher(text);
        if (!parts.matches() || !fits(parts.group(1), Integer.parseInt(parts.group(2)))) {
            throw new InvalidValue("must be an IP address and a prefix length, as in 10.0.0.0/8");
        }
    }

    private static boolean fits(String address, int prefix) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
        return bytes != null && prefix <= bytes.length * Byte.SIZE;
    }

    /** @param address an IP address as text; one that is none is in no network */
    public boolean contains(String address) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
        return bytes != null && rule().matches(new InetSocketAddress(inet(bytes), 0));
    }

    private IpSubnetFilterRule rule() {
        int slash = text.indexOf('/');
        return new IpSubnetFilterRule(
                text.substring(0, slash), Integer.parseInt(text.substring(slash + 1)), IpFilterRuleType.ACCEPT);
    }

    private static InetAddress inet(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
