package io.presencemedic.link.http;

import static io.presencemedic.link.http.FileReplies.DIME;
import static io.presencemedic.link.http.FileReplies.MULTIPART;
import static io.presencemedic.link.http.FileReplies.XML;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.presencemedic.BesideTheService;
import io.presencemedic.Thorough;
import io.presencemedic.cisco.soap.FileRequest;
import io.presencemedic.link.LinkException;
import io.presencemedic.link.LinkFailure;
import io.presencemedic.link.WebServices;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

@BesideTheService
class BrokenFetchTest extends FetchFixture {
    private static final int POINTS = Thorough.points(3, 10);

    @Test
    void aNodeThatOffersNeitherWaySaysSoOfTheFirst() throws Exception {
        answer(500, XML, FileReplies.utf8(fault("The service cannot be found for the endpoint reference (EPR) x")), 0);
        answer(404, Map.of(), new byte[0], -1);
        assertThat(failure()).isInstanceOfSatisfying(LinkFailure.Refused.class, it -> assertThat(it.words())
                .contains("endpoint reference"));
    }

    @Test
    void aFileThatIsNotThereIsRefusedInThePlatformsWordsAndNotAskedForTwice() throws Exception {
        answer(500, XML, FileReplies.utf8(fault("FileName " + PATH + " do not exist")), 0);
        assertThat(failure())
                .isEqualTo(new LinkFailure.Refused(
                        "cucm-pub", "GetOneFile " + PATH, "FileName " + PATH + " do not exist"));
        assertThat(service.heard).hasSize(1);
    }

    @Test
    void aFaultIsAlsoHeardInAMultipartAnswer() throws Exception {
        answer(MULTIPART, FileReplies.multipart(fault("no"), "binary", new byte[0]));
        assertThat(failure()).isInstanceOf(LinkFailure.Refused.class);
        assertThat(taken.size()).isZero();
    }

    @Test
    void anAnswerThatEndsAnywhereBeforeItsEndIsNeverAFile() throws Exception {
        byte[] file = FileReplies.utf8("line one\r\nline two\r\n--" + FileReplies.BOUNDARY.substring(2) + "\r\n");
        for (byte[] whole : List.of(
                FileReplies.multipart(file), FileReplies.dime(file, 7), FileReplies.utf8(FileReplies.inline(file)))) {
            boolean dime = whole[0] == 12;
            Map<String, String> headers = dime ? DIME : whole[0] == '-' ? MULTIPART : XML;
            int trailing = headers == MULTIPART ? 4 : 0;
            for (int cut = 0; cut < whole.length - trailing; cut += 1 + whole.length / POINTS) {
                answer(200, headers, Arrays.copyOf(whole, cut), 0);
                answer(200, headers, Arrays.copyOf(whole, cut), 0);
                assertThat(failure())
                        .as("cut after %d of %d bytes", cut, whole.length)
                        .isInstanceOfAny(LinkFailure.Lost.class, LinkFailure.NotUnderstood.class);
                service.forget();
            }
        }
    }

    @Test
    void anAnnouncedLengthThatDoesNotComeIsALostConnection() throws Exception {
        byte[] whole = FileReplies.multipart(FILE);
        answer(200, MULTIPART, Arrays.copyOf(whole, whole.length / 2), whole.length);
        assertThat(failure()).isInstanceOf(LinkFailure.Lost.class);
        assertThat(service.heard).as("the taker already has bytes").hasSize(1);
    }

    @Test
    void aConnectionThatIsLostBeforeTheFirstByteIsTriedOnceMore() throws Exception {
        service.then(exchange -> {});
        answer(MULTIPART, FileReplies.multipart(FILE));
        assertFetched(FILE);
        assertThat(service.heard).hasSize(2);
    }

    @Test
    void aFileShorterThanListedIsNoSuccessAndALongerOneIs() throws Exception {
        answer(MULTIPART, FileReplies.multipart(FILE));
        assertThat(failure((long) FILE.length + 1, 1_000_000))
                .isInstanceOfSatisfying(
                        LinkFailure.Lost.class, it -> assertThat(it.why()).contains("only " + FILE.length));
        answer(MULTIPART, FileReplies.multipart(FILE));
        assertThat(fetch((long) FILE.length - 1, 1_000_000)).isEqualTo(FILE.length);
    }

    @Test
    void anotherBoundaryThanAnnouncedIsNotUnderstood() throws Exception {
        String body = new String(FileReplies.multipart(FileReplies.utf8("text")), StandardCharsets.UTF_8);
        for (int reading = 0; reading < 3; reading++) {
            answer(MULTIPART, FileReplies.utf8(body.replace(FileReplies.BOUNDARY, "Other")));
        }
        assertThat(failure()).isInstanceOf(LinkFailure.NotUnderstood.class);
    }

    @Test
    void anAttachmentThatTheEnvelopeDoesNotNameIsNotTheFile() throws Exception {
        answer(MULTIPART, FileReplies.multipart(FileReplies.including("cid:other@example.com"), "binary", FILE));
        assertThat(failure()).isInstanceOf(LinkFailure.NotUnderstood.class);
        assertThat(taken.size()).isZero();
    }

    @Test
    void aFileBeyondTheLimitIsGivenUp() throws Exception {
        answer(MULTIPART, FileReplies.multipart(FILE));
        assertThat(failure(null, 1000)).isEqualTo(new LinkFailure.TooLarge("cucm-pub", "GetOneFile " + PATH, 1000));
        assertThat(failure(1001L, 1000).code()).isEqualTo("LINK_FILE_TOO_LARGE");
        assertThat(service.heard)
                .as("a listed size beyond the limit is not even asked for")
                .hasSize(1);
    }

    @Test
    void aNodeThatFallsSilentInTheMiddleIsGivenUp() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        service.then(exchange -> {
            MULTIPART.forEach(exchange.getResponseHeaders()::add);
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(FileReplies.multipart(FILE), 0, 5000);
            exchange.getResponseBody().flush();
            over.await();
        });
        assertThat(failure()).isInstanceOf(LinkFailure.TimedOut.class);
        over.countDown();
    }

    @Test
    void aClosedLinkEndsAFetchThatIsUnderWay() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        service.then(exchange -> {
            MULTIPART.forEach(exchange.getResponseHeaders()::add);
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(FileReplies.multipart(FILE), 0, 50_000);
            exchange.getResponseBody().flush();
            over.await();
        });
        WebServices services = open();
        OutputStream closing = new OutputStream() {
            @Override
            public void write(int value) {
                services.close();
            }
        };
        assertThatThrownBy(() -> services.fetch(node(), FileRequest.of(PATH, 1_000_000), closing))
                .isInstanceOfSatisfying(
                        LinkException.class, e -> assertThat(e.failure()).isInstanceOf(LinkFailure.GivenUp.class));
        over.countDown();
    }

    @Test
    void aTakerThatIsFullIsNotTheNodesFault() {
        answer(MULTIPART, FileReplies.multipart(FILE));
        IOException full = new IOException("No space left on device");
        OutputStream taker = new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw full;
            }
        };
        try (WebServices services = open()) {
            assertThatThrownBy(() -> services.fetch(node(), FileRequest.of(PATH, 1_000_000), taker))
                    .isSameAs(full);
        }
        assertThat(service.heard).hasSize(1);
    }
}
