package io.presencemedic.diagnosis.paste.text;

/** Undoes what mail, web pages, tickets and programs did to a text on its way, before anybody looks at its lines. */
final class TransportMarks {
    private TransportMarks() {}

    /** The text as the terminal had it, as far as that can be told. */
    static String undo(String text) {
        String plain = EscapedText.decode(RichText.decode(text));
        plain = QuotedPrintable.decode(plain);
        plain = EscapedMarks.decode(HtmlText.decode(plain));
        plain = PrintedControls.decode(plain);
        return RecordLines.decode(plain);
    }
}
