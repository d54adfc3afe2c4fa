package dev.jcoyote.cli;

import com.sun.jdi.AbsentInformationException;
import com.sun.jdi.Bootstrap;
import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.InvocationException;
import com.sun.jdi.LocalVariable;
import com.sun.jdi.Location;
import com.sun.jdi.Method;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.StackFrame;
import com.sun.jdi.StringReference;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.Value;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.LocatableEvent;
import com.sun.jdi.event.StepEvent;
import com.sun.jdi.event.VMDisconnectEvent;
import com.sun.jdi.request.BreakpointRequest;
import com.sun.jdi.request.ClassPrepareRequest;
import com.sun.jdi.request.EventRequest;
import com.sun.jdi.request.StepRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A JVM that waits for a debugger, and the debugger: sets breakpoints, steps, reads and evaluates. */
public final class Debuggee implements AutoCloseable {
    private static final long LIMIT_MILLIS = 20_000;

    private final VirtualMachine machine;
    private final int policy;
    private final ExecutorService evaluator = Executors.newSingleThreadExecutor();
    private @Nullable EventSet stopped;

    /** An evaluation for which all threads went on leaves all of them suspended, whatever stopped before. */
    private boolean allSuspended;

    private Debuggee(VirtualMachine machine, int policy) {
        this.machine = machine;
        this.policy = policy;
    }

    /**
     * Attaches to a JVM of this machine.
     *
     * @param policy what stops at a breakpoint: a constant of {@link EventRequest}
     */
    public static Debuggee attach(int port, int policy) throws Exception {
        AttachingConnector connector = Bootstrap.virtualMachineManager().attachingConnectors().stream()
                .filter(each -> each.name().equals("com.sun.jdi.SocketAttach"))
                .findFirst()
                .orElseThrow();
        Map<String, Connector.Argument> arguments = connector.defaultArguments();
        arguments.get("hostname").setValue("127.0.0.1");
        arguments.get("port").setValue(Integer.toString(port));
        arguments.get("timeout").setValue(Long.toString(LIMIT_MILLIS));
        return new Debuggee(connector.attach(arguments), policy);
    }

    /** Sets a breakpoint, as soon as the class is there. */
    public void breakAt(String type, int line) throws AbsentInformationException {
        ClassPrepareRequest prepare = machine.eventRequestManager().createClassPrepareRequest();
        prepare.addClassFilter(type);
        prepare.putProperty("line", line);
        prepare.setSuspendPolicy(EventRequest.SUSPEND_ALL);
        prepare.enable();
        for (ReferenceType loaded : machine.classesByName(type)) {
            set(loaded, line);
        }
    }

    private void set(ReferenceType type, int line) throws AbsentInformationException {
        for (Location location : type.locationsOfLine(line)) {
            BreakpointRequest request = machine.eventRequestManager().createBreakpointRequest(location);
            request.setSuspendPolicy(policy);
            request.enable();
        }
    }

    /** Lets the program go on to the next breakpoint or the end of a step; null at its end. */
    public @Nullable ThreadReference goOn() throws Exception {
        EventSet before = stopped;
        stopped = null;
        if (before == null || allSuspended) {
            allSuspended = false;
            machine.resume();
        } else {
            before.resume();
        }
        while (true) {
            EventSet events = machine.eventQueue().remove(LIMIT_MILLIS);
            if (events == null) {
                throw new IllegalStateException("Nothing happened for " + LIMIT_MILLIS + " ms: " + threads());
            }
            for (Event event : events) {
                if (event instanceof StepEvent) {
                    machine.eventRequestManager().deleteEventRequest(event.request());
                }
                if (event instanceof BreakpointEvent || event instanceof StepEvent) {
                    stopped = events;
                    return ((LocatableEvent) event).thread();
                }
                if (event instanceof VMDisconnectEvent) {
                    return null;
                }
                if (event instanceof ClassPrepareEvent prepared) {
                    set(prepared.referenceType(), (Integer)
                            Objects.requireNonNull(event.request().getProperty("line")));
                }
            }
            events.resume();
        }
    }

    private String threads() {
        machine.suspend();
        return machine.allThreads().toString();
    }

    /**
     * Lets the thread do its next line; {@code depth} is a constant of {@link StepRequest}. Another thread may come to a
     * breakpoint first: the step ends later then.
     */
    public @Nullable ThreadReference step(ThreadReference thread, int depth) throws Exception {
        StepRequest request = machine.eventRequestManager().createStepRequest(thread, StepRequest.STEP_LINE, depth);
        request.addClassExclusionFilter("dev.jcoyote.bridge.*");
        request.addClassExclusionFilter("dev.jcoyote.control.*");
        request.addClassExclusionFilter("java.*");
        request.addCountFilter(1);
        request.setSuspendPolicy(policy);
        request.enable();
        return goOn();
    }

    /** Where the thread stands: method and line. */
    public static String place(ThreadReference thread) throws IncompatibleThreadStateException {
        Location location = thread.frame(0).location();
        return location.method().name() + ":" + location.lineNumber();
    }

    /** A local variable of the thread's method. */
    public static Value local(ThreadReference thread, String name)
            throws IncompatibleThreadStateException, AbsentInformationException {
        StackFrame frame = thread.frame(0);
        LocalVariable variable = frame.visibleVariableByName(name);
        if (variable == null) {
            throw new IllegalArgumentException("No variable " + name + " at " + frame.location());
        }
        return frame.getValue(variable);
    }

    /** The object whose method the thread is in. */
    public static ObjectReference self(ThreadReference thread) throws IncompatibleThreadStateException {
        return Objects.requireNonNull(thread.frame(0).thisObject());
    }

    /** The object in a field of another. */
    public static ObjectReference field(ObjectReference owner, String name) {
        return (ObjectReference)
                Objects.requireNonNull(owner.getValue(owner.referenceType().fieldByName(name)));
    }

    /**
     * Has the stopped thread call a method without parameters, as an IDE's evaluation does.
     *
     * @param options 0, or {@link ObjectReference#INVOKE_SINGLE_THREADED}
     * @return the result as text, or what was thrown
     */
    public String evaluate(ThreadReference thread, ObjectReference receiver, String method, int options)
            throws Exception {
        Method found = receiver.referenceType().methodsByName(method).stream()
                .filter(each -> each.argumentTypeNames().isEmpty() && !each.isAbstract())
                .findFirst()
                .orElseThrow();
        allSuspended |= (options & ObjectReference.INVOKE_SINGLE_THREADED) == 0;
        Future<String> result = evaluator.submit(() -> {
            try {
                return text(receiver.invokeMethod(thread, found, List.of(), options));
            } catch (InvocationException e) {
                ObjectReference thrown = e.exception();
                Value message = thrown.getValue(thrown.referenceType().fieldByName("detailMessage"));
                return "throws " + thrown.referenceType().name() + ": " + text(message);
            }
        });
        try {
            return result.get(LIMIT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            machine.suspend();
            throw new IllegalStateException(method + " gave no answer: " + thread.frames(), e);
        }
    }

    private static String text(@Nullable Value value) {
        return value instanceof StringReference string ? string.value() : String.valueOf(value);
    }

    @Override
    public void close() {
        evaluator.shutdownNow();
        try {
            machine.dispose();
        } catch (VMDisconnectedException e) {
            // It has ended, as it should.
            return;
        }
    }
}
