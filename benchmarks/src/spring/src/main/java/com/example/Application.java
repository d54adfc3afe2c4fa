package com.example;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** The smallest application of Spring Boot: one bean. */
@SpringBootApplication
public class Application {
    /** The bean. */
    public record Greeting(String text) {}

    /** Makes it. */
    @Bean
    public Greeting greeting() {
        return new Greeting("hello");
    }

    /** Runs the test without any tool. */
    public static void main(String[] args) {
        new ContextTest().contextStarts();
    }

    /** What is measured, apart from the configuration, which Spring makes itself. */
    public static class ContextTest {
        /** Starts the context, asks for the bean, and closes it. */
        public void contextStarts() {
            try (ConfigurableApplicationContext context = SpringApplication.run(Application.class)) {
                if (!context.getBean(Greeting.class).text().equals("hello")) {
                    throw new AssertionError("Not the bean that was made");
                }
            }
        }
    }
}
