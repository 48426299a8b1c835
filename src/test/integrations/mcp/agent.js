// An agent that uses the client of the protocol's own SDK: diagnoses, plans, and asks for the execution of the plan.
// Usage: node agent.js ADDRESS, with the key in MEDIC_API_KEY. Writes what it was answered as JSON.
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";

const transport = new StreamableHTTPClientTransport(new URL(process.argv[2] + "/mcp"), {
    requestInit: { headers: { Authorization: "Bearer " + process.env.MEDIC_API_KEY } },
});
const client = new Client({ name: "agent", version: "1.0.0" });
await client.connect(transport);

async function call(name, args) {
    const answer = await client.callTool({ name, arguments: args });
    const document = JSON.parse(answer.content[0].text);
    return answer.isError ? { refused: document } : document;
}

async function ended(job, states) {
    for (let i = 0; i < 200; i++) {
        const found = await call("show_job", { job });
        if (states.includes(found.state)) return found;
        await new Promise((resume) => setTimeout(resume, 300));
    }
    throw new Error("job " + job + " does not come to an end");
}

const tools = (await client.listTools()).tools.map((tool) => tool.name);
const cluster = (await call("list_clusters", {})).items[0].id;
const diagnosis = await call("diagnose", { cluster, reason: "users cannot log in" });
const remedy = diagnosis.findings[0].remedies[0];
const planned = await call("plan_runbook", { cluster, runbook: remedy.runbook, ...remedy.target, parameters: remedy.parameters });
const plan = await ended(planned.id, ["SUCCEEDED", "FAILED"]);
const asked = await call("execute_plan", { plan: plan.id, planHash: plan.planHash, reason: "as diagnosed" });
const job = await ended(asked.id, ["AWAITING_APPROVAL", "SUCCEEDED", "FAILED"]);
const unknown = await call("show_cluster", { cluster: "nowhere" });
await client.close();
console.log(
    JSON.stringify({
        server: client.getServerVersion(),
        tools,
        cluster,
        outcome: diagnosis.outcome,
        findings: diagnosis.findings.map((finding) => finding.code),
        runbook: plan.runbook,
        changed: plan.changed,
        planHash: plan.planHash,
        job: job.id,
        state: job.state,
        question: job.question?.question,
        refused: unknown.refused.code,
    }),
);
