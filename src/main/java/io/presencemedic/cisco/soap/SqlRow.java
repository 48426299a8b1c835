package io.presencemedic.cisco.soap;

import io.presencemedic.cisco.LetterCase;
import io.presencemedic.redaction.SecretMask;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A row of an SQL query by AXL. NULL and the empty text cannot be told apart there. The text form shows no secrets.
 *
 * @param cells by column, lower case, in the order of the query; without the columns that are empty
 */
public record SqlRow(Map<String, String> cells) {
    public SqlRow {
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }

    /** The value of a column; empty for NULL and for the empty text. */
    public Optional<String> get(String column) {
        return Optional.ofNullable(cells.get(column.toLowerCase(Locale.ROOT)));
    }

    static SqlRow read(Element row) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (Element cell : row.children()) {
            if (cell.text() != null) {
                cells.put(LetterCase.lower(cell.name()), cell.content());
            }
        }
        return new SqlRow(cells);
    }

    @Override
    public String toString() {
        Map<String, String> shown = new LinkedHashMap<>(cells);
        shown.replaceAll((column, value) -> SecretMask.isSecretColumn(column) ? SecretMask.MASK : value);
        return "SqlRow" + shown;
    }
}
