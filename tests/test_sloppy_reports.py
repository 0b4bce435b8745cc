"""What people really hand in: each variant is read right or left open, and never read wrong."""

import random
from dataclasses import replace
from pathlib import Path

import pytest

from gdlint import api
from gdlint.cli.main import run
from generate import SHAPES, Made, random_report, tables
from generate import grid as rows_of

GROUP = "法人或其他组织"
INNER = ("商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")


def written(seed: int, shape: str = "tab_cell") -> tuple[Made, str]:
    """A report of the 2021 form and its text."""
    made = random_report(random.Random(seed), 2021)
    return made, SHAPES[shape](made, random.Random(seed))


def wrong_cells(made: Made, text: str) -> list[tuple[str, str, str]]:
    """The cells that are bound to another figure than the report has there."""
    report = api.parse(text)
    truth = tables(made)
    return [
        (key, row, column)
        for key, table in report.tables.items()
        for (row, column), figure in table.figures.items()
        if str(truth.get(key, {}).get(row, {}).get(column)) != figure.text
    ]


@pytest.mark.parametrize("shape", ["tsv", "pipe", "bar_padded", "bar_leading", "blank_cell", "bar_cell"])
@pytest.mark.parametrize("label", ["法人或其它组织", "法人和其他组织", "法人"])
def test_a_misprinted_group_label_shifts_no_column(label: str, shape: str) -> None:
    for seed in range(5):
        made, text = written(seed, shape)
        assert wrong_cells(made, text.replace(GROUP, label)) == []


@pytest.mark.parametrize("shape", ["tsv", "pipe", "bar_leading"])
def test_a_group_without_a_label_shifts_no_column(shape: str) -> None:
    for seed in range(5):
        made, text = written(seed, shape)
        assert wrong_cells(made, text.replace(GROUP, "")) == []


@pytest.mark.parametrize("shape", ["tsv", "pipe", "bar_leading", "blank_cell", "bar_cell", "bar_own_line"])
@pytest.mark.parametrize("label", ["一、本年新收政务公开申请数量", "一、本年新收到政府信息公开申请"])
def test_a_misprinted_first_row_is_no_column(label: str, shape: str) -> None:
    for seed in range(5):
        made, text = written(seed, shape)
        text = text.replace("一、本年新收政府信息公开申请数量", label)
        assert api.parse(text).tables["applications"].rows.keys() == tables(made)["applications"].keys()
        assert wrong_cells(made, text) == []


def grid(made: Made) -> list[list[str]]:
    """Section three as rows of cells with three label columns."""
    return [
        ["" if not isinstance(cell, str) else cell for cell in row.cells]
        for row in rows_of(made, "applications")
    ]


def with_table(made: Made, rows: list[list[str]]) -> str:
    """A report whose section three holds these rows."""
    table = "\n".join("\t".join(row) for row in rows)
    return f"某县某镇2022年政府信息公开工作年度报告\n\n三、收到和处理政府信息公开申请情况\n\n{table}\n"


def test_a_column_that_is_missing_shifts_no_other() -> None:
    for seed in range(5):
        made, _ = written(seed)
        for lost in range(4, 9):
            rows = [row[:lost] + row[lost + 1 :] for row in grid(made)]
            text = with_table(made, rows)
            if GROUP in text:
                assert wrong_cells(made, text) == []


def test_a_foreign_column_takes_no_official_place() -> None:
    for seed in range(5):
        made, _ = written(seed)
        rows = grid(made)
        extra = [
            [*row[:4], "小计" if INNER[0] in row else "9" if n > 2 else "", *row[4:]]
            for n, row in enumerate(rows)
        ]
        assert wrong_cells(made, with_table(made, extra)) == []


def test_totals_in_front_are_read_by_their_label() -> None:
    for seed in range(5):
        made, _ = written(seed)
        rows = [[*row[:3], row[9], *row[3:9]] for row in grid(made)]
        assert wrong_cells(made, with_table(made, rows)) == []


def test_a_row_that_lost_its_outer_blanks_is_not_shifted() -> None:
    for seed in range(5):
        made, _ = written(seed)
        rows = grid(made)
        rows[3] = [*rows[3][:9], ""]
        text = with_table(made, rows)
        stripped = "\n".join(line.strip() for line in text.split("\n"))
        assert wrong_cells(made, stripped) == []


def test_suits_before_reconsideration_are_read_by_their_labels() -> None:
    outcomes = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    table = "\n".join(
        (
            "行政诉讼" + "\t" * 10 + "行政复议" + "\t" * 4,
            "未经复议直接起诉" + "\t" * 5 + "复议后起诉" + "\t" * 9,
            "\t".join(outcomes * 3),
            "\t".join(map(str, range(1, 16))),
        )
    )
    report = api.parse(f"四、政府信息公开行政复议、行政诉讼情况\n\n{table}\n")
    figures = report.tables["litigation"].figures
    assert [
        figures[row, "upheld"].value
        for row in ("direct_suit", "suit_after_reconsideration", "reconsideration")
    ] == [1, 6, 11]


@pytest.mark.parametrize(
    ("section", "lines"),
    [
        ("一、总体情况", "行政许可\t3\n行政处罚\t5"),
        ("五、存在的主要问题及改进情况", "规章\t5\t6\t7"),
        ("六、其他需要报告的事项", "总计\t3\t4\n重复申请\t1\t2"),
    ],
)
def test_a_small_table_elsewhere_is_not_the_official_one(section: str, lines: str) -> None:
    made, text = written(3, "tsv")
    heading = next(line for line in text.split("\n") if section[2:] in line)
    changed = text.replace(heading, f"{heading}\n\n{lines}\n\n以上为补充说明。\n")
    assert wrong_cells(made, changed) == []
    assert {finding.code for finding in api.lint(changed).findings} <= {
        f.code for f in api.lint(text).findings
    }


@pytest.mark.parametrize(
    ("lines", "body", "year"),
    [
        ("青石县云溪镇人民政府\n政府信息公开工作年度报告\n（2022年度）", "青石县云溪镇人民政府", 2022),
        ("首页 > 政府信息公开 > 政府信息公开年报\n\n云溪镇2022年政府信息公开工作年度报告", "云溪镇", 2022),
        ("附件1\n\n云溪镇2022年政府信息公开工作年度报告", "云溪镇", 2022),
        ("生成日期：2023-01-18\n云溪镇2022年政府信息公开工作年度报告", "云溪镇", 2022),
        ("《云溪镇2022年政府信息公开工作年度报告》", "云溪镇", 2022),
        ("2022年度云溪镇政府信息公开工作年度报告", "云溪镇", 2022),
    ],
)
def test_titles_as_they_are_written(lines: str, body: str, year: int) -> None:
    facts = api.parse(f"{lines}\n\n一、总体情况\n\n工作有序开展。\n").facts
    assert (facts.body, facts.year) == (body, year)


@pytest.mark.parametrize(
    "lines",
    [
        "青石县云溪镇人民政府\n2023年1月18日",
        "2023年1月18日\n青石县云溪镇人民政府",
        "2023年1月18日 青石县云溪镇人民政府",
        "青石县云溪镇人民政府（盖章）\n2023年1月18日",
        "青石县云溪镇人民政府\n二Ｏ二三年一月十八日",
    ],
)
def test_signatures_as_they_are_written(lines: str) -> None:
    signature = api.parse(
        f"云溪镇2022年政府信息公开工作年度报告\n\n六、其他需要报告的事项\n\n无。\n\n{lines}\n"
    ).facts.signature
    assert signature is not None
    assert (signature.body, str(signature.date)) == ("青石县云溪镇人民政府", "2023-01-18")


@pytest.mark.parametrize(
    "sentence",
    [
        "本报告的统计期限：2022.1.1—2022.12.31。",
        "统计期限为2022年1月1日0时至2022年12月31日24时。",
        "所列数据统计期限自2022年1月1日起至12月31日止。",
    ],
)
def test_periods_as_they_are_written(sentence: str) -> None:
    period = api.parse(f"云溪镇2022年政府信息公开工作年度报告\n\n{sentence}\n\n一、总体情况\n").facts.period
    assert period is not None
    assert (str(period.begin), str(period.finish)) == ("2022-01-01", "2022-12-31")


@pytest.mark.parametrize("command", ["check", "extract"])
def test_the_output_never_replaces_an_input(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "报告.txt"
    path.write_text("一、总体情况\n", encoding="utf-8")
    assert run([command, str(path), "-o", str(path)]) == 2
    assert path.read_text(encoding="utf-8") == "一、总体情况\n"
    assert str(path) in capsys.readouterr().err


def test_columns_whose_labels_are_exchanged_are_exchanged() -> None:
    for seed in range(10):
        made, text = written(seed, "tsv")
        swapped = text.replace("商业企业", "§").replace("科研机构", "商业企业").replace("§", "科研机构")
        rows = made.tables["applications"].values()
        assert wrong_cells(made, text) == []
        assert bool(wrong_cells(made, swapped)) == any(row["business"] != row["research"] for row in rows)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("table", ["disclosure", "applications"])
def test_a_table_in_which_nothing_is_filled_in_is_said_once_to_have_rows_without_a_figure(
    table: str, shape: str
) -> None:
    made, _ = written(1)
    empty = {row: dict.fromkeys(columns, "") for row, columns in made.tables[table].items()}
    made = replace(made, tables={**made.tables, table: empty}, dropped=frozenset())
    text = SHAPES[shape](made, random.Random(1))
    codes = [finding.code for finding in api.lint(text).findings if finding.table == table]
    assert [code for code in codes if code in ("GD304", "GD310", "GD320")] == ["GD310"]


@pytest.mark.parametrize("shape", ["tsv", "bar_padded", "bar_cell", "blank_cell"])
def test_a_word_for_the_last_value_above_a_group_costs_no_other_row(shape: str) -> None:
    made, _ = written(1)
    above = made.tables["applications"]["carried_in"]
    table = {**made.tables["applications"], "carried_in": {**above, "total": "未统计"}}
    made = replace(made, tables={**made.tables, "applications": table})
    read = api.parse(SHAPES[shape](made, random.Random(1))).tables["applications"].rows
    assert read.keys() >= made.tables["applications"].keys() - {"carried_in"}
