"""Half of the pages in a second process, which inherits the linked handbook instead of being sent it."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from multiprocessing.connection import Connection

from generator.render.output import Page

Pages = Callable[[], Iterator[Page]]


def side_by_side(some: Pages, others: Pages) -> Iterator[Page]:
    """The pages of `some`, made in a forked process, and then those of `others`, made meanwhile in this one.

    Should the forked process fail, its pages are made here, so that what is wrong with them is raised here.
    """
    context = multiprocessing.get_context("fork")
    receiving, sending = context.Pipe(duplex=False)
    helper = context.Process(target=_send, args=(some, sending))
    helper.start()
    sending.close()
    made_here = list(others())
    try:
        yield from receiving.recv()
    except EOFError:
        yield from some()
    finally:
        receiving.close()
        helper.join()
    yield from made_here


def _send(pages: Pages, sending: Connection) -> None:
    with closing(sending), suppress(Exception):  # whoever waits makes the pages again and meets what is wrong
        sending.send(list(pages()))
