"""What holds for work on whole files, which makes tens of thousands of small objects at once."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_resting() -> Iterator[None]:
    """Python's search for circles of garbage rests meanwhile. It would begin anew with every few
    hundred tuples and look through all that there is, although rows and cells form no circles: a
    fourth of the time that a table of thousands of rows takes. What is dropped is freed as ever.
    """
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()
