"""A writer that is killed (SIGKILL) leaves the state of its last commit: nothing missing, nothing doubled."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest
from scale_texts import copies, prints

from onrecord.scale import CandidateIndex

WRITER = """
import sys, time
sys.path.insert(0, sys.argv[3])
from pathlib import Path
from scale_texts import prints
from onrecord.scale import CandidateIndex, index, manifest, segments

folder, moment = sys.argv[1:3]

def stop():
    print("stopped", flush=True)
    time.sleep(600)

def half(path, parts):
    with path.open("wb") as file:
        file.write(b"half a segment")
        file.flush()
        if len(parts) == index.FAN:
            stop()
    return write(path, parts)

def merging():
    return len(opened._parts) == index.FAN

write, replace, unlink = segments.write, manifest.replace, Path.unlink
if moment == "writing":
    index.write = half
elif moment == "before the switch":
    manifest.replace = lambda *args: stop() if merging() else replace(*args)
elif moment == "after the switch":
    Path.unlink = lambda *args, **options: stop()
opened = CandidateIndex(folder)
for n in range(len(opened), 100_000, 10):
    opened.add(prints(n, n + 10))
    opened.commit()
    print(n + 10, flush=True)
"""


def writer(folder: Path, moment: str) -> subprocess.Popen[str]:
    here = str(Path(__file__).parent)
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(folder), moment, here], stdout=subprocess.PIPE, text=True
    )


def kill(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.wait()
    assert process.stdout is not None
    process.stdout.close()


def whole(folder: Path, count: int) -> None:
    """The index holds the first `count` documents, or one commit more, each once, with all their pairs."""
    with CandidateIndex(folder) as index:
        index.check()
        ids = list(index.ids())
        assert len(ids) in (count, count + 10)
        assert ids == [f"d{n:05d}" for n in range(len(ids))]
        assert index.candidates(prints(0, len(ids))) == tuple(sorted(copies(0, len(ids))))
        assert len(list(folder.glob("*.segment"))) == len(index._parts)


@pytest.mark.parametrize("moment", ["writing", "before the switch", "after the switch"])
def test_killed_in_the_midst_of_a_merge(tmp_path: Path, moment: str):
    process = writer(tmp_path, moment)
    assert process.stdout is not None
    count = 0
    for line in process.stdout:
        if line == "stopped\n":
            break
        count = int(line)
    kill(process)
    with CandidateIndex(tmp_path, read_only=True) as reader:
        assert len(reader) in (count, count + 10)
    whole(tmp_path, count)


@pytest.mark.slow
def test_killed_at_any_moment_again_and_again(tmp_path: Path):
    count = 0
    for round_ in range(6):
        process = writer(tmp_path, "none")
        assert process.stdout is not None
        for _ in range(6):
            count = int(process.stdout.readline())
        time.sleep(0.003 * round_)
        kill(process)
        with CandidateIndex(tmp_path, read_only=True) as reader:
            assert len(reader) >= count
            count = len(reader)
        whole(tmp_path, count)
