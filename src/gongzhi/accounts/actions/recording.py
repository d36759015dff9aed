"""The trace every action at the door leaves."""

from gongzhi.accounts.models import AccessRecord
from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.crypto import keyed_hash

ADDRESS = "accounts.address"


def hash_address(address: str) -> str:
    """A network address as it may be kept: keyed, so the table does not tell where people were."""
    return keyed_hash(address, purpose=ADDRESS)[0] if address else ""


def record(kind: str, *, actor: Actor, user_id: int | None, address_hash: str = "") -> None:
    """Write one line of the door's record."""
    AccessRecord.objects.create(
        kind=kind,
        user_id=user_id,
        by_user_id=actor.user_id if actor.user_id != user_id else None,
        address_hash=address_hash,
        at=clock.now(),
    )
