package dev.jcoyote.libraries;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.jcoyote.TestBody;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** HikariCP over H2 in memory: three threads share two connections, and no update is lost. */
final class HikariPool implements TestBody {
    @Override
    public void run() throws Exception {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:mem:bank");
        config.setMaximumPoolSize(2);
        try (HikariDataSource source = new HikariDataSource(config);
                Connection kept = source.getConnection()) {
            try (Statement statement = kept.createStatement()) {
                statement.execute("create table account (id int primary key, balance int)");
                statement.execute("insert into account values (1, 0)");
            }
            Crew.run(() -> deposit(source, 1), () -> deposit(source, 2), () -> deposit(source, 3));
            try (Statement statement = kept.createStatement();
                    ResultSet rows = statement.executeQuery("select balance from account")) {
                rows.next();
                Check.equal(6, rows.getInt(1));
            }
        }
    }

    private static void deposit(HikariDataSource source, int amount) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.executeUpdate("update account set balance = balance + " + amount + " where id = 1");
            connection.commit();
        }
    }
}
