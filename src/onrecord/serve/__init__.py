"""The server that shows an archive on the loopback address."""
