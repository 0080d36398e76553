"""What somebody does by what he says, by letters and orders, and whom a pronoun in it may stand for."""

import pytest
from annotation_making import read, words

from onrecord.annotation.syntax import Sentence


def told(text: str) -> list[tuple[str | None, list[str], str]]:
    """Each event's type, actor and trigger."""
    found = read(text)
    events = [e for e in found.annotations.events if e.confidence > 0.3]
    return [(e.type, words(found, e.actor), found.document.quote(e.trigger)) for e in events]


@pytest.mark.parametrize(
    ("text", "kind", "who", "trigger"),
    [
        # Untrue.
        ("Ada Lund said that was a lie.", "REJECT", "Ada Lund", "said"),
        ("The ministry said reports of a leak were simply false.", "REJECT", "The ministry", "said"),
        ("Jon Brede called that nonsense.", "REJECT", "Jon Brede", "called"),
        ("The mayor called the allegation a fabrication.", "REJECT", "The mayor", "called"),
        ("Nord Air said it knew nothing of the sort.", "REJECT", "Nord Air", "said"),
        ("Orrland said no such order was given.", "REJECT", "Orrland", "said"),
        # Not to be had.
        ("Nord Air said the ferry line was not for sale.", "REJECT", "Nord Air", "said"),
        ("The premier said the port was not negotiable.", "REJECT", "The premier", "said"),
        ("The league said a merger was out of the question.", "REJECT", "The league", "said"),
        # Not to come.
        ("The minister said the pilot would not be handed over.", "REJECT", "The minister", "said"),
        ("The junta said nobody would be freed before May.", "REJECT", "The junta", "said"),
        ("The firm said there would be no extension.", "REJECT", "The firm", "said"),
        ("The premier said the rebels were not willing to talk.", "REJECT", "The premier", "said"),
        ("The general said he was not going to resign.", "REJECT", "The general", "said"),
        ("The premier said there would be no deal if Orrland fired.", "THREATEN", "The premier", "said"),
    ],
)
def test_what_is_said_not_to_be_so_or_not_to_come_is_rejected(text: str, kind: str, who: str, trigger: str) -> None:
    assert (kind, [who], trigger) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ada Lund said the boat was for sale.",
        "The ministry said the reports were accurate.",
        "The firm said there would be no rain.",
        "The coach said the team was not going to win.",
        "The premier said such raids could not be tolerated.",
        "The records show that the report was false.",
        "Jon Brede called that progress.",
        "The mayor said the concert would not be affected.",
    ],
)
def test_what_is_no_refusal(text: str) -> None:
    assert all(kind not in ("REJECT", "THREATEN") for kind, _, _ in told(text))


@pytest.mark.parametrize(
    ("text", "kind", "trigger"),
    [
        ("A judge ordered the former head of a fund for miners, who is ill, to give up his passport.", "REQUEST", "ordered"),
        ("The court ordered the owner of two mills, which are shut, to pay the cooks.", "REQUEST", "ordered"),
        ("The chairman would like the Minister for Fisheries, Ada Lund, to appoint an arbitrator.", "REQUEST", "like"),
        ("Rebels gave the garrison a night to walk out of the town.", "REQUEST", "gave"),
        ("The bank gave the brewer the weekend to sign.", "REQUEST", "gave"),
        ("The mill gave staff who had walked out until noon to return.", "REQUEST", "gave"),
        ("Ada Lund wrote to the company on Monday for a seat on the board.", "REQUEST", "wrote"),
        ("The league wrote to the mayor asking for a permit.", "REQUEST", "wrote"),
        ("Ada Lund wrote to the mayor twice.", "CONSULT", "wrote"),
        ("The auditor referred the case to the police.", "REQUEST", "referred"),
        ("Suppliers want to be paid on delivery.", "REQUEST", "want"),
        ("The agency served the firm with a notice.", "COERCE", "served"),
        ("Orrland is unwilling to pay.", "REJECT", "pay"),
        ("The union is not prepared to accept the offer.", "REJECT", "accept"),
    ],
)  # fmt: skip
def test_what_orders_letters_and_papers_tell(text: str, kind: str, trigger: str) -> None:
    assert (kind, trigger) in [(k, t) for k, _, t in told(text)]


@pytest.mark.parametrize(
    ("text", "kind", "trigger"),
    [
        ("Ada Lund wrote to the mayor for years.", "REQUEST", "wrote"),
        ("The cook served the guests with a smile.", "COERCE", "served"),
        ("The poet wants to be remembered.", "REQUEST", "wants"),
        ("Jon Ek is prepared to pay.", "REJECT", "pay"),
    ],
)
def test_what_only_looks_like_it(text: str, kind: str, trigger: str) -> None:
    assert (kind, trigger) not in [(k, t) for k, _, t in told(text)]


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("Velsa gave Orrland a week to free the crew of a trawler seized last month.", {"seized": "VBN"}),
        ("The envoy asked for news of the sailors detained in May.", {"detained": "VBN"}),
        ("The mayor spoke about the miners killed on Friday.", {"killed": "VBN"}),
        # Subjects of their verbs.
        ("The envoy said rebels of the front seized the port.", {"seized": "VBD"}),
        ("It ended after troops captured Tolk.", {"captured": "VBD"}),
        ("The fund said it would back three of them.", {"back": "VB"}),
        ("The fund said it would go back on Friday.", {"back": "RB"}),
        ("He said that was a lie.", {"lie": "NN"}),
    ],
)
def test_words_that_can_only_be_one_part_of_speech(text: str, tags: dict[str, str]) -> None:
    sentence = Sentence(text, 0, len(text))
    assert {w: sentence.tags[sentence.words.index(w)] for w in tags} == tags


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        ("The ministry said it had sent the boats.", "sent", "The ministry"),
        ("The ministry said she had sent the boats.", "sent", "she"),
        ("The doctor said it had closed the ward.", "closed", "it"),
        ("They turned the offer down, according to their lawyer.", "turned", "They"),
    ],
)
def test_a_pronoun_stands_only_for_a_speaker_who_agrees_with_it(text: str, trigger: str, actor: str) -> None:
    assert [who for _, who, t in told(text) if t == trigger] == [[actor]]
