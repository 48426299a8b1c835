package io.presencemedic.diagnosis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.presencemedic.diagnosis.fact.Finding;
import io.presencemedic.diagnosis.fact.Undetermined;
import java.util.List;

/** How diagnoses are kept. */
final class DiagnosisJson {
    private static final ObjectMapper JSON =
            JsonMapper.builder().findAndAddModules().build();
    private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};
    private static final TypeReference<List<Undetermined>> UNDETERMINED = new TypeReference<>() {};
    private static final TypeReference<ClusterStatus> STATUS = new TypeReference<>() {};
    private static final TypeReference<List<NodeReport>> FACTS = new TypeReference<>() {};

    private DiagnosisJson() {}

    static Diagnosis read(DiagnosisRow row) {
        return new Diagnosis(
                row.id,
                row.cluster,
                row.madeAt,
                read(row.findings, FINDINGS),
                read(row.undetermined, UNDETERMINED),
                read(row.status, STATUS),
                read(row.facts, FACTS));
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String write(Object part) {
        try {
            return JSON.writeValueAsString(part);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
