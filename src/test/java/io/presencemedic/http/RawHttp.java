package io.presencemedic.http;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Requests that no client library would send, to the service under test. */
public final class RawHttp {
    private RawHttp() {}

    /** Sends these lines on a connection of their own and gives the answer's first bytes as text. */
    public static String send(String... lines) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.setSoTimeout(10_000);
            String request = "";
            for (int i = 0; i < lines.length; i++) {
                request += lines[i] + (i == lines.length - 1 ? "" : "\r\n") + (i == 0 ? "Host: localhost\r\n" : "");
            }
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            byte[] first = new byte[4_096];
            int length = socket.getInputStream().read(first);
            return new String(first, 0, Math.max(0, length), StandardCharsets.UTF_8);
        }
    }

    /** Sends a head and then a chunk so many times, until the other side takes no more, and gives the answer. */
    static String sendWhileTaken(String head, String chunk, int times) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            byte[] bytes = chunk.getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < times && socket.getInputStream().available() == 0; i++) {
                socket.getOutputStream().write(bytes);
            }
            byte[] first = new byte[4_096];
            int length = socket.getInputStream().read(first);
            return new String(first, 0, Math.max(0, length), StandardCharsets.UTF_8);
        }
    }
}
