package dev.jcoyote.agent.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OldFilesTest {
    @TempDir
    private Path root;

    @Test
    void theOldestFoldersOfTheCacheAreDeletedAndNothingElse() throws IOException {
        Path others = old(Files.createDirectory(root.resolve("others")), 1000);
        for (int days = 0; days < 7; days++) {
            Path folder = Files.createDirectory(root.resolve(OldFiles.FOLDER + days));
            Files.createFile(folder.resolve("jdk.classes"));
            Files.createFile(folder.resolve("jdk.classes.1.tmp"));
            old(folder, days);
        }

        OldFiles.delete(root.resolve(OldFiles.FOLDER + 0));

        assertThat(others).exists();
        assertThat(root.resolve(OldFiles.FOLDER + 3)).exists();
        assertThat(root.resolve(OldFiles.FOLDER + 4)).doesNotExist();
        assertThat(root.resolve(OldFiles.FOLDER + 6)).doesNotExist();
    }

    @Test
    void whatAKilledJvmHasLeftIsDeletedWhenNobodyCanBeWritingIt() throws IOException {
        Path folder = Files.createDirectory(root.resolve(OldFiles.FOLDER + 1));
        Path left = old(Files.createFile(folder.resolve("jdk.classes.1.tmp")), 1);
        Path fresh = Files.createFile(folder.resolve("jdk.classes.2.tmp"));

        OldFiles.delete(folder);

        assertThat(left).doesNotExist();
        assertThat(fresh).exists();
    }

    private static Path old(Path path, int days) throws IOException {
        return Files.setLastModifiedTime(path, FileTime.from(Instant.now().minusSeconds(86_400L * days)));
    }
}
