package org.parallax.config;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One object of the configuration while it is read: each method reads one key, notes a bad value in {@link Problems} and
 * goes on with a stand-in, and {@link #end} notes the keys that nobody read.
 */
final class Section {
    private final ConfigObject object;
    private final String path;
    private final Problems problems;
    private final Set<String> read = new HashSet<>();

    Section(ConfigObject object, String path, Problems problems) {
        this.object = object;
        this.path = path;
        this.problems = problems;
    }

    Problems problems() {
        return problems;
    }

    String key(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /** The value of a key, or null when it is absent or null. */
    @Nullable
    ConfigValue value(String name) {
        read.add(name);
        problems.known(key(name));
        ConfigValue value = object.get(name);
        return value == null || value.valueType() == ConfigValueType.NULL ? null : value;
    }

    int whole(String name, int least, int most) {
        String accepted = "must be a whole number from " + least + " to " + most;
        return scalar(
                name,
                accepted,
                text -> {
                    int value = Integer.parseInt(text);
                    return value >= least && value <= most ? Integer.valueOf(value) : null;
                },
                least);
    }

    long whole(String name) {
        return scalar(name, "must be a whole number", Long::valueOf, 0L);
    }

    double number(String name, DoublePredicate accepts, String accepted) {
        return scalar(
                name,
                accepted,
                text -> {
                    double value = Double.parseDouble(text);
                    return accepts.test(value) ? Double.valueOf(value) : null;
                },
                0.0);
    }

    String text(String name, String accepted) {
        return scalar(name, accepted, text -> text.isBlank() ? null : text, "");
    }

    <E extends Enum<E>> E choice(String name, Class<E> type) {
        E[] all = type.getEnumConstants();
        String accepted =
                "must be one of " + Arrays.stream(all).map(Section::code).collect(Collectors.joining(", "));
        return scalar(
                name,
                accepted,
                text -> Arrays.stream(all)
                        .filter(e -> code(e).equals(text))
                        .findFirst()
                        .orElse(null),
                all[0]);
    }

    /** The texts of a list that has to be there and to hold something. */
    List<String> texts(String name, String accepted) {
        ConfigValue value = value(name);
        if (value == null) {
            problems.missing(object, key(name), accepted);
            return List.of();
        }
        List<String> texts = items(name, accepted).stream()
                .map(item -> String.valueOf(item.unwrapped()))
                .toList();
        if (texts.isEmpty() && value instanceof ConfigList) {
            problems.bad(value, key(name), accepted);
        }
        return texts;
    }

    /** The items of a list that may be absent or empty. */
    List<ConfigValue> list(String name, String accepted) {
        ConfigValue value = value(name);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof ConfigList list)) {
            problems.bad(value, key(name), accepted);
            return List.of();
        }
        return list;
    }

    /** The texts of a list that may be absent or empty, as values that know their place. */
    List<ConfigValue> items(String name, String accepted) {
        List<ConfigValue> good = new ArrayList<>();
        for (ConfigValue item : list(name, accepted)) {
            if (item.valueType() == ConfigValueType.STRING
                    && !String.valueOf(item.unwrapped()).isBlank()) {
                good.add(item);
            } else {
                problems.bad(item, key(name), accepted);
            }
        }
        return good;
    }

    /** The section of a key; an empty one when it is absent. */
    Section section(String name) {
        ConfigValue value = value(name);
        if (value instanceof ConfigObject child) {
            return new Section(child, key(name), problems);
        }
        if (value != null) {
            problems.bad(value, key(name), "must be an object: " + name + " { ... }");
        }
        return new Section(ConfigFactory.empty().root().withOrigin(object.origin()), key(name), problems);
    }

    /** The names that this section states, in order, those set to null apart: so a later file removes an entry. */
    List<String> names() {
        return new TreeMap<>(object)
                .entrySet().stream()
                        .filter(e -> e.getValue().valueType() != ConfigValueType.NULL)
                        .map(java.util.Map.Entry::getKey)
                        .toList();
    }

    void bad(ConfigValue value, String name, String accepted) {
        problems.bad(value, key(name), accepted);
    }

    void badSelf(String accepted) {
        problems.bad(object, path, accepted);
    }

    /** The section that one item of a list is; null, and noted, when the item is no object. */
    @Nullable
    Section item(String name, ConfigValue item, String accepted) {
        if (item instanceof ConfigObject child) {
            return new Section(child, key(name), problems);
        }
        problems.bad(item, key(name), accepted);
        return null;
    }

    /** Notes every key that was not read. */
    void end() {
        new TreeMap<>(object).forEach((name, value) -> {
            if (!read.contains(name)) {
                problems.unknown(value, key(name));
            }
        });
    }

    private <T> T scalar(String name, String accepted, Function<String, @Nullable T> parse, T standIn) {
        ConfigValue value = value(name);
        if (value == null) {
            problems.missing(object, key(name), accepted);
            return standIn;
        }
        T parsed = null;
        if (!(value instanceof ConfigObject) && !(value instanceof ConfigList)) {
            try {
                parsed = parse.apply(String.valueOf(value.unwrapped()));
            } catch (NumberFormatException e) {
                parsed = null;
            }
        }
        if (parsed == null) {
            problems.bad(value, key(name), accepted);
            return standIn;
        }
        return parsed;
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
