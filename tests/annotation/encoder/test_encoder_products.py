import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotation.encoder import products
from onrecord.annotation.encoder.products import MOST, product


@given(st.integers(0, 400), st.integers(1, 70), st.integers(1, 130), st.booleans())
def test_it_is_the_product(rows, inner, columns, turned):
    rng = np.random.default_rng(rows + inner + columns)
    left = rng.normal(size=(rows, inner))
    right = rng.normal(size=(columns, inner)).T if turned else rng.normal(size=(inner, columns))
    assert np.allclose(product(left, right), left @ right)


@pytest.mark.parametrize("rows", [1, 200, 1001])
def test_no_call_is_large_enough_for_threads(rows, monkeypatch):
    calls = []

    def matmul(left, right, out):
        calls.append(left.shape[-2] * right.size)
        out[...] = 0
        return out

    monkeypatch.setattr(products.np, "matmul", matmul)
    product(np.ones((rows, 128), np.float32), np.ones((128, 140), np.float32))
    assert all(size <= MOST for size in calls)
    assert bool(calls) == (rows > 1)


def test_precision_is_kept():
    assert product(np.ones((900, 64), np.float32), np.ones((64, 64), np.float32)).dtype == np.float32
