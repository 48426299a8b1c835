/**
 * The text of a log as its terminal showed it: whatever copying, mailing, printing and recording did to it is undone,
 * and what a prompt and the beginning of a command look like is known.
 */
@NullMarked
package io.presencemedic.diagnosis.paste.text;

import org.jspecify.annotations.NullMarked;
