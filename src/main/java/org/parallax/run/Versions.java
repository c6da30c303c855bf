package org.parallax.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;

/** Versions of the job and of what it stands on: as built, and as found at run time where that can differ. */
public final class Versions {
    private Versions() {}

    /** As built. */
    public static SortedMap<String, String> built() {
        Properties properties = new Properties();
        try (InputStream in = Versions.class.getResourceAsStream("versions.properties")) {
            if (in == null) {
                throw new IllegalStateException("versions.properties is not on the class path; build with Maven");
            }
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        SortedMap<String, String> versions = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> versions.put(name, properties.getProperty(name)));
        versions.put("java", Runtime.version().toString());
        return versions;
    }

    /** As this run finds them: the cluster has its own Spark. */
    static SortedMap<String, String> of(SparkSession spark) {
        SortedMap<String, String> versions = built();
        versions.put("spark", spark.version());
        return versions;
    }
}
