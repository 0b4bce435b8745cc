"""A value in the cell of its label: told where the row lacks just one, and where the file does not state which cells are there."""

import pytest

from gdlint import api
from support.conserved import faults

HEAD = (
    "三、收到和处理政府信息公开申请情况\n申请人情况\n自然人\t法人或其他组织\t总计\n"
    "商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\n一、本年新收政府信息公开申请数量\t1\t2\t3\t4\t5\t6\t21\n"
)
ROW = ["31", "32", "33", "34", "35", "36", "201"]


def read(line: str) -> list[str | None]:
    """A line below the header in, the figures of its row out; none is lost or told twice."""
    report = api.parse(f"{HEAD}{line}\n四、政府信息公开行政复议、行政诉讼情况\n")
    assert list(faults(report)) == []
    return [figure.text for figure in report.tables["applications"].rows.get("granted", {}).values()]


@pytest.mark.parametrize(
    ("line", "figures"),
    [
        pytest.param("（一）予以公开 31\t32\t33\t34\t35\t36\t201", ROW, id="behind a blank"),
        pytest.param(
            "三、本年度办理结果\t（一）予以公开  31\t32\t33\t34\t35\t36\t201", ROW, id="below a group"
        ),
        pytest.param("（一）予以公开 31\t32\t33\t34\t35\t36", [], id="of a row that lacks another"),
        pytest.param("（一）予以公开31\t32\t33\t34\t35\t36\t201", [], id="without a blank"),
        pytest.param("（一）予以公门 31\t32\t33\t34\t35\t36\t201", [], id="behind another label"),
        pytest.param("（一）予以公开 3\t31\t32\t33\t34\t35\t36\t201", ROW, id="beside a whole row"),
    ],
)
def test_a_figure_in_the_cell_of_a_label(line: str, figures: list[str]) -> None:
    assert read(line) == figures
