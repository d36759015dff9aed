"""The columns of a territory sheet and the many heads offices give them."""

from collections.abc import Mapping, Sequence

from gongzhi.kernel.text import name_key
from gongzhi.territory.rules.levels import AreaKind, EstateKind, Level

FIELDS: dict[str, tuple[str, ...]] = {
    "district": ("区县", "区", "县", "所属区县", "district", "county"),
    "street": ("街道", "镇街", "乡镇街道", "所属街道", "street", "sub-district"),
    "community": ("社区", "村居", "居委会", "居民区", "所属社区", "社区名称", "村", "community"),
    "estate": ("小区", "院落", "庭院", "小区名称", "所属小区", "楼院", "住宅小区", "estate"),
    "building": ("楼栋", "楼号", "楼幢", "幢号", "栋号", "楼栋号", "楼", "building"),
    "entrance": ("单元", "单元号", "门栋", "楼门", "entrance", "unit"),
    "room": ("房间", "室号", "房号", "门牌号", "室", "room"),
    "kind": ("类型", "小区类型", "类别", "kind", "type"),
    "aliases": ("别名", "俗称", "又名", "曾用名", "aliases", "alias"),
    "code": ("编码", "代码", "统计用区划代码", "地址编码", "code"),
    "code_system": ("编码体系", "编码标准", "code system", "code_system"),
    "lat": ("纬度", "lat", "latitude"),
    "lng": ("经度", "lng", "lon", "longitude"),
    "system": ("坐标系", "坐标系统", "coordinates", "datum"),
    "grid1": ("网格", "一级网格", "所属网格", "网格名称", "grid", "grid1"),
    "grid2": ("微网格", "二级网格", "所属微网格", "micro-grid", "grid2"),
    "special": ("专属网格", "特殊网格", "special grid", "special"),
    "patch": ("块", "包片", "片区", "所属片区", "patch"),
    "road": ("路段", "所属路段", "road section", "road"),
    "branch": ("党支部", "所属党支部", "支部", "party branch", "branch"),
    "name": ("名称", "name"),
    "since": ("生效日期", "起始日期", "valid from", "valid_from"),
}
"""Field → heads it is known by; the first is the head of the Chinese template, the last the English one."""

PLACE_FIELDS: dict[str, Level] = {
    level.value: level
    for level in (
        Level.DISTRICT, Level.STREET, Level.COMMUNITY,
        Level.ESTATE, Level.BUILDING, Level.ENTRANCE, Level.ROOM,
    )
}  # fmt: skip
AREA_FIELDS: dict[str, AreaKind] = {kind.value: kind for kind in AreaKind}
TEMPLATE = (
    "district", "street", "community", "estate", "building", "entrance", "room", "kind", "aliases",
    "code", "code_system", "lat", "lng", "system", "grid1", "grid2", "special", "patch", "road", "branch",
)  # fmt: skip

ESTATE_WORDS: dict[str, EstateKind] = {
    "老旧小区": EstateKind.OLD,
    "老小区": EstateKind.OLD,
    "老旧": EstateKind.OLD,
    "商品房": EstateKind.COMMERCIAL,
    "商品房小区": EstateKind.COMMERCIAL,
    "安置房": EstateKind.RESETTLEMENT,
    "安置小区": EstateKind.RESETTLEMENT,
    "回迁房": EstateKind.RESETTLEMENT,
    "单位家属院": EstateKind.UNIT,
    "家属院": EstateKind.UNIT,
    "单位自管": EstateKind.UNIT,
    "村民住宅": EstateKind.VILLAGE,
    "城中村": EstateKind.VILLAGE,
    "无主管楼院": EstateKind.UNMANAGED,
    "无主管": EstateKind.UNMANAGED,
} | {kind.value: kind for kind in EstateKind}
COMMUNITY_WORDS = {"社区": "community", "村": "village", "行政村": "village"} | {
    word: word for word in ("community", "village")
}
DATUM_WORDS = {
    "": "wgs84",
    "wgs84": "wgs84",
    "wgs-84": "wgs84",
    "cgcs2000": "wgs84",
    "国家2000": "wgs84",
    "gcj02": "gcj02",
    "gcj-02": "gcj02",
    "火星": "gcj02",
    "高德": "gcj02",
    "腾讯": "gcj02",
    "微信": "gcj02",
    "bd09": "bd09",
    "bd-09": "bd09",
    "百度": "bd09",
}
KIND_WORDS: dict[str, Level | AreaKind] = {
    **{level.value: level for level in Level},
    **{kind.value: kind for kind in AreaKind},
    **{head: Level(field) for field in PLACE_FIELDS for head in FIELDS[field]},
    **{head: kind for field, kind in AREA_FIELDS.items() for head in FIELDS[field]},
}
"""What a GeoJSON feature may call itself."""

_BY_HEAD = {name_key(head): field for field, heads in FIELDS.items() for head in heads}


def guess_mapping(columns: Sequence[str]) -> dict[str, str]:
    """Field → the column of this file that seems to hold it; each column once."""
    found: dict[str, str] = {}
    for column in columns:
        field = _BY_HEAD.get(name_key(column))
        if field and field not in found:
            found[field] = column
    return found


def template_heads(language: str) -> tuple[str, ...]:
    """The heads of the template to fill in."""
    heads = heads_of(language)
    return tuple(heads[field] for field in TEMPLATE)


def heads_of(language: str) -> dict[str, str]:
    """Field → its head, Chinese or English."""
    at = 0 if language.startswith("zh") else -1
    return {field: heads[at] for field, heads in FIELDS.items()}


def field_words(cells: Mapping[str, object], mapping: Mapping[str, str]) -> dict[str, str]:
    """A row by field instead of by column, trimmed."""
    return {
        field: "" if (cell := cells.get(column)) is None else str(cell).strip()
        for field, column in mapping.items()
    }
