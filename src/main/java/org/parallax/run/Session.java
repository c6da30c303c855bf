package org.parallax.run;

import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.SparkSession.Builder;

/**
 * The Spark session of a command: on the master that spark-submit or {@code -Dspark.master} names, else on all cores of
 * this machine. It joins a session that is there already, and then leaves it open.
 */
public final class Session implements AutoCloseable {
    private static final String MASTER = "spark.master";
    private static final String HERE = "127.0.0.1";

    private final SparkSession spark;
    private final boolean own;

    private Session(SparkSession spark, boolean own) {
        this.spark = spark;
        this.own = own;
    }

    /**
     * Opens the session of a command.
     *
     * @param properties Spark properties; what spark-submit was told wins over them
     */
    public static Session open(String command, Map<String, String> properties) {
        boolean own = SparkSession.getDefaultSession().isEmpty();
        SparkConf told = new SparkConf();
        Builder builder = SparkSession.builder().appName("parallax " + command);
        properties.forEach((key, value) -> {
            if (!told.contains(key)) {
                builder.config(key, value);
            }
        });
        String master = told.get(MASTER, properties.getOrDefault(MASTER, "local[*]"));
        builder.master(master);
        if (master.startsWith("local") && !told.contains("spark.driver.host")) {
            // A laptop's host name may resolve to an address of another network, or to none.
            builder.config("spark.driver.host", HERE).config("spark.driver.bindAddress", HERE);
        }
        return new Session(builder.getOrCreate(), own);
    }

    public SparkSession spark() {
        return spark;
    }

    @Override
    public void close() {
        if (own) {
            spark.stop();
        }
    }
}
