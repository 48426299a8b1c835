/* As much of an instance as the scripts of the app use. properties, tables and platform come from the test. */
var Class = { create: function () { return function () { this.initialize.apply(this, arguments); }; } };

var gs = { getProperty: function (name, otherwise) { return properties[name] === undefined ? otherwise : properties[name]; } };

var sn_ws = { RESTMessageV2: function (name, method) { return platform.message(String(name), String(method)); } };

function GlideCertificateEncryption() {}
GlideCertificateEncryption.prototype.generateMac = function (key, algorithm, text) {
    return platform.mac(String(key), String(algorithm), String(text));
};

/* Tables are lists of records; unique names the field of which a value may be there once. */
var tables = {};
var unique = { x_medic_message: 'message_id' };
var operators = {
    '=': function (a, b) { return a === b; },
    '!=': function (a, b) { return a !== b; },
    '<=': function (a, b) { return a <= b; },
    IN: function (a, b) { return b.split(',').indexOf(a) >= 0; }
};
function GlideRecord(table) {
    this.rows = tables[table] = tables[table] || [];
    this.unique = unique[table];
    this.filters = [];
    this.row = null;
    this.place = -1;
}
GlideRecord.prototype = {
    initialize: function () { this.row = {}; },
    addQuery: function (field, operator, value) {
        this.filters.push(arguments.length === 2 ? [field, '=', operator] : [field, operator, value]);
    },
    setLimit: function (most) { this.most = most; },
    query: function () {
        var filters = this.filters;
        this.found = this.rows.filter(function (row) {
            return filters.every(function (filter) { return operators[filter[1]](row[filter[0]], filter[2]); });
        }).slice(0, this.most || 1000);
    },
    next: function () {
        this.place++;
        this.row = this.found[this.place] || null;
        return this.row !== null;
    },
    get: function (id) {
        this.row = this.rows.filter(function (row) { return row.sys_id === id; })[0] || null;
        return this.row !== null;
    },
    getUniqueValue: function () { return this.row.sys_id; },
    getValue: function (field) { return this.row[field] === undefined ? null : this.row[field]; },
    setValue: function (field, value) {
        if (field === 'work_notes') {
            if (value.length > 4000) { throw new Error('a work note of ' + value.length + ' characters is cut by the instance'); }
            this.row.notes = (this.row.notes || []).concat([value]);
        } else {
            this.row[field] = value;
        }
    },
    insert: function () {
        var field = this.unique, row = this.row;
        if (field && this.rows.some(function (other) { return other[field] === row[field]; })) { return null; }
        row.sys_id = row.sys_id || 'sys' + this.rows.length;
        this.rows.push(row);
        return row.sys_id;
    },
    update: function () { this.row.updates = (this.row.updates || 0) + 1; }
};
