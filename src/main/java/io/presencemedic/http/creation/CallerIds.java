package io.presencemedic.http.creation;

/** Knows the lasting identity behind a caller's name, so that a name that is given again inherits nothing. */
public interface CallerIds {
    /** The identity of the caller of that name; the name itself where nobody of that name asks. */
    String idOf(String name);
}
