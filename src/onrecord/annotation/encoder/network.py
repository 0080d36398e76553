"""One pass of the network over windows: numbers in, the heads' figures by name out.

Windows go through one at a time. The int8 network scales each layer's input by its largest value in the batch: with
several windows in one, what a window gives would depend on its neighbours (and need padding). Alone, it depends on
nothing but its own words, and windows of a text fill most of the room anyway.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from onrecord.annotation.encoder.files import NETWORK, Model, broken, check_file, check_network
from onrecord.annotation.encoder.inputs import Ready

INPUTS = ("ids", "features", "present", "firsts")
SLOWER = ["SkipLayerNormFusion"]
"""What onnxruntime is kept from making of a network: adding and normalising in one node took it five times as long as
one after the other (376 to 74 µs for 165 pieces; onnxruntime 1.32, AVX2)."""


def opened(path: Path, what: str) -> onnxruntime.InferenceSession:
    """A session that runs the network of a file, on the thread that asks.

    Raises:
        OnrecordError: it is no network that this version can run; `what` says which one.
    """
    options = onnxruntime.SessionOptions()
    # Two threads within a pass of one window gained nothing; windows side by side do.
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # Its arena keeps the largest window's memory for good and gains nothing here.
    options.enable_cpu_mem_arena = False
    try:
        return onnxruntime.InferenceSession(
            str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=SLOWER
        )
    except Exception as error:
        if type(error).__module__.startswith("onnxruntime"):
            raise broken(path, f"{what} cannot be opened ({error})") from error
        raise


class MoveLayers:
    """The layers of the network of moves, opened. They can be asked from several threads at once."""

    def __init__(self, path: Path, sha256: str) -> None:
        """Open them.

        Args:
            path: their file.
            sha256: its checksum, as the matrices beside it state it.

        Raises:
            OnrecordError: the file is missing, changed, or no network that this version can run.
        """
        check_file(path, sha256, "the network of moves", path.with_suffix(".npz").name)
        self._session = opened(path, "the network of moves")
        self._names = [o.name for o in self._session.get_outputs()]

    def read(self, lower: NDArray[np.float32]) -> dict[str, NDArray[np.float32]]:
        """What the layers say of a stretch of words, from words × width of the layer below them."""
        return dict(zip(self._names, self._session.run(self._names, {"lower": lower}), strict=True))


class Network:
    """An opened network. `outputs` are the names of what its heads give."""

    def __init__(self, model: Model) -> None:
        """Open the network. It can be asked from several threads at once.

        Raises:
            OnrecordError: the file is missing, changed, or no network that this version can run.
        """
        check_network(model)
        self._session = opened(model.folder / NETWORK, "the annotator's network")
        self.outputs = tuple(o.name for o in self._session.get_outputs())
        given = {i.name for i in self._session.get_inputs()}
        if given != set(INPUTS):
            raise broken(model.folder / NETWORK, f"the annotator's network takes other inputs: {sorted(given)}")

    def read(self, window: Ready, names: Sequence[str]) -> dict[str, np.ndarray]:
        """What the named heads say of a window; the first axis, of windows, is taken off."""
        ids = np.array([window.ids], np.int64)
        given = {
            "ids": ids,
            "features": np.array([window.features], np.int64),
            "present": np.ones_like(ids, np.bool_),
            "firsts": np.array([window.firsts], np.int64),
        }
        found = self._session.run(list(names), given)
        return {name: values[0] for name, values in zip(names, found, strict=True)}
