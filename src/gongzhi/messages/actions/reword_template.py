"""The street says it in its own words."""

from django.db import transaction

from gongzhi.kernel import revision
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.errors import Denied
from gongzhi.messages.models import Wording
from gongzhi.messages.queries import get_template
from gongzhi.messages.rules import check_wording
from gongzhi.parties.queries import rights_of


def reword_template(code: str, *, zh: str, en: str, actor: Actor) -> None:
    """Replace the text of a template from now on; earlier texts stay on record with their authors.

    Raises Denied without the right `configure`, NotFound for an unknown code, Invalid naming `zh` or `en`.
    """
    if actor.user_id is None or not rights_of(actor.user_id).can("configure"):
        raise Denied()
    check_wording(get_template(code), zh=zh, en=en)
    with transaction.atomic():
        Wording.objects.create(template=code, zh=zh.strip(), en=en.strip(), author_id=actor.user_id)
        revision.bump("messages")
