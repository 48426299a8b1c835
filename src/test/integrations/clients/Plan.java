import io.presencemedic.client.ApiClient;
import io.presencemedic.client.api.JobsApi;
import io.presencemedic.client.model.JobMode;
import io.presencemedic.client.model.JobRequest;
import io.presencemedic.client.model.JobView;

/** Plans with the generated client and prints what came of it. */
final class Plan {
    private Plan() {}

    public static void main(String[] arguments) throws Exception {
        ApiClient client = new ApiClient();
        client.updateBaseUri(System.getenv("MEDIC_URL"));
        client.setRequestInterceptor(request -> request.header("X-API-Key", System.getenv("MEDIC_API_KEY")));
        JobRequest wanted = new JobRequest().runbook("services-stuck-in-starting").mode(JobMode.PLAN);
        JobView plan = new JobsApi(client).submitJob("simulated", wanted, "plan-java", "wait=25");
        System.out.println(plan.getState() + " " + plan.getChanged() + " " + plan.getPlan().size());
    }
}
