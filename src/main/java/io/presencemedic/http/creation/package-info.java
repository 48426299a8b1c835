/**
 * POSTs that make something: what a caller says of repeating it ({@code Idempotency-Key}) and of waiting for it
 * ({@code Prefer}), and the answer that is kept with what was made, so that it is given again.
 */
@NullMarked
package io.presencemedic.http.creation;

import org.jspecify.annotations.NullMarked;
