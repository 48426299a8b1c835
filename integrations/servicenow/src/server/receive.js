(function process(request, response) {
    var headers = {};
    ['webhook-id', 'webhook-timestamp', 'webhook-signature'].forEach(function (name) {
        headers[name] = String(request.getHeader(name) || '');
    });
    var answer = new MedicCallback().receive(headers, String(request.body.dataString), Math.floor(new GlideDateTime().getNumericValue() / 1000));
    response.setStatus(answer.status);
    if (answer.body) {
        response.setBody(answer.body);
    }
})(request, response);
