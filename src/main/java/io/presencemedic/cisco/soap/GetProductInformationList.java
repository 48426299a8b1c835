package io.presencemedic.cisco.soap;

import io.presencemedic.cisco.cli.Unreadable;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Control Center {@code getProductInformationList}: the asked node's own version and services (D7.1). */
public record GetProductInformationList() implements ControlCenterOperation<ProductInformation> {
    @Override
    public String name() {
        return "getProductInformationList";
    }

    @Override
    public String summary() {
        return name();
    }

    @Override
    public void write(XMLStreamWriter body) throws XMLStreamException {
        ControlCenterOperation.element(body, "ServiceInfo", "");
    }

    @Override
    public ProductInformation read(Element result) throws Unreadable {
        return ProductInformation.read(result);
    }
}
