package dev.jcoyote.cli;

import dev.jcoyote.SystematicTesting;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** {@code jcoyote replay}: runs recorded executions again, and says whether they fail as they did. */
final class ReplayCommand {
    private final Arguments arguments;
    private final Terminal terminal;
    private final @Nullable JsonFile json;

    ReplayCommand(Arguments arguments, Terminal terminal, @Nullable JsonFile json) {
        this.arguments = arguments;
        this.terminal = terminal;
        this.json = json;
    }

    /** Runs it, and returns the exit code. */
    int run() throws IOException {
        Console console = new Console(terminal, Verbosity.of(arguments));
        String name = arguments.parameters().get(1);
        Path folder = Schedules.folder(name);
        if (folder == null) {
            return new SingleReplay(arguments, console, json)
                    .run(name, Schedules.read(name), SystematicTesting::replay, console::replayed);
        }
        try (Program program = Program.open(arguments.parameters().get(0), arguments.text(Option.CLASS_PATH))) {
            return new CorpusCommand(program, folder, arguments.text(Option.METHOD), console)
                    .run(Settings.ofReplay(arguments), json);
        }
    }
}
