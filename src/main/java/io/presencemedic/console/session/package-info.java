/**
 * Who is signed in at the pages: sessions in the database, the cookie that names one, and the mechanism that reads it.
 */
@NullMarked
package io.presencemedic.console.session;

import org.jspecify.annotations.NullMarked;
