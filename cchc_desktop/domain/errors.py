"""The user's errors: `str(error)` is one full Vietnamese sentence saying what is wrong and what to
do.

Anything that is not a CchcError is a fault of ours.
"""


class CchcError(Exception):
    """Something the user can act on; nothing was changed."""


class RefusedInput(CchcError):
    """A file that was given cannot be taken in."""


class NoPlan(RefusedInput):
    """A file that can be read, but holds no plan."""


class OwnDocument(RefusedInput):
    """A file that the open project itself was written to."""


class RefusedOutput(CchcError):
    """A file cannot be written where it was asked for."""


class RefusedProject(CchcError):
    """The project file itself cannot be opened or written."""


class DamagedProject(RefusedProject):
    """Its content is broken; a backup may help."""


class ReadOnlyProject(RefusedProject):
    """It can be read, but not written where it stands."""


class RefusedChange(CchcError):
    """The change breaks a rule of the plan."""
