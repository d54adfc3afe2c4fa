package dev.jcoyote.cli;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The names in a class file, read without loading the class: loading could run code or fail before anything is chosen.
 *
 * @param name the binary name
 * @param superName the binary name of the superclass; null for {@code Object}
 * @param access the flags of the class
 * @param release the Java release that the class was compiled for
 * @param methods the declared methods and constructors
 */
record ClassFile(String name, @Nullable String superName, int access, int release, List<MethodInfo> methods) {
    private static final int MAGIC = 0xCAFEBABE;
    private static final int SYNTHETIC = 0x1000;

    /** A method's name, descriptor and flags. */
    record MethodInfo(String name, String descriptor, int access) {
        boolean is(int flag) {
            return (access & flag) != 0;
        }

        boolean isSynthetic() {
            return is(SYNTHETIC);
        }
    }

    boolean isAbstract() {
        return (access & (Modifier.ABSTRACT | Modifier.INTERFACE)) != 0;
    }

    /** Whether an instance can be made without arguments. */
    boolean hasDefaultConstructor() {
        for (MethodInfo method : methods) {
            if (method.name().equals("<init>") && method.descriptor().equals("()V")) {
                return true;
            }
        }
        return false;
    }

    /**
     * Reads a class file.
     *
     * @throws IOException if it is not one
     */
    static ClassFile read(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        if (in.readInt() != MAGIC) {
            throw new IOException("not a class file");
        }
        in.readUnsignedShort();
        int release = in.readUnsignedShort() - 44;
        Object[] pool = readPool(in);
        int access = in.readUnsignedShort();
        String name = className(pool, in.readUnsignedShort());
        String superName = className(pool, in.readUnsignedShort());
        if (name == null) {
            throw new IOException("a class file without a name");
        }
        in.skipBytes(2 * in.readUnsignedShort());
        readMembers(in, pool);
        return new ClassFile(name, superName, access, release, readMembers(in, pool));
    }

    private static List<MethodInfo> readMembers(DataInputStream in, Object[] pool) throws IOException {
        int count = in.readUnsignedShort();
        List<MethodInfo> members = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int access = in.readUnsignedShort();
            String name = (String) pool[in.readUnsignedShort()];
            String descriptor = (String) pool[in.readUnsignedShort()];
            members.add(new MethodInfo(name, descriptor, access));
            for (int attributes = in.readUnsignedShort(); attributes > 0; attributes--) {
                in.readUnsignedShort();
                in.skipNBytes(in.readInt());
            }
        }
        return members;
    }

    /** The constant pool: a string for text, the index of one for a class, something else for what is not needed. */
    private static Object[] readPool(DataInputStream in) throws IOException {
        int count = in.readUnsignedShort();
        Object[] pool = new Object[count];
        pool[0] = 0;
        for (int i = 1; i < count; i++) {
            int tag = in.readUnsignedByte();
            pool[i] = tag;
            switch (tag) {
                case 1 -> pool[i] = in.readUTF();
                case 7 -> pool[i] = in.readUnsignedShort();
                case 8, 16, 19, 20 -> in.skipBytes(2);
                case 15 -> in.skipBytes(3);
                case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipBytes(4);
                case 5, 6 -> {
                    in.skipBytes(8);
                    i++;
                }
                default -> throw new IOException("not a class file: unknown constant " + tag);
            }
        }
        return pool;
    }

    private static @Nullable String className(Object[] pool, int index) {
        return index == 0 ? null : ((String) pool[(Integer) pool[index]]).replace('/', '.');
    }
}
