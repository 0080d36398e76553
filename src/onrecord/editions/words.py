"""Words of a text as 64-bit numbers, found and hashed without a loop over words.

A word is a run of letters, digits, marks and underscores, lower-cased; in scripts that are written without blanks (Han,
kana, Thai, Lao, Khmer, Burmese) each character is one. Equal words get equal numbers on every machine and in every run;
the constants come from SplitMix64 (Steele, Lea and Flood, OOPSLA 2014), whose finaliser also mixes the sums.
"""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]
Offsets = NDArray[np.int64]

SHINGLE_WORDS = 5
"""Length of a shingle. Five words are the customary unit for copied news text: shorter ones are shared by chance."""

SENTENCE_ENDS = ".!?…。！？"
"""Marks that end a sentence if a blank, a quotation mark or a bracket follows; those of full width in any case."""

_POSITIONS = 64
_BMP = 0x10000
_UNSPACED = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Burmese
    (0x1780, 0x17FF),  # Khmer
    (0x3040, 0x30FF),  # Hiragana, Katakana
    (0x3400, 0x4DBF),  # Han, extension A
    (0x4E00, 0x9FFF),  # Han
    (0xF900, 0xFAFF),  # Han, compatibility
)
_FIRST_LETTER = 0x100
_SURROGATES = 0xD800
_LETTERS = 0x110000 - 0x800 - _FIRST_LETTER
"""Code points that `letters` may use: all but the first and the surrogates, which are none."""
_GOLDEN = np.uint64(0x9E3779B97F4A7C15)


def mix(values: Hashes) -> Hashes:
    """SplitMix64's finaliser: spreads every input bit over all output bits."""
    values = values ^ (values >> np.uint64(30))
    values = values * np.uint64(0xBF58476D1CE4E5B9)
    values ^= values >> np.uint64(27)
    values *= np.uint64(0x94D049BB133111EB)
    values ^= values >> np.uint64(31)
    return values


@functools.cache
def _multipliers(count: int, seed: int) -> Hashes:
    steps = np.arange(1, count + 1, dtype=np.uint64) * _GOLDEN + np.uint64(seed)
    return mix(steps) | np.uint64(1)


@functools.cache
def _classes() -> NDArray[np.uint8]:
    """For each code point below 0x10000: 0 between words, 1 in a word, 2 a word on its own, 3 what ends a sentence."""
    classes = np.zeros(_BMP, dtype=np.uint8)
    for code in range(_BMP):
        classes[code] = _class(code)
    for first, last in _UNSPACED:
        inside = classes[first : last + 1]
        inside[inside > 0] = 2
    classes[[ord(mark) for mark in SENTENCE_ENDS]] = 3
    return classes


def _class(code: int) -> int:
    character = chr(code)
    return int(character.isalnum() or character == "_" or unicodedata.category(character)[0] == "M")


def _lower(text: str) -> str:
    """Lower case with every offset kept: a letter whose lower case is longer stays as it is."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(c if len(c.lower()) != 1 else c.lower() for c in text)


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of one text in reading order: their hashes and their code-point offsets in it.

    `stops` are the offsets of the marks that may end a sentence.
    """

    hashes: Hashes
    starts: Offsets
    ends: Offsets
    stops: Offsets


def find_words(text: str) -> Words:
    """All words of `text`. Linear in its length."""
    return _find(np.frombuffer(_lower(text).encode("utf-32-le", "surrogatepass"), dtype=np.uint32))


@dataclass(frozen=True, slots=True, eq=False)
class Joined:
    """Several texts one behind the other, a line break after each, and the words of all.

    `offsets[i]` is where text i begins among the code points `codes`; the last entry is where the texts end.
    """

    codes: NDArray[np.uint32]
    offsets: Offsets
    words: Words

    def of(self, index: int) -> Words:
        """The words of text `index`, as `find_words` finds them."""
        start, end = self.offsets[index : index + 2]
        first, last = np.searchsorted(self.words.starts, (start, end))
        low, high = np.searchsorted(self.words.stops, (start, end))
        found = self.words
        return Words(
            found.hashes[first:last],
            found.starts[first:last] - start,
            found.ends[first:last] - start,
            found.stops[low:high] - start,
        )


    def places(self, words: str, mark: str) -> Offsets:
        """The offsets of all of the `words`, which are parted by blanks, and of the character `mark`."""
        found = np.zeros(len(self.words.hashes), dtype=bool)
        for hashed in _hashes_of(words):
            found |= self.words.hashes == hashed
        return np.concatenate((self.words.starts[found], np.flatnonzero(self.codes == ord(mark))))


@functools.cache
def _hashes_of(words: str) -> Hashes:
    return find_words(words).hashes


def join(texts: Sequence[str]) -> Joined:
    """The words of several texts at once, which for texts of a few thousand characters costs a fraction."""
    # Lower-cased one by one, so that the words of a text do not depend on its neighbours.
    lowered = [_lower(text) for text in texts]
    codes = np.frombuffer(("\n".join(lowered) + "\n").encode("utf-32-le", "surrogatepass"), np.uint32)
    offsets = np.zeros(len(texts) + 1, dtype=np.int64)
    np.cumsum([len(text) + 1 for text in lowered], out=offsets[1:])
    return Joined(codes, offsets, _find(codes))


def _find(codes: NDArray[np.uint32]) -> Words:
    padded = np.zeros(len(codes) + 2, dtype=np.uint8)
    here, before, after = padded[1:-1], padded[:-2], padded[2:]
    _classes().take(codes, mode="clip", out=here)
    beyond = np.flatnonzero(codes >= _BMP)
    if len(beyond):
        # Letters past the basic plane are mostly rare Han characters: each is a word on its own.
        kinds, where = np.unique(codes[beyond], return_inverse=True)
        here[beyond] = np.array([2 * _class(int(code)) for code in kinds], dtype=np.uint8)[where]
    stops = np.flatnonzero(here == 3)
    here[stops] = 0
    inside = here > 0
    single = here == 2
    if single.any():
        starts = np.flatnonzero(inside & ((before == 0) | (before == 2) | single))
        ends = np.flatnonzero(inside & ((after == 0) | (after == 2) | single)) + 1
    else:
        starts = np.flatnonzero(here > before)
        ends = np.flatnonzero(here > after) + 1
    if not len(starts):
        return Words(np.zeros(0, np.uint64), starts, ends, stops)
    # A multilinear hash: every letter times a constant of its position in the word, summed; separators count nothing.
    position = _counted(len(codes) - int(starts[0]), starts[1:] - starts[0], np.diff(starts))
    products = _multipliers(_POSITIONS, 0).take(position, mode="clip")
    products *= (codes * inside)[starts[0] :]
    return Words(mix(_sums(products, starts - starts[0])), starts, ends, stops)


def _counted(size: int, starts: Offsets, lengths: Offsets) -> Offsets:
    """0, 1, 2 and so on, `size` numbers, from 0 again at each of the starts; `lengths` are what stands before each."""
    steps = np.ones(size, dtype=np.int64)
    steps[0] = 0
    steps[starts] = 1 - lengths
    return np.cumsum(steps, out=steps)


def _sums(values: Hashes, starts: Offsets) -> Hashes:
    """The sum of the values from each start to the next, modulo 2**64; the first start is 0."""
    total: Hashes = np.cumsum(values)
    sums: Hashes = total[np.append(starts[1:], len(values)) - 1]
    sums[1:] -= sums[:-1].copy()
    return sums


def sentence_ends(codes: NDArray[np.uint32], stops: Offsets) -> Offsets:
    """The offsets behind those of the marks `stops` that end a sentence. The last code is none of them."""
    after = codes.take(stops + 1, mode="clip")
    wide = codes[stops] > 0x2FFF
    return stops[wide | _behind().take(after, mode="clip")] + 1


@functools.cache
def _behind() -> NDArray[np.bool_]:
    """For each code point below 0x10000: whether a mark that it follows ends a sentence."""
    behind = np.zeros(_BMP, dtype=bool)
    behind[[code for code in range(_BMP) if chr(code).isspace() or chr(code) in "\"'”’»)]"]] = True
    return behind


def distinct(hashes: Hashes) -> Hashes:
    """The distinct hashes, sorted. For the few hundred of one text faster than `numpy.unique`."""
    ordered: Hashes = np.sort(hashes)
    if len(ordered) < 2:
        return ordered
    new = np.ones(len(ordered), dtype=bool)
    np.not_equal(ordered[1:], ordered[:-1], out=new[1:])
    return ordered[new]


def sequence_hashes(words: Hashes, starts: Offsets, ends: Offsets) -> Hashes:
    """One hash for each stretch `words[start:end]`, order counting; 0 for an empty stretch."""
    out = np.zeros(len(starts), dtype=np.uint64)
    filled = np.flatnonzero(ends > starts)
    if not len(filled):
        return out
    first, last = starts[filled], ends[filled]
    lengths = last - first
    offsets = np.cumsum(lengths) - lengths
    position = _counted(int(lengths.sum()), offsets[1:], lengths[:-1])
    taken = words[np.repeat(first, lengths) + position]
    salted = mix(taken + (position.astype(np.uint64) + np.uint64(1)) * _GOLDEN)
    out[filled] = _sums(salted, offsets)
    return out


def letters(words: Hashes) -> str:
    """The words with one character for each: equal words get equal ones, different words mostly different ones."""
    codes = (words % np.uint64(_LETTERS)).astype(np.uint32) + np.uint32(_FIRST_LETTER)
    codes[codes >= _SURROGATES] += np.uint32(0x800)
    return codes.astype("<u4").tobytes().decode("utf-32-le")


def shingles(words: Hashes, size: int = SHINGLE_WORDS) -> Hashes:
    """One hash for every `size` words in a row, in reading order; a shorter text is one shingle."""
    if not len(words):
        return words
    if len(words) < size:
        return sequence_hashes(words, np.array([0]), np.array([len(words)]))
    count = len(words) - size + 1
    factors = _multipliers(size, 1)
    total = words[:count] * factors[0]
    for offset in range(1, size):
        total = total + words[offset : offset + count] * factors[offset]
    return mix(total)
