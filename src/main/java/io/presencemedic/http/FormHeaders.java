package io.presencemedic.http;

import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jboss.resteasy.reactive.common.util.CaseInsensitiveMap;
import org.jspecify.annotations.Nullable;

/** What a browser's form stands for in headers: it cannot send any, so its hidden field is the Idempotency-Key. */
public final class FormHeaders implements HttpHeaders {
    private final MultivaluedMap<String, String> headers = new CaseInsensitiveMap<>();

    /** @param key the form's own mark: sending the form twice does its work once */
    public FormHeaders(@Nullable String key) {
        if (key != null) {
            headers.putSingle("Idempotency-Key", key);
        }
    }

    /** The same with the wish to wait for the result. */
    public FormHeaders waiting(Duration wait) {
        headers.putSingle("Prefer", "wait=" + wait.toSeconds());
        return this;
    }

    @Override
    public List<String> getRequestHeader(String name) {
        return headers.getOrDefault(name, List.of());
    }

    @Override
    public @Nullable String getHeaderString(String name) {
        return headers.getFirst(name);
    }

    @Override
    public MultivaluedMap<String, String> getRequestHeaders() {
        return headers;
    }

    @Override
    public List<MediaType> getAcceptableMediaTypes() {
        return List.of(MediaType.APPLICATION_JSON_TYPE);
    }

    @Override
    public List<Locale> getAcceptableLanguages() {
        return List.of();
    }

    @Override
    public @Nullable MediaType getMediaType() {
        return null;
    }

    @Override
    public @Nullable Locale getLanguage() {
        return null;
    }

    @Override
    public Map<String, Cookie> getCookies() {
        return Map.of();
    }

    @Override
    public @Nullable Date getDate() {
        return null;
    }

    @Override
    public int getLength() {
        return -1;
    }
}
