"""One pass over a page's tree: its visible text as lines, each with what its surroundings say about it.

A line is the run of inline text inside one block-level element (`<p>`, `<li>`, a `<div>` with text of its own), or the
part of one between two `<br>`. Scripts, styles, forms' values and what is marked as hidden give no line. The walk keeps
its own stack, so that no nesting can exhaust Python's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from onrecord.reading.html_words import roles_of

SKIPPED = frozenset(
    "script style noscript template svg math iframe object embed applet canvas select option textarea input head title "
    "meta link base map area audio video source track frameset frame noframes datalist dialog".split()
)
"""Elements whose text is no reader's: programs, styles, fallbacks and controls."""

INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr q rp rt ruby s samp "
    "small span strike strong sub sup time tt u var wbr".split()
)
"""Elements that run on in the line they stand in. All others, also unknown ones, begin a new one."""

MEDIA = frozenset("img picture video audio iframe object embed amp-img".split())
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_BOLD = frozenset(("b", "strong"))
_INVISIBLE = {0xAD: None, 0x200B: None, 0x2060: None, 0xFEFF: None}
_PLAIN = re.compile(r"[A-Za-z_][\w.-]*", re.A)
"""Element names that an XPath may use as they are."""
_HIDING = re.compile(r"display\s?:\s?none|visibility\s?:\s?hidden", re.I)
_HINTED = frozenset("class id itemprop data-testid data-component data-qa data-type role data-module rel".split())


@dataclass(slots=True, eq=False)
class Box:
    """A block-level element: where it stands and the roles that its names claim for it and for all it contains.

    `own` are the roles of its own names, `roles` these and its ancestors'. `text` and `linked` count characters of
    all lines inside, `good` those of lines that look like running text.
    """

    element: etree._Element
    tag: str
    parent: Box | None
    own: int
    roles: int
    depth: int
    first: int
    text: int = 0
    linked: int = 0
    good: int = 0
    children: int = 0
    style: str = ""
    """Its class attribute: elements that are set alike share it."""
    media: bool = False
    """Whether a picture, film or frame stands in it."""

    def within(self, ancestor: Box) -> bool:
        """Whether this box is `ancestor` or stands inside it."""
        box: Box | None = self
        while box is not None and box.depth > ancestor.depth:
            box = box.parent
        return box is ancestor

    def up(self) -> Iterator[Box]:
        """This box and its ancestors, the nearest first."""
        box: Box | None = self
        while box is not None:
            yield box
            box = box.parent


@dataclass(slots=True, eq=False)
class Line:
    """A run of text. `linked` and `bold` count its characters inside `<a>` and `<b>`; `inline` are the roles of the
    inline elements in it that hold all of its text; `links` its hyperlinks (text, element)."""

    text: str
    box: Box
    index: int
    linked: int = 0
    bold: int = 0
    inline: int = 0
    links: list[tuple[str, etree._Element]] = field(default_factory=list)

    @property
    def tag(self) -> str:
        """The block-level element that it stands in."""
        return self.box.tag

    @property
    def roles(self) -> int:
        """The roles that all around it and the inline elements that hold it claim."""
        return self.box.roles | self.inline


def parse_page(html: str) -> etree._Element:
    """The page's root element, an empty one for a page without any. Nesting is cut at libxml2's 255 levels."""
    parser = etree.HTMLParser(
        encoding="utf-8", recover=True, no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    data = html.replace("\x00", "").encode("utf-8", "replace")
    try:
        root = etree.fromstring(data, parser) if data.strip() else None
    except etree.XMLSyntaxError:
        root = None
    return etree.Element("html") if root is None else root


def _described(element: etree._Element) -> tuple[str, bool]:
    """An element's names, joined, and whether it is marked as hidden."""
    names, hidden = "", False
    for key, value in element.items():
        if key in _HINTED:
            names = f"{names} {value}" if names else value
        elif (
            key == "hidden"
            or (key == "aria-hidden" and value == "true")
            or (key == "style" and _HIDING.search(value) is not None)
        ):
            hidden = True
    return names, hidden


class _Walk:
    """The state of one walk: finished lines, and the pieces of the one that is being gathered.

    Every piece of text is counted once for links, once for bold and once for each role, however deep elements nest.
    """

    def __init__(self, root: etree._Element) -> None:
        self.lines: list[Line] = []
        self.boxes: list[Box] = []
        self.pieces: list[str] = []
        self.link: tuple[int, etree._Element] | None = None
        self.links: list[tuple[int, int, etree._Element]] = []
        self.bold = 0
        self.bolds: list[tuple[int, int]] = []
        self.inline = 0
        self.inlines: list[tuple[int, int, int]] = []
        self.box = self.open(root, str(root.tag), None, _described(root)[0])
        self.run(root)

    def open(self, element: etree._Element, tag: str, parent: Box | None, names: str) -> Box:
        own = roles_of(names) if names else 0
        roles, depth = (own | parent.roles, parent.depth + 1) if parent else (own, 0)
        box = Box(element, tag, parent, own, roles, depth, len(self.lines), style=element.get("class") or "")
        if parent:
            parent.children += 1
        self.boxes.append(box)
        return box

    def flush(self) -> None:
        """End the line that is being gathered, if it has any text."""
        pieces, self.pieces = self.pieces, []
        if pieces:
            raw = "".join(pieces)
            text = (
                " ".join(raw.split())
                if "\v" not in raw
                else "\n".join(filter(None, (" ".join(p.split()) for p in raw.split("\v"))))
            )
            if text and not text.isascii():
                text = text.translate(_INVISIBLE).strip()
            if text:
                self.add(text, pieces)
        self.links, self.bolds, self.inlines = [], [], []
        if self.link is not None:  # a link around blocks goes on in the next line
            self.link = (0, self.link[1])

    def add(self, text: str, pieces: list[str]) -> None:
        line = Line(text, self.box, len(self.lines))
        if self.link is not None:
            self.links.append((self.link[0], len(pieces), self.link[1]))
        for start, end, element in self.links:
            label = " ".join("".join(pieces[start:end]).split())
            if label:
                line.links.append((label, element))
                line.linked += len(label)
        line.linked = min(line.linked, len(text))
        for start, end in self.bolds:
            line.bold += len(" ".join("".join(pieces[start:end]).split()))
        if self.bold:
            line.bold = len(text)
        for start, end, role in self.inlines:
            if len("".join("".join(pieces[start:end]).split())) >= 0.9 * len("".join(text.split())):
                line.inline |= role
        self.lines.append(line)

    def run(self, root: etree._Element) -> None:
        """Walk the tree below `root` in document order."""
        if root.text:
            self.pieces.append(root.text)
        # Iterator over the children, element, its tag, the piece with which its text began, the roles that it adds.
        stack: list[tuple[Iterator[etree._Element], etree._Element, str, int, int]] = [(iter(root), root, "", 0, 0)]
        while stack:
            children, element, tag, start, role = stack[-1]
            child = next(children, None)
            if child is None:
                stack.pop()
                self.close(element, tag, start, role)
                if stack and element.tail:
                    self.pieces.append(element.tail)
                continue
            name = child.tag if isinstance(child.tag, str) else ""
            names, hidden = ("", True) if name in SKIPPED or not name else _described(child)
            if name in MEDIA:
                self.box.media = True
            if hidden:
                if child.tail:
                    self.pieces.append(child.tail)
                continue
            if name == "br":
                self.line_break()
                if child.tail:
                    self.pieces.append(child.tail)
                continue
            start, role = len(self.pieces), 0
            if name in INLINE:
                if name == "a" and self.link is None:  # a link in a link is none
                    self.link = (start, child)
                elif name in _BOLD:
                    self.bold += 1
                if names:
                    role = roles_of(names) & ~self.inline
                    self.inline |= role
            else:
                if self.pieces:
                    self.flush()
                self.box = self.open(child, name, self.box, names)
            if child.text:
                self.pieces.append(child.text)
            stack.append((iter(child), child, name, start, role))

    def line_break(self) -> None:
        """Two `<br>` in a row part paragraphs; one stays a line end inside its paragraph."""
        for piece in reversed(self.pieces):
            if piece == "\v":
                self.flush()
                return
            if not piece.isspace():
                break
        if self.pieces:
            self.pieces.append("\v")

    def close(self, element: etree._Element, tag: str, start: int, role: int) -> None:
        if tag in INLINE:
            end = len(self.pieces)
            if self.link is not None and self.link[1] is element:
                self.links.append((self.link[0], end, element))
                self.link = None
            elif tag in _BOLD:
                self.bold -= 1
                if not self.bold:
                    self.bolds.append((min(start, end), end))
            if role:
                self.inline &= ~role
                self.inlines.append((min(start, end), end, role))
            return
        if self.pieces:
            self.flush()
        if self.box.parent is not None:
            self.box = self.box.parent


def walk(root: etree._Element) -> tuple[list[Line], list[Box]]:
    """The lines of a page in document order, and the boxes that they stand in (parents before children)."""
    done = _Walk(root)
    for line in done.lines:
        line.box.text += len(line.text)
        line.box.linked += line.linked
    for box in reversed(done.boxes):
        if box.parent is not None:
            box.parent.text += box.text
            box.parent.linked += box.linked
            box.parent.media = box.parent.media or box.media
    return done.lines, done.boxes


class Places:
    """XPaths of elements. Every parent's children are numbered once, so that a page's places cost linear time."""

    def __init__(self) -> None:
        self._numbers: dict[etree._Element, dict[etree._Element, int]] = {}

    def of(self, element: etree._Element) -> str:
        """The XPath that selects `element` alone in its document."""
        steps: list[str] = []
        at: etree._Element | None = element
        while at is not None:
            parent = at.getparent()
            tag = str(at.tag)
            number = 1 if parent is None else self._number(parent, at)
            step = tag if _PLAIN.fullmatch(tag) else f"*[name()={tag!r}]"
            steps.append(f"{step}[{number}]")
            at = parent
        return "/" + "/".join(reversed(steps))

    def _number(self, parent: etree._Element, child: etree._Element) -> int:
        numbers = self._numbers.get(parent)
        if numbers is None:
            counts: dict[str, int] = {}
            numbers = self._numbers[parent] = {}
            for e in parent:
                tag = str(e.tag)
                counts[tag] = numbers[e] = counts.get(tag, 0) + 1
        return numbers[child]
