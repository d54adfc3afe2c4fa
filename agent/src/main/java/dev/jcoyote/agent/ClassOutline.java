package dev.jcoyote.agent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.bytebuddy.jar.asm.ClassReader;
import org.jspecify.annotations.Nullable;

/**
 * What a class file declares, without its code: cheap to read, and free of references to loaded classes.
 *
 * @param name the internal name
 * @param superName the superclass's internal name; null for Object and modules
 * @param interfaces the internal names of the direct superinterfaces
 * @param access the access flags
 * @param majorVersion the class file's version
 * @param fields the fields, in the order of the file
 * @param methods the methods, in the order of the file
 */
record ClassOutline(
        String name,
        @Nullable String superName,
        List<String> interfaces,
        int access,
        int majorVersion,
        List<Member> fields,
        List<Member> methods) {

    private static final int MAJOR_VERSION_OFFSET = 6;

    /**
     * A field or method.
     *
     * @param code where the contents of a method's Code attribute begin in the class file; 0 without code
     * @param maxLocals the size of a method's table of local variables; 0 without code
     * @param constant whether it is a field whose value the class file has
     * @param firstLine the first source line of a method's code, or -1 if the class does not tell
     */
    record Member(
            int access, String name, String descriptor, int code, int maxLocals, int firstLine, boolean constant) {
        boolean is(int flag) {
            return (access & flag) != 0;
        }
    }

    /** Reads the outline of a class file. */
    static ClassOutline of(ClassReader reader) {
        char[] buffer = new char[reader.getMaxStringLength()];
        int offset = reader.header + 6;
        int interfaceCount = reader.readUnsignedShort(offset);
        offset += 2 + 2 * interfaceCount;
        List<Member> fields = new ArrayList<>();
        offset = readMembers(reader, offset, buffer, fields);
        List<Member> methods = new ArrayList<>();
        readMembers(reader, offset, buffer, methods);
        return new ClassOutline(
                reader.getClassName(),
                reader.getSuperName(),
                Arrays.asList(reader.getInterfaces()),
                reader.getAccess(),
                reader.readUnsignedShort(MAJOR_VERSION_OFFSET),
                fields,
                methods);
    }

    private static int readMembers(ClassReader reader, int start, char[] buffer, List<Member> members) {
        int offset = start;
        int count = reader.readUnsignedShort(offset);
        offset += 2;
        for (int i = 0; i < count; i++) {
            int access = reader.readUnsignedShort(offset);
            String name = reader.readUTF8(offset + 2, buffer);
            String descriptor = reader.readUTF8(offset + 4, buffer);
            int attributes = reader.readUnsignedShort(offset + 6);
            offset += 8;
            int code = 0;
            int maxLocals = 0;
            int firstLine = -1;
            boolean constant = false;
            for (int k = 0; k < attributes; k++) {
                String attribute = reader.readUTF8(offset, buffer);
                constant |= "ConstantValue".equals(attribute);
                if ("Code".equals(attribute)) {
                    code = offset + 6;
                    maxLocals = reader.readUnsignedShort(offset + 8);
                    firstLine = firstLine(reader, offset + 10, buffer);
                }
                offset += 6 + reader.readInt(offset + 2);
            }
            members.add(new Member(access, name, descriptor, code, maxLocals, firstLine, constant));
        }
        return offset;
    }

    /** Finds the line of the lowest code position in a Code attribute, from its code length on. */
    private static int firstLine(ClassReader reader, int codeLength, char[] buffer) {
        int offset = codeLength + 4 + reader.readInt(codeLength);
        offset += 2 + 8 * reader.readUnsignedShort(offset);
        int attributes = reader.readUnsignedShort(offset);
        offset += 2;
        int lowest = Integer.MAX_VALUE;
        int line = -1;
        for (int i = 0; i < attributes; i++) {
            if ("LineNumberTable".equals(reader.readUTF8(offset, buffer))) {
                int count = reader.readUnsignedShort(offset + 6);
                for (int k = 0; k < count; k++) {
                    int position = reader.readUnsignedShort(offset + 8 + 4 * k);
                    if (position < lowest) {
                        lowest = position;
                        line = reader.readUnsignedShort(offset + 10 + 4 * k);
                    }
                }
            }
            offset += 6 + reader.readInt(offset + 2);
        }
        return line;
    }

    /** The field of that name, or null. */
    @Nullable
    Member field(String fieldName) {
        for (int i = 0; i < fields.size(); i++) {
            Member field = fields.get(i);
            if (field.name().equals(fieldName)) {
                return field;
            }
        }
        return null;
    }

    /** The method of that name and descriptor, or null. */
    @Nullable
    Member method(String methodName, String descriptor) {
        for (int i = 0; i < methods.size(); i++) {
            Member method = methods.get(i);
            if (method.name().equals(methodName) && method.descriptor().equals(descriptor)) {
                return method;
            }
        }
        return null;
    }
}
