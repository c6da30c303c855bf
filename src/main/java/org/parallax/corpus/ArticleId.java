package org.parallax.corpus;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Derives the id of an article that came without one: the SHA-256, in hex, of outlet and url where there is a url, else
 * of outlet, title and body as stored. Each part is preceded by its length in bytes, so that no two triples read alike.
 */
final class ArticleId {

    private ArticleId() {}

    static String derive(String outlet, @Nullable String url, @Nullable String title, @Nullable String body) {
        return url != null ? hash("url", outlet, url) : hash("text", outlet, title, body);
    }

    private static String hash(@Nullable String... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                byte[] bytes = part == null ? new byte[0] : part.getBytes(StandardCharsets.UTF_8);
                String length = part == null ? "-" : String.valueOf(bytes.length);
                digest.update((length + ":").getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
