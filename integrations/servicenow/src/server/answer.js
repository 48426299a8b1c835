(function executeRule(current, previous) {
    new MedicIncident().answer(current.getUniqueValue(), String(current.approval) === 'approved');
})(current, previous);
