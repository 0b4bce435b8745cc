"""A row whose label is lost or misprinted costs no other row, where a text does not state rows."""

from typing import Final

import pytest

from gdlint import api

DISCLOSURE: Final = "二、主动公开政府信息情况\n\n"
CLAUSE: Final = ["第二十条第（一）项", "信息内容", "本年制发件数", "本年废止件数", "现行有效件数"]
NEXT: Final = ["第二十条第（五）项", "信息内容", "本年处理决定数量", "行政许可", "9"]
APPLICATIONS: Final = "三、收到和处理政府信息公开申请情况\n\n"
COLUMNS: Final = ["申请人情况", "自然人", "法人或其他组织", "总计"]
BODIES: Final = ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]
LAST: Final = [["（七）总计", *"1234567"], ["四、结转下年度继续办理", *"7654321"]]


def printed(cells: list[str], *, barred: bool) -> str:
    """Cells in, a line for each, with a bar behind it or without, out."""
    return "\n".join(f"{cell} |" if barred else cell for cell in cells) + "\n"


def rows(text: str, table: str) -> dict[str, str]:
    """A text in, the figures of each row that is bound out."""
    found = api.parse(text).tables[table]
    return {
        row: " ".join(figure.text or "?" for figure in figures.values())
        for row, figures in found.rows.items()
    }


@pytest.mark.parametrize("barred", [False, True])
@pytest.mark.parametrize(
    ("cells", "bound"),
    [
        pytest.param(["规章", *"123456"], {"regulations": "1 2 3"}, id="the last label of a part is lost"),
        pytest.param(
            ["要章", *"123", "行政规范性文件", *"456"],
            {"normative_documents": "4 5 6"},
            id="the label below the header is misprinted",
        ),
        pytest.param(["规章", *"12345"], {}, id="no whole rows"),
        pytest.param(["规章", *"123456789"], {}, id="more rows than official ones"),
    ],
)
def test_a_part_of_the_disclosure_table(cells: list[str], bound: dict[str, str], *, barred: bool) -> None:
    text = DISCLOSURE + printed([*CLAUSE, *cells, *NEXT], barred=barred)
    assert rows(text, "disclosure") == {**bound, "licensing": "9"}


def applications(*data: list[str]) -> str:
    """The last rows of the table of section three of 2021 with a bar behind each cell."""
    cells = [*COLUMNS, *BODIES, *(cell for row in data for cell in row)]
    return (
        DISCLOSURE
        + printed([*CLAUSE, "规章", *"123"], barred=True)
        + APPLICATIONS
        + printed(cells, barred=True)
    )


@pytest.mark.parametrize("blanks", [0, 1, 3])
def test_blank_cells_may_stand_before_the_values_of_a_lost_label(blanks: int) -> None:
    text = applications([*LAST[0], *[""] * blanks, *LAST[1][1:]])
    assert rows(text, "applications") == {"total": "1 2 3 4 5 6 7"}


def test_a_blank_among_the_values_leaves_both_rows_open() -> None:
    text = applications([*LAST[0], "7", "", *LAST[1][2:]])
    assert rows(text, "applications") == {}


def test_values_of_a_row_that_stands_elsewhere_are_not_cut() -> None:
    text = applications(LAST[1], [*LAST[0], *LAST[1][1:]])
    assert "total" not in rows(text, "applications")


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("（六）其\n0000000\n他处理\n（七）总\n0000000\n计", False),
        ("\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n"
         "他处理\t0\t0\t0\t0\t0\t0\t0\n（七）总计\t0\t0\t0\t0\t0\t0\t0", True),
    ],
)  # fmt: skip
def test_a_piece_of_a_label_is_a_misprint_only_where_the_cells_of_its_row_are_known(
    lines: str, said: bool
) -> None:
    result = api.lint(f"{APPLICATIONS}{lines}\n四、政府信息公开行政复议、行政诉讼情况\n")
    assert ("GD305" in {finding.code for finding in result.findings}) is said


@pytest.mark.parametrize(
    ("header", "bound"),
    [("上一年项目数量\t本年增/减", {}), ("本年增/减", {}), ("上一年项目数量", {})],
    ids=["whole", "without its first label", "without its last label"],
)
def test_the_halves_of_a_row_are_no_rows_of_a_header_that_lacks_a_label(
    header: str, bound: dict[str, str]
) -> None:
    head = f"第二十条第（八）项\n信息内容\t{header}\n"
    assert rows(f"{DISCLOSURE}{head}行政事业性收费\t750\n第 5 页\n\t-31\n", "disclosure") == bound
    assert rows(f"{DISCLOSURE}{head}行政事业性收费\t750\t-31\n", "disclosure") == (
        {"fees": "750 -31"} if "\t" in header else {}
    )


@pytest.mark.parametrize(
    ("header", "bound"),
    [
        pytest.param(["本年制发件数", "本年制发件数", "本年废止件数"], {}, id="the last one is missing"),
        pytest.param(
            ["本年制发件数", "本年制发件数", "现行有效件数"],
            {"regulations": "3"},
            id="in the place of another",
        ),
    ],
)
def test_a_label_that_stands_twice_below_which_cells_have_lines_of_their_own(
    header: list[str], bound: dict[str, str]
) -> None:
    cells = [CLAUSE[0], CLAUSE[1], *header, "规章", *"123"]
    assert rows(DISCLOSURE + printed(cells, barred=False), "disclosure") == bound
