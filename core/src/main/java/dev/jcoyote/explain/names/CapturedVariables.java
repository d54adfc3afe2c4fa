package dev.jcoyote.explain.names;

import dev.jcoyote.explain.memory.Fields;
import dev.jcoyote.install.VariableUse;
import java.lang.reflect.Field;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the variables that lambdas have captured are called: their own fields do not tell. */
final class CapturedVariables {
    private static final String LAMBDA = "$$Lambda";
    private static final String FIELD = "arg$";

    private final CodeVariables variables;

    CapturedVariables(CodeVariables variables) {
        this.variables = variables;
    }

    /** The variable whose value a lambda has in that field; null if that is not clear. */
    @Nullable
    String of(Field field) {
        Class<?> lambda = field.getDeclaringClass();
        int end = lambda.getName().indexOf(LAMBDA);
        if (end < 0 || !field.getName().startsWith(FIELD) || lambda.getInterfaces().length == 0) {
            return null;
        }
        StringBuilder descriptor = new StringBuilder("(");
        for (Field captured : Fields.ofObjects(lambda)) {
            descriptor.append(captured.getType().descriptorString().replace('/', '.'));
        }
        descriptor
                .append(')')
                .append(lambda.getInterfaces()[0].descriptorString().replace('/', '.'));
        Set<String> names = new TreeSet<>(variables.of(
                lambda.getName().substring(0, end),
                VariableUse.CAPTURED + field.getName().substring(FIELD.length()) + " " + descriptor));
        return names.size() == 1 ? names.iterator().next() : null;
    }
}
