"""What may not be done to the ground, each with a sentence a clerk can act on."""

from gongzhi.kernel.errors import Conflict, Invalid, NotFound
from gongzhi.kernel.errors import gettext_noop as _


class NoSuchPlace(NotFound):
    code = "no-such-place"
    sentence = _("This place is not in the address tree.")


class NoSuchArea(NotFound):
    code = "no-such-area"
    sentence = _("There is no such duty area.")


class NameNeeded(Invalid):
    code = "name-needed"
    field = "name"
    sentence = _("Please give it a name of at most 60 signs.")


class NameTaken(Conflict):
    code = "name-taken"
    field = "name"
    sentence = _("There is already a place called “%(name)s” here. Add an alias, or choose another name.")


class WrongLevel(Invalid):
    code = "wrong-level"
    field = "parent"
    sentence = _("This cannot lie there. The order is street, community, estate, building, entrance, room.")


class LoopedTree(Conflict):
    code = "looped-tree"
    field = "parent"
    sentence = _("A place cannot be moved below itself.")


class CodeTaken(Conflict):
    code = "code-taken"
    field = "code"
    sentence = _("The code %(code)s is already in use. Look it up and correct one of the two.")


class CodeSystemNeeded(Invalid):
    code = "code-system-needed"
    field = "code_system"
    sentence = _("Say which code system the code belongs to, for instance “civil affairs” or “police”.")


class BadPosition(Invalid):
    code = "bad-position"
    field = "lat"
    sentence = _(
        "This is not a usable position. Latitude and longitude are decimal degrees, as 34.75, 113.62."
    )


class BadOutline(Invalid):
    code = "bad-outline"
    field = "outline"
    sentence = _("The outline cannot be used. Please draw it again.")


class StillUsed(Conflict):
    code = "still-used"
    sentence = _("It is still in use: %(uses)s. End or move these first.")


class AreaOutsideParent(Invalid):
    code = "wrong-parent-area"
    field = "parent"
    sentence = _("A micro-grid belongs to a grid of the same ground. Choose that grid.")


class CoverageClash(Conflict):
    code = "coverage-clash"
    sentence = _(
        "“%(place)s” already belongs to “%(area)s” on these days. End that first, or say it moves over."
    )


class BadPeriod(Invalid):
    code = "bad-period"
    field = "valid_to"
    sentence = _("The last day must come after the first.")


class AreaEnded(Conflict):
    code = "area-ended"
    sentence = _("This duty area has ended. Draw a new one or choose another.")


class NotAnEntrance(Invalid):
    code = "not-an-entrance"
    sentence = _("Only an entrance has a plate.")


class AlreadyUndone(Conflict):
    code = "already-undone"
    sentence = _("This import was already taken back.")


class ImportHasErrors(Invalid):
    code = "import-has-errors"
    sentence = _(
        "%(count)s rows need correcting first. Download the list, correct it and choose the file again."
    )


class UnreadableFile(Invalid):
    code = "unreadable-file"
    field = "file"
    sentence = _("This file cannot be read as a table or as GeoJSON. Use the template, or save it as .xlsx.")
