package dev.jcoyote.libraries;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.read.ListAppender;
import dev.jcoyote.TestBody;

/** Logback's asynchronous appender with a short queue: three threads log, and at its stop all lines have arrived. */
final class LogbackAsync implements TestBody {
    @Override
    public void run() throws InterruptedException {
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        ListAppender<ILoggingEvent> list = new ListAppender<>();
        list.setContext(context);
        list.start();
        AsyncAppender async = new AsyncAppender();
        async.setContext(context);
        async.setQueueSize(2);
        async.setDiscardingThreshold(0);
        async.addAppender(list);
        async.start();
        Logger logger = context.getLogger("crew");
        logger.addAppender(async);
        Crew.run(
                () -> logger.info("one {}", 1),
                () -> {
                    logger.info("two");
                    logger.info("two again");
                },
                () -> logger.warn("three"));
        context.stop();
        Check.equal(4, list.list.size());
    }
}
