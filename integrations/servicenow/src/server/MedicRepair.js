/*
 * "Diagnose and repair presence cluster", one step at a time: a flow or a scheduled job calls step() again after the pause
 * that it names. Nothing sleeps in the instance, and each step is one request of at most 30 seconds.
 *
 * The state of it is a plain object that MedicIncident keeps: {id, incident, number, cluster, phase, planHash, link, outcome, note, pause, attempts}.
 * Phases: DIAGNOSE, PLAN, APPROVE (a person, in the instance), REPAIR, DONE.
 */
var MedicRepair = Class.create();
MedicRepair.prototype = {
    type: 'MedicRepair',

    initialize: function (client, notes) {
        this.client = client || new MedicClient();
        this.notes = notes || new MedicNote();
    },

    /* id: of the repair, one for each; a second repair of the same incident asks for new work. */
    begin: function (id, incident, number, cluster) {
        return { id: id, incident: incident, number: number, cluster: cluster, phase: 'DIAGNOSE', planHash: '', link: '', outcome: '', note: '', pause: 0, attempts: 0 };
    },

    step: function (state) {
        state.note = '';
        state.pause = 0;
        if (state.phase === 'DIAGNOSE') {
            return this._diagnose(state);
        }
        if (state.phase === 'PLAN') {
            return this._plan(state);
        }
        if (state.phase === 'REPAIR') {
            return this._repair(state);
        }
        return state;
    },

    approve: function (state, approved) {
        if (state.phase === 'APPROVE') {
            state.phase = approved ? 'REPAIR' : 'DONE';
            state.outcome = approved ? '' : 'DECLINED';
        }
        return state;
    },

    _diagnose: function (state) {
        var answer = this.client.diagnose(state.cluster, state.number, this._key(state, 'diagnosis'));
        var diagnosis = this._ended(state, answer);
        if (diagnosis) {
            state.note = this.notes.ofDiagnosis(diagnosis);
            var well = diagnosis.state === 'SUCCEEDED' && diagnosis.outcome === 'HEALTHY';
            this._next(state, well ? 'DONE' : 'PLAN', well ? 'HEALTHY' : '');
            if (diagnosis.state !== 'SUCCEEDED') {
                this._next(state, 'DONE', diagnosis.state);
            }
        }
        return state;
    },

    _plan: function (state) {
        var answer = this.client.recover(state.cluster, state.number, this._key(state, 'plan'), 'PLAN', '');
        var plan = this._ended(state, answer);
        if (plan) {
            state.note = this.notes.ofJob(plan);
            state.planHash = plan.planHash || '';
            var asks = plan.state === 'SUCCEEDED' && plan.changed;
            this._next(state, asks ? 'APPROVE' : 'DONE', asks ? '' : plan.state === 'SUCCEEDED' ? 'NOTHING_TO_DO' : plan.state);
        }
        return state;
    },

    _repair: function (state) {
        var answer = this.client.recover(state.cluster, state.number, this._key(state, 'repair'), 'EXECUTE', state.planHash);
        var job = this._ended(state, answer);
        if (job) {
            state.note = this.notes.ofJob(job);
            state.link = this.client.base + '/api/v1/jobs/' + job.id;
            this._next(state, 'DONE', job.state);
        }
        return state;
    },

    /* The work, once it has ended; null while there is something to wait for, or where it was refused. */
    _ended: function (state, answer) {
        if (answer.status >= 200 && answer.status < 300) {
            state.attempts = 0;
            if (this.client.isFinal(answer.body)) {
                return answer.body;
            }
            state.pause = answer.body.state === 'AWAITING_APPROVAL' ? 60 : 5;
            return null;
        }
        if (this.client.isPassing(answer) && state.attempts < 10) {
            state.attempts++;
            state.pause = Math.min(300, answer.retryAfter);
            return null;
        }
        state.note = this.notes.ofProblem(answer);
        this._next(state, 'DONE', 'REFUSED');
        return null;
    },

    /* One key for each thing that this repair asks for: whatever is repeated, it is made once. */
    _key: function (state, what) {
        return state.id + '-' + what;
    },

    _next: function (state, phase, outcome) {
        state.phase = phase;
        state.outcome = outcome;
    }
};
