package dev.jcoyote.agent.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.bridge.SiteRows;
import dev.jcoyote.bridge.Sites;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassStoreTest {
    private static final String NAME = "a/B\u00e9\ud800";
    private static final int MANY = 1 << 20;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("x.classes");
    }

    @Test
    void aClassIsFoundAsItWasAddedInTheNextJvm() throws IOException {
        ClassStore store = open("tool");
        store.add(NAME, 3, 42, new Dependencies(), rewritten());
        write(store);

        RewrittenClass found = open("tool").find(NAME, 3, 42, ClassStore.NO_FILES);

        assertThat(found).isNotNull();
        assertThat(found.stripped()).isTrue();
        byte[] numbered = found.define();
        int site = new Cursor(numbered, 2).readInt();
        assertThat(Sites.position(site)).isEqualTo("a.B\u00e9\ud800.m:7");
        assertThat(Sites.frame(site).getFileName()).isEqualTo("B.java");
        assertThat(Sites.target(site)).isEqualTo("Map.put\u0000\u20ac");
        assertThat(Sites.kind(site)).isEqualTo(OperationKind.CALL);
        assertThat(Sites.isWrite(site)).isTrue();
        assertThat(Sites.slot(site)).isZero();
        assertThat(Sites.slot(site + 1)).isNotZero();
        assertThat(Sites.isWrite(site + 1)).isFalse();
        assertThat(numbered[0]).isEqualTo((byte) 1);
        assertThat(numbered[6]).isEqualTo((byte) 2);
    }

    @Test
    void thatNothingChangesIsFoundToo() throws IOException {
        ClassStore store = open("tool");
        store.add(NAME, 0, 42, new Dependencies(), RewrittenClass.unchanged());
        write(store);

        RewrittenClass found = open("tool").find(NAME, 0, 42, ClassStore.NO_FILES);

        assertThat(found).isNotNull();
        assertThat(found.define()).isNull();
    }

    @Test
    void anotherNameVariantOrFileIsNotFound() {
        ClassStore store = open("tool");
        store.add(NAME, 3, 42, new Dependencies(), rewritten());

        assertThat(store.find("a/C", 3, 42, ClassStore.NO_FILES)).isNull();
        assertThat(store.find(NAME, 2, 42, ClassStore.NO_FILES)).isNull();
        assertThat(store.find(NAME, 3, 43, ClassStore.NO_FILES)).isNull();
        assertThat(store.find(NAME, 3, 42, ClassStore.NO_FILES)).isNotNull();
    }

    @Test
    void aClassIsNotFoundIfOneThatItDependsOnHasChanged() {
        Dependencies dependencies = new Dependencies();
        dependencies.add("a/C", 7);
        dependencies.add("a/D", Dependencies.ABSENT);
        ClassStore store = open("tool");
        store.add(NAME, 3, 42, dependencies, rewritten());

        assertThat(find(store, 7, Dependencies.ABSENT)).isNotNull();
        assertThat(find(store, 8, Dependencies.ABSENT)).isNull();
        assertThat(find(store, 7, 1)).isNull();
    }

    @Test
    void whatDependsOnThisJvmIsNotStored() {
        Dependencies dependencies = new Dependencies();
        dependencies.addThisJvm();
        ClassStore store = open("tool");
        store.add(NAME, 3, 42, dependencies, rewritten());

        assertThat(store.isChanged()).isFalse();
    }

    @Test
    void aFileOfAnotherIdentityCountsAsEmpty() throws IOException {
        fill();

        assertThat(open("other").isEmpty()).isTrue();
        assertThat(open("tool").isEmpty()).isFalse();
    }

    @Test
    void aFileThatIsCutOffAnywhereCountsAsEmpty() throws IOException {
        fill();
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));

            assertThat(open("tool").isEmpty()).as("%d bytes", length).isTrue();
        }
    }

    @Test
    void aFileThatIsDamagedAnywhereCountsAsEmpty() throws IOException {
        fill();
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(1);
        for (int i = 0; i < whole.length; i++) {
            byte[] damaged = whole.clone();
            damaged[i] ^= (byte) (1 + random.nextInt(255));
            Files.write(file, damaged);

            assertThat(open("tool").isEmpty()).as("byte %d", i).isTrue();
        }
    }

    @Test
    void twoJvmsThatWriteOneAfterTheOtherKeepTheClassesOfBoth() throws IOException {
        ClassStore one = open("tool");
        ClassStore other = open("tool");
        one.add("a/A", 0, 1, new Dependencies(), rewritten());
        other.add("a/B", 0, 1, new Dependencies(), rewritten());
        write(one);
        write(other);

        ClassStore both = open("tool");
        assertThat(both.find("a/A", 0, 1, ClassStore.NO_FILES)).isNotNull();
        assertThat(both.find("a/B", 0, 1, ClassStore.NO_FILES)).isNotNull();
    }

    @Test
    void theOldestBuildsOfAClassAreDropped() throws IOException {
        for (int build = 1; build <= 5; build++) {
            ClassStore store = open("tool");
            store.add(NAME, 0, build, new Dependencies(), rewritten());
            write(store);
        }

        ClassStore store = open("tool");
        assertThat(store.find(NAME, 0, 2, ClassStore.NO_FILES)).isNull();
        assertThat(store.find(NAME, 0, 3, ClassStore.NO_FILES)).isNotNull();
        assertThat(store.find(NAME, 0, 5, ClassStore.NO_FILES)).isNotNull();
    }

    @Test
    void aFullFileKeepsWhatWasUsedLast() throws IOException {
        ClassStore store = open("tool");
        for (int i = 0; i < 20; i++) {
            store.add("a/A" + i, 0, 1, new Dependencies(), RewrittenClass.withoutSites(new byte[1000], false));
        }
        write(store);
        ClassStore next = ClassStore.open(file.toFile(), "tool", 5_000);
        assertThat(next.find("a/A0", 0, 1, ClassStore.NO_FILES)).isNotNull();
        next.add("a/New", 0, 1, new Dependencies(), RewrittenClass.unchanged());
        write(next);

        ClassStore last = open("tool");
        assertThat(Files.size(file)).isLessThan(5_100);
        assertThat(last.find("a/A0", 0, 1, ClassStore.NO_FILES)).isNotNull();
        assertThat(last.find("a/New", 0, 1, ClassStore.NO_FILES)).isNotNull();
    }

    @Test
    void whatHasMoreThanAnEntryCanHoldIsNotStored() {
        ClassStore store = open("tool");
        store.add("a".repeat(40_000), 0, 1, new Dependencies(), RewrittenClass.unchanged());

        assertThat(store.isChanged()).isFalse();
    }

    @Test
    void aStoreThatIsNoneStaysEmpty() {
        ClassStore none = ClassStore.none();
        none.add(NAME, 0, 1, new Dependencies(), RewrittenClass.unchanged());

        assertThat(none.isEmpty()).isTrue();
        assertThat(none.isChanged()).isFalse();
    }

    private ClassStore open(String identity) {
        return ClassStore.open(file.toFile(), identity, MANY);
    }

    private void fill() throws IOException {
        ClassStore store = open("tool");
        store.add(NAME, 3, 42, new Dependencies(), rewritten());
        write(store);
    }

    private void write(ClassStore store) throws IOException {
        assertThat(store.isChanged()).isTrue();
        Files.write(file, store.contents());
    }

    private static RewrittenClass find(ClassStore store, long c, long d) {
        return store.find(NAME, 3, 42, (name, fingerprint) -> fingerprint == (name.equals("a/C") ? c : d));
    }

    private static RewrittenClass rewritten() {
        SiteRows rows = new SiteRows("a.B\u00e9\ud800", "B.java", 0);
        rows.add("m", 7, OperationKind.CALL, true, "Map.put\u0000\u20ac", false);
        rows.add("m", -1, OperationKind.READ, false, "B.field", true);
        return new RewrittenClass(new byte[] {1, 3, 0, 0, 0, 0, 2}, rows, new int[] {2, 0}, true);
    }
}
