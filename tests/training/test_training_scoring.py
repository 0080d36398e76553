from training.readers import Attribution
from training.scoring import figures

from onrecord.annotation.encoder.words import words_of

WORDS = words_of("aa bb cc dd ee ff gg hh")


def said(source, cue, content):
    def spans(pair):
        return ((3 * pair[0], 3 * pair[1] - 1),) if pair else ()

    return Attribution(spans(source), spans(cue), spans(content))


GOLD = [said((0, 1), (1, 2), (2, 6)), said(None, (6, 7), (7, 8))]


def test_the_gold_itself_is_perfect():
    assert set(figures([(WORDS, GOLD, GOLD)]).values()) == {100.0}


def test_half_of_the_content_is_enough_for_a_link_but_not_for_an_exact_piece():
    found = figures([(WORDS, GOLD, [said((0, 1), (1, 2), (2, 4)), GOLD[1]])])
    assert (found["link"], found["content"], found["source"]) == (100.0, 50.0, 100.0)


def test_a_source_where_there_is_none_breaks_the_link():
    found = figures([(WORDS, GOLD, [GOLD[0], said((0, 1), (6, 7), (7, 8))])])
    assert (found["link"], found["cue"]) == (50.0, 100.0)


def test_nothing_found_scores_nothing():
    assert figures([(WORDS, GOLD, [])])["link"] == 0.0
