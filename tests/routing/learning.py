"""An invented street's labelled reports: enough to learn from, small enough to run everywhere."""

from functools import cache
from importlib.resources import files

from gongzhi.routing.rules import read_yaml
from gongzhi.routing.rules.sorting import Named, Subjects, read_subjects

OPENINGS = ("您好，", "请问，", "反映一下：", "麻烦处理：", "我是3号楼居民，", "求助，")
PLACES = ("小区门口", "5号楼下", "菜市场旁", "幼儿园边上", "主路上", "单元门前")
MATTERS = {
    "路灯": ("路灯不亮了晚上看不清", "路灯坏了三天没人修", "灯杆歪了路灯一闪一闪", "整条路的路灯都灭着"),
    "垃圾": ("垃圾桶满了没人清运", "建筑垃圾堆了一地", "厨余垃圾发臭招苍蝇", "垃圾乱丢没有保洁打扫"),
    "停车": ("车辆乱停堵住通道", "停车位被占用无法停车", "汽车停在盲道上", "僵尸车长期占着车位"),
    "噪音": ("半夜施工噪音扰民", "广场舞音响声音太大", "楼上装修电钻吵得睡不着", "酒吧深夜唱歌噪声大"),
}


def labelled() -> list[tuple[str, str]]:
    """576 texts under four labels."""
    return [
        (f"{opening}{place}{said}，希望尽快解决", label)
        for label, sayings in MATTERS.items()
        for said in sayings
        for opening in OPENINGS
        for place in PLACES
    ]


def tree() -> list[Named]:
    """The four labels as a tree of names, two levels."""
    found = [Named(label, None, (label,)) for label in MATTERS]
    for label, word in (("路灯", "灯杆"), ("垃圾", "保洁"), ("停车", "车位"), ("噪音", "施工")):
        found.append(Named(f"{label}/{word}", label, (word,)))
    return found


@cache
def shipped_subjects() -> Subjects:
    """The words of public matters that ship, without a database."""
    written = files("gongzhi.routing").joinpath("data", "subjects.yaml")
    return read_subjects(read_yaml(written.read_text("utf-8")))


ODD_TEXTS = (
    "",
    " \n",
    "🙂🙂",
    "hello world",
    "路燈壞了沒人修",
    "a" * 30_000,
    "路灯" * 12_000,
    "\x00\ud800",
    "1 2 3",
)
