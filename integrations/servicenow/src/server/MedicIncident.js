/*
 * Repairs between their steps: a record holds the state as JSON, a scheduled job takes up what is due. The cluster is the
 * name of the incident's configuration item.
 */
var MedicIncident = Class.create();
MedicIncident.MOST_AT_ONCE = 10;
MedicIncident.prototype = {
    type: 'MedicIncident',

    initialize: function (repair) {
        this.repair = repair || new MedicRepair();
    },

    /* One repair per incident at a time; what it begins, the scheduled script goes on with. */
    begin: function (incident) {
        var known = new GlideRecord('x_medic_repair');
        known.addQuery('incident', incident.getUniqueValue());
        known.addQuery('phase', '!=', 'DONE');
        known.query();
        if (known.next()) {
            return false;
        }
        var record = new GlideRecord('x_medic_repair');
        record.initialize();
        record.setValue('incident', incident.getUniqueValue());
        record.setValue('cluster', incident.cmdb_ci.getDisplayValue());
        record.setValue('phase', 'DIAGNOSE');
        record.setValue('due', this._padded(0));
        record.insert();
        return true;
    },

    /* nowS: seconds since 1970, for tests. */
    steps: function (nowS) {
        var now = nowS === undefined ? Math.floor(new GlideDateTime().getNumericValue() / 1000) : nowS;
        var due = new GlideRecord('x_medic_repair');
        due.addQuery('phase', 'IN', 'DIAGNOSE,PLAN,REPAIR');
        due.addQuery('due', '<=', this._padded(now));
        due.setLimit(MedicIncident.MOST_AT_ONCE);
        due.query();
        while (due.next()) {
            var state = this.repair.step(this._state(due));
            this._keep(due, state, now + state.pause);
            due.update();
            this._tell(state);
        }
    },

    /* A record that a flow has entered has no state yet. */
    _state: function (record) {
        var kept = record.getValue('state');
        if (kept) {
            return JSON.parse(kept);
        }
        var incident = new GlideRecord('incident');
        var number = incident.get(record.getValue('incident')) ? incident.getValue('number') : '';
        return this.repair.begin(record.getUniqueValue(), record.getValue('incident'), number, record.getValue('cluster'));
    },

    /* A person's answer to the plan. */
    answer: function (incident, approved) {
        var record = new GlideRecord('x_medic_repair');
        record.addQuery('incident', incident);
        record.addQuery('phase', 'APPROVE');
        record.query();
        while (record.next()) {
            this._keep(record, this.repair.approve(this._state(record), approved), 0);
            record.update();
        }
    },

    _keep: function (record, state, due) {
        var note = state.note;
        state.note = '';
        record.setValue('phase', state.phase);
        record.setValue('outcome', state.outcome);
        record.setValue('link', state.link || '');
        if (note) {
            record.setValue('note', note);
        }
        record.setValue('due', this._padded(due));
        record.setValue('state', JSON.stringify(state));
        state.note = note;
    },

    _tell: function (state) {
        var incident = new GlideRecord('incident');
        if (state.note && incident.get(state.incident)) {
            incident.setValue('work_notes', state.note);
            if (state.phase === 'APPROVE') {
                incident.setValue('approval', 'requested');
            }
            incident.update();
        }
    },

    /* Times are compared as text. */
    _padded: function (seconds) {
        var text = String(seconds);
        while (text.length < 12) {
            text = '0' + text;
        }
        return text;
    }
};
