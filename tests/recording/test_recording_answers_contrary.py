"""Answers that say the contrary of what is asked, a part of it, or what one can and will do."""

from __future__ import annotations

import pytest
from recording_making import names, record_of


def answers(text: str) -> list[tuple[str, list[tuple[str, list[str]]]]]:
    record = record_of(text)
    return [(d.state, [(a.kind, names(record, a.by)) for a in d.answers]) for d in record.demands]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Sweden told Vesta Lines to leave the port of Ostra. Vesta Lines said it would stay.", "Vesta Lines"),
        ("Sweden demanded that Norway return the maps. Norway said it would keep the maps.", "Norway"),
        ("The Nurses Guild asked Nord Air to stop the night flights. Nord Air vowed to continue.", "Nord Air"),
    ],
)
def test_who_will_do_the_contrary_rejects(text: str, by: str) -> None:
    assert answers(text) == [("rejected", [("rejects", [by])])]


@pytest.mark.parametrize(
    "sequel",
    [
        "Prime Minister Mia Holm said she had full confidence in Ek.",
        "Prime Minister Mia Holm stood by Ek.",
        "Prime Minister Mia Holm has expressed her support for Ek.",
    ],
)
def test_who_stands_by_somebody_rejects_that_he_resign(sequel: str) -> None:
    text = f"The Harbour League demanded the resignation of Finance Minister Jon Ek. {sequel}"
    assert answers(text) == [("rejected", [("rejects", ["Mia Holm"])])]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Jon Ek asked the Harbour Board to publish the list. The Harbour Board did so on Friday.", "Harbour Board"),
        ("The Dockers Union asked Nord Air to rehire the loaders. Nord Air gave in.", "Nord Air"),
        ("Sweden asked Norway to reopen the strait. Norway relented on Monday.", "Norway"),
    ],
)
def test_who_gives_in_accepts(text: str, by: str) -> None:
    assert answers(text) == [("accepted", [("accepts", [by])])]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Jon Ek asked Nord Air for an apology. Nord Air saw no need for one.", "Nord Air"),
        ("The Dockers Union urged Vesta Lines to raise pay. Vesta Lines would not be rushed.", "Vesta Lines"),
        ("Sweden asked Norway to free the crew. Norway said it did not negotiate with pirates.", "Norway"),
    ],
)
def test_who_stands_firm_rejects(text: str, by: str) -> None:
    assert answers(text) == [("rejected", [("rejects", [by])])]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("The Harbour Board ordered Vesta Lines to repair the quay. Vesta Lines said it would repair the quay.", "Vesta Lines"),
        ("Sweden asked Norway to return the maps. Norway agreed within the hour.", "Norway"),
        ("The Supreme Court told Nord Air to freeze its fares. Nord Air would comply with the freeze.", "Nord Air"),
        ("Jon Ek asked the Harbour Board to cut the fee. The Harbour Board voted 6-2 on Monday to cut the fee.", "Harbour Board"),
    ],
)  # fmt: skip
def test_who_will_do_it_or_votes_for_it_accepts(text: str, by: str) -> None:
    assert answers(text) == [("accepted", [("accepts", [by])])]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Sweden asked Norway to extradite Jon Ek. Norway refused on Monday to extradite Ek.", "Norway"),
        ("The Dockers Union asked Nord Air to pay the fines. Nord Air said it could not pay the fines.", "Nord Air"),
        ("Jon Ek asked Mia Holm to share the list. Holm has ignored it.", "Mia Holm"),
    ],
)
def test_who_refuses_again_cannot_or_does_not_heed_rejects(text: str, by: str) -> None:
    assert answers(text) == [("rejected", [("rejects", [by])])]


@pytest.mark.parametrize(
    ("text", "by", "kind"),
    [
        ("Vesta Lines asked the Harbour Board for a delay of six weeks. The Harbour Board granted two weeks.", "Harbour Board", "partly"),
        ("The Dockers Union asked Nord Air to rehire 40 loaders. Nord Air rehired 12 of them.", "Nord Air", "partly"),
        ("Jon Ek asked Mia Holm for $40,000. Holm gave $40,000.", "Mia Holm", "accepts"),
    ],
)  # fmt: skip
def test_how_much_of_it_is_granted(text: str, by: str, kind: str) -> None:
    state = "accepted" if kind == "accepts" else "partly"
    assert answers(text) == [(state, [(kind, [by])])]


@pytest.mark.parametrize(
    "sequel",
    [
        "Norway said it would keep a low profile.",
        "Norway has refused two earlier requests.",
        "Norway would free the crew if Sweden paid.",
    ],
)
def test_another_matter_an_earlier_request_or_a_bargain_answers_nothing(sequel: str) -> None:
    found = answers(f"Sweden asked Norway to free the crew. {sequel}")
    assert found[0] == ("pending", [])


def test_one_answer_answers_all_that_is_asked_in_one_breath() -> None:
    text = "The Harbour Board ordered Vesta Lines to repair the quay and to publish the list. Vesta Lines refused."
    assert answers(text) == [("rejected", [("rejects", ["Vesta Lines"])])] * 2


def test_many_answers_to_one_demand_are_gathered_once() -> None:
    text = "Sweden asked Norway to free the crew.\n" + "Norway refused to free the crew.\n" * 300
    record = record_of(text)
    assert [len(a.evidence) for d in record.demands for a in d.answers] == [300]


@pytest.mark.parametrize(
    "sequel",
    [
        "Nord Air called the demand excessive but did not reject it outright.",
        "Nord Air called the request unrealistic, though it stopped short of refusing it.",
        "Nord Air described the demand as unfair without ruling it out.",
    ],
)
def test_who_speaks_ill_of_a_demand_need_not_reject_it(sequel: str) -> None:
    first = "The Nurses Guild demanded that Nord Air stop the night flights."
    assert answers(f"{first} {sequel}")[0][0] != "rejected"
    plain = sequel.replace(",", " but").split(" but")[0].split(" without")[0]
    assert answers(f"{first} {plain}.".replace("..", "."))[0][0] == "rejected"
