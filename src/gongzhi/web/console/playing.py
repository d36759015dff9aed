"""The worked example of a method as sentences: what was done, what follows, where the case stands."""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from gongzhi.parties.queries import list_posts
from gongzhi.playbooks import queries as pb
from gongzhi.playbooks.queries import Act, Playbook, Played, title_of
from gongzhi.web.console.wording import reader_language


def say_act(act: Act | None, playbook: Playbook) -> str:
    """What somebody does."""
    if act is None:
        return _("A case begins")
    return _ACTS[type(act)](act, playbook)


def _evidence(act: pb.Take) -> str:
    names = [getattr(title_of("evidence", one), reader_language()) for one in sorted(act.evidence)]
    return _(", with %(evidence)s") % {"evidence": "、".join(names)} if names else ""


def _lapse(what: str) -> str:
    return {"within": _("the limit"), "silence": _("nobody answers"), "approval": _("no yes in time")}[what]


def say_effects(played: Played, playbook: Playbook) -> tuple[str, ...]:
    """What follows from it."""
    said = (_SENTENCES[type(one)](one, playbook) for one in played.effects if type(one) in _SENTENCES)
    return tuple(said)


def say_state(played: Played, playbook: Playbook) -> str:
    """Where the case stands then."""
    run = played.state.run
    if run is None:
        return _("Ended: %(result)s") % {"result": _result(played.state.result or "", playbook)}
    return _("At “%(step)s” with %(who)s") % {"step": _step(run.step, playbook), "who": _who(run.who)}


def _step(name: str, playbook: Playbook) -> str:
    step = playbook.steps.get(name)
    return str(getattr(step.title, reader_language())) if step else name


def _outcome(name: str, playbook: Playbook) -> str:
    every = [*(step.outcomes for step in playbook.steps.values()), playbook.anywhere]
    found = next((one[name] for one in every if name in one), None)
    return str(getattr(found.title, reader_language())) if found else name


def _result(name: str, playbook: Playbook) -> str:
    title = playbook.results.get(name)
    return str(getattr(title, reader_language())) if title else name


def _who(names: tuple[str, ...]) -> str:
    posts = {post.code: post.name.in_language(reader_language()) for post in list_posts()}
    return "、".join(posts.get(one) or _relation(one) for one in names) or "—"


def _relation(name: str) -> str:
    try:
        return str(getattr(title_of("relations", name), reader_language()))
    except KeyError:
        return name


def _climbed(effect: Any, playbook: Playbook) -> str:
    if effect.to is None:
        return _("The ladder has ended: the duty desk has it, and an alarm rings")
    return _("One rung up, to %(who)s") % {"who": _who((effect.to,))}


def _asked(effect: Any, playbook: Playbook) -> str:
    return _("%(who)s is asked for a yes") % {"who": _who((effect.by,))}


def _share(effect: Any, playbook: Playbook) -> str:
    if effect.outcome is None:
        return _("%(who)s is called in") % {"who": effect.key}
    return _("%(who)s reports: %(outcome)s") % {
        "who": effect.key,
        "outcome": _outcome(effect.outcome, playbook),
    }


_ACTS: Mapping[type, Callable[[Any, Playbook], str]] = {
    pb.Take: lambda a, p: _("Takes “%(outcome)s”") % {"outcome": _outcome(a.outcome, p)} + _evidence(a),
    pb.Decide: lambda a, _p: _("Says yes") if a.approved else _("Says no"),
    pb.Elapse: lambda a, _p: _("Time passes: %(what)s") % {"what": _lapse(a.what)},
    pb.CallIn: lambda a, _p: _("Calls in %(who)s") % {"who": a.key},
    pb.ChildEnded: lambda a, p: _("The case waited for ends: %(result)s") % {"result": _result(a.result, p)},
    pb.Reopen: lambda a, p: _("Takes it up again: “%(outcome)s”") % {"outcome": _outcome(a.outcome, p)},
}
_SENTENCES: Mapping[type, Callable[[Any, Playbook], str]] = {
    pb.Entered: lambda e, p: (
        _("“%(step)s” begins with %(who)s") % {"step": _step(e.step, p), "who": _who(e.who)}
    ),
    pb.Renewed: lambda e, p: _("“%(step)s” goes on with a fresh limit") % {"step": _step(e.step, p)},
    pb.Climbed: _climbed,
    pb.ApprovalAsked: _asked,
    pb.ApprovalAnswered: lambda e, _p: _("The yes is given") if e.approved else _("The yes is refused"),
    pb.Marked: lambda e, p: _("Marked: %(mark)s") % {"mark": _outcome(e.mark, p)},
    pb.Unmarked: lambda e, p: _("Mark taken off: %(mark)s") % {"mark": _outcome(e.mark, p)},
    pb.Supervised: lambda e, _p: _("Supervision, grade %(grade)s of three") % {"grade": e.grade},
    pb.ShareTaken: _share,
    pb.ShareMarked: lambda e, p: _("%(who)s: %(mark)s") % {"who": e.key, "mark": _outcome(e.mark, p)},
    pb.ChildStarted: lambda e, _p: _("A case under “%(playbook)s” is opened") % {"playbook": e.playbook},
    pb.Ended: lambda e, p: _("The case ends: %(result)s") % {"result": _result(e.result, p)},
    pb.Reopened: lambda _e, _p: _("The case goes on again"),
}
