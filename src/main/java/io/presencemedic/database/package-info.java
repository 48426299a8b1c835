/**
 * The database that the service brings along: a PostgreSQL server of its own with its data under the home folder, for
 * those who have configured none.
 */
@NullMarked
package io.presencemedic.database;

import org.jspecify.annotations.NullMarked;
