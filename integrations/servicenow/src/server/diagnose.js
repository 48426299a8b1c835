(function () {
    new MedicIncident().begin(current);
    action.setRedirectURL(current);
})();
