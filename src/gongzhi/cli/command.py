"""What every command shares: bad input ends with one clear line and a non-zero exit."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from gongzhi.kernel.errors import Invalid, Refusal


class Command(BaseCommand):
    """Base of our commands; a refusal of a room becomes the command's last line."""

    def execute(self, *args: Any, **options: Any) -> str | None:
        """Run; Refusal -> one line."""
        try:
            return super().execute(*args, **options)
        except Invalid as refusal:
            lines = (f"{field}: {said}" if field else said for field, said in refusal.errors.items())
            raise CommandError("; ".join(lines)) from None
        except Refusal as refusal:
            raise CommandError(str(refusal)) from None
        except UnicodeDecodeError:
            raise CommandError("the file is not written in UTF-8") from None
        except BrokenPipeError:
            raise  # whoever read has had enough: `main` ends quietly
        except OSError as fault:
            raise CommandError(f"{fault.filename or 'file'}: {fault.strerror or fault}") from None
        except DatabaseError as fault:
            raise CommandError(_about_database(fault)) from None


def _about_database(fault: DatabaseError) -> str:
    first = (str(fault).splitlines() or ["unknown fault"])[0]
    untouched = "no such table" in first or "does not exist" in first
    return f"database: {first}" + (" (gongzhi migrate makes the tables)" if untouched else "")


def existing_file(name: str) -> Path:
    """An argument that must be a file. Raises CommandError."""
    place = Path(name)
    if not place.is_file():
        raise CommandError(f"{name}: there is no such file")
    return place
