"""The keys and official labels of both templates, as plain data."""

from typing import Final, NamedTuple

TEMPLATES: Final = (2019, 2021)
TABLES: Final = ("disclosure", "applications", "litigation")


class Clause(NamedTuple):
    """One block of the disclosure table: its clause, its columns and its rows as (key, label)."""

    label: str
    columns: tuple[tuple[str, str], ...]
    rows: tuple[tuple[str, str], ...]


class ApplicationRow(NamedTuple):
    """One value row of the applications table; `group` is the key of a heading in GROUPS, or None."""

    key: str
    label: str
    group: str | None = None
    is_result: bool = False


_OLD_ITEMS: Final = (("last_year", "上一年项目数量"), ("change", "本年增/减"))
_OLD_DECISIONS: Final = (*_OLD_ITEMS, ("decisions", "处理决定数量"))
_NEW_DECISIONS: Final = (("decisions", "本年处理决定数量"),)
_PENALTIES: Final = (("penalties", "行政处罚"), ("coercion", "行政强制"))
_FEES: Final = (("fees", "行政事业性收费"),)

DISCLOSURE: Final[dict[int, tuple[Clause, ...]]] = {
    2019: (
        Clause(
            "第二十条第（一）项",
            (("made", "本年新制作数量"), ("opened", "本年新公开数量"), ("open_total", "对外公开总数量")),
            (("regulations", "规章"), ("normative_documents", "规范性文件")),
        ),
        Clause(
            "第二十条第（五）项",
            _OLD_DECISIONS,
            (("licensing", "行政许可"), ("other_services", "其他对外管理服务事项")),
        ),
        Clause("第二十条第（六）项", _OLD_DECISIONS, _PENALTIES),
        Clause("第二十条第（八）项", _OLD_ITEMS, _FEES),
        Clause(
            "第二十条第（九）项",
            (("purchases", "采购项目数量"), ("amount", "采购总金额")),
            (("procurement", "政府集中采购"),),
        ),
    ),
    2021: (
        Clause(
            "第二十条第（一）项",
            (("issued", "本年制发件数"), ("repealed", "本年废止件数"), ("in_force", "现行有效件数")),
            (("regulations", "规章"), ("normative_documents", "行政规范性文件")),
        ),
        Clause("第二十条第（五）项", _NEW_DECISIONS, (("licensing", "行政许可"),)),
        Clause("第二十条第（六）项", _NEW_DECISIONS, _PENALTIES),
        Clause("第二十条第（八）项", (("amount", "本年收费金额（单位：万元）"),), _FEES),
    ),
}

APPLICANTS: Final = ("natural_person", "business", "research", "social", "legal", "other")
APPLICATION_COLUMNS: Final = (*APPLICANTS, "total")
ORGANISATIONS: Final = ("商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")
CORNER: Final = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
RESULTS_LABEL: Final = "三、本年度办理结果"

GROUPS: Final = {
    "denied": "（三）不予公开",
    "unavailable": "（四）无法提供",
    "not_processed": "（五）不予处理",
    "other_handling": "（六）其他处理",
}

_GROUPED: Final = {
    "denied": (
        ("state_secret", "1.属于国家秘密"),
        ("law_forbidden", "2.其他法律行政法规禁止公开"),
        ("safety_stability", "3.危及“三安全一稳定”"),
        ("third_party", "4.保护第三方合法权益"),
        ("internal_affairs", "5.属于三类内部事务信息"),
        ("process", "6.属于四类过程性信息"),
        ("enforcement_file", "7.属于行政执法案卷"),
        ("inquiry", "8.属于行政查询事项"),
    ),
    "unavailable": (
        ("not_held", "1.本机关不掌握相关政府信息"),
        ("needs_creation", "2.没有现成信息需要另行制作"),
        ("unclear", "3.补正后申请内容仍不明确"),
    ),
    "not_processed": (
        ("petition", "1.信访举报投诉类申请"),
        ("repeat", "2.重复申请"),
        ("publication", "3.要求提供公开出版物"),
        ("excessive", "4.无正当理由大量反复申请"),
        ("reconfirm", "5.要求行政机关确认或重新出具已获取信息"),
    ),
    "other_handling": (
        ("overdue_correction", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"),
        ("overdue_fee", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"),
        ("other", "3.其他"),
    ),
}


def _group(group: str) -> tuple[ApplicationRow, ...]:
    """The key of a group in, its rows out."""
    return tuple(ApplicationRow(f"{group}.{key}", label, group, True) for key, label in _GROUPED[group])


def _application_rows(template: int) -> tuple[ApplicationRow, ...]:
    """A template in, its value rows in official order out."""
    one_row = (ApplicationRow("other_handling", GROUPS["other_handling"], is_result=True),)
    return (
        ApplicationRow("new", "一、本年新收政府信息公开申请数量"),
        ApplicationRow("carried_in", "二、上年结转政府信息公开申请数量"),
        ApplicationRow("granted", "（一）予以公开", is_result=True),
        ApplicationRow("partial", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", is_result=True),
        *_group("denied"),
        *_group("unavailable"),
        *_group("not_processed"),
        *(one_row if template == 2019 else _group("other_handling")),
        ApplicationRow("total", "（七）总计"),
        ApplicationRow("carried_out", "四、结转下年度继续办理"),
    )


APPLICATIONS: Final = {template: _application_rows(template) for template in TEMPLATES}
FULL_WIDTH_ROWS: Final = frozenset({"new", "carried_in", "carried_out"})

LITIGATION_GROUPS: Final = ("reconsideration", "direct_suit", "suit_after_reconsideration")
OUTCOMES: Final = ("upheld", "corrected", "other", "pending")
LITIGATION_COLUMNS: Final = (*OUTCOMES, "total")
LITIGATION_LABELS: Final = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")

SECTIONS: Final = (
    ("overall", "一、总体情况"),
    ("disclosure", "二、主动公开政府信息情况"),
    ("applications", "三、收到和处理政府信息公开申请情况"),
    ("litigation", "四、政府信息公开行政复议、行政诉讼情况"),
    ("problems", "五、存在的主要问题及改进情况"),
    ("others", "六、其他需要报告的事项"),
)


def rows_of(table: str, template: int) -> tuple[str, ...]:
    """A table and a template in, the row keys in official order out."""
    if table == "disclosure":
        return tuple(key for clause in DISCLOSURE[template] for key, _ in clause.rows)
    if table == "applications":
        return tuple(row.key for row in APPLICATIONS[template])
    return LITIGATION_GROUPS


def columns_of(table: str, row: str, template: int) -> tuple[str, ...]:
    """A row of a table in, the keys of its value columns out."""
    if table == "applications":
        return APPLICATION_COLUMNS
    if table == "litigation":
        return LITIGATION_COLUMNS
    clause = next(c for c in DISCLOSURE[template] if row in dict(c.rows))
    return tuple(key for key, _ in clause.columns)


def result_rows(template: int) -> tuple[str, ...]:
    """A template in, the keys of the rows that add up to `total` out."""
    return tuple(row.key for row in APPLICATIONS[template] if row.is_result)
