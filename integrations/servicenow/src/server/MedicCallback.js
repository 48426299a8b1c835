/*
 * The callback for the service's webhooks in the format STANDARD: checks the signature (Standard Webhooks: HMAC-SHA256 over
 * id.timestamp.body) and the age, and writes the work note into the record whose number the message bears. A message that
 * comes again is written once.
 */
var MedicCallback = Class.create();
MedicCallback.OLDEST_S = 300;
MedicCallback.LARGEST_BODY = 256 * 1024;
MedicCallback.prototype = {
    type: 'MedicCallback',

    initialize: function () {
        this.secret = String(gs.getProperty('x_medic.webhook_secret', ''));
        this.notes = new MedicNote();
    },

    /* nowS: seconds since 1970. Returns {status, body}. */
    receive: function (headers, body, nowS) {
        if (!this.secret || this.secret.indexOf('whsec_') !== 0) {
            return this._refuse(503, 'the property x_medic.webhook_secret is not set');
        }
        if (body.length > MedicCallback.LARGEST_BODY) {
            return this._refuse(413, 'the body is too large');
        }
        var id = headers['webhook-id'];
        var at = headers['webhook-timestamp'];
        if (!id || !/^[0-9]{1,12}$/.test(String(at)) || Math.abs(nowS - Number(at)) > MedicCallback.OLDEST_S) {
            return this._refuse(401, 'the message has no id, or is not from now');
        }
        if (!this._isSigned(id + '.' + at + '.' + body, String(headers['webhook-signature'] || ''))) {
            return this._refuse(401, 'the signature does not fit');
        }
        var message;
        try {
            message = JSON.parse(body);
        } catch (e) {
            return this._refuse(400, 'the body is not JSON');
        }
        return this._write(id, message);
    },

    /* Two secrets are valid while one is changed, so the header may hold several signatures. */
    _isSigned: function (text, header) {
        var key = this.secret.substring('whsec_'.length);
        var wanted = new GlideCertificateEncryption().generateMac(key, 'HmacSHA256', text);
        var signatures = header.split(' ');
        var found = false;
        for (var i = 0; i < signatures.length && i < 8; i++) {
            var parts = signatures[i].split(',');
            found = (parts[0] === 'v1' && this._same(String(wanted), String(parts[1] || ''))) || found;
        }
        return found;
    },

    /* Takes as long for what nearly fits as for what does not. */
    _same: function (a, b) {
        var different = a.length ^ b.length;
        for (var i = 0; i < a.length; i++) {
            different |= a.charCodeAt(i) ^ (i < b.length ? b.charCodeAt(i) : 0);
        }
        return different === 0;
    },

    _write: function (id, message) {
        var ticket = message.data && message.data.ticket;
        if (!ticket || !/^[A-Z]{2,10}[0-9]{1,20}$/.test(String(ticket))) {
            return { status: 204, body: null };
        }
        if (!this._isNew(id)) {
            return { status: 204, body: null };
        }
        var record = new GlideRecord('task');
        record.addQuery('number', String(ticket));
        record.setLimit(1);
        record.query();
        if (record.next()) {
            record.setValue('work_notes', this.notes.ofMessage(message));
            record.update();
        }
        return { status: 204, body: null };
    },

    /* The table's unique index on the message's id decides, whichever node of the instance is asked. */
    _isNew: function (id) {
        var seen = new GlideRecord('x_medic_message');
        seen.initialize();
        seen.setValue('message_id', String(id));
        return !!seen.insert();
    },

    _refuse: function (status, why) {
        return { status: status, body: { error: why } };
    }
};
