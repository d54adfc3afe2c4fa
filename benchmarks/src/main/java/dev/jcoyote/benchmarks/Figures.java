package dev.jcoyote.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Collection;

/** What all programs here say of the machine, and how they sum up repeated measurements. */
final class Figures {
    private Figures() {}

    /** The JDK, the processors and how busy they were in the last minute. */
    static String machine() {
        return String.format(
                "JDK %s, %d processors, load %.1f",
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    /** The one in the middle, the greater of two. */
    static double median(double... numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** The one in the middle, the greater of two. */
    static double median(Collection<Double> numbers) {
        return median(numbers.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
