import json
from pathlib import Path

import pytest
from training.config import rate_factor, read_config
from training.readers import (
    Arc,
    Attributed,
    Attribution,
    Mentioned,
    Predicate,
    Rated,
    Tagged,
    lines,
    read_event_types,
    read_mentions,
    read_name_documents,
    read_predicates,
    read_reality,
    read_scored_statements,
    read_statements,
)
from training.sampling import batches, draw, split

SETTINGS = Path(__file__).resolve().parents[2] / "training" / "annotator.toml"
SAID = {"source": [[0, 4]], "cue": [[5, 9]], "content": [[10, 14], [16, 20]]}


def written(folder, name, *rows):
    (folder / name).write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")
    return folder / name


def test_statements_keep_every_annotator(tmp_path):
    row = {"id": "d1", "text": "Mara said", "annotations": [{"annotator": "a", "statements": [SAID]}, {"annotator": "b", "statements": []}]}
    (document,) = read_statements(written(tmp_path, "train.jsonl", row))
    assert document == Attributed("d1", "Mara said", ((Attribution(((0, 4),), ((5, 9),), ((10, 14), (16, 20))),), ()))


def test_a_scored_part_puts_its_two_files_together(tmp_path):
    written(tmp_path, "docs.jsonl", {"id": "d1", "text": "x"}, {"id": "d2", "text": "y"})
    written(tmp_path, "gold.jsonl", {"id": "d2", "annotator": "a", "statements": [SAID]})
    assert [len(d.annotations) for d in read_scored_statements(tmp_path)] == [0, 1]


def test_names_come_by_article_and_begin_with_b(tmp_path):
    rows = [
        {"set": "conll2003", "tokens": ["-DOCSTART-"], "tags": ["O"]},
        {"set": "conll2003", "tokens": ["Mara"], "tags": ["B-PER"]},
        {"set": "conll2003", "tokens": ["-DOCSTART-"], "tags": ["O"]},
        {"set": "conll2003", "tokens": ["Rain"], "tags": ["O"]},
        {"set": "re3d", "tokens": ["the", "hospital"], "tags": ["B-Location", "I-Location"]},
        *({"set": "wikigold", "tokens": ["Oda", "Quist"], "tags": ["I-PER", "I-PER"]} for _ in range(3)),
    ]
    found = read_name_documents(written(tmp_path, "names.jsonl", *rows), running=2)
    assert [(d.set, len(d.sentences)) for d in found] == [("conll2003", 1), ("conll2003", 1), ("wikigold", 2), ("wikigold", 1)]
    assert found[-1].sentences == (Tagged(("Oda", "Quist"), ("B-PER", "I-PER"), "wikigold"),)
    assert len({d.id for d in found}) == 4


def test_reality_predicates_and_mentions(tmp_path):
    assert read_reality(written(tmp_path, "r.jsonl", {"set": "s", "tokens": ["It", "rained"], "events": [[1, 3]]})) == [
        Rated(("It", "rained"), ((1, 3.0),), "s")
    ]
    row = {"id": "s1", "text": "It rained", "tokens": [[0, 2], [3, 9]], "head": [2, 0], "deprel": ["nsubj:pass", "root"], "predicates": [{"token": 1, "roleset": "rain.01", "args": [[0, 1, "ARG1"]]}]}
    (sentence,) = read_predicates(written(tmp_path, "p.jsonl", row))
    assert sentence.predicates == (Predicate(1, "rain.01", ((0, 1, "ARG1"),)),)
    assert sentence.tree == (Arc(1, "nsubj"), Arc(1, "root"))
    row = {"id": "g1", "text": "Mara", "tokens": [[0, 4, "Mara", "PROPN", "NNP", -1, "root"]], "mentions": [{"start": 0, "end": 4, "type": "person", "entity": "1"}]}
    (document,) = read_mentions(written(tmp_path, "g.jsonl", row))
    assert document.tree == (Arc(0, "root"),)
    assert (document.tokens, document.mentions) == (((0, 4),), (Mentioned(0, 4, "person", "1"),))


def test_a_sentence_has_one_value_for_each_type_it_holds(tmp_path):
    written(tmp_path, "docs.jsonl", {"id": "e1", "text": "A accuses B"})
    written(tmp_path, "gold.jsonl", *({"id": "e1", "source": [[0, 1]], "target": [], "type": t} for t in ("ACCUSE", "AID")))
    assert [(e.text, e.type, e.target) for e in read_event_types(tmp_path)] == [("A accuses B", "ACCUSE", ()), ("A accuses B", "AID", ())]


def test_a_broken_line_is_named(tmp_path):
    (tmp_path / "x.jsonl").write_text('{"a": 1}\n{"a"\n')
    with pytest.raises(ValueError, match=r"x\.jsonl, line 2"):
        list(lines(tmp_path / "x.jsonl"))


def test_the_settings_can_be_read_and_a_wrong_one_is_named(tmp_path):
    good = SETTINGS.read_text(encoding="utf-8")
    assert read_config(SETTINGS).seed > 0
    for change, complaint in (("seed = ", "missing settings \\['seed'\\]"), ("seed = 1.5 #", "seed must be a whole number")):
        changed = tmp_path / "changed.toml"
        changed.write_text(good.replace("seed = ", change if "#" in change else "sead = "), encoding="utf-8")
        with pytest.raises(ValueError, match=complaint):
            read_config(changed)


def test_the_rate_goes_up_stays_and_falls_to_nothing():
    rates = [rate_factor(s, warmup=2, cooldown=4, steps=10) for s in range(11)]
    assert rates == [0.5, 1, 1, 1, 1, 1, 1, 0.75, 0.5, 0.25, 0]


def test_a_longer_run_begins_like_a_shorter_one():
    assert [rate_factor(s, 5, 10, 50) for s in range(40)] == [rate_factor(s, 5, 10, 90) for s in range(40)]


def test_held_back_documents_have_one_annotator_and_stay_the_same():
    documents = [Attributed(str(i), "", ((),) * (2 if i % 5 == 0 else 1)) for i in range(50)]
    train, dev = split(documents, 10, seed=3)
    assert (len(train), len(dev)) == (40, 10)
    assert all(len(d.annotations) == 1 for d in dev)
    assert split(documents[::-1], 10, seed=3)[1] == dev[::-1]
    assert split(documents, 10, seed=4)[1] != dev


def test_batches_hold_every_item_once_within_the_limit_and_change_by_epoch():
    lengths = [7 + int(90 * draw(1, i)) for i in range(200)]
    one, other = (batches(lengths, 400, seed=1, epoch=e) for e in (0, 1))
    for groups in (one, other):
        assert sorted(i for g in groups for i in g) == list(range(200))
        assert all(max(lengths[i] for i in g) * len(g) <= 400 for g in groups)
    assert one != other
    assert one == batches(lengths, 400, seed=1, epoch=0)


def test_an_item_over_the_limit_stands_alone():
    assert sorted(map(sorted, batches([900, 5, 5], 100, seed=1, epoch=0))) == [[0], [1, 2]]
