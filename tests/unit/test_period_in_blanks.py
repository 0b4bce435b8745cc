"""A period of the figures that is searched for among very many blanks, as in the text of a PDF, costs no more than elsewhere."""

from gdlint import api


def test_a_damaged_period_is_told_among_blanks() -> None:
    text = f"一、总体情况\n所列数据的统计期限为{' ' * 900}20221月1日至2022年12月31日止。\n"
    period = api.parse(text).facts.period
    assert period is not None
    assert period.finish is not None
