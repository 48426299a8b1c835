// Judges a message as a receiver does that uses the libraries of Standard Webhooks and CloudEvents.
// Usage: node judge.js FILE, where FILE is {"secret", "headers", "body", "format"}. Ends with 0 where nothing is wrong.
const fs = require("fs");
const { Webhook } = require("standardwebhooks");
const { HTTP } = require("cloudevents");

const sent = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
new Webhook(sent.secret).verify(sent.body, sent.headers);
if (sent.format === "CLOUDEVENTS") {
    const event = HTTP.toEvent({ headers: sent.headers, body: sent.body });
    event.validate();
    console.log(JSON.stringify({ id: event.id, type: event.type, subject: event.subject, time: event.time }));
} else {
    const event = JSON.parse(sent.body);
    console.log(JSON.stringify({ type: event.type, time: event.timestamp }));
}
