package dev.jcoyote.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Two JVMs that test classes of the same name at the same time, and write into the same folder. */
class ForksIT {
    private static final Pattern SCHEDULE = Pattern.compile("Schedule: +(target/jcoyote/\\S+)");

    private final SampleBuild build = SampleBuild.of("forks");

    @Test
    void eachFailureHasAScheduleOfItsOwn() {
        List<String> files = new ArrayList<>();
        for (String className : List.of("com.example.first.CounterTest", "com.example.second.CounterTest")) {
            for (String method : List.of("first", "second", "third", "fourth")) {
                TestResult result = build.test(className, method);
                assertThat(result.status()).as(result.text()).isEqualTo("failure");
                Matcher schedule = SCHEDULE.matcher(result.text());
                assertThat(schedule.find()).as(result.text()).isTrue();
                files.add(schedule.group(1));
                assertThat(build.text(schedule.group(1))).contains(className + "." + method);
            }
        }
        assertThat(files).doesNotHaveDuplicates();
        assertThat(build.schedules()).hasSize(files.size());
    }

    @Test
    void theClassesRanInTwoJvms() {
        assertThat(pid("first")).isNotEqualTo(pid("second"));
    }

    private String pid(String folder) {
        return build.text("target/" + folder + ".pid");
    }
}
