package io.presencemedic.simulator.soap;

import java.util.Optional;

/**
 * The older web service that hands out log files. Its requests are in the RPC style; its answers are the newer one's.
 */
final class DimeGetFile implements NodeService {
    static final String PATH = "/logcollectionservice/services/DimeGetFileService";
    private static final String NAMESPACE = "http://schemas.cisco.com/ast/soap/";
    private static final String ACTION = "#LogCollectionPort#GetOneFile";

    private final LogCollection files;

    DimeGetFile(LogCollection files) {
        this.files = files;
    }

    @Override
    public Optional<HttpAnswer> outage() {
        return files.outage();
    }

    @Override
    public boolean changes(String operation) {
        return false;
    }

    @Override
    public HttpAnswer page() {
        return HttpAnswer.page(200, "<html><body><h1>DimeGetFileService</h1></body></html>");
    }

    @Override
    public HttpAnswer unsupportedVersion() {
        return files.unsupportedVersion();
    }

    @Override
    public HttpAnswer perform(SoapRequest request, String action) {
        boolean known =
                request.operation().equals("GetOneFile") && request.namespace().equals(NAMESPACE);
        if (!known || !action.replace("\"", "").endsWith(ACTION)) {
            throw SimulatedSoapFault.ofMessage("No such operation '" + request.operation() + "'");
        }
        return files.file(request.text("FileName")
                .orElseThrow(() -> SimulatedSoapFault.ofMessage("The element FileName is missing.")));
    }
}
