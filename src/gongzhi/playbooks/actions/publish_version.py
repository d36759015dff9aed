"""The office writes its method down, or changes it."""

from django.db import transaction

from gongzhi.kernel.actors import Actor
from gongzhi.kernel.errors import Invalid
from gongzhi.kernel.errors import gettext_noop as _
from gongzhi.playbooks.actions._allowing import check_can_configure
from gongzhi.playbooks.actions._keeping import Draft, keep_version
from gongzhi.playbooks.models import Origin
from gongzhi.playbooks.queries import VersionFacts, check_text_fully, list_playbooks, list_versions
from gongzhi.playbooks.rules.faults import Fault


class FaultyPlaybook(Invalid):
    """The text cannot be used; `faults` say on which lines and why."""

    code = "faulty-playbook"
    sentence = _("This working method cannot be used yet; see the lines named.")

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__(field="yaml_text")
        self.faults = faults


def publish_version(yaml_text: str, *, actor: Actor, ground_id: int | None = None) -> VersionFacts:
    """A new version of the playbook the text names. Running cases keep theirs. The text that stands already
    is not written again. Raises FaultyPlaybook, Denied."""
    check_can_configure(actor, ground_id)
    names = [version.name for version in list_playbooks()]
    reading, faults = check_text_fully(yaml_text, names)
    playbook = reading.playbook
    if faults or playbook is None:
        raise FaultyPlaybook(faults)
    with transaction.atomic():
        standing = [
            version
            for version in list_versions(playbook.name)
            if version.ground_id == ground_id and version.withdrawn_at is None
        ]
        if standing and standing[0].digest == playbook.digest:
            return standing[0]
        kept = keep_version(Draft(playbook.name, yaml_text, Origin.EDITED, ground_id), actor=actor)
        return next(version for version in list_versions(playbook.name) if version.id == kept.pk)
