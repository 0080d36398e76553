"""Which language a text is in."""

from __future__ import annotations

import sys

import pytest

from onrecord.reading.language import language_code, language_of

DUTCH = "De havenraad sloot maandag de draaibrug, nadat duikers scheuren in twee pijlers hadden gevonden. " * 3


@pytest.mark.parametrize(
    ("tag", "code"),
    [("de-AT", "de"), ("en_US", "en"), (" FR ", "fr"), ("nb-NO", "no"), ("iw", "he"), ("", None), (None, None), ("english", None), ("*", None)],
)
def test_codes(tag: str | None, code: str | None) -> None:
    assert language_code(tag) == code


def test_a_declared_language_is_believed_where_its_script_fits() -> None:
    assert language_of("Kort", "nl") == "nl"
    assert language_of("Разводной мост закрыт до весны, сообщил совет гавани", "bg") == "bg"
    assert language_of("港湾評議会は月曜日、旋回橋を閉鎖した", "en") == "ja"


def test_declared_english_is_checked() -> None:
    assert language_of(DUTCH, "en") == "nl"


def test_without_a_declaration_the_text_decides() -> None:
    assert language_of(DUTCH) == "nl"
    assert language_of("Ja.") is None
    assert language_of("다리는 봄까지 닫힌다고 항만 위원회가 밝혔다") == "ko"


ENGLISH = (
    "The harbour board closed the swing bridge on Monday after divers found cracks in two of the piers, and said that "
    "it would stay shut until spring. Ferries have been laid on for the workers who cross the sound with their lorries."
)


def test_plain_english_is_told_without_the_classifier(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "py3langid", None)
    assert language_of(ENGLISH) == "en"
    assert language_of(ENGLISH * 2, "en") == "en"
    with pytest.raises(ImportError):
        language_of(DUTCH)


def test_a_text_that_quotes_english_stays_in_its_language() -> None:
    assert language_of(DUTCH + "“The bridge will stay shut until spring,” zei een woordvoerder. " + DUTCH) == "nl"
