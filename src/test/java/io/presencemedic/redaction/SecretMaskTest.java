package io.presencemedic.redaction;

import static io.presencemedic.redaction.SecretMask.mask;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretMaskTest {
    private static final String HEX = "5f3a".repeat(20);

    @Test
    void aSecretColumnIsMaskedAndTheOthersKeepTheirPlaces() {
        String table = """
                name     axlpassword          ccmpublisherip
                ======== ==================== ==============
                presence 8c1fa0b34d55e6e7     192.0.2.10
                other    NULL                 192.0.2.11
                """;
        assertThat(mask(table)).isEqualTo("""
                name     axlpassword          ccmpublisherip
                ======== ==================== ==============
                presence ********             192.0.2.10
                other    NULL                 192.0.2.11
                """);
    }

    @Test
    void aUsersPinIsASecretAndAPingIsNone() {
        assertThat(mask("userid pin      pingms\n====== ======== ======\njdoe   482913   7\n"))
                .isEqualTo("userid pin      pingms\n====== ======== ======\njdoe   ******** 7\n");
    }

    @Test
    void aSecretThatLeavesItsColumnIsMaskedAsAWhole() {
        assertThat(mask("pkid credentials\n==== ===========\n1    abcdefghijklmnopqrstuvwxyz0123\n12abcdefgh ij\n"))
                .doesNotContain("abc", "rstuv", "0123");
    }

    @Test
    void aSecretLongerThanItsRulerInAMiddleColumnDoesNotShowItsEnd() {
        assertThat(mask("password name\n======== ====\nlongsecret42 bob\n")).isEqualTo("""
                password name
                ======== ====
                ********     bob
                """);
    }

    @Test
    void aTableEndsAtABlankLine() {
        assertThat(mask("password\n========\nhidden\n\nvisible")).endsWith("\n********\n\nvisible");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # A secret is masked wherever its name stands.
            run sql update epassyncagentcfg set axlpassword = 'ab''cd', x=1 | run sql update epassyncagentcfg set axlpassword = ********, x=1
            password=topsecret user=x | password=******** user=x
            {"password":"a,b c","user":"x"} | {"password":********,"user":"x"}
            <axlpassword>ab cd</axlpassword> | <axlpassword>********</axlpassword>
            <ns:password xsi:type="x">ab</ns:password> | <ns:password xsi:type="x">********</ns:password>
            Authorization: Basic dXNlcjpwYXNz | Authorization: ********
            Cookie: JSESSIONIDSSO=1234; a=b | Cookie: ********
            sftp://user:secret@192.0.2.1/x | sftp://user:********@192.0.2.1/x
            run sql insert into t (name, password) values ('a', 'b') | run sql insert into t (name, password) values (********)
            select a from c where c.password like 'x%' and a=1 | select a from c where c.password like ******** and a=1

            # A secret of several words is masked to its last word.
            password: two words | password: ********
            INFO Sync - bind password: correct horse battery staple | INFO Sync - bind password: ********
            Password: two words user=x | Password: ******** user=x
            Password: two words User: x y | Password: ******** User: x y
            Password: two words, then more | Password: ********, then more
            pwd: two words - from the console | pwd: ******** - from the console
            password = two words | password = ********
            '  db.password=two words' | '  db.password=********'

            # In the middle of a line an equals sign stands before one word, and a colon behind a complaint gives a
            # reason: what stands behind such a secret of one word stays.
            login with password=topsecret was accepted | login with password=******** was accepted
            password=topsecret, accepted at once | password=********, accepted at once
            wrong password: account x is locked | wrong password: ******** x is locked
            reading password: java.io.IOException: No such file | reading password: ******** No such file
            """)
    void aSecretIsMaskedAsFarAsItGoes(String line, String expected) {
        assertThat(mask(line)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Password Reset [STOPPED] Service Activated",
                "run sql select name from credential where credential.tkcredential=3 and fkcredentialpolicy='x'",
                "applicationuser.pkid=credential.fkapplicationuser",
                "Cisco Presence Engine[STARTED]",
                "4F3A7C1E-5B62-4D0A-9C11-7E0D5A2B9F10",
                "=== ===",
                "Password:",
            })
    void whatIsNoSecretStays(String line) {
        assertThat(mask(line)).isEqualTo(line);
    }

    @Test
    void aLongEncryptedValueIsMaskedWithoutItsName() {
        assertThat(mask("axluser " + HEX + " end")).isEqualTo("axluser ******** end");
    }

    @Test
    void aPrivateKeyIsMaskedLineByLine() {
        String key = "a\n-----BEGIN RSA PRIVATE KEY-----\nMIIEow\nabc=\n-----END RSA PRIVATE KEY-----\nb";
        assertThat(mask(key))
                .isEqualTo("a\n-----BEGIN RSA PRIVATE KEY-----\n********\n********\n-----END RSA PRIVATE KEY-----\nb");
    }

    @Property(tries = 500)
    void anyTextKeepsItsLinesAndMasksToItself(@ForAll String text) {
        String once = mask(text);
        assertThat(once.lines().count()).isEqualTo(text.lines().count());
        assertThat(mask(once)).isEqualTo(once);
    }
}
