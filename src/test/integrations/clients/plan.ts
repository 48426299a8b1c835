// Plans with the generated client and prints what came of it.
import { Configuration, JobMode, JobsApi } from './client';

declare const process: { env: Record<string, string> };

const jobs = new JobsApi(new Configuration({ basePath: process.env.MEDIC_URL, apiKey: process.env.MEDIC_API_KEY }));
jobs.submitJob({
    cluster: 'simulated',
    jobRequest: { runbook: 'services-stuck-in-starting', mode: JobMode.Plan },
    idempotencyKey: 'plan-typescript',
    prefer: 'wait=25',
}).then((plan) => console.log(plan.state, plan.changed, plan.plan?.length));
