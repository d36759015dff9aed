"""Where rooms above register what playbooks may name: kinds of steps, relations, named sets, evidence.

A name that `catalogue/names.yaml` declares may be written in a playbook before any room offers it; the
playbook can be started once the kinds it uses are offered.
"""

from importlib.resources import files

from gongzhi.playbooks import queries
from gongzhi.playbooks.actions import load_library
from gongzhi.playbooks.rules.catalogue import CATALOGUE, Call, Name, Sort, fill_catalogue
from gongzhi.playbooks.rules.shapes import Titled

fill_catalogue(
    CATALOGUE, (files("gongzhi.playbooks") / "catalogue" / "names.yaml").read_text(encoding="utf-8")
)
queries.use_loader(load_library)


def offer_step_kind(
    name: str,
    *,
    title: Titled | None = None,
    params: dict[str, bool] | None = None,
    gives: tuple[str, ...] = (),
    call: Call | None = None,
) -> None:
    """This room plays steps of the kind `name`. Of a kind already declared only `call` is taken."""
    CATALOGUE.offer(
        Name(Sort.KIND, name, title or Titled(name, name), params=params or {}, gives=gives), call
    )


def offer_relation(name: str, call: Call, *, title: Titled | None = None) -> None:
    """This room knows who stands in the relation `name` to a case; `call` finds them."""
    CATALOGUE.offer(Name(Sort.RELATION, name, title or Titled(name, name)), call)


def offer_set(name: str, call: Call, *, title: Titled | None = None) -> None:
    """This room knows the members of the set `name`; `call` lists them."""
    CATALOGUE.offer(Name(Sort.SET, name, title or Titled(name, name)), call)


def offer_evidence(name: str, *, title: Titled | None = None, filed: bool = False) -> None:
    """This room deposits evidence called `name`; `filed` if people attach it themselves."""
    CATALOGUE.offer(Name(Sort.EVIDENCE, name, title or Titled(name, name), filed=filed), None)
