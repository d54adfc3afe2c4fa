package dev.jcoyote.libraries;

import dev.jcoyote.TestBody;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.async.AsyncLoggerContext;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.Property;
import org.apache.logging.log4j.core.config.builder.api.ConfigurationBuilderFactory;

/** Log4j 2's asynchronous loggers over the LMAX disruptor: at the stop all lines have arrived. */
final class Log4jAsync implements TestBody {
    @Override
    public void run() throws InterruptedException {
        Lines lines = new Lines();
        lines.start();
        Configuration configuration =
                ConfigurationBuilderFactory.newConfigurationBuilder().build(false);
        configuration.getRootLogger().setLevel(Level.INFO);
        configuration.getRootLogger().addAppender(lines, Level.ALL, null);
        LoggerContext context = new AsyncLoggerContext("crew");
        context.start(configuration);
        Logger logger = context.getLogger("crew");
        Crew.run(() -> logger.info("one {}", 1), () -> logger.info("two"), () -> logger.warn("three"));
        context.stop();
        Check.equal(3, lines.all.size());
    }

    /** Keeps the lines. */
    private static final class Lines extends AbstractAppender {
        private final ConcurrentLinkedQueue<String> all = new ConcurrentLinkedQueue<>();

        Lines() {
            super("lines", null, null, false, Property.EMPTY_ARRAY);
        }

        @Override
        public void append(LogEvent event) {
            all.add(event.getMessage().getFormattedMessage());
        }
    }
}
