"""`onrecord serve`: the archive in a browser."""

from __future__ import annotations

import ipaddress
import socket
from pathlib import Path

import click

from onrecord.cli import options
from onrecord.cli.console import say
from onrecord.cli.sources import open_archive
from onrecord.errors import OnrecordError


@click.command("serve")
@options.archive
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8017, show_default=True, help="The port; 0 takes a free one."
)
@click.option("--open", "open_browser", is_flag=True, help="Open the browser, too.")
def serve_command(db: Path, host: str, port: int, open_browser: bool) -> None:
    """Open the archive in a browser.

    Only this machine can reach it, unless --host says otherwise; there is no password. Ctrl-C stops it.
    """
    open_archive(db).close()
    listener = _listen(host, port)
    with listener:
        import uvicorn

        from onrecord.serve import make_app

        shown = f"[{host}]" if ":" in host else host
        address = f"http://{shown}:{listener.getsockname()[1]}/"
        app = make_app(db) if _is_loopback(host) else make_app(db, hosts=("*",))
        if not _is_loopback(host):
            say(f"warning: {host} can be reached from other machines, and there is no password.")
        click.echo(f"Serving {db} at {address} (Ctrl-C stops it)")
        if open_browser:
            click.launch(address)
        uvicorn.Server(uvicorn.Config(app, log_level="warning")).run(sockets=[listener])


def _listen(host: str, port: int) -> socket.socket:
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, kind, protocol)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen(128)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise OnrecordError(
            f"cannot be listened on ({reason})", f"{host}:{port}", "Choose another --port; 0 takes a free one."
        ) from None
    return listener


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
