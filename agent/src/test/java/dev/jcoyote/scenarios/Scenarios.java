package dev.jcoyote.scenarios;

import java.util.stream.Stream;

/** The corpus. */
final class Scenarios {
    private Scenarios() {}

    /** The classes that have scenarios. */
    static Stream<Class<?>> classes() {
        return Stream.of(
                MonitorScenarios.class,
                WaitNotifyScenarios.class,
                ThreadScenarios.class,
                ThreadObjectScenarios.class,
                ThreadContractScenarios.class,
                HandlerScenarios.class,
                InterruptScenarios.class,
                ParkScenarios.class,
                LockScenarios.class,
                ConditionScenarios.class,
                ReadWriteLockScenarios.class,
                SynchronizerScenarios.class,
                QueueScenarios.class,
                MapScenarios.class,
                CollectionScenarios.class,
                IterationScenarios.class,
                AtomicScenarios.class,
                FieldScenarios.class,
                ExecutorScenarios.class,
                ThreadPoolScenarios.class,
                SchedulingScenarios.class,
                TimerScenarios.class,
                ForkJoinScenarios.class,
                CompletableFutureScenarios.class,
                StreamScenarios.class,
                FlowScenarios.class,
                TimeScenarios.class,
                RandomScenarios.class,
                IdentityScenarios.class,
                MethodReferenceScenarios.class,
                ClassLoadingScenarios.class,
                StaticStateScenarios.class,
                InitialisationScenarios.class,
                ThreadLocalScenarios.class,
                VirtualThreadScenarios.class,
                StructuredTaskScenarios.class,
                ScopedValueScenarios.class,
                IoScenarios.class,
                JdkMonitorScenarios.class,
                JdkStreamScenarios.class,
                ReferenceScenarios.class,
                DeadlockScenarios.class,
                ClassicScenarios.class,
                ChoiceScenarios.class,
                LivelockScenarios.class,
                SpecificationScenarios.class,
                EndingScenarios.class);
    }
}
