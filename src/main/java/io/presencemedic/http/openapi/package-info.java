/** What the description of the API says of every operation: its problems, its examples, its forms, what may be null. */
@NullMarked
package io.presencemedic.http.openapi;

import org.jspecify.annotations.NullMarked;
