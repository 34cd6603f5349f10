"""Figures under an item, and their marks in its text."""

from __future__ import annotations

from dataclasses import replace

from sholu.mentions.model import Figure
from sholu.mentions.suspects import AMBIGUOUS_SIGN
from sholu.release.marks import MarkedText, doubt_of, mark_figures, told_once
from tests.release.invented_events import REED, figure_of

TITLE = "Operation Reed: 46.1 kg of hashish seized"
PARAGRAPHS = REED.split("\n\n")


def _marked(marked: MarkedText) -> str:
    return "\n".join(
        "".join(run.text + (f"^{run.mark}^" if run.mark else "") for run in runs)
        for runs in marked.paragraphs
    )


def _figure(words: str, of: str | None) -> Figure:
    return figure_of("d" * 64, REED, words, of)


def test_a_mark_stands_after_the_words_of_its_figure() -> None:
    figures = [_figure("46.1 kg", "hashish"), _figure("5.7 tons", "drugs")]
    text = _marked(mark_figures(figures, TITLE, PARAGRAPHS))
    assert "found 46.1 kg^a^ of hashish" in text
    assert "more than 5.7 tons^b^ of drugs" in text


def test_of_two_equal_numbers_the_one_with_the_same_surroundings_is_marked() -> None:
    second = REED.rindex("9 persons")
    figure = _figure("9 persons", "questioned")
    span = replace(
        figure.span, start=second, prefix=REED[second - 32 : second], suffix=REED[second + 9 :]
    )
    text = _marked(mark_figures([replace(figure, span=span)], TITLE, PARAGRAPHS))
    assert "detained 9 persons." in text
    assert "Another 9 persons^a^ were questioned" in text


def test_a_figure_of_the_title_is_not_marked_in_the_text() -> None:
    whole = f"{TITLE}\n\nThe unit worked near Tersay. The van carried 46.1 kg."
    figure = figure_of("d" * 64, whole, "46.1 kg", "hashish")
    marked = mark_figures([figure], TITLE, whole.split("\n\n")[1:])
    assert "^" not in _marked(marked)
    assert [printed.letter for printed in marked.figures] == ["a"]


def test_a_number_inside_a_longer_one_is_not_marked() -> None:
    figure = figure_of("d" * 64, "They took 6 of them.", "6", "them")
    marked = mark_figures([figure], "Title", ["They took 46 and 6.5 and 1,6 and 16."])
    assert "^" not in _marked(marked)


def test_marking_changes_no_letter_of_the_text() -> None:
    figures = [_figure("46.1 kg", "hashish"), _figure("9 persons", "detained")]
    runs = mark_figures(figures, TITLE, PARAGRAPHS).paragraphs
    assert ["".join(run.text for run in paragraph) for paragraph in runs] == PARAGRAPHS


def test_only_figures_in_digits_that_count_something_are_printed_and_each_once() -> None:
    figures = [
        figure_of("d" * 64, "Two couriers", "Two", "couriers"),
        _figure("46.1 kg", None),
        _figure("5.7 tons", "drugs"),
        _figure("5.7 tons", "Drugs"),
    ]
    printed = mark_figures(figures, TITLE, PARAGRAPHS).figures
    assert [(figure.value, figure.of) for figure in printed] == [("5.7 tons", "Drugs")]


def test_a_sign_says_that_the_source_knows_only_a_bound() -> None:
    more = replace(_figure("5.7 tons", "drugs"), qualifier="more_than")
    assert mark_figures([more], TITLE, PARAGRAPHS).figures[0].value == "> 5.7 tons"


def test_a_value_does_not_repeat_the_word_that_it_counts() -> None:
    assert (
        mark_figures([_figure("9 persons", "persons")], TITLE, PARAGRAPHS).figures[0].value == "9"
    )


def test_after_twenty_six_figures_the_letters_are_doubled() -> None:
    text = " ".join(f"{n} things{n}" for n in range(100, 128))
    figures = [figure_of("d" * 64, text, str(n), f"things{n}") for n in range(100, 128)]
    assert [figure.letter for figure in mark_figures(figures, TITLE, PARAGRAPHS).figures][
        24:28
    ] == ["y", "z", "aa", "ab"]


def _headline_and_text(headline: str, text: str, *words: tuple[str, str]) -> list[Figure]:
    whole = f"{headline}\n\n{text}"
    told, ends = [], {}
    for number, of in words:
        start = whole.index(number, ends.get(number, 0))
        ends[number] = start + len(number)
        one = figure_of("d" * 64, whole, number, of)
        span = replace(
            one.span,
            start=start,
            end=start + len(number),
            prefix=whole[max(0, start - 32) : start],
            suffix=whole[start + len(number) : start + len(number) + 32],
        )
        told.append(replace(one, span=span, value=float(number.split()[0])))
    return told


HEADLINE = "Tersay: 38 ha of hemp mown, 12 of a gang held"


def test_a_headline_s_figure_is_listed_once_where_the_text_says_it_in_other_words() -> None:
    text = "They burned wild hemp on 38 ha of state land and held 12 of a ring of drivers."
    words = ("38 ha", "hemp"), ("12", "gang"), ("38 ha", "state land"), ("12", "drivers")
    figures = _headline_and_text(HEADLINE, text, *words)
    assert [one.of for one in told_once(figures, HEADLINE, [text])] == ["state land", "drivers"]
    lines = mark_figures(figures, HEADLINE, [text]).figures
    assert [(line.letter, line.of) for line in lines] == [("a", "state land"), ("b", "drivers")]


def test_a_headline_s_figure_stays_where_the_text_has_another_or_says_nothing_of_it() -> None:
    text = "They burned wild hemp on 37.6 ha of state land, it was said, and 12 more was asked for."
    words = ("38 ha", "hemp"), ("12", "gang"), ("37.6 ha", "state land"), ("12", "")
    figures = _headline_and_text(HEADLINE, text, *words)
    kept = told_once(figures, HEADLINE, [text])
    assert [one.of for one in kept] == ["hemp", "gang", "state land", ""]


def test_a_value_is_printed_in_the_letters_of_its_source() -> None:
    text = "Sömkeden 4 myñğa juyq kapsula tabyldy."
    figure = figure_of("d" * 64, text, "4 myñğa", "капсула")
    read = replace(figure, value_printed="4 мыңға")
    marked = mark_figures([read], "", [text])
    assert marked.figures[0].value == "4 myñğa"
    assert "4 myñğa^a^ juyq" in _marked(marked)


def test_another_reading_is_called_likely_only_where_it_is() -> None:
    figure = _figure("46.1 kg", "hashish")
    assert doubt_of(replace(figure, suspect=AMBIGUOUS_SIGN)) == "ambiguous"
    assert doubt_of(replace(figure, suspect="a share above 100 percent")) == "suspect"
