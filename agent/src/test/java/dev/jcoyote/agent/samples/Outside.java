package dev.jcoyote.agent.samples;

import java.io.ByteArrayOutputStream;
import java.util.concurrent.Callable;

/** Calls into the JDK that leave control, or that may enter a monitor there. */
public final class Outside implements Callable<String> {
    @Override
    public String call() throws Exception {
        StringBuffer text = new StringBuffer();
        text.append(System.in != null);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(1);
        return text.toString() + bytes.size();
    }
}
