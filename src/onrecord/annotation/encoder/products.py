"""Matrix products that stay on the thread that asks for them.

The library under numpy spreads a product over threads of its own as soon as it holds more than some 262,000
multiplications (OpenBLAS's threshold for GEMM), and waits for them actively. Products of decoding are a few times that:
done so, one of 140 × 128 × 140 took 16 ms of processor time beside other work instead of .12, and its last digits could
depend on how many processors there are. Cut into stretches of rows below the threshold, it does neither.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

MOST = 1 << 18
"""Multiplications that one call may hold."""

Matrix = NDArray[np.floating]


def product(left: Matrix, right: Matrix) -> Matrix:
    """`left @ right`, for two matrices of the same precision."""
    rows = max(2, MOST // max(1, right.size))
    if len(left) <= rows:
        return np.asarray(left @ right)
    whole = len(left) // rows * rows
    out = np.empty((len(left), right.shape[1]), np.result_type(left, right))
    np.matmul(left[:whole].reshape(-1, rows, left.shape[1]), right, out=out[:whole].reshape(-1, rows, right.shape[1]))
    if whole < len(left):
        np.matmul(left[whole:], right, out=out[whole:])
    return out
