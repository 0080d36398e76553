"""Which language a text is in."""

from __future__ import annotations

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
