"""Tasks on Daft: one row for each task, so that Daft's runner (local, or a cluster's) spreads them.

The tables between the stages are files that all workers see: a local disk for the local runner, a shared one for a
cluster.
"""

from __future__ import annotations

import base64
import os
import pickle
from collections.abc import Callable, Sequence
from importlib import import_module


def _work(task: str) -> bool:
    # The driver pickled this itself a moment ago; nothing from outside is ever loaded here.
    function, arguments = pickle.loads(base64.b64decode(task))
    function(*arguments)
    return True


def run(tasks: Sequence[tuple[Callable[..., None], tuple[object, ...]]]) -> None:
    """Run all tasks, and return when they are done."""
    if not tasks:
        return
    # Daft would report its use to its makers; nothing here talks to the network unless it is asked to.
    os.environ.update({"DAFT_ANALYTICS_ENABLED": "0", "DO_NOT_TRACK": "true", "SCARF_NO_ANALYTICS": "true"})
    daft = import_module("daft")
    encoded = [base64.b64encode(pickle.dumps(task)).decode() for task in tasks]
    work = daft.func(_work, return_dtype=daft.DataType.bool())
    frame = daft.from_pydict({"task": encoded})
    if daft.get_or_infer_runner_type() == "ray":
        frame = frame.into_partitions(len(encoded))
    frame.select(work(frame["task"]).alias("done")).collect()
