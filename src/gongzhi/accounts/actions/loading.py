"""Loading the account an action changes, locked until it ends."""

from gongzhi.accounts.models import User
from gongzhi.kernel.errors import NotFound


def lock_account(user_id: int | None, *, kind: str | None = None) -> User:
    """The account, locked; of one kind if that is asked for. Raises NotFound."""
    rows = User.objects.select_for_update().filter(pk=user_id or 0)
    user = (rows.filter(kind=kind) if kind else rows).first()
    if user is None:
        raise NotFound()
    return user
