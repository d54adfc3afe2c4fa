package dev.jcoyote.scenarios;

import java.io.IOException;
import java.io.InputStream;

/** Defines one class anew, and leaves all others to the tests' own loader. */
class LoaderOfOne extends ClassLoader {
    private final String own;

    LoaderOfOne(Class<?> type) {
        super(LoaderOfOne.class.getClassLoader());
        own = type.getName();
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.equals(own)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : define(name);
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
            byte[] bytes = file.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
