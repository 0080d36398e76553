import numpy as np

from onrecord.annotation.encoder.decoding import Figures
from onrecord.annotation.encoder.decoding_roles import OFFSETS, PairTable
from onrecord.annotation.encoder.decoding_said import SAID_TAGS, said_tied


def setting(wanted):
    """Figures and a table in which each word's own vector asks for one tag of `wanted`, whatever the cue."""
    size = len(SAID_TAGS)
    words = np.zeros((len(wanted), size), np.float32)
    for i, tag in enumerate(wanted):
        words[i, SAID_TAGS.index(tag)] = 5
    table = PairTable(np.zeros((OFFSETS, size), np.float32), np.eye(size, dtype=np.float32), np.zeros((size, size), np.float32), np.zeros(size, np.float32))
    tags = np.full((len(wanted), 7), np.log(1 / 7))
    none = np.zeros((len(wanted), 2), np.float32)
    return Figures(tags, none, none), (np.zeros_like(words), words), table


def tied(wanted, cues, paragraphs=None, outside=0.0):
    figures, said, table = setting(wanted)
    return said_tied(figures, said, table, cues, paragraphs or [0] * len(wanted), 0.3, outside)


def test_a_cue_takes_its_source_and_the_pieces_of_its_content():
    found = tied(["B-content", "I-content", "B-source", "O", "B-content"], [(3, 4)])
    assert found == [([(2, 3)], (3, 4), [(0, 2), (4, 5)])]


def test_a_cue_without_content_makes_no_statement():
    assert tied(["B-source", "O", "O"], [(1, 2)]) == []
    assert tied(["B-source", "O", "O"], []) == []


def test_a_cue_is_no_part_of_its_own_content_and_content_keeps_to_the_paragraph():
    found = tied(["B-content"] * 4, [(1, 2)], paragraphs=[0, 0, 0, 1])
    assert found == [([], (1, 2), [(0, 1), (2, 3)])]
