"""Who says what: orders of words, spans, stances, kinds of source."""

import pytest
from annotation_making import named, read, told, words


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        # X says that …, with and without `that`
        ("The mayor said that the bridge would open in May.", "The mayor", "said", "that the bridge would open in May"),
        ("Olan Bright claimed the ferry was safe.", "Olan Bright", "claimed", "the ferry was safe"),
        ("Petra Lund, a marine biologist, said the eels were back.", "Petra Lund, a marine biologist", "said", "the eels were back"),
        ("The guild has denied that it was paid.", "The guild", "has denied", "that it was paid"),
        ("Divers familiar with the wreck reported that it had moved.", "Divers familiar with the wreck", "reported", "that it had moved"),
        ("The mayor of Orrville on Tuesday announced that she would resign.", "The mayor of Orrville", "announced", "that she would resign"),
        ("The offer to lead the port for a year was bold, Lund said.", "Lund", "said", "The offer to lead the port for a year was bold"),
        # direct quotations, on both sides
        ("“We are tired,” the captain said.", "the captain", "said", "“We are tired,”"),
        ("“We are tired,” said the captain.", "the captain", "said", "“We are tired,”"),
        ('"We are tired," said Olan Bright, the captain.', "Olan Bright, the captain", "said", '"We are tired,"'),
        ("The captain said, “We are tired.”", "The captain", "said", "“We are tired.”"),
        ("The captain told reporters: “We are tired.”", "The captain", "told", "“We are tired.”"),
        ("Said Olan Bright, “We are tired of the fog and the noise.”", "Olan Bright", "Said", "“We are tired of the fog and the noise.”"),
        # inverted and final attributions
        ("The port is closed, said the mayor.", "the mayor", "said", "The port is closed"),
        ("The port is closed, the mayor said on Friday.", "the mayor", "said", "The port is closed"),
        ("According to two divers, the wreck has moved.", "two divers", "According to", "the wreck has moved"),
        ("The wreck has moved, according to two divers.", "two divers", "according to", "The wreck has moved"),
        ("As the mayor told the council, the port is closed.", "the mayor", "told", "the port is closed"),
        # objects, infinitives, prepositions
        ("The union accused the port of theft.", "The union", "accused", "the port of theft"),
        ("The union called for a boycott.", "The union", "called for", "a boycott"),
        ("The captain vowed to sue the port.", "The captain", "vowed", "to sue the port"),
        ("The captain asked whether the port was safe.", "The captain", "asked", "whether the port was safe"),
        ("The captain told the crew that the port was closed.", "The captain", "told", "that the port was closed"),
        ("Smith, who has said the port is safe, resigned.", "who", "has said", "the port is safe"),
        ("The captain resigned, saying the port was unsafe.", "The captain", "saying", "the port was unsafe"),
        ("Her claim that the port was unsafe surprised us.", "Her", "claim", "that the port was unsafe"),
        # what somebody is told to have said, and what is made clear
        ("The port was closed, as the mayor said on Friday.", "the mayor", "said", "The port was closed"),
        ("The eels are back in the bay, as two divers reported last week.", "two divers", "reported", "The eels are back in the bay"),
        ("The port will open in May, as Ada Quill told the council.", "Ada Quill", "told", "The port will open in May"),
        ("He denied that the eels had died, as a diver has claimed.", "a diver", "has claimed", "the eels had died"),
        ("Shares fell, as the bank said that it would close.", "the bank", "said", "that it would close"),
        ("The mayor made clear on Friday that the port would close.", "The mayor", "made clear", "that the port would close"),
        ("Ada Quill made it plain that she would stay.", "Ada Quill", "made it plain", "that she would stay"),
        ("The guild has made clear that it will strike.", "The guild", "has made clear", "that it will strike"),
    ],
)
def test_source_cue_and_content(text: str, source: str, cue: str, content: str) -> None:
    found = read(text)
    statement = told(found, cue)
    assert (words(found, statement.source), words(found, statement.content)) == ([source], [content])


def test_an_attribution_that_interrupts_a_clause_leaves_two_parts() -> None:
    found = read("The port, the mayor said, will open in May.")
    assert words(found, told(found, "said").content) == ["The port", "will open in May"]


def test_a_quotation_goes_on_behind_its_attribution_and_into_the_next_sentence() -> None:
    found = read("“We are tired,” the captain said. “We want to go home.”")
    assert words(found, told(found, "said").content) == ["“We are tired,”", "“We want to go home.”"]


def test_an_announced_quotation_in_the_next_paragraph() -> None:
    found = read("The captain continued:", "“We are tired of waiting for the tide.”")
    assert words(found, told(found, "continued").content) == ["“We are tired of waiting for the tide.”"]


def test_two_statements_of_one_sentence_do_not_swallow_each_other() -> None:
    found = read("Divers warn that the wreck is moving, while the port fears a long closure.")
    assert words(found, told(found, "warn").content) == ["that the wreck is moving"]
    assert words(found, told(found, "fears").content) == ["a long closure"]


def test_a_passive_has_no_source_unless_by_names_one() -> None:
    found = read("The port is expected to close in May.")
    statement = told(found, "is expected")
    assert (statement.source, statement.source_kind) == ((), "none")
    assert words(found, statement.content) == ["The port", "to close in May"]


def test_words_in_quotation_marks_alone_are_no_statement() -> None:
    assert read("The “repair” of the pier took ten years.").annotations.statements == ()


@pytest.mark.parametrize(
    ("text", "cue", "stance"),
    [
        ("The mayor said the port was closed.", "said", "asserts"),
        ("The mayor alleged that the port was sold.", "alleged", "alleges"),
        ("The mayor confirmed that the port was sold.", "confirmed", "confirms"),
        ("The mayor denied that the port was sold.", "denied", "denies"),
        ("The mayor demanded that the port be sold.", "demanded", "demands"),
        ("The mayor promised to sell the port.", "promised", "promises"),
        ("The mayor threatened to close the port.", "threatened", "threatens"),
        ("Economists predicted that the port would close.", "predicted", "predicts"),
        ("The mayor believes that the port will close.", "believes", "believes"),
        ("The mayor asked whether the port would close.", "asked", "asks"),
        ("The mayor urged the crew to leave.", "urged", "demands"),
        ("The mayor dismissed claims of theft.", "dismissed", "denies"),
        ("The mayor rejected the offer.", "rejected", "asserts"),
        ("The mayor did not say the port was closed.", "did not say", "asserts"),
    ],
)
def test_the_stance_of_a_cue(text: str, cue: str, stance: str) -> None:
    assert told(read(text), cue).stance == stance


@pytest.mark.parametrize(
    ("text", "cue", "kind"),
    [
        ("Olan Bright said the port was closed.", "said", "named"),
        ("The ministry said the port was closed.", "said", "office"),
        ("A fisherman said the port was closed.", "said", "described"),
        ("Sources familiar with the sale said the port was closed.", "said", "anonymous"),
        ("Economists said the port was closed.", "said", "collective"),
        ("An audit said the port was closed.", "said", "document"),
        ("Reuters said the port was closed.", "said", "outlet"),
        ("A BBC report said the port was closed.", "said", "outlet"),
        ("The port was reported closed.", "was reported", "none"),
    ],
)
def test_the_kind_of_a_source(text: str, cue: str, kind: str) -> None:
    assert told(read(text), cue).source_kind == kind


def test_a_pronoun_stands_for_whoever_spoke_last() -> None:
    found = read("Ada Quill met Olan Bright.", "“The port is closed,” Quill said. She added that Bright knew.")
    assert named(found, told(found, "added").party) == "Ada Quill"


def test_somebodys_government_is_that_of_his_country() -> None:
    found = read("Kenyan President Achim Odoro spoke in Kenya. His government denies the charges.")
    statement = told(found, "denies")
    assert (statement.source_kind, named(found, statement.party)) == ("office", "Kenya")


def test_a_relative_pronoun_has_the_party_of_the_name_before_it() -> None:
    found = read("Ada Quill, who has said the port is safe, resigned.")
    assert named(found, told(found, "has said").party) == "Ada Quill"


def test_via_points_to_the_statement_around() -> None:
    found = read("The Tribune reported that officials said the port was closed.")
    outer, inner = told(found, "reported"), told(found, "said")
    assert found.annotations.statements.index(outer) == inner.via
    assert outer.via is None


def test_whom_a_source_cites_speaks_through_it() -> None:
    found = read("Reuters reported that the port was closed, citing two officials.")
    cited = told(found, "citing")
    assert words(found, cited.source) == ["two officials"]
    assert cited.via == found.annotations.statements.index(told(found, "reported"))


def test_furniture_says_nothing() -> None:
    from onrecord.annotation import annotate
    from onrecord.types import Block, Document, Source

    text = "The mayor said the port was closed."
    document = Document("d", text, (Block("notice", 0, len(text)),), Source("d", "text/plain", ""))
    assert annotate(document).annotations.statements == ()


def test_a_dated_noun_before_the_verb_is_no_verb() -> None:
    found = read("Sources familiar with the May 21 call revealed that the port would close.")
    assert words(found, told(found, "revealed").source) == ["Sources familiar with the May 21 call"]


def test_a_clause_of_time_has_its_own_subject() -> None:
    found = read("The attempt to sell the port collapsed after Ada Quill rejected the terms.")
    assert words(found, told(found, "rejected").source) == ["Ada Quill"]


def test_a_thing_that_is_nobody_says_nothing_by_a_doubtful_cue() -> None:
    assert read("The port was closed, a step signaling thrift.").annotations.statements == ()


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said not one house stood.",
        "The captain said not a sailor was missing.",
        "Ada Quill said hardly anybody was hurt.",
    ],
)
def test_what_is_told_keeps_its_negation(text: str) -> None:
    found = read(text)
    assert words(found, told(found, "said").content) == [text.split("said ")[1].removesuffix(".")]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The firm, founded by Ada Quill, said the port was closed.", None),
        ("The union, which Jon Ek leads, said the port was closed.", None),
        ("The mayor, Ada Quill, said the port was closed.", "Ada Quill"),
        ("The dockers' leader, Jon Ek, said the port was closed.", "Jon Ek"),
        ("Its chief of staff, General Jon Ek, said the port was closed.", "Jon Ek"),
    ],
)
def test_an_apposition_names_the_source_and_a_clause_about_it_does_not(text: str, who: str | None) -> None:
    found = read(text)
    assert named(found, told(found, "said").party) == who


def test_a_governments_soldiers_are_not_the_government() -> None:
    found = read("The rebels hold 22 government soldiers.", "The government said they were safe.")
    assert named(found, told(found, "said").party) != "22 government soldiers"


def test_a_verb_with_a_subject_and_an_object_of_its_own_takes_no_theme_from_before() -> None:
    found = read("At a quarter to midnight he telephoned the guild and asked for two weeks.")
    assert words(found, told(found, "asked for").content) == ["two weeks"]


def test_a_headline_tells_nothing_of_the_text_below_it() -> None:
    from annotation_making import document

    from onrecord.annotation import annotate

    page = document("The mayor has until Friday to free the ship.", title="Orrville sets deadline for ship")
    title = page.blocks[0]
    for statement in annotate(page).annotations.statements:
        if statement.cue[0][0] < title.end:
            assert all(end <= title.end for _, end in statement.content)


@pytest.mark.parametrize(
    "text",
    [
        "The clinic stopped admitting new patients.",
        "Both sides must admit the inspectors.",
        "The school admitted four pupils.",
    ],
)
def test_who_lets_somebody_in_concedes_nothing(text: str) -> None:
    assert [s.stance for s in read(text).annotations.statements if s.stance == "confirms"] == []
