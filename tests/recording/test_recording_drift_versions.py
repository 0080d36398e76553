"""What later versions of a report change."""

from __future__ import annotations

import pytest
from recording_making import document

from onrecord.recording import make_record
from onrecord.types import Direction, Drift, Edge, Report


def drift_between(earlier: str, later: str, direction: Direction = "from-to") -> tuple[Drift, ...]:
    documents = [document(earlier, id="a", published="2024-03-01"), document(later, id="b", published="2024-03-02")]
    return make_record(documents, [Report("r", ("a", "b"), edges=(Edge("a", "b", "revised", direction, ()),))]).drift


@pytest.mark.parametrize(
    ("earlier", "later", "touches"),
    [
        (
            "The fire at the pier killed 12 sailors and two divers on Monday.",
            "The fire at the pier killed 14 sailors and two divers on Monday.",
            ("number",),
        ),
        (
            "A strike could double the price of bread in the harbour towns.",
            "A strike will double the price of bread in the harbour towns.",
            ("hedge",),
        ),
        (
            "Nord Air turned down most demands of the pilots on Friday night.",
            "Nord Air turned down the demands of the pilots on Friday night.",
            ("quantifier",),
        ),
    ],
)
def test_a_changed_sentence_is_shown_in_both_versions(earlier: str, later: str, touches: tuple[str, ...]) -> None:
    [drift] = drift_between(earlier, later)
    assert drift.touches == touches
    assert (drift.summary.document, drift.body.document) == ("b", "a")
    assert drift.text.startswith("in a later version: ")


def test_the_number_of_the_update_tells_the_later_version() -> None:
    earlier = "# Nord Air raises bid\nThe deal could meet resistance in Oslo, brokers said on Monday."
    later = "# UPDATE 2-Nord Air raises bid\nThe deal will meet resistance in Oslo, brokers said on Monday."
    [drift] = drift_between(later, earlier, "undetermined")
    assert (drift.summary.document, drift.body.document) == ("a", "b")
    assert "“could” is lost" in drift.text


def test_what_stays_the_same_and_what_has_no_direction_shows_nothing() -> None:
    same = "The fire at the pier killed 12 sailors and two divers on Monday."
    changed = same.replace("12", "14")
    assert drift_between(same, f"{same} The harbour was closed.") == ()
    assert drift_between(same, changed, "undetermined") == ()
