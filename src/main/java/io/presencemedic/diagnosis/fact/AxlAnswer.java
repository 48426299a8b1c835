package io.presencemedic.diagnosis.fact;

/**
 * That AXL answered.
 *
 * @param version the version of CUCM as AXL gives it, such as {@code 12.5.1.14900-63}
 */
public record AxlAnswer(String version) {}
