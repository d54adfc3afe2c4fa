package dev.jcoyote.junit.discovery;

import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;

/** The engine's node, which shows itself only if it has a child. */
final class DeclarationRoot extends EngineDescriptor {
    DeclarationRoot(UniqueId uniqueId) {
        super(uniqueId, "jcoyote");
    }

    @Override
    public void accept(TestDescriptor.Visitor visitor) {
        if (!getChildren().isEmpty()) {
            super.accept(visitor);
        }
    }
}
