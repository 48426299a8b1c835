package io.presencemedic.cisco.soap;

import static io.presencemedic.cisco.soap.Envelopes.axl;
import static io.presencemedic.cisco.soap.Envelopes.envelope;
import static io.presencemedic.cisco.soap.Envelopes.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.presencemedic.ProcessorTime;
import io.presencemedic.cisco.cli.Unreadable;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are no answers: faults, tricks, and what was cut short. */
class HostileAnswerTest {
    @Test
    void anAnswerThatWasCutShortIsNoAnswer() {
        String whole = axl("listProcessNode", "<processNode uuid='{1}'><name>a</name></processNode>");
        for (int length = 0; length < whole.length(); length++) {
            String cut = whole.substring(0, length);
            assertThatThrownBy(() -> read(new ListProcessNode(), cut)).isInstanceOf(Unreadable.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE e [<!ENTITY x 'boom'>]>",
                "<!DOCTYPE e SYSTEM 'file:///etc/hostname'>",
                "<!DOCTYPE e [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>",
                "<!DOCTYPE e>"
            })
    void aDocumentTypeIsRefused(String doctype) {
        assertThatThrownBy(() -> read(
                        new ListProcessNode(),
                        doctype + axl("listProcessNode", "<processNode uuid='1'><name>a</name></processNode>")))
                .isInstanceOf(Unreadable.class);
    }

    @Test
    void elementsNestedWithoutEndAreRefused() {
        assertThatThrownBy(() -> read(new ListProcessNode(), axl("listProcessNode", "<a>".repeat(100_000))))
                .isInstanceOf(Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html><body>502</body></html>", "", "plain words", "<e:Envelope xmlns:e='x'/>"})
    void whatIsNoEnvelopeIsNotUnderstood(String answer) {
        assertThatThrownBy(() -> read(new ListProcessNode(), answer)).isInstanceOf(Unreadable.class);
    }

    @Test
    void anAnswerToAnotherOperationIsNotUnderstood() {
        assertThatThrownBy(() -> read(new ListProcessNode(), axl("listPresenceRedundancyGroup", "")))
                .isInstanceOf(Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<axlError>", "<n:axlError xmlns:n='http://www.cisco.com/AXL/API/12.5'>"})
    void aFaultSpeaksInTheServicesOwnWords(String open) {
        String close = open.startsWith("<n") ? "</n:axlError>" : "</axlError>";
        assertThatThrownBy(() -> read(
                        new ListProcessNode(),
                        envelope("<e:Fault><faultcode>e:Server</faultcode>"
                                + "<faultstring>outer</faultstring><detail>" + open
                                + "<axlcode>5007</axlcode><axlmessage>Item not valid</axlmessage>" + close
                                + "</detail></e:Fault>")))
                .isInstanceOfSatisfying(SoapFault.class, fault -> {
                    assertThat(fault.words()).isEqualTo("Item not valid");
                    assertThat(fault.axlCode()).isEqualTo(5007);
                    assertThat(fault.throttled()).isFalse();
                });
    }

    @Test
    void aFaultWithoutDetailsIsReadToo() {
        assertThatThrownBy(() -> read(
                        GetServiceStatus.all(),
                        envelope("<e:Fault><faultcode>x</faultcode><faultstring>"
                                + "Exceeded allowed rate for Reatime information.</faultstring></e:Fault>")))
                .isInstanceOfSatisfying(
                        SoapFault.class, fault -> assertThat(fault.throttled()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0130", "a ", "&lt;", "<x/>"})
    void aFaultOfTwiceTheWordsTakesTwiceTheTime(String piece) {
        IntFunction<String> fault = size -> envelope("<e:Fault><faultcode>x</faultcode><faultstring>"
                + piece.repeat(size / piece.length()) + "</faultstring></e:Fault>");
        ProcessorTime.growsWithTheTextAlone(
                "a fault of " + piece, fault.apply(1 << 14), fault.apply(1 << 16), text -> assertThatThrownBy(
                                () -> read(GetServiceStatus.all(), text))
                        .satisfies(thrown -> assertThat(thrown instanceof SoapFault said && said.throttled())
                                .isFalse()));
    }
}
