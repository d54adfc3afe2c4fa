package dev.jcoyote.agent;

import dev.jcoyote.agent.cache.Fingerprint;
import dev.jcoyote.agent.cache.TransformationCache;
import java.io.FileInputStream;
import java.io.IOException;

/** Which build of the tool this is: another one may rewrite the same class in another way. */
final class ToolBuild {
    private ToolBuild() {}

    /** The cache of this build; one that stores nothing if the agent comes in no jar, whose classes would tell. */
    static TransformationCache openCache(BridgeFiles bridge) {
        String jar = AgentJar.path();
        if (jar == null) {
            return TransformationCache.none();
        }
        long build;
        try (FileInputStream in = new FileInputStream(jar)) {
            build = Fingerprint.of(in.readAllBytes());
        } catch (IOException e) {
            // It was deleted since.
            return TransformationCache.none();
        }
        // The bridge may come in a jar of its own.
        for (int i = 0; i < BridgeFiles.CLASSES.length; i++) {
            build = build * 31 + Fingerprint.of(bridge.file(i));
        }
        return TransformationCache.open(build);
    }
}
