"""Tables whose cells are parted by commas."""

from typing import Final

import pytest

from gdlint import api

TABLE: Final = (
    "二、主动公开政府信息情况\n第二十条第（一）项,,,\n信息内容,本年制发件数,本年废止件数,现行有效件数\n"
    "规章,34,29,932\n行政规范性文件,24,53,914\n第二十条第（五）项,,,\n信息内容,本年处理决定数量,,\n行政许可,1482,,\n"
)


def rows(text: str) -> dict[str, list[str | None]]:
    """A text in, the texts of the cells of its first table by row out."""
    return {
        key: [figure.text for figure in figures.values()]
        for key, figures in api.parse(text).tables["disclosure"].rows.items()
    }


READ: Final = {
    "regulations": ["34", "29", "932"],
    "normative_documents": ["24", "53", "914"],
    "licensing": ["1482"],
}


@pytest.mark.parametrize(
    ("text", "read"),
    [
        pytest.param(TABLE, READ, id="plain"),
        pytest.param(TABLE.replace("规章,34", '"规章","34"'), READ, id="between quotation marks"),
        pytest.param(
            TABLE.replace("1482", '"1,482"'), READ | {"licensing": ["1,482"]}, id="a comma between quotation marks"
        ),
        pytest.param(TABLE.replace("规章,34,29", "规章,34,"), READ | {"regulations": ["34", "", "932"]}, id="a blank"),
        pytest.param(TABLE.replace("规章,", '规"章,'), {k: v for k, v in READ.items() if k != "regulations"}, id="a lone mark"),
    ],
)  # fmt: skip
def test_cells_between_commas_are_read(text: str, read: dict[str, list[str | None]]) -> None:
    assert rows(text) == read


def test_merged_cells_between_commas_are_no_punctuation() -> None:
    assert "GD708" not in {finding.code for finding in api.lint(TABLE).findings}


def test_commas_between_words_part_no_cells() -> None:
    text = TABLE.replace(
        "第二十条第（五）项,,,", "全年制发规章,行政规范性文件,均已公开.\n第二十条第（五）项,,,"
    )
    assert rows(text) == READ
