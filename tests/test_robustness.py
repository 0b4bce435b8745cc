"""Any text can be linted: no exception, no place outside the text, the findings in order.

`GDLINT_EXAMPLES` sets how many texts each test tries (200 in full, else 15, always the same ones).
"""

from hypothesis import example, given
from hypothesis import strategies as st

from gdlint.syntax.prose import Piece
from support.broken import any_text, assert_sound, assert_total, broken, generated_texts, pieces, report_lines
from support.samples import Seed


@example("\x1f\ud800")
@given(any_text())
def test_arbitrary_text(text: str) -> None:
    assert_sound(text)


@given(st.binary())
def test_arbitrary_bytes(content: bytes) -> None:
    assert_sound(content)


@example("\t")
@example("本年处理决定数量\n织\n行政事业性收费")
@example("采购项目数量\n正\n本年废止件数")
@example("第二十条第六项\n持\n行政强制")
@example("\t1.信访举报投诉类申请\n\t自然人\n\t1.信访举报投诉类申请")
@example("0\n²\n0|0")
@given(report_lines())
def test_lines_that_look_like_a_report(text: str) -> None:
    assert_sound(text)


@given(broken(generated_texts()))
def test_broken_generated_reports(text: str) -> None:
    assert_sound(text)


@given(data=st.data())
def test_broken_real_reports(seeds: tuple[Seed, ...], data: st.DataObject) -> None:
    assert_sound(data.draw(broken(st.sampled_from([seed.text for seed in seeds]))))


@given(pieces())
def test_the_grammar_takes_any_sequence_of_tokens(tokens: list[Piece]) -> None:
    assert_total(tokens)
