/**
 * The database that the service brings along: a PostgreSQL server of its own with its data under the home folder, for
 * those who have configured none; and what everybody needs who works on a database: waiting for an answer, telling
 * trouble that passes from errors, and work that is done again and again.
 */
@NullMarked
package io.presencemedic.database;

import org.jspecify.annotations.NullMarked;
