package org.parallax.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parallax.config.Actor;
import org.parallax.config.Alias;
import org.parallax.config.Target;

/** What {@code conf/targets.conf} and {@code conf/actors.conf} find. */
class ShippedNamesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Russia's increasingly aggressive policy|russia:Russia",
                "Russian aggression continues|russia:Russian aggression",
                "the Russian-led CSTO and its CORF|russia:Russian csto:CSTO csto:CORF",
                "Moscow denied the report|russia:Moscow",
                "the summit in Moscow|",
                "ties between Moscow and Minsk|russia:Moscow",
                "Putin arrived|",
                "Anti-Russian sanctions|russia:Russian",
                "the Collective Operational Reaction Force|csto:Collective Operational Reaction Force",
                "the Collective Security Treaty Organisation|csto:Collective Security Treaty Organisation",
                "NATO said the Alliance would help|nato:NATO nato:the Alliance",
                "the Alliance of Civilizations and its member states|",
                "Kremlin.ru reported it|",
                "the Russian language and Russian oil|"
            })
    void findTargets(String text, String names) {
        assertThat(found(text, "en", Name.Kind.TARGET)).isEqualTo(names == null ? "" : names);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Российские войска вошли|russia:Российские войска",
                "в отношениях с Москвой|russia:Москвой",
                "саммит в Москве|",
                "Организацией Договора о коллективной безопасности|csto:Организацией Договора о коллективной безопасности",
                "силы ОДКБ и НАТО|csto:ОДКБ nato:НАТО",
                "в Кремле и у Кремля|russia:Кремле russia:Кремля",
                "НАТО и страны альянса|nato:НАТО nato:альянса"
            })
    void findTargetsInRussian(String text, String names) {
        assertThat(found(text, "ru", Name.Kind.TARGET)).isEqualTo(names == null ? "" : names);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Lukashenka and Lukashenko refused|alexander_lukashenko:Lukashenka alexander_lukashenko:Lukashenko",
                "Kazakh President Nursultan Nazarbayev|kazakhstan:Kazakh President nursultan_nazarbayev:Nursultan Nazarbayev",
                "Zelenskyy met Orban|volodymyr_zelensky:Zelenskyy viktor_orban:Orban",
                "Astana supports the plan and Minsk refused|kazakhstan:Astana belarus:Minsk",
                "the Minsk agreements|",
                "the U.S. State Department told us|usa:U.S. usa:State Department",
                "Turkiye and Türkiye|turkey:Turkiye turkey:Türkiye",
                "Ursula von der Leyen spoke|ursula_von_der_leyen:Ursula von der Leyen"
            })
    void findActors(String text, String names) {
        assertThat(found(text, "en", Name.Kind.ACTOR)).isEqualTo(names == null ? "" : names);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Лукашенко говорил с Назарбаевым|alexander_lukashenko:Лукашенко nursultan_nazarbayev:Назарбаевым",
                "по словам Владимира Путина|vladimir_putin:Владимира Путина",
                "казахстанских властей|kazakhstan:казахстанских властей",
                "белорусская сторона|belarus:белорусская сторона"
            })
    void findActorsInRussian(String text, String names) {
        assertThat(found(text, "ru", Name.Kind.ACTOR)).isEqualTo(names);
    }

    @Test
    void everyAliasNamesItsOwnEntry() {
        for (Target target : ShippedNames.TARGETS) {
            target.aliases().forEach(a -> assertNames(a, Name.Kind.TARGET, target.id()));
        }
        for (Actor actor : ShippedNames.ACTORS) {
            actor.aliases().forEach(a -> assertNames(a, Name.Kind.ACTOR, actor.id()));
        }
    }

    @Test
    void noAliasStandsUnderTwoEntries() {
        Map<String, String> owners = new HashMap<>();
        for (Actor actor : ShippedNames.ACTORS) {
            for (Alias alias : actor.aliases()) {
                String owner = owners.putIfAbsent(alias.language() + " " + alias.text(), actor.id());
                assertThat(owner == null || owner.equals(actor.id()))
                        .as("%s of %s and %s", alias.text(), owner, actor.id())
                        .isTrue();
            }
        }
    }

    @Test
    void personsSpeakForAConfiguredState() {
        Set<String> states = ShippedNames.ACTORS.stream()
                .filter(a -> a.kind() == Actor.Kind.STATE)
                .map(Actor::id)
                .collect(Collectors.toSet());
        List<Actor> speakers =
                ShippedNames.ACTORS.stream().filter(a -> a.state() != null).toList();

        assertThat(speakers).hasSizeGreaterThan(150).allSatisfy(a -> assertThat(states)
                .contains(a.state()));
    }

    private static void assertNames(Alias alias, Name.Kind kind, String id) {
        if (!alias.near().isEmpty()) {
            return;
        }
        assertThat(ShippedNames.FINDER.read(alias.text(), alias.language()).names())
                .as("%s of %s", alias, id)
                .contains(new Name(new Span(0, alias.text().length()), kind, id));
    }

    private static String found(String text, String language, Name.Kind kind) {
        return ShippedNames.FINDER.read(text, language).names().stream()
                .filter(n -> n.kind() == kind)
                .map(n -> n.id() + ":" + n.span().of(text))
                .collect(Collectors.joining(" "));
    }
}
