"""What routing stands behind for playbooks: the relation `routed`, asked again when a case is given back. And
where rooms above say whose texts they hand in."""

from gongzhi.playbooks.offers import offer_relation
from gongzhi.routing.actions import route_again
from gongzhi.routing.queries.writers import Wrote, use_writers

offer_relation("routed", route_again)


def offer_writers(room: str, wrote: Wrote) -> None:
    """This room knows who wrote the texts with subjects `<room>:…`, and is asked about many at once; nobody
    decides about their own words."""
    use_writers(room, wrote)
