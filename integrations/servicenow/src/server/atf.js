(function (outputs, steps, params, stepResult, assertEqual) {
    var headers = { 'webhook-id': 'm', 'webhook-timestamp': '1', 'webhook-signature': 'v1,AAAA' };
    var answer = new x_medic.MedicCallback().receive(headers, '{}', 1);
    assertEqual({ name: 'a forged message is refused', shouldbe: true, value: answer.status === 401 || answer.status === 503 });
    var note = new x_medic.MedicNote().ofMessage({ type: 'ping', data: { summary: new Array(9000).join('x') } });
    assertEqual({ name: 'a note fits', shouldbe: true, value: note.length <= 4000 });
    stepResult.setOutputMessage('ok');
    return true;
})(outputs, steps, params, stepResult, assertEqual);
