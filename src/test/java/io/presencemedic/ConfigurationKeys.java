package io.presencemedic;

import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.StaticJavaParser;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import com.github.javaparser.ast.nodeTypes.NodeWithJavadoc;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The configuration keys of the service, as its config mappings declare them. */
final class ConfigurationKeys {
    private static final Path SOURCES = Path.of("src/main/java");

    private ConfigurationKeys() {}

    /**
     * A key.
     *
     * @param name the key, such as {@code medic.job.lease}
     * @param otherwise its default; empty where it has none
     * @param meaning its docstring, on one line
     */
    record Key(String name, String otherwise, String meaning) {}

    /** All of them, by name. */
    static List<Key> all() {
        StaticJavaParser.getParserConfiguration().setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_17);
        List<Key> keys = new ArrayList<>();
        for (Path file : ProjectFiles.below(SOURCES, ".java")) {
            if (ProjectFiles.text(file).contains("@ConfigMapping")) {
                CompilationUnit unit = StaticJavaParser.parse(ProjectFiles.text(file));
                unit.findAll(ClassOrInterfaceDeclaration.class)
                        .forEach(type -> annotation(type, "ConfigMapping", "prefix")
                                .ifPresent(prefix -> collect(unit, type, prefix, keys)));
            }
        }
        keys.sort(Comparator.comparing(Key::name));
        return keys;
    }

    private static void collect(CompilationUnit unit, ClassOrInterfaceDeclaration type, String prefix, List<Key> keys) {
        for (MethodDeclaration method : type.getMethods()) {
            String name =
                    prefix + "." + annotation(method, "WithName", "value").orElse(kebab(method.getNameAsString()));
            Optional<ClassOrInterfaceDeclaration> group = unit.findAll(ClassOrInterfaceDeclaration.class).stream()
                    .filter(each -> each.getNameAsString().equals(method.getTypeAsString()))
                    .findFirst();
            if (group.isPresent()) {
                collect(unit, group.get(), name, keys);
            } else {
                String otherwise = annotation(method, "WithDefault", "value").orElse("");
                keys.add(new Key(name, otherwise, meaning(method)));
            }
        }
    }

    private static Optional<String> annotation(NodeWithAnnotations<?> node, String name, String member) {
        return node.getAnnotationByName(name).flatMap(found -> member(found, member));
    }

    private static Optional<String> member(AnnotationExpr annotation, String member) {
        if (annotation.isSingleMemberAnnotationExpr()) {
            return Optional.of(annotation
                    .asSingleMemberAnnotationExpr()
                    .getMemberValue()
                    .asStringLiteralExpr()
                    .asString());
        }
        return annotation.asNormalAnnotationExpr().getPairs().stream()
                .filter(pair -> pair.getNameAsString().equals(member))
                .findFirst()
                .map(pair -> pair.getValue().asStringLiteralExpr().asString());
    }

    private static String meaning(NodeWithJavadoc<?> method) {
        return method.getJavadoc()
                .map(doc -> doc.getDescription().toText().strip().replaceAll("\\s+", " "))
                .map(text -> text.replaceAll("\\{@code ([^}]*)}", "`$1`").replace("|", "\\|"))
                .orElse("");
    }

    private static String kebab(String method) {
        return method.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(java.util.Locale.ROOT);
    }
}
