package dev.jcoyote.agent;

import net.bytebuddy.jar.asm.ClassReader;
import org.jspecify.annotations.Nullable;

/** A class file of the program: its fingerprint, and its outline once somebody asks for it. */
final class KnownClass {
    final long fingerprint;
    private byte @Nullable [] unread;
    private @Nullable ClassOutline outline;
    private StaticState staticState = StaticState.NONE;

    /**
     * Creates one.
     *
     * @param file null for a class without a class file
     */
    KnownClass(byte @Nullable [] file, long fingerprint) {
        unread = file;
        this.fingerprint = fingerprint;
    }

    /** What the class declares; null if it has no class file. */
    synchronized @Nullable ClassOutline outline() {
        byte[] file = unread;
        if (file != null) {
            ClassReader reader = new ClassReader(file);
            ClassOutline read = ClassOutline.of(reader);
            outline = read;
            staticState = StaticState.of(reader, read);
            unread = null;
        }
        return outline;
    }

    /** What the class keeps in its static fields; nothing if it has no class file. */
    synchronized StaticState staticState() {
        outline();
        return staticState;
    }
}
