package dev.jcoyote.libraries;

import dev.jcoyote.TestBody;
import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.DefaultEventLoopGroup;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.local.LocalAddress;
import io.netty.channel.local.LocalChannel;
import io.netty.channel.local.LocalServerChannel;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Netty's event loops: a client and a server in one JVM, each on a loop of its own, and two threads that write. */
final class NettyLoops implements TestBody {
    private static final LocalAddress ADDRESS = new LocalAddress("echo");

    @Override
    public void run() throws InterruptedException {
        EventLoopGroup loops = new DefaultEventLoopGroup(2);
        BlockingQueue<String> answers = new LinkedBlockingQueue<>();
        Channel server = new ServerBootstrap()
                .group(loops)
                .channel(LocalServerChannel.class)
                .childHandler(new Pipeline(null))
                .bind(ADDRESS)
                .sync()
                .channel();
        Channel client = new Bootstrap()
                .group(loops)
                .channel(LocalChannel.class)
                .handler(new Pipeline(answers))
                .connect(ADDRESS)
                .sync()
                .channel();
        Crew.run(
                () -> client.writeAndFlush("ping").sync(),
                () -> client.writeAndFlush("ping").sync());
        Check.equal("pong", answers.poll(10, TimeUnit.SECONDS));
        Check.equal("pong", answers.poll(10, TimeUnit.SECONDS));
        client.close().sync();
        server.close().sync();
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).await();
        Check.equal(true, loops.isTerminated());
        Check.equal(0, answers.size());
    }

    /** Answers on the server's side, and keeps the answers on the client's. */
    private static final class Pipeline extends ChannelInitializer<Channel> {
        private final @Nullable BlockingQueue<String> answers;

        Pipeline(@Nullable BlockingQueue<String> answers) {
            this.answers = answers;
        }

        @Override
        protected void initChannel(Channel channel) {
            channel.pipeline().addLast(new SimpleChannelInboundHandler<String>() {
                @Override
                protected void channelRead0(ChannelHandlerContext context, String message) {
                    if (answers != null) {
                        answers.add(message);
                    } else {
                        context.writeAndFlush("pong");
                    }
                }
            });
        }
    }
}
