package dev.jcoyote.junit.discovery;

import dev.jcoyote.junit.discovery.ClassDeclaration.MethodDeclaration;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;

/**
 * Fails for each selected systematic test that JUnit Jupiter leaves out because of how it is declared: without it, nobody
 * would see that such a test never runs. It takes no part in other runs.
 */
public final class DeclarationEngine implements TestEngine {
    /** Called by {@link java.util.ServiceLoader}. */
    public DeclarationEngine() {}

    @Override
    public String getId() {
        return "jcoyote";
    }

    @Override
    public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId uniqueId) {
        DeclarationRoot root = new DeclarationRoot(uniqueId);
        SystematicClasses classes = SystematicClasses.ofThisRun();
        Selection selection = new Selection(request);
        for (ClassDeclaration type : classes.declaring()) {
            for (MethodDeclaration method : type.methods()) {
                if (classes.isSystematic(method)) {
                    WrongDeclaration.in(type, method)
                            .filter(wrong -> selection.reaches(classes.runningTestsOf(type), method.name()))
                            .map(wrong -> DeclarationDescriptor.of(wrong, uniqueId))
                            .filter(descriptor -> !descriptor.isDisabled())
                            .ifPresent(root::addChild);
                }
            }
        }
        return root;
    }

    @Override
    public void execute(ExecutionRequest request) {
        TestDescriptor root = request.getRootTestDescriptor();
        if (root.getChildren().isEmpty()) {
            return;
        }
        EngineExecutionListener listener = request.getEngineExecutionListener();
        listener.executionStarted(root);
        for (TestDescriptor child : root.getChildren()) {
            listener.executionStarted(child);
            listener.executionFinished(child, TestExecutionResult.failed(failure((DeclarationDescriptor) child)));
        }
        listener.executionFinished(root, TestExecutionResult.successful());
    }

    private static Throwable failure(DeclarationDescriptor descriptor) {
        // Not an exception of Jupiter's: this engine is found where there is no Jupiter, too.
        Throwable failure = new JUnitException(descriptor.declaration().message());
        // Where this engine is says nothing about the declaration.
        failure.setStackTrace(new StackTraceElement[] {descriptor.place()});
        return failure;
    }
}
