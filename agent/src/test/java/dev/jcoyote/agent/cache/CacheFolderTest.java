package dev.jcoyote.agent.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class CacheFolderTest {
    @TempDir
    private Path folder;

    @Test
    void itIsWhereTheSystemHasCaches() {
        assertThat(CacheFolder.location("Linux", Map.of(), "/home/a")).isEqualTo("/home/a/.cache/jcoyote");
        assertThat(CacheFolder.location("Linux", Map.of("XDG_CACHE_HOME", "/c"), "/home/a"))
                .isEqualTo("/c/jcoyote");
        assertThat(CacheFolder.location("Mac OS X", Map.of(), "/Users/a")).isEqualTo("/Users/a/Library/Caches/jcoyote");
        assertThat(CacheFolder.location("Windows 11", Map.of("LOCALAPPDATA", "/local"), "/a"))
                .isEqualTo("/local/jcoyote");
    }

    @Test
    void withoutAHomeThereIsNone() {
        assertThat(CacheFolder.location("Linux", Map.of(), "?")).isNull();
        assertThat(CacheFolder.location("Linux", Map.of(), "")).isNull();
        assertThat(CacheFolder.location("Linux", Map.of("XDG_CACHE_HOME", "relative"), "/home/a"))
                .isNull();
        assertThat(CacheFolder.location("Windows 11", Map.of(), "/a")).isNull();
    }

    @Test
    void aFolderOfTheUserAloneIsTrusted() throws IOException {
        Path own = folder.resolve("a/b");
        assertThat(CacheFolder.isTrusted(own)).as("not there").isTrue();
        CacheFolder.create(own);

        assertThat(CacheFolder.isTrusted(own)).isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(own)))
                .isEqualTo("rwx------");
    }

    @Test
    void aFolderThatOthersMayWriteToIsNotTrusted() throws IOException {
        for (String mode : new String[] {"rwxrwx---", "rwx----w-", "rwxrwxrwx"}) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(mode));

            assertThat(CacheFolder.isTrusted(folder)).as(mode).isFalse();
        }
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(CacheFolder.isTrusted(folder)).isTrue();
    }

    @Test
    void aFolderOfSomebodyElseIsNotTrusted() throws IOException {
        assumeTrue(isGivenAway(folder), "only root may give files away");

        assertThat(CacheFolder.isTrusted(folder)).isFalse();
    }

    @Test
    void aFileIsNotTrusted() throws IOException {
        assertThat(CacheFolder.isTrusted(Files.createFile(folder.resolve("file"))))
                .isFalse();
    }

    private static boolean isGivenAway(Path path) throws IOException {
        try {
            Files.setAttribute(path, "unix:uid", 12_345);
            return true;
        } catch (FileSystemException e) {
            return false;
        }
    }
}
