package org.parallax.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArticleIdTest {

    @Test
    void withAUrlOnlyOutletAndUrlCount() {
        assertThat(ArticleId.derive("a.org", "u", "one", "body"))
                .isEqualTo(ArticleId.derive("a.org", "u", "two", "other"))
                .hasSize(64)
                .matches("[0-9a-f]+");
    }

    /** From {@code printf '3:url5:a.org1:u' | sha256sum} and {@code printf '4:text5:a.org-:2:é' | sha256sum}. */
    @Test
    void theHashIsThatOfPartsWithTheirLengths() {
        assertThat(ArticleId.derive("a.org", "u", null, null))
                .isEqualTo("0191cc13e89d9669835daf2a9e91080741f4f9c489b4319795ced1814a719ed3");
        assertThat(ArticleId.derive("a.org", null, null, "é"))
                .isEqualTo("3c00c203b1ea01e7d18c932e38085cd74ab1fc07cc548df5d2fce171a51840e1");
    }

    @Test
    void movingTextBetweenPartsGivesAnotherId() {
        List<String[]> triples = List.of(
                new String[] {"a", "bc", "d"},
                new String[] {"ab", "c", "d"},
                new String[] {"a", "b", "cd"},
                new String[] {"a", null, "d"},
                new String[] {"a", "", "d"},
                new String[] {"a", "1:b", "d"});
        Set<String> ids = new HashSet<>();

        triples.forEach(t -> ids.add(ArticleId.derive(t[0], null, t[1], t[2])));

        assertThat(ids).hasSameSizeAs(triples);
    }
}
