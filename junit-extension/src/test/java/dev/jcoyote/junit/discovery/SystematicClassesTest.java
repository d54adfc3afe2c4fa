package dev.jcoyote.junit.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystematicClassesTest {
    private static final String META =
            "@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME) @interface ";

    @TempDir
    private Path classes;

    @TempDir
    private Path jar;

    @Test
    void ordinaryTestsAreNone() {
        CompiledSources.compile(classes, "A", "class A { SystematicTest unused; @Test void f() {} }");

        assertThat(found().isEmpty()).isTrue();
        assertThat(found().declaring()).isEmpty();
    }

    @Test
    void aSystematicTestIsFoundInItsClassAndThoseAroundIt() {
        CompiledSources.compile(classes, "A", "class A { @Nested class B { @SystematicTest void f() {} } }");

        assertThat(found().leading()).containsExactlyInAnyOrder("p.A$B", "p.A");
        assertThat(found().declaring()).extracting(ClassDeclaration::name).containsExactly("p.A$B");
    }

    @Test
    void anAnnotatedClassIsFound() {
        CompiledSources.compile(classes, "A", "@Systematic class A { @Test void f() {} }");

        assertThat(found().leading()).containsExactly("p.A");
    }

    @Test
    void whoInheritsASystematicTestLeadsToIt() {
        CompiledSources.compile(classes, "I", "interface I { @SystematicTest default void f() {} }");
        CompiledSources.compile(classes, "A", "abstract class A implements I {}");
        CompiledSources.compile(classes, "B", "class B extends A {}");
        CompiledSources.compile(classes, "C", "class C { @Test void f() {} }");

        assertThat(found().leading()).containsExactlyInAnyOrder("p.I", "p.A", "p.B");
        assertThat(found().runningTestsOf(found().declaring().get(0))).containsExactly("p.B");
    }

    @Test
    void composedAnnotationsCount() {
        CompiledSources.compile(classes, "Once", META + "Once { SystematicTest[] unused() default {}; }");
        CompiledSources.compile(classes, "Composed", "@SystematicTest " + META + "Composed {}");
        CompiledSources.compile(classes, "Twice", "@Composed " + META + "Twice {}");
        CompiledSources.compile(classes, "A", "class A { @Twice void f() {} }");
        CompiledSources.compile(classes, "B", "class B { @Once void f() {} }");

        assertThat(found().leading()).containsExactly("p.A");
    }

    @Test
    void composedAnnotationsOfJarsCount() {
        CompiledSources.compile(jar, "Composed", "@SystematicTest " + META + "Composed {}");
        CompiledSources.compile(classes, "A", "class A { @Composed void f() {} }", jar);

        assertThat(SystematicClasses.in(CompiledSources.classPath(classes, jar)).leading())
                .containsExactly("p.A");
    }

    @Test
    void aFileThatIsNoClassFileIsPassedBy() throws IOException {
        CompiledSources.compile(classes, "A", "class A { @SystematicTest void f() {} }");
        byte[] file = Files.readAllBytes(classes.resolve("p/A.class"));
        Files.write(classes.resolve("p/Half.class"), Arrays.copyOf(file, file.length / 2));
        Files.writeString(classes.resolve("p/Text.class"), "no class");
        Files.write(classes.resolve("p/Empty.class"), new byte[0]);

        assertThat(found().leading()).containsExactly("p.A");
    }

    private SystematicClasses found() {
        return SystematicClasses.in(CompiledSources.classPath(classes));
    }
}
