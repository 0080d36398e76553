"""The examples of docs/times.md run as they stand."""

import doctest
from pathlib import Path

DOCS = Path(__file__).parent.parent.parent / "docs" / "times.md"


def test_the_examples_of_the_documentation():
    failed, tried = doctest.testfile(str(DOCS), module_relative=False)
    assert (failed, tried > 0) == (0, True)
