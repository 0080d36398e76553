"""Matrix products that stay on the thread that asks for them.

The library under numpy spreads a product over threads of its own as soon as it holds more than some 262,000
multiplications (OpenBLAS's threshold for GEMM), and waits for them actively. Products of decoding are a few times that:
done so, one of 140 × 128 × 140 took 16 ms of processor time beside other work instead of .12, and its last digits could
depend on how many processors there are. Cut into pieces below the threshold, it does neither. What the library makes of
a piece it does the faster the nearer the piece is to a square: 32 columns at a time, where there are many.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

MOST = 1 << 18
"""Multiplications that one call may hold."""
COLUMNS = 32
"""Columns of a piece, where there are more than twice as many."""

Matrix = NDArray[Any]


def laid(array: Matrix, shape: tuple[int, ...], strides: tuple[int, ...], first: int = 0) -> Matrix:
    """A view of an array that lies in one piece, `first` bytes on; numpy's `as_strided` takes ten times as long."""
    return np.ndarray(shape, array.dtype, array, first, strides)


def product(left: Matrix, right: Matrix) -> Matrix:
    """`left @ right`, for two matrices of the same precision."""
    depth, width = right.shape
    if len(left) * right.size <= MOST:
        return np.asarray(left @ right)
    out = np.empty((len(left), width), np.result_type(left, right))
    columns = COLUMNS if width > 2 * COLUMNS else max(1, width)
    rows = max(2, MOST // max(1, depth * columns) // 8 * 8)
    whole = len(left) // rows * rows
    blocks, found = left[:whole].reshape(-1, rows, depth), out[:whole].reshape(-1, rows, width)
    for first in range(0, width, columns):
        some = slice(first, first + columns)
        np.matmul(blocks, right[:, some], out=found[:, :, some])
        if whole < len(left):
            np.matmul(left[whole:], right[:, some], out=out[whole:, some])
    return out
