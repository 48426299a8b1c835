package io.presencemedic.simulator.soap;

import io.presencemedic.simulator.model.SimulatedNodeState;
import io.presencemedic.simulator.model.World;
import io.presencemedic.simulator.sql.Database;
import io.presencemedic.simulator.sql.Rows;
import io.presencemedic.simulator.sql.SqlException;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** {@code executeSQLQuery}: a SELECT on the database of the node that is asked. */
final class SimulatedExecuteSqlQuery implements SimulatedAxlOperation {
    private static final int SYNTAX = 201;

    @Override
    public String name() {
        return "executeSQLQuery";
    }

    @Override
    public SoapAnswer.Content perform(SoapRequest request, World world, SimulatedNodeState here) {
        try {
            Rows rows = new Database(world, here).select(request.text("sql").orElse(""));
            return answer -> answer.parent("return", "", result -> {
                for (List<@Nullable String> cells : rows.cells()) {
                    result.parent("row", "", row -> write(row, rows.columns(), cells));
                }
            });
        } catch (SqlException e) {
            throw SimulatedSoapFault.of(SYNTAX, e.text());
        }
    }

    private static void write(SoapAnswer row, List<String> columns, List<@Nullable String> cells)
            throws XMLStreamException {
        for (int i = 0; i < columns.size(); i++) {
            @Nullable String cell = cells.get(i);
            row.element(columns.get(i).replaceAll("[^a-z0-9_]", ""), cell == null ? "" : cell);
        }
    }
}
