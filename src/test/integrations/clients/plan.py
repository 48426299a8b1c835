"""Plans with the generated client and prints what came of it."""
import os

import medic_client
from medic_client.api.jobs_api import JobsApi
from medic_client.models import JobMode, JobRequest

configuration = medic_client.Configuration(host=os.environ["MEDIC_URL"], api_key={"apiKeyHeader": os.environ["MEDIC_API_KEY"]})
with medic_client.ApiClient(configuration) as client:
    wanted = JobRequest(runbook="services-stuck-in-starting", mode=JobMode.PLAN)
    plan = JobsApi(client).submit_job("simulated", wanted, idempotency_key="plan-python", prefer="wait=25")
    print(plan.state.value, str(plan.changed).lower(), len(plan.plan))
