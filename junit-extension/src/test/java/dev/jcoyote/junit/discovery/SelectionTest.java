package dev.jcoyote.junit.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathRoots;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.Filter;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.discovery.PackageNameFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;

class SelectionTest {
    private static final Set<String> SYSTEMATIC = Set.of("a.b.RaceTest", "a.b.RaceTest$Inner");

    @Test
    void classesAndMethodsReachWhatTheyName() {
        assertThat(reaches(selectClass("a.b.RaceTest"))).isTrue();
        assertThat(reaches(selectMethod("a.b.RaceTest#f"))).isTrue();
        assertThat(reaches(selectNestedClass(List.of("a.b.RaceTest"), "a.b.RaceTest$Inner")))
                .isTrue();
        assertThat(reaches(selectClass("a.b.OtherTest"))).isFalse();
        assertThat(reaches(selectMethod("a.b.OtherTest#f"))).isFalse();
    }

    @Test
    void containersReachWhatIsInThemAndPassesTheFilters() {
        assertThat(reaches(selectPackage("a"))).isTrue();
        assertThat(reaches(selectPackage("a.b"))).isTrue();
        assertThat(reaches(selectPackage("a.bc"))).isFalse();
        DiscoverySelector root =
                selectClasspathRoots(Set.of(Path.of("").toAbsolutePath())).get(0);
        assertThat(reaches(root)).isTrue();
        assertThat(reaches(root, ClassNameFilter.includeClassNamePatterns(".*IT")))
                .isFalse();
        assertThat(reaches(root, PackageNameFilter.excludePackageNames("a"))).isFalse();
        assertThat(reaches(selectClass("a.b.RaceTest"), ClassNameFilter.includeClassNamePatterns(".*IT")))
                .isTrue();
    }

    @Test
    void uniqueIdsReachTheClassesInThem() {
        assertThat(reaches(selectUniqueId("[engine:junit-jupiter]/[class:a.b.RaceTest]/[method:f()]")))
                .isTrue();
        assertThat(reaches(selectUniqueId("[engine:junit-jupiter]/[class:a.b.OtherTest]/[method:f()]")))
                .isFalse();
    }

    @Test
    void unknownSelectorsMayReachAnythingThatThereIs() {
        assertThat(reaches(selectFile("x"))).isTrue();
        assertThat(selection(selectFile("x")).mayReach(Set.of())).isFalse();
    }

    @Test
    void aMethodOfAnotherNameIsNotReached() {
        assertThat(selection(selectMethod("a.b.RaceTest#f")).reaches(SYSTEMATIC, "f"))
                .isTrue();
        assertThat(selection(selectMethod("a.b.RaceTest#g")).reaches(SYSTEMATIC, "f"))
                .isFalse();
        assertThat(selection(selectClass("a.b.RaceTest")).reaches(SYSTEMATIC, "f"))
                .isTrue();
    }

    private static boolean reaches(DiscoverySelector selector, Filter<?>... filters) {
        return selection(selector, filters).mayReach(SYSTEMATIC);
    }

    private static Selection selection(DiscoverySelector selector, Filter<?>... filters) {
        return new Selection(LauncherDiscoveryRequestBuilder.request()
                .selectors(selector)
                .filters(filters)
                .build());
    }
}
