"""What rendering yields: files to write, and documents still to be printed as PDF."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """A text file of the site; `path` is relative to the pages folder."""

    path: str
    content: str


@dataclass(frozen=True, slots=True)
class PrintJob:
    """An HTML document to be printed; `path` of the PDF is relative to the build folder.

    `name` is what a message calls it (表单《客户投诉记录表》).
    """

    path: str
    name: str
    html: str
