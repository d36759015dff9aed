"""The street that is measured: the demo's ground and people, with tokens to call it by."""

from dataclasses import dataclass
from datetime import timedelta
from random import Random

from gongzhi.accounts.actions import NewToken, issue_token
from gongzhi.cli.demo.ground import GroundPlan, plan_ground
from gongzhi.cli.demo.people import SECTIONS, Cast, people_street
from gongzhi.cli.demo.street import BuiltStreet, build_street
from gongzhi.kernel import clock
from gongzhi.kernel.actors import SYSTEM
from gongzhi.parties.queries import list_organisations
from gongzhi.playbooks.queries import list_playbooks
from gongzhi.routing.actions import assign_section, load_library

SEED = 7
TROUBLES = (
    *("楼道灯不亮了", "电梯又停了", "楼道里堆着纸箱和旧家具", "下水道堵了往外冒水", "垃圾没人收"),
    *("路面塌了一块", "有人飞线充电", "井盖响得睡不着", "树枝压到电线了", "车把单元门堵了"),
)
TAILS = ("，麻烦来看看", "，已经三天了", "，老人不方便", "，晚上看不见", "，问了物业没人管", "")


@dataclass(frozen=True)
class Measured:
    """What the measurements need to know of the street."""

    built: BuiltStreet
    cast: Cast
    plan: GroundPlan
    token: str


def build_measured_street() -> Measured:
    """Build it in an empty installation, through the real actions."""
    plan = plan_ground(SEED)
    with clock.frozen(clock.now() - timedelta(days=90)):
        built = build_street(plan)
        load_library(actor=SYSTEM)
        list_playbooks()
        cast = people_street(built, SEED, clock.today())
        known = {one.name: one.id for one in list_organisations()}
        for duty, name in SECTIONS:
            assign_section(duty, known[name], actor=SYSTEM)
    return Measured(built, cast, plan, system_token())


def system_token() -> str:
    """A key for a system that sends reports and reads them."""
    wanted = NewToken(["reports:write", "reports:read"], clock.now() + timedelta(days=2), system_name="bench")
    return issue_token(wanted, actor=SYSTEM).secret


def person_token(user_id: int, scopes: list[str]) -> str:
    """A key of one person."""
    return issue_token(
        NewToken(scopes, clock.now() + timedelta(days=2), user_id=user_id), actor=SYSTEM
    ).secret


def bodies_of(street: Measured, count: int, prefix: str) -> list[dict[str, object]]:
    """Reports as a system sends them: a third by address in words, a third by a point, a third by the number
    on the entrance."""
    chance = Random(prefix)
    estates = list(street.built.estates())
    return [_body(chance, chance.choice(estates).plan, f"{prefix}-{number:07d}") for number in range(count)]


def _body(chance: Random, estate: object, key: str) -> dict[str, object]:
    plan: object = estate
    building = chance.choice(plan.buildings)  # type: ignore[attr-defined]
    entrance = chance.choice(building.entrances)
    address = f"{plan.name}{building.name}{entrance.name}"  # type: ignore[attr-defined]
    words = chance.choice(TROUBLES) + chance.choice(TAILS)
    way = chance.randrange(3)
    if way == 0:
        return {"key": key, "words": words, "spot": {"address": address}}
    if way == 1:
        return {"key": key, "words": words, "spot": {"lat": entrance.lat, "lng": entrance.lng}}
    return {"key": key, "words": f"{address}{words}", "spot": {}}
