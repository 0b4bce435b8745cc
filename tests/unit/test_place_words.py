"""Places in words: the labels of a cell in a file that states its tables."""

from typing import Any, Final

import pytest

from gdlint.forms.place_words import place_words
from gdlint.session import Session

pytest.importorskip("turbohtml")

PAGE: Final = """<p>一、总体情况</p><table>
<tr><td colspan="2">行政复议</td><td colspan="2">行政诉讼</td></tr>
<tr><td>结果维持</td><td rowspan="2">总计</td><td>未经复议直接起诉</td><td>空着的</td></tr>
<tr><td>结果纠正</td><td>结果维持</td><td>总计</td></tr>
<tr><td>71</td><td>72</td><td>73</td><td></td></tr>
<tr><td>行政许可</td><td>74</td><td>75</td><td>76</td></tr>
<tr><td>行政处罚</td><td>1</td><td>不适用</td><td>0</td></tr>
</table>"""


def source() -> Any:
    return Session().read(PAGE.encode(), "a.html")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("总体", "第 1 行"),
        ("72", "第 5 行「行政复议」·总计"),
        ("73", "第 5 行「未经复议直接起诉」·结果维持"),
        ("74", "第 6 行「行政许可」·总计"),
        ("行政许可", "第 6 行「行政许可」"),
        ("未经", "第 3 行「未经复议直接起诉」"),
        ("不适用", "第 7 行「行政处罚」·结果维持"),
    ],
)
def test_a_cell_is_told_by_the_labels_that_it_has(text: str, words: str) -> None:
    page = source()
    assert place_words(page, page.text.index(text), "zh") == words


def test_a_blank_cell_is_told_by_the_labels_above_it() -> None:
    page = source()
    (blank,) = (cell for cell in page.grids[0].cells if cell.start == cell.end)
    assert place_words(page, blank.start, "zh") == "第 5 行「空着的」·总计"
