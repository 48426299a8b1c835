package io.presencemedic.diagnosis;

import io.presencemedic.diagnosis.analysis.Analyses;

import io.presencemedic.redaction.Redaction;
import io.presencemedic.redaction.SecretMask;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What reading and masking texts cost: for each hostile shape how much more processor time twice the text takes, how
 * fast lines of hexadecimal digits are masked, and how much memory a log of 5 MB takes. Prints tables; see
 * {@code docs/measurements}.
 */
final class TextCostBench {
    private static final int SIZE = Integer.getInteger("bench.size", 400_000);
    private static final int TIMES = 5;
    private static final int MEGABYTE = 1 << 20;

    private TextCostBench() {}

    private record Cost(String reader, String shape, double one, double two) {
        double ratio() {
            return two / one;
        }
    }

    /** @param what {@code growth}, {@code speed} or {@code memory}; all where there is none */
    public static void main(String[] what) throws IOException {
        List<String> wanted = what.length == 0 ? List.of("growth", "speed", "memory") : List.of(what);
        if (wanted.contains("memory")) {
            memory();
        }
        if (wanted.contains("speed")) {
            speed();
        }
        if (wanted.contains("growth")) {
            growth();
        }
    }

    private static void growth() {
        List<Cost> costs = new ArrayList<>();
        for (String piece : HostileLogTest.pieces().toList()) {
            costs.add(cost("mask", piece, "", SecretMask::mask));
            costs.add(cost("analyse", piece, "admin:utils service list\n", log -> new Analyses().analyse(log)));
            costs.add(cost("analyse ha", piece, "admin:utils ha status\n", log -> new Analyses().analyse(log)));
        }
        costs.sort(Comparator.comparingDouble(Cost::ratio).reversed());
        System.out.printf("%d characters and twice as many, milliseconds of processor time, best of %d%n", SIZE, TIMES);
        costs.stream()
                .limit(25)
                .forEach(cost -> System.out.printf(
                        "%5.2f  %8.1f %8.1f  %-10s %s%n",
                        cost.ratio(), cost.one(), cost.two(), cost.reader(), printable(cost.shape())));
        System.out.println(costs.size() + " shapes, more than 2.2 times: "
                + costs.stream().filter(cost -> cost.ratio() > 2.2).count() + ", of those that take 20 ms or more: "
                + costs.stream()
                        .filter(cost -> cost.ratio() > 2.2 && cost.one() >= 20)
                        .count());
        System.out.println("slowest: "
                + costs.stream()
                        .sorted(Comparator.comparingDouble(Cost::two).reversed())
                        .limit(5)
                        .map(cost -> cost.reader() + " " + printable(cost.shape()) + " " + Math.round(cost.two()) + " ms")
                        .collect(Collectors.joining(", ")));
    }

    private static Cost cost(String reader, String piece, String head, Consumer<String> work) {
        String one = head + piece.repeat(SIZE / piece.length());
        String two = head + piece.repeat(2 * SIZE / piece.length());
        work.accept(one);
        return new Cost(reader, piece, best(one, work), best(two, work));
    }

    private static double best(String text, Consumer<String> work) {
        double best = Double.MAX_VALUE;
        for (int i = 0; i < TIMES; i++) {
            long begun = processorTime();
            work.accept(text);
            best = Math.min(best, (processorTime() - begun) / 1e6);
            if (best > 5_000) {
                return best;
            }
        }
        return best;
    }

    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void speed() throws IOException {
        byte[] line = new byte[60];
        StringBuilder lines = new StringBuilder();
        Random random = new Random(1);
        while (lines.length() < 40 * MEGABYTE) {
            random.nextBytes(line);
            lines.append(HexFormat.of().formatHex(line)).append('\n');
        }
        byte[] file = lines.toString().getBytes(StandardCharsets.US_ASCII);
        double best = Double.MAX_VALUE;
        for (int i = 0; i < TIMES; i++) {
            long begun = processorTime();
            Redaction.ofSecrets().copy(new ByteArrayInputStream(file), OutputStream.nullOutputStream());
            best = Math.min(best, (processorTime() - begun) / 1e9);
        }
        System.out.printf(
                "lines of hexadecimal digits: %.1f MB/s of one processor's time%n", file.length / best / MEGABYTE);
    }

    /** Run with a small heap: what is left of it is what the log was read in. */
    private static void memory() {
        String line = "Cisco XCP Router[STARTED]\n";
        byte[] log = ("admin:utils service list\n" + line.repeat(5 * MEGABYTE / line.length()))
                .getBytes(StandardCharsets.UTF_8);
        new Analyses().analyse("admin:utils service list\n" + line);
        System.gc();
        long before = used();
        long[] most = {0};
        Thread watch = new Thread(() -> {
            while (!Thread.interrupted()) {
                most[0] = Math.max(most[0], used());
            }
        });
        watch.setDaemon(true);
        watch.start();
        new Analyses().analyse(log);
        watch.interrupt();
        System.out.printf(
                "a log of 5 MB: read within a heap of %d MB, of which %d MB were in use before, the log itself included;"
                        + " %d MB at most%n",
                Runtime.getRuntime().maxMemory() / MEGABYTE, before / MEGABYTE, most[0] / MEGABYTE);
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static String printable(String text) {
        return text.length() > 40
                ? printable(text.substring(0, 40)) + "…"
                : text.chars()
                        .mapToObj(c -> c < ' ' || c > '~' ? String.format("\\u%04x", c) : String.valueOf((char) c))
                        .collect(Collectors.joining());
    }
}
