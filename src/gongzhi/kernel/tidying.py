"""How often Python looks through memory for rings of objects nobody needs: again and again through all that
stays, unless told otherwise."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def seldom_tidied() -> Iterator[None]:
    """For long work whose results stay, a street being built or a table coming in: looking seldom saves a
    tenth of the time."""
    usual = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(200_000, 50, 1_000)
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        gc.unfreeze()


def tidy_seldom_from_now() -> None:
    """For a process that serves until it ends: what is loaded by now stays. Looking through it every few
    hundred new objects is a twentieth of the cost of a report."""
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)
