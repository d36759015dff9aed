from xml.etree import ElementTree

from gongzhi.kernel import qr


def test_a_code_is_one_drawing_that_fits_in_a_page() -> None:
    drawing = qr.svg("https://street.example/e/AbC123")
    root = ElementTree.fromstring(drawing)
    assert root.tag.endswith("svg") and int(root.attrib["width"]) > 100
    assert not drawing.startswith("<?xml")
    assert drawing != qr.svg("https://street.example/e/AbC124")
