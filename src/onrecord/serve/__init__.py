"""The server that shows an archive, meant for the loopback address."""

from onrecord.serve.app import make_app

__all__ = ["make_app"]
