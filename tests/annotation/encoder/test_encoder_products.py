import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotation.encoder import products
from onrecord.annotation.encoder.products import MOST, Factor, positive, product


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
    Factor(np.ones((512, 140), np.float32)).after(np.ones((200, 512), np.float32))
    assert all(size <= MOST for size in calls)
    assert calls


def test_precision_is_kept():
    assert product(np.ones((900, 64), np.float32), np.ones((64, 64), np.float32)).dtype == np.float32


@given(st.integers(0, 200), st.integers(1, 70), st.integers(1, 130))
def test_a_factor_gives_the_product_and_columns_of_zeros(rows, inner, columns):
    rng = np.random.default_rng(rows + inner + columns)
    left, right = rng.normal(size=(rows, inner)), rng.normal(size=(inner, columns))
    found = Factor(right).after(left)
    assert np.allclose(found[:, :columns], left @ right)
    assert not found[:, columns:].any()


def test_what_is_below_0_becomes_0():
    assert positive(np.array([[-1.0, 2], [0, -3]], np.float32)).tolist() == [[0, 2], [0, 0]]
