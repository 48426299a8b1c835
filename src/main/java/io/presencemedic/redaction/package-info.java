/**
 * Makes files safe to hand out: secrets are masked in texts and in packed texts, and names and addresses get pseudonyms
 * where this is wanted. Everything is a stream; memory does not grow with a file.
 */
@NullMarked
package io.presencemedic.redaction;

import org.jspecify.annotations.NullMarked;
