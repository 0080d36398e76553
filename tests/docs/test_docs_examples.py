"""The code in the documentation runs, and prints what it says it prints."""

import doctest
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted(p.relative_to(ROOT).as_posix() for p in (ROOT / "docs").glob("*.md") if ">>> " in p.read_text("utf-8"))


@pytest.mark.parametrize("page", PAGES)
def test_the_examples_of_a_page_print_what_it_says(page, monkeypatch):
    monkeypatch.chdir(ROOT)
    outcome = doctest.testfile(str(ROOT / page), module_relative=False, optionflags=doctest.NORMALIZE_WHITESPACE, encoding="utf-8")
    assert outcome.attempted > 0
    assert outcome.failed == 0


def test_the_readme_s_python_runs(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    [code] = re.findall(r"^```python\n(.*?)^```", (ROOT / "README.md").read_text("utf-8"), re.M | re.S)
    exec(compile(code, "README.md", "exec"), {})
    assert "2024-03-12" in capsys.readouterr().out


@pytest.mark.parametrize("page", ["README.md", *(p.relative_to(ROOT).as_posix() for p in sorted((ROOT / "docs").rglob("*.md")))])
def test_links_between_pages_lead_somewhere(page):
    text = (ROOT / page).read_text("utf-8")
    targets = [t.split("#")[0] for t in re.findall(r"\]\(([^)\s]+)\)", text) if "://" not in t and not t.startswith("#")]
    missing = [t for t in targets if t and not ((ROOT / page).parent / t).exists()]
    assert missing == []
