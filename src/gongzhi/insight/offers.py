"""What insight says to rooms below: who proposed a topic decides nothing about its title."""

from gongzhi.insight.queries.topics import list_own_subjects
from gongzhi.insight.rules.topics import SUBJECTS
from gongzhi.routing.offers import offer_writers

offer_writers(SUBJECTS, list_own_subjects)
