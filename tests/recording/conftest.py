"""The rules are tested by every claim that they make; what is kept out of the ledger has tests of its own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from onrecord.recording import claims_gate


@pytest.fixture(autouse=True, scope="module")
def every_claim(request: pytest.FixtureRequest) -> Iterator[None]:
    """Let all claims stand, but in the tests of the gate."""
    with pytest.MonkeyPatch.context() as patched:
        if request.module.__name__ != "test_recording_claims_gate":
            patched.setattr(claims_gate, "LEAST", 0.0)
        yield
