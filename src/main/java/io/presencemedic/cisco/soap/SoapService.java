package io.presencemedic.cisco.soap;

/** The platform's SOAP services, with the path each has on a node. */
public enum SoapService {
    AXL("/axl/"),
    CONTROL_CENTER("/controlcenterservice2/services/ControlCenterServices"),
    LOG_COLLECTION("/logcollectionservice2/services/LogCollectionPortTypeService"),
    DIME("/logcollectionservice/services/DimeGetFileService");

    private final String path;

    SoapService(String path) {
        this.path = path;
    }

    /** The SOAPAction of an operation of a serviceability API, without quotes. */
    String action(String operation) {
        return this == DIME ? Envelope.SERVICEABILITY + "/action/#LogCollectionPort#" + operation : operation;
    }

    /** The path below the node's web service port. */
    public String path() {
        return path;
    }
}
