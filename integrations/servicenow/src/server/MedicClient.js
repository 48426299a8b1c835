/*
 * The service as the other scripts of the app use it. ES5, for script includes and for Rhino.
 *
 * Outbound requests of an instance end after 30 seconds and their answers are cut at 5 MB, so each request waits at most
 * 25 seconds in the service, and lists and archives are asked for in parts.
 */
var MedicClient = Class.create();
MedicClient.REQUEST_TIMEOUT_MS = 29000;
MedicClient.LONGEST_WAIT_S = 25;
MedicClient.LARGEST_ANSWER = 5 * 1024 * 1024;
MedicClient.FINAL = { SUCCEEDED: true, FAILED: true, CANCELLED: true, NEEDS_ATTENTION: true };
MedicClient.prototype = {
    type: 'MedicClient',

    /* What may be repeated is repeated, by the caller of step(), never by sleeping here. */
    initialize: function () {
        this.base = String(gs.getProperty('x_medic.url', '')).replace(/\/+$/, '');
        this.midServer = String(gs.getProperty('x_medic.mid_server', ''));
        if (!this.base) {
            throw new Error('The property x_medic.url is not set.');
        }
    },

    /* Returns {status, body, retryAfter}. status 0: not reachable, or no answer of the service; body null: a page of a gateway before it. */
    send: function (method, path, body, headers) {
        var message = new sn_ws.RESTMessageV2('x_medic.Presence Medic', 'call');
        message.setEndpoint(this.base + '/api/v1' + path);
        message.setHttpMethod(method);
        message.setHttpTimeout(MedicClient.REQUEST_TIMEOUT_MS);
        message.setRequestHeader('Accept', 'application/json');
        if (this.midServer) {
            message.setMIDServer(this.midServer);
        }
        for (var name in headers || {}) {
            if (Object.prototype.hasOwnProperty.call(headers, name)) {
                message.setRequestHeader(name, headers[name]);
            }
        }
        if (body) {
            message.setRequestHeader('Content-Type', 'application/json');
            message.setRequestBody(JSON.stringify(body));
        }
        return this._answer(message);
    },

    _answer: function (message) {
        var response;
        try {
            response = message.execute();
        } catch (e) {
            return { status: 0, body: { code: 'NOT_REACHABLE', detail: String(e.message || e) }, retryAfter: 60 };
        }
        var text = String(response.getBody() || '');
        var after = parseInt(response.getHeader('Retry-After'), 10);
        var answer = { status: Number(response.getStatusCode()), body: null, retryAfter: isNaN(after) ? 60 : after };
        if (text.length > MedicClient.LARGEST_ANSWER) {
            answer.body = { code: 'ANSWER_TOO_LARGE', detail: 'The answer has more than 5 MB; ask for less.' };
            answer.status = 0;
            return answer;
        }
        try {
            answer.body = text ? JSON.parse(text) : null;
        } catch (e) {
            if (answer.status >= 200 && answer.status < 300) {
                answer.body = { code: 'NOT_JSON', detail: 'The answer is not JSON; is x_medic.url the service?' };
                answer.status = 0;
            }
        }
        return answer;
    },

    /* Whether the same request may be sent again later. */
    isPassing: function (answer) {
        var code = answer.body && answer.body.code;
        var passing = { 0: true, 429: true, 502: true, 503: true, 504: true };
        return code !== 'ANSWER_TOO_LARGE' && code !== 'NOT_JSON' && (passing[answer.status] === true || code === 'IDEMPOTENCY_IN_PROGRESS');
    },

    diagnose: function (cluster, ticket, key) {
        return this._begin('/clusters/' + encodeURIComponent(cluster) + '/diagnoses', { ticket: ticket }, key);
    },

    /* mode PLAN or EXECUTE; planHash binds an execution to a plan, or is empty. */
    recover: function (cluster, ticket, key, mode, planHash) {
        var body = { runbook: 'recover', mode: mode, ticket: ticket, reason: 'Incident ' + ticket };
        if (planHash) {
            body.planHash = planHash;
        }
        return this._begin('/clusters/' + encodeURIComponent(cluster) + '/jobs', body, key);
    },

    /* The same key finds the same work: asking again is how the app waits. */
    _begin: function (path, body, key) {
        return this.send('POST', path, body, { 'Idempotency-Key': key, Prefer: 'wait=' + MedicClient.LONGEST_WAIT_S });
    },

    job: function (id) {
        return this.send('GET', '/jobs/' + encodeURIComponent(id), null, {});
    },

    isFinal: function (work) {
        return MedicClient.FINAL[work.state] === true;
    }
};
