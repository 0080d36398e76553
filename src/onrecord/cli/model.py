"""`onrecord model`: what the annotator's model is."""

from __future__ import annotations

import json

import click

from onrecord.cli import options
from onrecord.cli.console import clean, emit


@click.command("model")
@click.argument("what", type=click.Choice(["info"]))
@options.one_json
def model_command(what: str, as_json: bool) -> None:
    """Show the annotator's model: version, data, licences, figures.

    `onrecord model info` checks the model's file against the checksum that its description states, and prints its card.
    A missing or changed file is an error; nothing is ever fetched.
    """
    from onrecord.annotation.encoder.files import CARD, NETWORK, check_network, read_model

    model = read_model()
    size = check_network(model)
    card = (model.folder / CARD).read_text(encoding="utf-8")
    if as_json:
        facts = {"version": model.version, "sha256": model.sha256, "bytes": size, "checksum": "ok", "card": card}
        emit(json.dumps(facts, ensure_ascii=False))
        return
    emit(f"version   {clean(model.version)}")
    emit(f"file      {clean(str(model.folder / NETWORK))}, {size:,} bytes")
    emit(f"checksum  ok (SHA-256 {model.sha256})")
    emit("")
    emit(card.rstrip("\n"))
