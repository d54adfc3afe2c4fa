package dev.jcoyote.junit.discovery;

import dev.jcoyote.junit.discovery.ClassDeclaration.MethodDeclaration;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the declarations of class files: names, supertypes and annotations. Thousands of files pass here before the first
 * test, in a JVM that is cold: it makes no object that nobody asks for, and skips the members of classes without
 * annotations.
 */
final class ClassFileReader {
    private static final int MAGIC = 0xCAFEBABE;
    private static final int UTF8 = 1;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;

    /** How many bytes a constant takes with its tag, by the tag; that of a text is not fixed. */
    private static final int[] SIZES = {0, 0, 0, 5, 5, 9, 9, 3, 3, 5, 5, 5, 5, 0, 0, 4, 3, 5, 5, 3, 3};

    private static final byte[] JDK = "java/".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] VISIBLE_ANNOTATIONS = "RuntimeVisibleAnnotations".getBytes(StandardCharsets.US_ASCII);

    private byte[] file = new byte[0];
    private int length;
    private int at;
    private int[] constants = new int[512];
    private int annotationsName;

    /**
     * Reads a class file; null if the bytes are none.
     *
     * @param bytes holds the file from its start
     * @param size how many of the bytes belong to it
     */
    @Nullable
    ClassDeclaration read(byte[] bytes, int size) {
        file = bytes;
        length = size;
        at = 0;
        try {
            return size < 10 || int32() != MAGIC ? null : declaration();
        } catch (IndexOutOfBoundsException e) {
            return null;
        }
    }

    private ClassDeclaration declaration() {
        skip(4);
        constants();
        int access = int16();
        String name = className(int16());
        List<String> supertypes = supertypes();
        List<MethodDeclaration> methods = List.of();
        List<String> annotations = List.of();
        if (annotationsName != 0) {
            skipFields();
            methods = methods();
            annotations = annotations();
        }
        return new ClassDeclaration(access, name, supertypes, annotations, methods);
    }

    /** Those that are not the JDK's. */
    private List<String> supertypes() {
        List<String> supertypes = new ArrayList<>(2);
        addSupertype(int16(), supertypes);
        for (int left = int16(); left > 0; left--) {
            addSupertype(int16(), supertypes);
        }
        return supertypes;
    }

    private void addSupertype(int constant, List<String> supertypes) {
        // A module has no superclass.
        if (constant != 0 && !holds(JDK, constants[uint16(constants[constant] + 1)] + 3)) {
            supertypes.add(className(constant));
        }
    }

    /** Notes where each constant begins. Local variables, since this is where the time goes. */
    private void constants() {
        byte[] bytes = file;
        int count = int16();
        if (constants.length < count) {
            constants = new int[count * 2];
        }
        int[] offsets = constants;
        int found = 0;
        int next = at;
        for (int i = 1; i < count; i++) {
            offsets[i] = next;
            int tag = bytes[next];
            if (tag == UTF8) {
                int size = ((bytes[next + 1] & 0xff) << 8) | (bytes[next + 2] & 0xff);
                if (size == VISIBLE_ANNOTATIONS.length && holds(VISIBLE_ANNOTATIONS, next + 3)) {
                    found = i;
                }
                next += 3 + size;
            } else {
                next += SIZES[tag];
                if (tag == LONG || tag == DOUBLE) {
                    i++;
                }
            }
        }
        annotationsName = found;
        at = next;
    }

    private boolean holds(byte[] text, int offset) {
        return Arrays.equals(file, offset, offset + text.length, text, 0, text.length);
    }

    private void skipFields() {
        for (int left = int16(); left > 0; left--) {
            skip(6);
            for (int attributes = int16(); attributes > 0; attributes--) {
                skip(2);
                skip(int32());
            }
        }
    }

    /** Reads the methods that have annotations. */
    private List<MethodDeclaration> methods() {
        List<MethodDeclaration> methods = new ArrayList<>();
        for (int left = int16(); left > 0; left--) {
            int access = int16();
            int name = int16();
            int descriptor = int16();
            List<String> annotations = annotations();
            if (!annotations.isEmpty()) {
                methods.add(new MethodDeclaration(access, text(name), text(descriptor), annotations));
            }
        }
        return methods;
    }

    /** Reads the attributes of a method or the class, and returns the names of the annotation types. */
    private List<String> annotations() {
        List<String> annotations = List.of();
        for (int left = int16(); left > 0; left--) {
            int name = int16();
            int end = int32();
            end += at;
            if (name == annotationsName) {
                annotations = new ArrayList<>(2);
                for (int i = int16(); i > 0; i--) {
                    annotations.add(annotation());
                }
            }
            at = end;
        }
        return annotations;
    }

    private String annotation() {
        String descriptor = text(int16());
        for (int left = int16(); left > 0; left--) {
            skip(2);
            elementValue();
        }
        return dotted(descriptor.substring(1, descriptor.length() - 1));
    }

    private void elementValue() {
        switch (file[at++]) {
            case 'e' -> skip(4);
            case '@' -> annotation();
            case '[' -> {
                for (int left = int16(); left > 0; left--) {
                    elementValue();
                }
            }
            default -> skip(2);
        }
    }

    private String className(int constant) {
        return dotted(text(uint16(constants[constant] + 1)));
    }

    private static String dotted(String internal) {
        return internal.replace('/', '.');
    }

    private String text(int constant) {
        int start = constants[constant];
        return new String(file, start + 3, uint16(start + 1), StandardCharsets.UTF_8);
    }

    private void skip(int bytes) {
        at += bytes;
    }

    private int int16() {
        int value = uint16(at);
        at += 2;
        return value;
    }

    private int int32() {
        int value = (uint16(at) << 16) | uint16(at + 2);
        at += 4;
        return value;
    }

    private int uint16(int offset) {
        if (offset + 1 >= length) {
            throw new ArrayIndexOutOfBoundsException(offset);
        }
        return ((file[offset] & 0xff) << 8) | (file[offset + 1] & 0xff);
    }
}
