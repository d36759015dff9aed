"""A version is not begun under any more."""

from django.db import transaction

from gongzhi.kernel import clock, revision
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.errors import Conflict
from gongzhi.kernel.errors import gettext_noop as _
from gongzhi.kernel.events import announce
from gongzhi.playbooks.actions._allowing import check_can_configure
from gongzhi.playbooks.events import VersionWithdrawn
from gongzhi.playbooks.models import Version
from gongzhi.playbooks.queries import NoSuchPlaybook


class AlreadyWithdrawn(Conflict):
    """Nothing is left to withdraw."""

    code = "already-withdrawn"
    sentence = _("This version has been withdrawn already.")


def withdraw_version(version_id: int, *, actor: Actor) -> None:
    """New cases begin under the version before it, if one stands; cases that pinned it go on. Raises
    NoSuchPlaybook, AlreadyWithdrawn, Denied."""
    with transaction.atomic():
        version = Version.objects.select_for_update().filter(pk=version_id).first()
        if version is None:
            raise NoSuchPlaybook()
        check_can_configure(actor, version.ground_id)
        if version.withdrawn_at is not None:
            raise AlreadyWithdrawn()
        version.withdrawn_at = clock.now()
        version.withdrawn_by_id = actor.user_id
        version.save(update_fields=["withdrawn_at", "withdrawn_by"])
        revision.bump("playbooks")
        announce(
            VersionWithdrawn(version_id=version.pk, name=version.name, n=version.n, by_user=actor.user_id)
        )
