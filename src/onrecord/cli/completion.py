"""`onrecord completion`: scripts that complete commands in a shell."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class


@click.command("completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion_command(shell: str) -> None:
    """Print the script that completes commands in a shell.

    \b
      bash:  eval "$(onrecord completion bash)"            in ~/.bashrc
      zsh:   eval "$(onrecord completion zsh)"             in ~/.zshrc
      fish:  onrecord completion fish > ~/.config/fish/completions/onrecord.fish
    """
    from onrecord.cli.app import cli

    kind = get_completion_class(shell)
    assert kind is not None  # the choices are those that click has
    # Filled in here, since click's own method starts a bash to ask for its version.
    click.echo(
        kind.source_template % kind(cli, {}, "onrecord", "_ONRECORD_COMPLETE").source_vars()
    )
