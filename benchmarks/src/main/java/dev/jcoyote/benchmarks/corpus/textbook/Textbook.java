package dev.jcoyote.benchmarks.corpus.textbook;

import static dev.jcoyote.benchmarks.corpus.Defect.ASSERTION;
import static dev.jcoyote.benchmarks.corpus.Defect.DEADLOCK;

import dev.jcoyote.benchmarks.corpus.Program;
import java.util.List;

/** The textbooks' problems. */
public final class Textbook {
    private Textbook() {}

    /** All of them. */
    public static List<Program> programs() {
        return List.of(
                Program.of("philosophers_3", DEADLOCK, fixed -> new DiningPhilosophers(fixed, 3)),
                Program.of("philosophers_5", DEADLOCK, fixed -> new DiningPhilosophers(fixed, 5)),
                Program.of("one_slot_buffer", DEADLOCK, OneSlotBuffer::new),
                Program.of("double_checked_locking", ASSERTION, DoubleCheckedLocking::new),
                Program.of("lost_wake_up", DEADLOCK, LostWakeUp::new),
                Program.of("aba_stack", ASSERTION, AbaStack::new),
                Program.of("readers_writer", ASSERTION, ReadersWriter::new),
                Program.of("sleeping_barber", DEADLOCK, SleepingBarber::new),
                Program.of("cigarette_smokers", DEADLOCK, CigaretteSmokers::new));
    }
}
