/**
 * Reads terminal logs as people paste them: takes off what copying did to the text, cuts it at the prompts, and reads
 * each command's answer with the grammar that reads it live.
 */
@NullMarked
package io.presencemedic.diagnosis.paste;

import org.jspecify.annotations.NullMarked;
