"""`gongzhi staff`: the first administrator, and passwords for the first day."""

from argparse import ArgumentParser
from typing import Any, Literal

from gongzhi.accounts.actions import NewStaff, create_staff, set_first_password
from gongzhi.accounts.queries import list_staff
from gongzhi.cli.command import Command as Base
from gongzhi.cli.figures import add_json_option, print_figures
from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.errors import NotFound
from gongzhi.parties.actions import NewHolding, NewSeat, appoint, create_seat
from gongzhi.parties.queries import list_seats, who_is
from gongzhi.territory.queries import list_roots


class Command(Base):
    help = "Make a staff account with a password for the first day; --post seats it on the whole street."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("sign_in_name")
        parser.add_argument("--name", default="", help="the name shown to colleagues")
        parser.add_argument("--post", default="", help="for example administrator")
        add_json_option(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        name = options["sign_in_name"]
        known = {one.sign_in_name: one.id for one in list_staff()}
        user_id = known.get(name) or create_staff(NewStaff(name, options["name"] or name), actor=SYSTEM)
        if options["post"]:
            _seat(user_id, options["post"], options["name"] or name)
        password = set_first_password(user_id, actor=SYSTEM)
        figures = {"sign_in_name": name, "first_password": password}
        print_figures(self.stdout, figures, as_json=options["json"])


def _seat(user_id: int, post: str, name: str) -> None:
    roots = list_roots()
    if not roots:
        raise NotFound("There is no street yet: import the territory first.")
    place_id = roots[0].id
    there = [seat.id for seat in list_seats(posts=[post]) if seat.place_id == place_id]
    seat_id = there[0] if there else create_seat(NewSeat(post, place_id=place_id), actor=SYSTEM)
    role: Literal["A", "B"] = "A" if who_is(seat_id).user_id is None else "B"
    appoint(NewHolding(seat_id, user_id, name, role=role), actor=SYSTEM)
