"""Word documents written part by part, with what no library writes: changes, text boxes, numbers, and what is hostile."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPACES = (
    f'xmlns:w="{_W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:v"'
)


def packed(**parts: str) -> bytes:
    """Parts by their names in, the file out."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", content)
    return stream.getvalue()


def document(body: str, **parts: str) -> bytes:
    """The XML of a body (and of other parts, without their root's namespaces) in, the file out."""
    others = {name: content.replace("SPACES", SPACES) for name, content in parts.items()}
    return packed(document=f"<w:document {SPACES}><w:body>{body}</w:body></w:document>", **others)


def p(*runs: str, properties: str = "") -> str:
    """Runs in, a paragraph out."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A text in, a run out."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def tc(*blocks: str, properties: str = "") -> str:
    """Blocks in, a cell out."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(blocks)}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """Cells in, a row out."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def tbl(*rows: str) -> str:
    """Rows in, a table out."""
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def numbers(levels: list[tuple[str, str]], overrides: str = "") -> str:
    """Styles and texts of the levels of a list in, the part that declares it as number 1 out."""
    written = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{style}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for n, (style, text) in enumerate(levels)
    )
    return (
        f'<w:numbering SPACES><w:abstractNum w:abstractNumId="7">{written}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
        f'<w:num w:numId="2"><w:abstractNumId w:val="7"/>{overrides}</w:num></w:numbering>'
    )


def item(level: int, number: int = 1) -> str:
    """A level and the number of a list in, the property of its paragraphs out."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
