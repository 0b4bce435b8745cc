"""Packs whose YAML, whose rules among each other, or whose face would harm."""

from collections.abc import Iterator

from support.hostile.shape import PACK, RULE, Hostile, pack, rule
from support.packs import FACE

ESCAPES = "\\e]0;title\\a\\e[2J\\x9b31m\\x7f\\u202e\\u2066\\n::error::x\\n##[error]y\\r##vso[task.complete]z"


def _yaml() -> Iterator[Hostile]:
    for name, text, line, says in (
        ("bomb of aliases", "a: &a [x, x]\nb: &b [*a, *a]\n", 1, "anchors"),
        ("merge of an alias", "- &a {code: MY001}\n- <<: *a\n", 1, "anchors"),
        ("merge key", "- <<: {code: MY001}\n", 1, "<<"),
        ("call by a tag", "- !!python/object/apply:os.system [id]\n", 1, "tag"),
        ("deep lists", "[" * 400_000, 1, "deeper"),
        ("deep mappings", "{a: " * 200_000, 1, "deeper"),
        ("deep questions", "? " * 300_000, 1, ""),
        ("a megabyte of lists", "[" + "[]," * 330_000 + "]", 1, "values"),
        ("a megabyte of nothing", "-\n" * 450_000, 1, "values"),
        ("rules without anything", "- {}\n" * 100_000, 1, "values"),
        ("one key of a megabyte", f"- {'k' * 900_000}: a\n", 1, ""),
        ("one quoted key of a megabyte", f"- \"{'k' * 900_000}\": a\n", 1, ""),
        ("more than a megabyte", "#" * 1_000_001, 1, "bytes"),
        ("a number of 5,000 digits", f"- code: {'9' * 5000}\n", 1, "the key 'name' is missing"),
        ("a name with an end in it", RULE.replace("my-rule", '"my\\0rule"'), 2, "U+0000"),
        ("half a letter", RULE.replace("my-rule", '"\\ud800"'), 2, ""),
        ("a letter that there is not", RULE.replace("my-rule", '"\\UFFFFFFFF"'), 2, ""),
        ("a directive", "%YAML 9.9\n---\n- {}\n", 1, ""),
        ("many documents", "---\n" * 100_000, 2, "document"),
        ("a text that never ends", '- "' + "a" * 500_000, "", ""),
        ("indentation that never ends", "".join(" " * n + "-\n" for n in range(1, 1000)), 21, ""),
    ):  # fmt: skip
        yield pack(f"yaml: {name}", text, line or 1, says)
    for name, raw in (
        ("NUL", b"- \x00\n"),
        ("UTF-32", "- a".encode("utf-32")),
        ("half of UTF-8", b"- \xe6\x94\n"),
    ):
        yield Hostile(
            f"yaml: {name}",
            {"pack/pack.yaml": FACE, "pack/rules/rules.yaml": raw},
            "pack/rules/rules.yaml:1",
            "",
            PACK,
        )
    yield pack("yaml: a megabyte of comments", "#\n" * 450_000 + RULE + "  check: 'true'\n")
    yield pack("yaml: lines that end in CR", (RULE + "  check: 'true'\n").replace("\n", "\r"))


def _rules(number: int, keys: str = "each: report, check: 'true'", prefix: str = "MY") -> str:
    words = "title: {zh: a, en: a}, basis: a, severity: info"
    return "".join(f"- {{code: {prefix}{n:03}, name: r{n}, {words}, {keys}}}\n" for n in range(number))


def _chained(number: int, key: str) -> str:
    """Rules of which each names the next."""
    words = "title: {zh: a, en: a}, basis: a, severity: info, check: 'true'"
    return "".join(
        f"- {{code: MY{n:03}, name: r{n}, {words}, {key.format(f'MY{n + 1:03}')}}}\n" for n in range(number)
    )


def _among_each_other() -> Iterator[Hostile]:
    yield Hostile("more than 1,000 rules", {
        "pack/pack.yaml": FACE,
        **{f"pack/rules/{n}.yaml": _rules(1).replace("MY000", f"MY{n:03}").replace("r0", f"r{n}") for n in range(3)},
        "pack/rules/more.yaml": "- {}\n" * 999,
    }, "pack: ", "more than 1000 rules", PACK)  # fmt: skip
    yield pack("1,000 rules", _rules(1000))
    yield pack(
        "1,000 findings for each cell", _rules(1000, "each: cell, check: 'false', let: {a: 'prose(text)'}")
    )
    yield pack("1,000 rules with patterns", _rules(1000, "find: '[^。]{0,190}公开', check: 'true'"))
    yield pack(
        "1,000 rules on each sentence",
        _rules(1000, "each: sentence, check: \"counted(text, '[^。]{0,190}公开') >= 0\""),
    )
    yield pack("derives from itself", _chained(1, "derives: MY000"), 1, "circle")
    yield pack("a circle of 900", _chained(899, "derives: {}").replace("MY899", "MY000"), 1, "circle")
    yield pack("a chain of 900", _chained(900, "derives: {}"), 1, "")
    yield pack("a circle of silence", _chained(900, "yields_to: [{}]").replace("MY900", "MY000"), 1, "circle")
    yield rule(
        "yields to 1,000",
        f"check: 'true'\nyields_to: [{','.join(f'GD{n:03}' for n in range(1000))}]",
        7,
        "more than 200",
    )
    yield rule(
        "1,000 aliases",
        f"check: 'true'\naliases: [{','.join(f'a{n}' for n in range(1000))}]",
        7,
        "more than 200",
    )
    yield rule("1,000 cases", f"cases: [{','.join(['{check: a}'] * 1000)}]", 6, "cases")
    yield pack("full-width digits in a code", RULE.replace("MY001", "MY００１"), 1, "no code")
    yield pack("Arabic digits in a code", RULE.replace("MY001", "MY٠٠١"), 1, "no code")
    yield pack("letters that look like capitals", RULE.replace("MY001", "МY001"), 1, "no code")
    yield pack("a name that is a path", RULE.replace("my-rule", "../../etc/passwd"), 2, "no name")
    yield pack("a name of a megabyte", RULE.replace("my-rule", "a" * 900_000), 2, "longer than")
    yield pack("a title of a megabyte", RULE.replace("zh: 规则", f"zh: {'字' * 300_000}"), 3, "longer than")
    yield pack(
        "a basis of a megabyte", RULE.replace("basis: 无", f"basis: {'a' * 900_000}"), 4, "longer than"
    )
    yield pack("a code of another pack", RULE.replace("MY001", "GD401") + "  check: 'true'\n", "", "")._replace(
        place="pack/rules/rules.yaml", says="codes of this pack begin with MY")  # fmt: skip
    yield pack(
        "a rule that escapes",
        RULE.replace("basis: 无", f'basis: "{ESCAPES}"').replace("zh: 规则", f'zh: "{ESCAPES}"')
        + "  check: 'false'\n",
    )


def _faces() -> Iterator[Hostile]:
    def face(name: str, before: str, after: str, line: int, says: str) -> Hostile:
        assert before in FACE
        return pack(f"face: {name}", RULE, "", says, FACE.replace(before, after))._replace(
            place=f"pack/pack.yaml:{line}"
        )

    yield face("a name that is a path", "name: mine", "name: ../../mine", 2, "no name")
    yield face("a full-width prefix", "prefix: MY", "prefix: ＭＹ", 3, "no prefix")
    yield face("the prefix of gdlint", "prefix: MY", "prefix: GD", 3, "no prefix")
    yield face("a prefix of a megabyte", "prefix: MY", f"prefix: {'M' * 900_000}", 3, "a text of more than")
    yield face("10,000 sources", "[无]", f"[{','.join('a' * 10_000)}]", 5, "more than 3000 values")
    yield face("a source of a megabyte", "[无]", f"[{'a' * 900_000}]", 5, "a text of more than")
    yield face("a version that is a mapping", "version: '1'", "version: {a: b}", 4, "version is a text")
    yield face(
        "years without end",
        "version: '1'",
        "version: '1'\nyears: [-999999999, 999999999999999999]",
        5,
        "years",
    )
    yield face("a schema of the future", "schema: 1", "schema: 999999999999999999", 1, "newer")
    yield face(
        "a requirement of nothing",
        "version: '1'",
        "version: '1'\nrequires: '" + ">=1," * 200 + "=='",
        5,
        "no version requirement",
    )
    yield face("a key that escapes", "schema: 1", '"\\e[31m": 1', 1, "unknown key")
    escaped = (
        FACE.replace("version: '1'", f'version: "{ESCAPES}"').replace("[无]", f'["{ESCAPES}"]')
        + f'title: "{ESCAPES}"\n'
    )
    for args in (("pack", "show", "pack"), ("report.txt", "--pack", "pack"), ("rules", "--pack", "pack"),
                 ("rules", "--pack", "pack", "--format", "markdown"), ("explain", "MY001", "--pack", "pack"),
                 ("report.txt", "--pack", "pack", "--format", "json", "--select", "MY001")):  # fmt: skip
        rules = RULE.replace(
            "basis: 无", f'basis: "{ESCAPES}"\n  help: {{zh: "{ESCAPES}", en: "{ESCAPES}"}}'
        ) + (f'  check: \'false\'\n  message: {{zh: "{ESCAPES}", en: "{ESCAPES}"}}\n')
        yield pack(f"face: escapes in {' '.join(args)}", rules, face=escaped)._replace(args=args)


PACKS = (*_yaml(), *_among_each_other(), *_faces())
