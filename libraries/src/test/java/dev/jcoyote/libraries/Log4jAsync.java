package dev.jcoyote.libraries;

import dev.jcoyote.TestBody;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.async.AsyncLoggerContext;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.Property;
import org.apache.logging.log4j.core.config.builder.api.ConfigurationBuilderFactory;

/**
 * Log4j 2's asynchronous loggers over the LMAX disruptor: at the stop all lines have arrived.
 *
 * <p>The first line is waited for: what is logged before the disruptor's thread runs may be lost at a stop, as
 * {@link DisruptorShutdown} finds.
 */
final class Log4jAsync implements TestBody {
    @Override
    public void run() throws InterruptedException {
        Lines lines = new Lines();
        lines.start();
        Configuration configuration =
                ConfigurationBuilderFactory.newConfigurationBuilder().build(false);
        LoggerContext context = new AsyncLoggerContext("crew");
        context.start(configuration);
        configuration.getRootLogger().setLevel(Level.INFO);
        configuration.getRootLogger().getAppenders().keySet().forEach(configuration.getRootLogger()::removeAppender);
        configuration.getRootLogger().addAppender(lines, Level.ALL, null);
        context.updateLoggers();
        Logger logger = context.getLogger("crew");
        logger.info("zero");
        lines.first.await();
        Crew.run(() -> logger.info("one {}", 1), () -> logger.info("two"), () -> logger.warn("three"));
        // Its stop waits for half a second and drops what is left.
        lines.last.await();
        context.stop();
        Check.equal(4, lines.all.size());
    }

    /** Keeps the lines. */
    private static final class Lines extends AbstractAppender {
        private final ConcurrentLinkedQueue<String> all = new ConcurrentLinkedQueue<>();
        private final CountDownLatch first = new CountDownLatch(1);
        private final CountDownLatch last = new CountDownLatch(4);

        Lines() {
            super("lines", null, null, false, Property.EMPTY_ARRAY);
        }

        @Override
        public void append(LogEvent event) {
            all.add(event.getMessage().getFormattedMessage());
            first.countDown();
            last.countDown();
        }
    }
}
