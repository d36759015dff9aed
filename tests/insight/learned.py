"""Versions learned from answers, as they lie in the folder."""

import numpy as np

from gongzhi.insight.rules.reply import OWN
from gongzhi.kernel import clock
from gongzhi.kernel.learned import Card, Draft, keep_model, let_hold


def keep_version(auc: float = 0.98, weights: tuple[float, ...] = OWN, **metrics: float) -> Card:
    """A version that holds."""
    draft = Draft(
        fingerprint="0" * 64,
        rows=240,
        arrays={"counts": np.array([7], np.int64), "weights": np.array(weights, np.float64)},
        words={"texts": 480, "grams": ["路灯"]},
        metrics={"auc": auc, "auc_unlearned": 0.97, "refused": 3.0} | metrics,
    )
    card = keep_model("reply", draft, now=clock.now())
    let_hold("reply", card.version)
    return card


MATTERS = ("楼道灯不亮", "电梯卡在五楼", "化粪池往外冒", "东门停车堵路", "楼顶漏水发霉", "烧烤店油烟大")
