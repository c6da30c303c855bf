package org.parallax.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Links, e-mail addresses, domains and account handles in a text: a name inside one names nobody. */
final class WebAddresses {
    private static final String DOMAIN_ENDS =
            "com|org|net|int|info|gov|edu|mil|biz|news|media|tv|io|me|eu|su|рф|ru|ua|by|"
                    + "kz|uz|tj|kg|tm|am|az|ge|md|lv|lt|ee|pl|de|fr|uk|us|cz|sk|hu|ro|bg|rs|fi|se|no|tr|cn|jp|ir|ch|it|es";
    private static final Pattern ADDRESS = Pattern.compile("(?:https?|ftp)://[^\\s<>\"«»”]+"
            + "|\\bwww\\.[^\\s<>\"«»”]+"
            + "|[\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+"
            + "|(?<![\\p{L}\\p{N}])@[\\p{L}\\p{N}_]+"
            + "|(?<![\\p{L}\\p{N}.-])(?:[\\p{L}\\p{N}-]+\\.)+(?:" + DOMAIN_ENDS
            + ")(?![\\p{L}\\p{N}-])(?:/[^\\s<>\"«»”]*)?");

    private WebAddresses() {}

    static List<Span> in(String text) {
        List<Span> addresses = new ArrayList<>();
        Matcher address = ADDRESS.matcher(text);
        while (address.find()) {
            addresses.add(new Span(address.start(), address.end()));
        }
        return addresses;
    }
}
