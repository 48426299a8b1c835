package io.presencemedic.servicenow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.ScriptableObject;
import org.mozilla.javascript.Wrapper;

/** The scripts of the ServiceNow app on the JavaScript engine that instances use, with stand-ins for their objects. */
final class Instance implements AutoCloseable {
    static final Path SCRIPTS = Path.of("integrations/servicenow/src/server");
    private static final List<String> LOADED =
            List.of("MedicClient.js", "MedicNote.js", "MedicRepair.js", "MedicCallback.js", "MedicIncident.js");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Context context = Context.enter();
    private final ScriptableObject scope = context.initStandardObjects();

    Instance(Map<String, String> properties) {
        context.setLanguageVersion(Context.VERSION_1_8);
        context.setInterpretedMode(true);
        ScriptableObject.putProperty(scope, "platform", Context.javaToJS(new Platform(), scope));
        run("var properties = " + json(properties) + ";", "properties");
        load(Path.of("src/test/resources/servicenow/instance.js"));
        LOADED.forEach(script -> load(SCRIPTS.resolve(script)));
    }

    private void load(Path script) {
        try {
            run(Files.readString(script), script.getFileName().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Object run(String script, String name) {
        context.getWrapFactory().setJavaPrimitiveWrap(false);
        Object result = context.evaluateString(scope, script, name, 1, null);
        return result instanceof Wrapper wrapped ? wrapped.unwrap() : result;
    }

    /** The value of an expression. */
    JsonNode value(String expression) {
        try {
            return JSON.readTree(String.valueOf(run("JSON.stringify(" + expression + ")", "test")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs statements. */
    void does(String script) {
        run(script, "test");
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        Context.exit();
    }
}
