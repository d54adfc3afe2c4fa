package dev.jcoyote.libraries;

import dev.jcoyote.TestBody;
import java.util.List;
import java.util.Vector;

/** The JDK's vectors: each is put into the other one, which takes both locks in either order. */
final class VectorsBothWays implements TestBody {
    @Override
    public void run() throws InterruptedException {
        Vector<Integer> first = new Vector<>(List.of(1));
        Vector<Integer> second = new Vector<>(List.of(2));
        Crew.run(() -> first.addAll(0, second), () -> second.addAll(0, first));
    }
}
