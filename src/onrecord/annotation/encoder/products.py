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
ROWS = 64
"""Rows of a piece that are multiplied with columns laid out for it; more of them gain nothing."""

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
    columns = max(columns, min(width, MOST // max(1, len(left) * depth) // 8 * 8))
    rows = max(2, MOST // max(1, depth * columns) // 8 * 8)
    whole = len(left) // rows * rows
    blocks, found = left[:whole].reshape(-1, rows, depth), out[:whole].reshape(-1, rows, width)
    for first in range(0, width, columns):
        some = slice(first, first + columns)
        # A turned matrix is turned back first, as it is read anew for each piece.
        part = right[:, some] if right.flags.c_contiguous else np.ascontiguousarray(right[:, some])
        if whole:
            np.matmul(blocks, part, out=found[:, :, some])
        if whole < len(left):
            np.matmul(left[whole:], part, out=out[whole:, some])
    return out


def positive(values: Matrix) -> Matrix:
    """Puts 0 for all that is below it, in place (relu). A maximum with a number takes numpy twice as long."""
    return np.asarray(np.clip(values, 0, np.inf, out=values))


class Factor:
    """A matrix that many others are multiplied with: its columns laid out so that a call takes the next few at once.

    Products with it are wider than the matrix where its width is no multiple of COLUMNS: by columns of zeros.
    """

    def __init__(self, right: Matrix) -> None:
        """Takes the matrix, which stays as it is."""
        depth, width = right.shape
        self.width = -(-width // COLUMNS) * COLUMNS
        filled = np.zeros((depth, self.width), right.dtype)
        filled[:, :width] = right
        self._blocks = [np.ascontiguousarray(filled[:, k : k + COLUMNS]) for k in range(0, self.width, COLUMNS)]
        self._rows = max(2, min(ROWS, MOST // max(1, depth * COLUMNS)))

    def after(self, left: Matrix, out: Matrix | None = None) -> Matrix:
        """`left` times the matrix; into `out`, if given."""
        if out is None:
            out = np.empty((len(left), self.width), left.dtype)
        whole = len(left) // self._rows * self._rows
        rows = left[:whole].reshape(-1, self._rows, left.shape[1])
        found = out[:whole].reshape(-1, self._rows, self.width)
        for number, block in enumerate(self._blocks):
            some = slice(number * COLUMNS, (number + 1) * COLUMNS)
            np.matmul(rows, block, out=found[:, :, some])
            if whole < len(left):
                np.matmul(left[whole:], block, out=out[whole:, some])
        return out
