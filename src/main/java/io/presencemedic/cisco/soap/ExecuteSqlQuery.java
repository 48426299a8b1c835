package io.presencemedic.cisco.soap;

import io.presencemedic.cisco.cli.Unreadable;
import io.presencemedic.redaction.SecretMask;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * AXL {@code executeSQLQuery}: a SELECT on the node's database. CUCM limits an answer to 8 MB.
 *
 * @param sql the query, built only from validated values
 */
public record ExecuteSqlQuery(String sql) implements AxlOperation<List<SqlRow>> {
    public ExecuteSqlQuery {
        if (!sql.strip().regionMatches(true, 0, "select ", 0, 7)) {
            throw new IllegalArgumentException("only a SELECT is a query");
        }
    }

    @Override
    public String name() {
        return "executeSQLQuery";
    }

    @Override
    public String summary() {
        return name() + " " + SecretMask.mask(sql);
    }

    @Override
    public void write(XMLStreamWriter body) throws XMLStreamException {
        SafeXml.element(body, "sql", sql);
    }

    @Override
    public List<SqlRow> read(Element result) throws Unreadable {
        return AxlOperation.each(result, "row", SqlRow::read);
    }
}
