"""The command `handbook`: parses arguments, calls one function, prints."""

from generator.cli.entry import main

__all__ = ["main"]
