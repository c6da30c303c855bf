package org.parallax.mention;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RussianFormsTest {

    @ParameterizedTest
    @CsvSource({
        "россия, россии россию россией",
        "украина, украины украине украину украиной",
        "кремль, кремля кремлю кремлем кремле",
        "беларусь, беларуси беларусью",
        "китай, китая китаю китаем китае",
        "казахстан, казахстана казахстану казахстаном казахстане",
        "путин, путина путину путиным путине",
        "лавров, лаврова лаврову лавровым лаврове",
        "захарова, захаровой захарову",
        "зеленский, зеленского зеленскому зеленским зеленском",
        "навальный, навального навальному навальным навальном",
        "дуда, дуды дуде дуду дудой",
        "польша, польши польше польшу польшей",
        "организация, организации организацию организацией",
        "российская, российской российскую",
        "федерация, федерации федерацию федерацией",
        "российский, российского российскому российским российском российские российских российская российскую",
        "российские, российских российским российскими",
        "войска, войск войскам войсками войсках",
        "власти, властей властям властями властях",
        "штаты, штатов штатам штатами штатах",
        "правительство, правительства правительству правительством правительстве",
        "вторжение, вторжения вторжению вторжением вторжении",
        "силы, сил силам силами силах",
        "саргсян, саргсяна саргсяну саргсяном саргсяне",
        "грузия, грузии грузию грузией"
    })
    void hasAllCasesOfAName(String word, String forms) {
        assertThat(RussianForms.of(word)).contains(word).contains(forms.split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"о", "нато", "moscow", "баку"})
    void leavesIndeclinableAndForeignWordsFindable(String word) {
        assertThat(RussianForms.of(word)).contains(word);
    }

    @ParameterizedTest
    @CsvSource({"лавров, лавр", "лавров, лавра", "россия, росс", "путин, путь", "трамп, трамплин"})
    void doesNotMeetOtherWords(String word, String other) {
        assertThat(RussianForms.of(word)).doesNotContain(other);
    }
}
