"""Invented tables of a hotline."""

import csv
import io
from collections.abc import Sequence

COLUMNS = (
    "工单编号",
    "诉求标题",
    "诉求内容",
    "来电时间",
    "办结时限",
    "诉求分类",
    "联系电话",
    "事发地址",
    "纬度",
    "经度",
)
LAMP = (
    "H-1",
    "楼道灯不亮",
    "三层楼道灯不亮很多天",
    "2026-11-01 10:00",
    "2026-11-08 10:00",
    "市政",
    "13800007001",
    "翠苑小区3号楼2单元",
    "",
    "",
)
BINS = (
    "H-2",
    "垃圾没人收",
    "门口垃圾桶三天没人清运",
    "2026-11-01 11:00",
    "2020-01-01",
    "环卫",
    "",
    "",
    "36.1002",
    "120.1022",
)
NOWHERE = ("H-3", "咨询", "想问问办证", "昨天", "", "咨询", "电话没留", "", "39", "116")
SILENT = ("H-4", "", "", "2026-11-01 12:00", "", "", "", "", "", "")


def table(*rows: Sequence[str], columns: Sequence[str] = COLUMNS, encoding: str = "utf-8-sig") -> bytes:
    """The bytes of a CSV."""
    out = io.StringIO()
    csv.writer(out).writerows([columns, *rows])
    return out.getvalue().encode(encoding)
