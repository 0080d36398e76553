"""The command line: each command a thin layer over the stages, its output made for a person or for a program."""
