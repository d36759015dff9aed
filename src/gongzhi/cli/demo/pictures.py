"""Invented photographs: plain drawings, so that no real place or person is shown."""

import io
from random import Random

from PIL import Image, ImageDraw

SIZE = (384, 288)
_DULL = ((96, 104, 100), (120, 118, 112), (88, 92, 104), (110, 100, 92))
_BRIGHT = ((196, 170, 110), (150, 182, 150), (176, 190, 204), (204, 184, 150))


def draw_picture(chance: Random, *, mended: bool) -> bytes:
    """A JPEG of some wall, floor and thing: dull before, bright after it was mended."""
    ground = chance.choice(_BRIGHT if mended else _DULL)
    picture = Image.new("RGB", SIZE, ground)
    pen = ImageDraw.Draw(picture)
    horizon = chance.randint(168, 216)
    pen.rectangle((0, horizon, *SIZE), fill=tuple(max(0, c - 34) for c in ground))
    for _ in range(chance.randint(2, 4)):
        left, top = chance.randint(0, 304), chance.randint(32, 176)
        shade = chance.randint(-40, 40)
        fill = tuple(min(255, max(0, c + shade)) for c in ground)
        pen.rectangle((left, top, left + chance.randint(32, 96), top + chance.randint(32, 104)), fill=fill)
    if mended:
        pen.ellipse((164, 32, 220, 88), fill=(255, 244, 200))
    else:
        pen.line((144, 48, 240, 120), fill=(40, 40, 44), width=4)
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=70)
    return out.getvalue()
