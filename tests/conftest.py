"""What tests of every stage share."""

import gc
import time
from collections.abc import Callable

import pytest
from hypothesis import settings

# What a single example costs on a busy machine is no property of the code, and neither is what happens to be drawn: the
# same examples for the same tests. Others are drawn with `pytest --hypothesis-profile explore`.
settings.register_profile("onrecord", deadline=None, derandomize=True)
settings.register_profile("explore", deadline=None)
settings.load_profile("onrecord")

Quickest = Callable[..., float]
TRIES = 3


@pytest.fixture
def quickest() -> Quickest:
    """Tells the processor seconds of the quickest of a few tries of something.

    A single try tells little: collecting the garbage of thousands of earlier tests, or a neighbour on the machine, can
    cost more than what is measured. Work whose time grows with the square of its input is slow in every try.
    """

    def measure(work: Callable[[], object], enough: float = 0.0) -> float:
        best = float("inf")
        for _ in range(TRIES):
            gc.collect()
            gc.disable()
            try:
                begin = time.process_time()
                work()
                best = min(best, time.process_time() - begin)
            finally:
                gc.enable()
            if best < enough:
                break
        return best

    return measure
