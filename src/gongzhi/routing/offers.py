"""What routing stands behind for playbooks: the relation `routed`, asked again when a case is given back."""

from gongzhi.playbooks.offers import offer_relation
from gongzhi.routing.actions import route_again

offer_relation("routed", route_again)
