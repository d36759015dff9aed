"""What routing stands behind for playbooks: the relation `routed`."""

from gongzhi.playbooks.offers import offer_relation
from gongzhi.routing.queries import find_routed_seat

offer_relation("routed", find_routed_seat)
