package io.presencemedic.killmatrix;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A caller of the service, whichever replica answers. */
final class Api {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST_TRIES = 600;
    private static final String JSON = "application/json";

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final ObjectMapper mapper = new ObjectMapper();
    private final Supplier<List<Replica>> replicas;
    private final String key;

    Api(Supplier<List<Replica>> replicas, String key) {
        this.replicas = replicas;
        this.key = key;
    }

    /** Asks until a job is accepted; the same key each time makes one job. */
    UUID submit(String cluster, MatrixCase job, String idempotencyKey, String reason)
            throws IOException, InterruptedException {
        String body = job.path().equals("jobs")
                ? job.body().deepCopy().put("reason", reason).toString()
                : "{}";
        String path = "/api/v1/clusters/" + cluster + "/" + job.path();
        HttpResponse<String> answer = untilAnswered(
                path,
                request -> request.header("Idempotency-Key", idempotencyKey)
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                202);
        return UUID.fromString(mapper.readTree(answer.body()).path("id").asText());
    }

    /** A person has seen to what a job left off. */
    void acknowledge(UUID job) throws IOException, InterruptedException {
        untilAnswered(
                "/api/v1/jobs/" + job + "/acknowledge",
                request -> request.POST(HttpRequest.BodyPublishers.ofString("{}")),
                200);
    }

    /** Has everything switched on again and ends the job. */
    void cancel(UUID job) throws IOException, InterruptedException {
        untilAnswered(
                "/api/v1/jobs/" + job + "/cancel",
                request -> request.POST(HttpRequest.BodyPublishers.ofString("{}")),
                200);
    }

    boolean isReady(Replica replica) throws InterruptedException {
        return replica.isAlive() && status(replica, "/q/health/ready") == 200;
    }

    /** What the replica says of its health. */
    String health(Replica replica) throws InterruptedException {
        try {
            return send(replica, "/q/health", HttpRequest.Builder::GET).body();
        } catch (IOException e) {
            return String.valueOf(e);
        }
    }

    /** What the replica answers while its database is away; empty where that is 503 with the time of a next try. */
    Optional<String> wrongRefusal(Replica replica) throws InterruptedException {
        try {
            HttpResponse<String> answer = send(replica, "/api/v1/clusters", HttpRequest.Builder::GET);
            boolean isRight = answer.statusCode() == 503
                    && answer.headers().firstValue("Retry-After").isPresent();
            return isRight ? Optional.empty() : Optional.of(answer.statusCode() + " " + answer.body());
        } catch (IOException e) {
            return Optional.of(String.valueOf(e));
        }
    }

    private int status(Replica replica, String path) throws InterruptedException {
        try {
            return send(replica, path, HttpRequest.Builder::GET).statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    private interface Filling {
        HttpRequest.Builder fill(HttpRequest.Builder request);
    }

    private HttpResponse<String> untilAnswered(String path, Filling filling, int wanted)
            throws IOException, InterruptedException {
        String last = "no replica was there";
        for (int i = 0; i < MOST_TRIES; i++) {
            for (Replica replica : replicas.get()) {
                try {
                    HttpResponse<String> answer = send(replica, path, filling);
                    if (answer.statusCode() == wanted || answer.statusCode() == 200) {
                        return answer;
                    }
                    last = answer.statusCode() + " " + answer.body();
                } catch (IOException e) {
                    last = String.valueOf(e);
                }
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IOException(path + ": " + last);
    }

    private HttpResponse<String> send(Replica replica, String path, Filling filling)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + replica.port() + path))
                .timeout(PATIENCE)
                .header("Content-Type", JSON)
                .header("X-API-Key", key);
        return http.send(filling.fill(request).build(), HttpResponse.BodyHandlers.ofString());
    }
}
