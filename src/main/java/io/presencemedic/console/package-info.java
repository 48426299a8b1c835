/**
 * Pages for a person in a browser, made on the server from what the API's own resources answer: so a page shows and
 * does exactly what its reader's rights allow, in the API's words.
 */
@NullMarked
package io.presencemedic.console;

import org.jspecify.annotations.NullMarked;
