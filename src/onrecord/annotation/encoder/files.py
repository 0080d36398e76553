"""The model's files: where they lie, what they say of themselves, whether they are those that belong together.

`annotator.onnx` holds the network, `annotator.json` its checksum, the small tables that decoding needs and what it was
trained with, `judge.json` the judge of statements, `vocab.txt` the word pieces. Another model is put in place by
copying the first two.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.errors import OnrecordError

FOLDER = Path(__file__).resolve().parents[2] / "models"
"""Where the shipped model lies."""
NETWORK, ABOUT, JUDGE, CARD = "annotator.onnx", "annotator.json", "judge.json", "card.md"
OVERLAP = 0
"""Where a description names none: with 48 pieces of context link F1 on held-back documents was the same (64.3 to 64.5),
and a third of all pieces was read twice."""
_AGAIN = (
    "Install onrecord again, or copy both annotator.onnx and annotator.json of one version there. "
    "Until then --rules does without it: fewer statements are found."
)


@dataclass(frozen=True, slots=True)
class Model:
    """A model's description, read and checked; its network is not opened yet.

    `about` is the content of `annotator.json`; `overlap` the pieces of context before a window.
    """

    folder: Path
    about: dict[str, Any]
    sha256: str
    window: int
    overlap: int

    @property
    def version(self) -> str:
        """What tells it from other models: its own version, and always the start of its checksum."""
        named = str(self.about.get("version", ""))
        return f"{named}+{self.sha256[:8]}" if named else self.sha256[:8]


def read_model(folder: Path = FOLDER) -> Model:
    """The description of the model in a folder.

    Raises:
        OnrecordError: `annotator.json` is missing or is not what it should be.
    """
    about = read_json(folder / ABOUT)
    try:
        return Model(folder, about, str(about["sha256"]), int(about["window"]), int(about.get("overlap", OVERLAP)))
    except (KeyError, TypeError, ValueError) as error:
        raise broken(folder / ABOUT, f"the description of the annotator's model lacks {error}") from error


def read_json(path: Path) -> dict[str, Any]:
    """The object in a JSON file of the model.

    Raises:
        OnrecordError: there is none.
    """
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise broken(path, "a file of the annotator's model is missing") from error
    except (OSError, ValueError) as error:
        raise broken(path, f"a file of the annotator's model cannot be read ({error})") from error
    if not isinstance(found, dict):
        raise broken(path, "a file of the annotator's model is not what it should be")
    return found


def check_network(model: Model) -> int:
    """Check the network's file, and give its size in bytes.

    Raises:
        OnrecordError: the file is missing, or its checksum is not the one that `annotator.json` states.
    """
    return check_file(model.folder / NETWORK, model.sha256, "the annotator's network", ABOUT)


def check_file(path: Path, sha256: str, what: str, stated_by: str) -> int:
    """Check a file of a network, and give its size in bytes.

    Args:
        path: the file.
        sha256: the checksum that it should have.
        what: which network it is, for the error.
        stated_by: the file that states the checksum.

    Raises:
        OnrecordError: the file is missing, or its checksum is another one.
    """
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError as error:
        raise broken(path, f"{what} is missing") from error
    except OSError as error:
        raise broken(path, f"{what} cannot be read ({error})") from error
    if found != sha256:
        raise broken(
            path,
            f"{what} is changed or cut short ({size:,} bytes, checksum {found[:12]}…, "
            f"{stated_by} states {sha256[:12]}…)",
        )
    return size


def broken(path: Path, what: str) -> OnrecordError:
    """The error for a model file that cannot be used."""
    return OnrecordError(what, str(path), _AGAIN)
