"""An empty form as a Word document, with the cells of its tables merged as the official form prints them."""

from collections.abc import Iterator
from html import escape
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from gdlint.emptyforms.content import FormContent, FormSection
from gdlint.emptyforms.form_grid import FormCell, FormGrid

_DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

_TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_OFFICE}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_OFFICE}.styles+xml"/>'
    "</Types>"
)
_RELATIONS = (
    f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_RELATION}/officeDocument" Target="word/document.xml"/></Relationships>'
)
_OF_DOCUMENT = (
    f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_RELATION}/styles" Target="styles.xml"/></Relationships>'
)

_WIDTH = 8844
"""of the text on A4 with the margins of official documents, in twentieths of a point"""
_PAGE = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="992" w:gutter="0"/>'
    "</w:sectPr>"
)


def _font(name: str, halves: int, more: str = "") -> str:
    """The properties of letters: font, and size in halves of a point."""
    return (
        f'<w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="{name}"/>{more}'
        f'<w:sz w:val="{halves}"/><w:szCs w:val="{halves}"/></w:rPr>'
    )


def _style(key: str, name: str, paragraph: str, letters: str, *, default: bool = False) -> str:
    attributes = ' w:default="1"' if default else ""
    based = "" if default else '<w:basedOn w:val="Normal"/>'
    return (
        f'<w:style w:type="paragraph"{attributes} w:styleId="{key}"><w:name w:val="{name}"/>{based}'
        f"<w:qFormat/><w:pPr>{paragraph}</w:pPr>{letters}</w:style>"
    )


_LETTERS = _font("仿宋", 32)
_INDENT = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
_STYLES = (
    f'<w:styles xmlns:w="{_W}"><w:docDefaults><w:rPrDefault>{_LETTERS}</w:rPrDefault></w:docDefaults>'
    + _style("Normal", "Normal", '<w:jc w:val="both"/>', "", default=True)
    + _style("Title", "Title", '<w:jc w:val="center"/>', _font("方正小标宋简体", 44))
    + _style("Heading1", "heading 1", f'<w:keepNext/>{_INDENT}<w:outlineLvl w:val="0"/>', _font("黑体", 32))
    + _style("BodyText", "Body Text", _INDENT, "")
    + _style("Hint", "Hint", _INDENT, _font("楷体", 28, '<w:color w:val="808080"/>'))
    + _style("Cell", "Cell", '<w:jc w:val="center"/>', _font("宋体", 18))
    + _style("Signature", "Signature", '<w:jc w:val="right"/>', "")
    + "</w:styles>"
)
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def document(content: FormContent) -> bytes:
    """The form as a document; the same form gives the same bytes."""
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELATIONS,
        "word/document.xml": _main_part(content),
        "word/styles.xml": _STYLES,
        "word/_rels/document.xml.rels": _OF_DOCUMENT,
    }
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(ZipInfo(name), _DECLARED + part, ZIP_DEFLATED)
    return made.getvalue()


def _main_part(content: FormContent) -> str:
    blocks = [_paragraph(content.title, "Title"), _paragraph(content.intro, "BodyText")]
    for section in content.sections:
        blocks += _section(section)
    blocks += (_paragraph(text, "Signature") for text in content.signature)
    return f'<w:document xmlns:w="{_W}"><w:body>{"".join(blocks)}{_PAGE}</w:body></w:document>'


def _section(section: FormSection) -> Iterator[str]:
    yield _paragraph(section.heading, "Heading1")
    yield from (_paragraph(hint, "Hint") for hint in section.hints)
    if section.grid:
        yield from _table(section.grid)


def _paragraph(text: str, style: str) -> str:
    run = f'<w:r><w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>' if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run}</w:p>'


def _table(grid: FormGrid) -> Iterator[str]:
    widths = _widths(grid)
    yield (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{_BORDERS}</w:tblBorders>'
        '<w:tblLayout w:type="fixed"/></w:tblPr>'
    )
    yield "<w:tblGrid>" + "".join(f'<w:gridCol w:w="{width}"/>' for width in widths) + "</w:tblGrid>"
    for row in range(grid.height):
        spanning = (cell for cell in grid.cells if cell.row <= row < cell.row + cell.height)
        cells = (_cell(cell, row, widths) for cell in sorted(spanning, key=lambda cell: cell.column))
        yield "<w:tr>" + "".join(cells) + "</w:tr>"
    yield "</w:tbl>"


def _widths(grid: FormGrid) -> list[int]:
    """Columns of one width; that of the labels beside the figures is twice as wide."""
    valued = min(cell.column for cell in grid.cells if cell.is_value)
    shares = [2 if n == valued - 1 else 1 for n in range(grid.width)]
    return [_WIDTH * share // sum(shares) for share in shares]


def _cell(cell: FormCell, row: int, widths: list[int]) -> str:
    """A cell in one of the rows that it spans; its text stands in the first."""
    first = row == cell.row
    width = sum(widths[cell.column : cell.column + cell.width])
    span = f'<w:gridSpan w:val="{cell.width}"/>' if cell.width > 1 else ""
    merge = ""
    if cell.height > 1:
        merge = '<w:vMerge w:val="restart"/>' if first else "<w:vMerge/>"
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}<w:vAlign w:val="center"/>'
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{_paragraph(cell.text if first else '', 'Cell')}</w:tc>"
