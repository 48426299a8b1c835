package io.presencemedic.simulator.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a query found.
 *
 * @param columns names of the columns, in lower case
 * @param cells the rows, each with a value for each column; null for SQL's NULL
 */
public record Rows(List<String> columns, List<List<@Nullable String>> cells) {}
