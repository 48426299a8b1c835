package io.presencemedic.http.creation;

import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdDelegatingSerializer;
import com.fasterxml.jackson.databind.util.StdConverter;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Sets as lists in one order: their own differs from process to process. */
final class SetsInOrder extends StdConverter<Set<?>, List<?>> {
    private SetsInOrder() {}

    /** Makes a mapper write them so. */
    static Module whenWriting() {
        return new SimpleModule("sets-in-order")
                .addSerializer(Set.class, new StdDelegatingSerializer(new SetsInOrder()));
    }

    @Override
    public List<?> convert(Set<?> set) {
        return set.stream().sorted(Comparator.comparing(String::valueOf)).toList();
    }
}
