/*
 * What is written into a record, in plain text. A work note holds 4,000 characters; what does not fit is left out at the
 * end of a line, and the note says so.
 */
var MedicNote = Class.create();
MedicNote.LONGEST = 4000;
MedicNote.CUT = '\n[cut; the whole of it is in Presence Medic]';
MedicNote.prototype = {
    type: 'MedicNote',

    initialize: function () {},

    ofDiagnosis: function (diagnosis) {
        var lines = ['Presence Medic: diagnosis of ' + diagnosis.cluster + ' ' + diagnosis.state + '.'];
        var findings = diagnosis.findings || [];
        var open = diagnosis.undetermined || [];
        for (var i = 0; i < findings.length; i++) {
            lines.push('- ' + findings[i].severity + ' ' + findings[i].code + ' (' + findings[i].item + '): ' + findings[i].summary);
            if (findings[i].runbook) {
                lines.push('  remedied by ' + findings[i].runbook);
            }
        }
        for (var j = 0; j < open.length; j++) {
            lines.push('- not determined: ' + open[j].fact + (open[j].node ? ' of ' + open[j].node : '') + ': ' + open[j].reason);
        }
        if (diagnosis.state === 'SUCCEEDED' && !findings.length && !open.length) {
            lines.push('Nothing is wrong.');
        }
        return this._fit(lines);
    },

    ofJob: function (job) {
        var plan = job.mode === 'PLAN';
        var lines = ['Presence Medic: ' + (plan ? 'plan of ' : '') + job.runbook + ' on ' + job.cluster + ' ' + job.state + ', '
            + (plan ? 'would change the cluster: ' : 'changed the cluster: ') + (job.changed ? 'yes' : 'no') + '.'];
        if (job.failure) {
            lines.push(job.failure.code + ': ' + job.failure.detail);
        }
        var off = job.leftSwitchedOff || [];
        for (var i = 0; i < off.length; i++) {
            lines.push('LEFT SWITCHED OFF: ' + off[i].kind + ' of ' + off[i].subject + ', ' + off[i].why);
        }
        if (job.question) {
            lines.push('ASKS: ' + job.question.question);
        }
        for (var j = 0; j < job.plan.length; j++) {
            var line = job.plan[j];
            lines.push(line.line + ' ' + line.step + ' ' + line.target + ' ' + (line.outcome || '') + ': ' + line.why);
        }
        return this._fit(lines);
    },

    ofProblem: function (answer) {
        var problem = answer.body || {};
        var lines = ['Presence Medic refused: ' + (problem.code || answer.status) + ': ' + (problem.detail || '')];
        var errors = problem.errors || [];
        for (var i = 0; i < errors.length; i++) {
            lines.push('- ' + errors[i].field + ' ' + errors[i].message);
        }
        return this._fit(lines);
    },

    ofMessage: function (message) {
        var data = message.data;
        var lines = ['Presence Medic: ' + (data.summary || message.type)];
        if (data.job) {
            lines.push('Job ' + data.job.id + ' (' + data.job.runbook + ') is ' + data.job.state + '.');
            if (message.type === 'job.approval-wanted') {
                lines.push('Answer it in Presence Medic with an approver\'s key: POST /api/v1/jobs/' + data.job.id
                    + '/approval. An approval of this record does not answer it.');
            }
            var off = data.job.leftSwitchedOff || [];
            for (var i = 0; i < off.length; i++) {
                lines.push('LEFT SWITCHED OFF: ' + off[i].kind + ' of ' + off[i].subject + ', ' + off[i].why);
            }
        }
        return this._fit(lines);
    },

    _fit: function (lines) {
        var text = lines.join('\n').replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ').replace(/\[code\]/gi, '[ code]');
        if (text.length <= MedicNote.LONGEST) {
            return text;
        }
        var cut = text.substring(0, MedicNote.LONGEST - MedicNote.CUT.length);
        var end = cut.lastIndexOf('\n');
        return (end > 0 ? cut.substring(0, end) : cut) + MedicNote.CUT;
    }
};
