package dev.jcoyote.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jcoyote.Bug;
import dev.jcoyote.Configuration;
import dev.jcoyote.Report;
import dev.jcoyote.SystematicTesting;
import dev.jcoyote.TestBody;
import dev.jcoyote.Verdict;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Threads that wait for the world outside wait while others run; what they wait for is named, and is no deadlock. */
class WorldOutsideTest {
    private static final InetAddress LOCAL = InetAddress.getLoopbackAddress();

    @BeforeAll
    static void instrument() {
        Installation.ensure();
    }

    private static Report explore(String engine, int executions, TestBody body) {
        Report report = SystematicTesting.explore(
                Configuration.defaults().withEngine(engine).withIterations(executions), body);
        assertThat(report.bugs()).extracting(Bug::report).isEmpty();
        assertThat(report.warnings()).noneMatch(line -> line.contains("made no progress"));
        assertThat(report.executions()).isEqualTo(executions);
        assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
        return report;
    }

    private static void echo(Socket socket, int bytes) throws IOException {
        try (socket) {
            InputStream in = socket.getInputStream();
            OutputStream out = socket.getOutputStream();
            for (int i = 0; i < bytes; i++) {
                out.write(in.read());
            }
        }
    }

    private static void ask(Socket socket, int bytes) throws IOException {
        try (socket) {
            for (int i = 0; i < bytes; i++) {
                socket.getOutputStream().write(i);
                assertThat(socket.getInputStream().read()).isEqualTo(i);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.jcoyote.scenarios.Installation#engines")
    void threadsTalkOverASocket(String engine) {
        Report report = explore(engine, 20, () -> {
            try (ServerSocket server = new ServerSocket(0, 5, LOCAL)) {
                AtomicInteger answered = new AtomicInteger();
                Concurrently.run(
                        () -> {
                            echo(server.accept(), 3);
                            answered.incrementAndGet();
                        },
                        () -> {
                            ask(new Socket(LOCAL, server.getLocalPort()), 3);
                            answered.incrementAndGet();
                        });
                assertThat(answered).hasValue(2);
            }
        });
        assertThat(report.warnings())
                .anyMatch(line -> line.contains("WorldOutsideTest.java") && line.contains("accept"))
                .anyMatch(line -> line.contains(".read at") && line.contains("WorldOutsideTest.echo"));
        assertThat(report.engine()).isEqualTo("platform");
    }

    @ParameterizedTest
    @MethodSource("dev.jcoyote.scenarios.Installation#engines")
    void threadsTalkOverChannelsWithASelector(String engine) {
        explore(engine, 10, () -> {
            try (ServerSocketChannel server = ServerSocketChannel.open();
                    Selector selector = Selector.open()) {
                server.bind(new InetSocketAddress(LOCAL, 0));
                server.configureBlocking(false);
                server.register(selector, SelectionKey.OP_ACCEPT);
                Concurrently.run(() -> serve(selector, server), () -> {
                    try (SocketChannel client = SocketChannel.open(server.getLocalAddress())) {
                        client.write(ByteBuffer.wrap(new byte[] {7}));
                        ByteBuffer answer = ByteBuffer.allocate(1);
                        assertThat(client.read(answer)).isOne();
                        assertThat(answer.get(0)).isEqualTo((byte) 7);
                    }
                });
            }
        });
    }

    private static void serve(Selector selector, ServerSocketChannel server) throws IOException {
        ByteBuffer request = ByteBuffer.allocate(1);
        while (request.hasRemaining()) {
            selector.select();
            for (SelectionKey key : selector.selectedKeys()) {
                if (key.isAcceptable()) {
                    SocketChannel accepted = server.accept();
                    accepted.configureBlocking(false);
                    accepted.register(selector, SelectionKey.OP_READ);
                } else if (((SocketChannel) key.channel()).read(request) > 0) {
                    request.flip();
                    ((SocketChannel) key.channel()).write(request);
                    key.channel().close();
                }
            }
            selector.selectedKeys().clear();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.jcoyote.scenarios.Installation#engines")
    void aThreadWaitsForADatagram(String engine) {
        explore(engine, 10, () -> {
            try (DatagramSocket socket = new DatagramSocket(0, LOCAL);
                    DatagramSocket other = new DatagramSocket(0, LOCAL)) {
                Concurrently.run(
                        () -> {
                            DatagramPacket packet = new DatagramPacket(new byte[1], 1);
                            socket.receive(packet);
                            assertThat(packet.getData()[0]).isEqualTo((byte) 3);
                        },
                        () -> other.send(new DatagramPacket(new byte[] {3}, 1, socket.getLocalSocketAddress())));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("dev.jcoyote.scenarios.Installation#engines")
    void aProcessAnswersWhileOthersRun(String engine) {
        assumeTrue(Files.isExecutable(Path.of("/bin/cat")));
        List<Process> started = new ArrayList<>();
        explore(engine, 5, () -> {
            Process process = new ProcessBuilder("/bin/cat").start();
            started.add(process);
            AtomicInteger steps = new AtomicInteger();
            Concurrently.run(
                    () -> {
                        try (BufferedReader lines = process.inputReader()) {
                            assertThat(lines.readLine()).isEqualTo("hello");
                            assertThat(lines.readLine()).isNull();
                        }
                    },
                    () -> {
                        for (int i = 0; i < 5; i++) {
                            steps.incrementAndGet();
                        }
                        try (OutputStream out = process.getOutputStream()) {
                            out.write("hello\n".getBytes(StandardCharsets.UTF_8));
                        }
                    });
            assertThat(process.waitFor()).isZero();
        });
        // An execution that was begun anew on threads has left its own behind.
        started.forEach(Process::destroyForcibly);
    }

    @ParameterizedTest
    @MethodSource("dev.jcoyote.scenarios.Installation#engines")
    void aTimeLimitDoesNotPassBeforeTheAnswerFromOutside(String engine) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, LOCAL)) {
            Thread outside = new Thread(() -> answerSlowly(server));
            outside.setDaemon(true);
            outside.start();
            explore(engine, 3, () -> {
                CompletableFuture<Integer> answer = CompletableFuture.supplyAsync(() -> {
                    try (Socket socket = new Socket(LOCAL, server.getLocalPort())) {
                        return socket.getInputStream().read();
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                });
                assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo(5);
            });
        }
    }

    private static void answerSlowly(ServerSocket server) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                Thread.sleep(150);
                socket.getOutputStream().write(5);
            } catch (IOException e) {
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.jcoyote.scenarios.Installation#engines")
    void whoWaitsForEverIsEndedByAClose(String engine) {
        explore(engine, 5, () -> {
            ServerSocket server = new ServerSocket(0, 5, LOCAL);
            Thread acceptor = Concurrently.start(() -> {
                try {
                    server.accept().close();
                } catch (IOException e) {
                    assertThat(server.isClosed()).isTrue();
                }
            });
            Thread.sleep(1_000);
            server.close();
            acceptor.join();
        });
    }
}
