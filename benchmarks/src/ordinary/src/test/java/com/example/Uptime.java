package com.example;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Writes how long the JVM has run, and how long its threads, when the tests are over: in milliseconds. */
public final class Uptime implements LauncherSessionListener {
    @Override
    public void launcherSessionClosed(LauncherSession session) {
        long uptime = ManagementFactory.getRuntimeMXBean().getUptime();
        long cpu = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1_000_000;
        try {
            Files.writeString(Path.of(System.getProperty("uptime.file")), uptime + " " + cpu);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
