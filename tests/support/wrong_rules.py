"""Rule files that are wrong, each in one way: the file, the line that must be named, and words that must be said."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gdlint.engine.example_shape import KEYS as EXAMPLE_KEYS
from gdlint.engine.shape import RULE_KEYS, SCOPE_KEYS

RIGHT = """\
- code: XX001
  name: some-rule
  title: {zh: 规则, en: rule}
  basis: 依据
  severity: warning
  each: report
  check: year > 0
  examples: {good: {}, bad: {}}
"""
LINES = {"code": 1, "name": 2, "title": 3, "basis": 4, "severity": 5, "each": 6, "check": 7, "examples": 8}


class Wrong(NamedTuple):
    """A wrong file: what is wrong, its text, the line that must be named, words that must be said of it."""

    name: str
    text: str
    line: int
    words: tuple[str, ...] = ()


def changed(name: str, key: str, value: str, *words: str, without: Sequence[str] = ()) -> Wrong:
    """The right rule with the value of a key changed, or with a key more at its end."""
    lines = RIGHT.splitlines()
    for other in without:
        lines[LINES[other] - 1] = ""
    if key in LINES and key not in without:
        line = LINES[key]
        lines[line - 1] = f"{lines[line - 1][:2]}{key}: {value}"
    else:
        lines.append(f"  {key}: {value}")
        line = len(lines)
    return Wrong(name, "\n".join(lines) + "\n", line, words)


def _misspelt(word: str) -> str:
    """A word with two letters swapped, or doubled where that makes no difference."""
    swapped = word[:-2] + word[-1] + word[-2]
    return swapped if swapped != word else word + word[-1]


def _unknown_keys() -> Iterator[Wrong]:
    for key in sorted(RULE_KEYS):
        yield changed(f"key {key}", _misspelt(key), "a", _misspelt(key))
    for key in sorted(SCOPE_KEYS):
        yield changed(f"key {key} of a case", "cases", f"[{{{_misspelt(key)}: a}}]", _misspelt(key))
    for key in ("template", "years", "kinds", "regions"):
        yield changed(f"key {key} of applies", "applies", f"{{{_misspelt(key)}: []}}", _misspelt(key), key)
    for key in sorted(EXAMPLE_KEYS):
        yield changed(
            f"key {key} of an example", "examples", f"{{good: {{{_misspelt(key)}: a}}}}", _misspelt(key)
        )
    for kind in ("good", "bad", "silent"):
        yield changed(f"examples {kind}", "examples", f"{{{_misspelt(kind)}: {{}}}}", _misspelt(kind))


_TEXTS = ("code", "name", "basis", "each", "find", "python", "unless", "identity", "per", "state", "derives")
_WRONG_VALUES = {
    **dict.fromkeys(_TEXTS, ("5", "[a]", "{a: b}", "true", "null")),
    **dict.fromkeys(("when", "check"), ("[a]", "{a: b}", "null")),
    **dict.fromkeys(("title", "message", "help"), ("a", "5", "[a]", "{zh: a}", "{zh: a, en: 5}", "{zh: a, en: b, fr: c}")),
    **dict.fromkeys(("yields_to", "aliases"), ("a", "5", "{a: b}", "[5]", "[[a]]")),
    **dict.fromkeys(("sure", "off"), ("'no'", "5", "[true]", "null")),
    "in": ("5", "[5]", "{a: b}"),
    "at": ("5", "[5]", "{a: b}"),
    "let": ("a", "[a]", "{A: year}", "{a b: year}", "{a: [year]}"),
    "options": ("a", "[a]", "{A: 5}", "{a: null}", "{a: [1, b]}", "{a: []}", "{a: {b: c}}"),
    "severity": ("5", "fatal", "[]", "[{when: a, is: error}]", "[{when: a}, info]", "[{if: a, is: info}, info]", "{}"),
    "cases": ("a", "5", "[]", "[a]", "{a: b}"),
    "applies": ("2021", "[2021]", "{template: [2021]}", "{template: true}", "{forms: 2021}",
                "{forms: [[2021]]}", "{forms: [2021], template: 2021}", "{years: 2021}", "{years: [2021]}",
                "{years: ['2021', null]}", "{years: [true, null]}", "{kinds: town}", "{kinds: [twon]}", "{regions: a}"),
    "examples": ("5", "a", "[{}]", "{good: 5}", "{good: [5]}", "{good: {template: [2021]}}", "{good: {year: a}}",
                 "{good: {signature: a}}", "{good: {text: {overal: a}}}", "{good: {text: {overall: 5}}}",
                 "{good: {without: overall}}", "{good: {without: [overal]}}", "{good: {twice: [tabel]}}",
                 "{good: {shape: html}}", "{good: {applications: {new: 5}}}", "{good: {applications: {new: {total: [5]}}}}",
                 "{good: {judged: a}}", "{good: {unreadable: gone}}", "{good: {comments: a}}",
                 "{good: {comments: {GD310: unused}}}", "{good: {comments: {GD310: {problem: lost}}}}",
                 "{good: {comments: {GD310: {near: 5}}}}", "{good: {comments: {GD310: {why: unused}}}}"),
}  # fmt: skip


def _wrong_types() -> Iterator[Wrong]:
    for key, values in _WRONG_VALUES.items():
        for value in values:
            yield changed(f"{key} is {value}", key, value)


def _words() -> Iterator[Wrong]:
    for key, value, *words in (
        ("code", "gd101", "GD101"), ("code", "GD1", "GD101"), ("code", "GD1001", "GD101"), ("code", '""', "GD101"),
        ("name", "Some Rule", "blank-cell"), ("name", "some_rule", "blank-cell"), ("name", "-a", "blank-cell"),
        ("per", "tabel", "table"), ("per", "cell", "place"), ("state", "stabel", "stable"), ("state", "beta", "preview"),
    ):  # fmt: skip
        yield changed(f"{key} {value}", key, value, *words)


def _missing() -> Iterator[Wrong]:
    for key in ("code", "name", "title", "basis"):
        lines = RIGHT.splitlines()
        kept = [line for line in lines if not line.strip("- ").startswith(f"{key}:")]
        kept[0] = "- " + kept[0][2:]
        yield Wrong(f"without {key}", "\n".join(kept) + "\n", 1, (key,))


OF_SHAPE = (*_unknown_keys(), *_wrong_types(), *_words(), *_missing())
"""what a rule is refused for before any expression is read; words of the examples' tables are told only by the loader"""

EXPRESSIONS = (
    "(year", "year)", "year ==", "year === 1", "year = 1", "1 < 2 < 3", "year + ", "and year", "'abc", "「未闭合", "year; 1",
    "applications[new", "applications[new] == 0", "[1, 2", "abs(1", "year if 1 else 2", "lambda: 1", "import os", "year.",
    "a b", "!year", "year && 1", "{year}", "x := 1", "@", "", "   ",
)  # fmt: skip
"""no expressions at all"""

MEANINGLESS = (
    ("yaer == 1", "year"), ("bodykind == 'a'", "body_kind"), ("cuont(sections) == 6", "count"), ("year", "condition"),
    ("body > 'a'", "text"), ("body == 1", "number"), ("year in 5", "list"), ("year in ['a']", "list"),
    ("aplications[new, total] == 0", "applications"), ("applications[nwe, total] == 0", "new"),
    ("applications[new, totl] == 0", "total"), ("applications[denied, applicants] == 0", "groups"),
    ("「自然人」 == 0", "table"), ("sum(results) == 0", "results"), ("body.__class__ == 'a'", "body.__class__"),
    ("open('a') == 1", "open"), ("prose(overal) == 'a'", "overall"), ("prose('overall') == 'a'", "places"),
    ("prose() == 'a'", "place"), ("all(body, 'a') == 'a'", ""), ("first(year) == 1", "list"),
    ("largest(sections) == 'a'", "number"), ("about(n) == 1", "capture"), ("sections == sections", "compared"),
    ("counted(body, body) == 1", "written out"), ("all(body, '{a:number}{b:number}') == []", "one capture"),
    ("previous.yaer == 1", "year"), ("previous.applications[nwe, total] == 1", "new"),
    ("members.applications[new, total] == 1", ""), ("exact(year)", "capture"), ("sum(sections) == 1", "number"),
)  # fmt: skip

PATTERNS = (
    "(a", "a)", "[a", "a**", "(?=a)b", "(?<!a)b", r"(a)\\1", "a{2000}", "(?P<a>b", "(?P<A>b)", "(?P<a>b)(?P<a>c)", "*a",
    "{n:numbr}", "{n:number}{n:number}", "((a{100}){100}){100}", "\\\\", "[[:foo:]]", "\\\\p{Foo}",
)  # fmt: skip


def _expressions() -> Iterator[Wrong]:
    for n, text in enumerate(EXPRESSIONS):
        quoted = "'" + text.replace("'", "''") + "'"
        yield changed(f"check {n}", "check", quoted, "column")
        yield changed(f"let {n}", "let", f"{{a: {quoted}}}", "column")
        yield changed(f"severity {n}", "severity", f"[{{when: {quoted}, is: error}}, info]", "column")
    for text, *words in MEANINGLESS:
        quoted = "'" + text.replace("'", "''") + "'"
        yield changed(f"check {text}", "check", quoted, *words)
        yield changed(f"when {text}", "when", quoted, *words)
    for text, *words in (("{yaer}", "year"), ("{year", "brace"), ("year}", "brace"), ("{1 +}", "column")):
        yield changed(f"message {text}", "message", f"{{zh: '{text}', en: a}}", *words)
    for text, *words in (
        ("perod", "period"),
        ("'1 + 1'", ""),
        ("[year, month]", "year"),
        ("applications", ""),
        ("unreadable", "table"),
        ("copy", "table"),
    ):
        yield changed(f"at {text}", "at", text, *words)
    for text, word in (("colum in applications", "column"), ("row in aplications", "applications"), ("report in litigation", "table"),
                       ("match", "find"), ("rows", "row"), ("row on applications", "row"),
                       ("claim of application.new", "mean applications.new?"), ("claim of applications.neww", "mean applications.new?"),
                       ("claim of applications.new.totl", "mean applications.new.total?"),
                       ("claim of disclosure.isued", "mean disclosure.issued?"),
                       ("claim of disclosure.regulations.repeald", "mean disclosure.regulations.repealed?")):  # fmt: skip
        yield changed(f"each {text}", "each", text, word)
    yield changed("column without a table", "check", "upheld > 0", "'upheld' needs a table")
    yield changed("name of a scope", "check", "agrees", "it is a name of `each: claim, claim with whole`")
    yield changed(
        "name of several scopes",
        "check",
        "fits",
        "of `each: claim with sum, claim with share, claim with division, claim with excess, …`",
    )
    yield changed(
        "years the wrong way round",
        "applies",
        "{years: [2025, 2021]}",
        "years is a list of the first and the last",
    )


def _texts_that_never_are() -> Iterator[Wrong]:
    """What a name is compared with can be none of its values."""
    for each, text, word in (
        ("report", 'body_kind == "twon"', "town"),
        ("report", '"stret" != body_kind', "street"),
        ("report", 'body_kind in ["town", "streets"]', "street"),
        ("report", '"overal" in sections', "overall"),
        ("report", 'last_section not in ["problem"]', "problems"),
        ("report", '"aplications" in tables', "applications"),
        ("section", 'key == "problem"', "problems"),
        ("heading", 'key != "disclosures"', "disclosure"),
        ("table", 'key == "litigations"', "litigation"),
        ("row in disclosure", 'row_key in ["penalties", "coertion"]', "coercion"),
        ("row in disclosure", 'row_key == "granted"', "never"),
        ("cell", 'column_key == "bussiness"', "business"),
    ):
        wrong = RIGHT.replace("each: report", f"each: {each}").replace("year > 0", f"'{text}'")
        yield Wrong(f"never: {each}: {text}", wrong, LINES["check"], (word,))


def _patterns() -> Iterator[Wrong]:
    for n, pattern in enumerate(PATTERNS):
        written = "'" + pattern.replace("\\\\", "\\") + "'"
        yield changed(f"find {n}", "find", written, without=("each",))
        expression = "matches(body, ''" + pattern.replace("\\\\", "\\") + "'')"
        yield changed(f"matches {n}", "check", f"'{expression}'")
    yield changed("long pattern", "find", "'" + "a" * 1001 + "'", "1000", without=("each",))
    yield changed("capture of a fact", "find", "'{year:year}'", "year", without=("each",))
    yield changed("option of a fact", "options", "{year: 5}", "year")
    yield Wrong("find and each", RIGHT + "  find: a\n", LINES["each"], ("each",))
    yield changed("find and python", "python", "brackets\n  find: a", "python", without=("each",))
    yield changed("unknown finder", "python", "braket", "brackets", without=("each",))
    yield changed("unknown place", "in", "overal\n  find: a", "overall", without=("each",))
    yield changed("in without text", "in", "overall", "find")
    yield changed("unless without text", "unless", "a", "find")


_OTHER_TEMPLATE = (
    (2021, "column in applications", "other_handling == 0"), (2019, "column in applications", "other_handling.other == 0"),
    (2019, "column in applications", "other_handling.overdue_fee == 0"),
    (2021, "row in disclosure", "open_total == 0"), (2021, "row in disclosure", "opened == 0"),
    (2021, "row in disclosure", "made == 0"), (2021, "row in disclosure", "last_year == 0"),
    (2019, "row in disclosure", "in_force == 0"), (2019, "row in disclosure", "issued == 0"),
    (2019, "row in disclosure", "repealed == 0"), (2021, "report", "disclosure[procurement, amount] == 0"),
    (2021, "report", "disclosure[other_services, decisions] == 0"), (2021, "row in disclosure", "「对外公开总数量」 == 0"),
    (2019, "row in disclosure", "「现行有效件数」 == 0"),
    (2021, "report", "applications[「（六）其他处理」, total] == 0"),
)  # fmt: skip


def _unknown_forms() -> Iterator[Wrong]:
    for key, value in (
        ("applies", "{template: 2020}"),
        ("applies", "{forms: [2020]}"),
        ("examples", "{good: {template: 2020}}"),
        ("examples", "{good: {handling: 2020}}"),
    ):
        yield changed(f"{key} is {value}", key, value, "2020", "2019, 2021")


def _other_templates() -> Iterator[Wrong]:
    for template, each, check in _OTHER_TEMPLATE:
        text = RIGHT.replace("each: report", f"each: {each}").replace("year > 0", check)
        yield Wrong(
            f"{check} in {template}", text + f"  applies: {{template: {template}}}\n", 7, (str(template),)
        )


def _derived(*pairs: tuple[str, str]) -> str:
    """Rules by code and the code that each derives from."""
    rules = [f"- code: {code}\n  name: rule-{n}\n  derives: {base}\n" for n, (code, base) in enumerate(pairs)]
    return "".join(rules)


_CHAIN = [(f"XX{n:03}", f"XX{n + 1:03}") for n in range(100, 150)]


def _among_rules() -> Iterator[Wrong]:
    yield Wrong("derives from itself", _derived(("XX001", "XX001")), 3, ("circle",))
    yield Wrong(
        "derives in a circle", _derived(("XX001", "XX002"), ("XX002", "XX001")), 3, ("circle", "XX002")
    )
    yield Wrong("derives in a long circle", _derived(*_CHAIN, ("XX150", "XX100")), 3, ("circle",))
    yield Wrong("derives from nothing", RIGHT + _derived(("XX002", "XX003")), 11, ("XX003",))
    yield Wrong(
        "no such option",
        RIGHT + "  options: {least: 5}\n" + _derived(("XX002", "XX001")) + "  options: {lest: 5}\n",
        13,
        ("least",),
    )
    yield Wrong("code twice", RIGHT + RIGHT.replace("some", "other"), 9, ("twice",))
    yield Wrong("name twice", RIGHT + RIGHT.replace("XX001", "XX002"), 10, ("twice",))
    yield Wrong(
        "alias twice",
        RIGHT + RIGHT.replace("XX001", "XX002").replace("some", "other") + "  aliases: [some-rule]\n",
        17,
        ("twice",),
    )
    yield Wrong("yields to nothing", RIGHT + "  yields_to: [XX009]\n", 9, ("XX009",))
    yield Wrong("yields to itself", RIGHT + "  yields_to: [XX001]\n", 9, ("circle",))
    yield Wrong("unsure error", RIGHT.replace("warning", "error") + "  sure: false\n", 5, ("sure",))
    yield Wrong(
        "unsure error in a case",
        RIGHT.replace("warning", "[{when: year > 1, is: error}, info]") + "  sure: false\n",
        5,
        ("sure",),
    )
    yield Wrong("identity of nothing", RIGHT + "  identity: balance\n", 9, ("balance",))


def _yaml() -> Iterator[Wrong]:
    for name, text, line, *words in (
        ("alias", "- &a [1]\n- *a\n", 1, "anchors"), ("only an alias", "- *a\n", 1, ""),
        ("alias bomb", "a: &a [x, x]\nb: &b [*a, *a]\n", 1, "anchors"), ("tag", "- !!python/name:os.system\n", 1, "tag"),
        ("call", "- !!python/object/apply:os.system ['true']\n", 1, "tag"), ("own tag", "- !rule {}\n", 1, "tag"),
        ("deep list", "[" * 100_000, 1, "nested"), ("deep mapping", "{a: " * 50_000, 1, "nested"),
        ("deep block", "- " * 5_000 + "a\n", 1, "nested"), ("key twice", "- code: a\n  code: b\n", 2, "twice"),
        ("open list", "- [1, 2\n- b: 3\n", 2, ""), ("open mapping", "- {a: 1\n- b: 3\n", 2, ""),
        ("open text", '- "abc\n', 2, ""), ("tab", "- a:\n\t- b\n", 2, ""), ("bad escape", '- "\\q"\n', 1, ""),
        ("control character", "- a: \x01\n", 1, "U+0001"), ("second document", "- {}\n---\n- {}\n", 2, "document"),
        ("list as key", "- ? [a]\n  : b\n", 1, "key"), ("merge", "- <<: {code: XX001}\n", 1, "<<"),
        ("many values", "[" + "1," * 100_001 + "]", 1, "values"), ("large", "#" * 10_000_000, 1, "bytes"),
        ("empty", "", 1, "list"), ("only a text", "rule\n", 1, "list"), ("no list", RIGHT[2:].replace("\n  ", "\n"), 1, "list"),
        ("number in the list", "- 5\n", 1, "mapping"), ("null in the list", "-\n", 1, "mapping"),
        ("text in the list", "- rule\n", 1, "mapping"), ("list in the list", "- []\n", 1, "mapping"),
        ("indentation", RIGHT.replace("  basis", "   basis"), 4, ""), ("colon", RIGHT.replace("依据", "a: b: c"), 4, ""),
        ("long key", f"- {'k' * 900}: a\n", 1, ""), ("long code", RIGHT.replace("XX001", "X" * 500_000), 1, "no code"),
    ):  # fmt: skip
        yield Wrong(name, text, int(line), tuple(map(str, words)))


WRONG = (
    *OF_SHAPE, *_expressions(), *_patterns(), *_texts_that_never_are(), *_other_templates(), *_unknown_forms(), *_among_rules(), *_yaml(),
)  # fmt: skip
"""all of them"""
