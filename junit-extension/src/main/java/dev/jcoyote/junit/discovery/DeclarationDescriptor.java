package dev.jcoyote.junit.discovery;

import java.lang.invoke.MethodType;
import java.lang.reflect.AnnotatedElement;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Tag;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.MethodSource;

/** A wrong declaration in the place of the test that it keeps from running, with that test's tags. */
final class DeclarationDescriptor extends AbstractTestDescriptor {
    private final WrongDeclaration declaration;
    private final Set<AnnotatedElement> elements;

    private DeclarationDescriptor(
            UniqueId uniqueId, WrongDeclaration declaration, MethodSource source, Set<AnnotatedElement> elements) {
        super(uniqueId, declaration.method().name() + "()", source);
        this.declaration = declaration;
        this.elements = elements;
    }

    static DeclarationDescriptor of(WrongDeclaration declaration, UniqueId engine) {
        String type = declaration.type().name();
        String method = declaration.method().name();
        String descriptor = declaration.method().descriptor();
        ClassLoader loader = ClassPath.ofThisThread().loader();
        Set<AnnotatedElement> elements = new LinkedHashSet<>();
        String parameters = "";
        try {
            MethodType signature = MethodType.fromMethodDescriptorString(descriptor, loader);
            parameters =
                    signature.parameterList().stream().map(Class::getTypeName).collect(Collectors.joining(", "));
            Class<?> declaring = Class.forName(type, false, loader);
            elements.add(declaring.getDeclaredMethod(method, signature.parameterArray()));
            for (Class<?> next = declaring; next != null; next = next.getEnclosingClass()) {
                elements.add(next);
            }
        } catch (ReflectiveOperationException | LinkageError | TypeNotPresentException e) {
            // A class that cannot be loaded has no tags to be left out by: it is named all the more.
            elements.clear();
        }
        return new DeclarationDescriptor(
                engine.append("class", type).append("method", method + "(" + parameters + ")"),
                declaration,
                MethodSource.from(type, method, parameters),
                elements);
    }

    WrongDeclaration declaration() {
        return declaration;
    }

    /** The method's place in the sources, as far as it is known. */
    StackTraceElement place() {
        return new StackTraceElement(
                declaration.type().name(), declaration.method().name(), null, -1);
    }

    /** Whether the test would not run if it were declared as it should. */
    boolean isDisabled() {
        return elements.stream().anyMatch(element -> AnnotationSupport.isAnnotated(element, Disabled.class));
    }

    @Override
    public Set<TestTag> getTags() {
        return elements.stream()
                .flatMap(DeclarationDescriptor::tags)
                .filter(TestTag::isValid)
                .map(TestTag::create)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Stream<String> tags(AnnotatedElement element) {
        return AnnotationSupport.findRepeatableAnnotations(element, Tag.class).stream()
                .map(Tag::value);
    }

    @Override
    public Type getType() {
        return Type.TEST;
    }
}
