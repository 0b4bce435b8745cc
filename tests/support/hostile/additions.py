"""What packs hold besides what their rules ask for, and would do harm with: words, forms, fixes."""

from collections.abc import Iterator

from support.hostile.shape import PACK, RULE, Content, Hostile, folder, link, pipe, rule, sparse
from support.packs import FACE

RULES = RULE + "  check: 'true'\n"
FORM = "derives: 2021\nlabel: {zh: 式, en: form}\nyears: [2027, null]\n"
ROWS = "table: applications\ninstead:\n  rows:\n    total:\n"
TOTAL = "      - {key: total, label: （七）总计}\n"


def _words(name: str, claims: str, line: int = 0, says: str = "") -> Hostile:
    files: dict[str, Content] = {"pack/pack.yaml": f"{FACE}claims:\n{claims}", "pack/rules/rules.yaml": RULES}
    return Hostile(f"words: {name}", files, f"pack/pack.yaml:{line}" if line else "", says, PACK)


def _of_words() -> Iterator[Hostile]:
    def subject(name: str, words: str, line: int = 0, says: str = "") -> Hostile:
        return _words(name, f"  subjects:\n    requests: {{words: [{words}]}}\n", line, says)

    yield subject("one of 5,000 letters", "字" * 5_000, 8, "more than 1000 characters")
    yield subject("one that stands for very many", "(甲|乙)" * 30, 8, "cannot be a word")
    yield subject("one that stands for 2 to the power of 19", "(甲|乙)" * 19, 8, "at most 5000")
    yield subject("brackets in brackets", "'" + "(" * 50 + "'", 8, "cannot be a word")
    yield subject("an empty one", "''", 8, "list of texts")
    yield subject("blanks alone", "'   '", 8, "list of texts")
    yield subject("a pattern", "'.*'")
    yield subject("an escape", '"\\e[2J\\n甲"')
    yield subject("2,900 of them", ",".join(f"词{n}号" for n in range(2_900)))
    yield subject("one 2,900 times", ",".join(["政务信息查询函"] * 2_900))
    rows = "    s{}: {{table: applications, rows: [new], words: [词{}]}}\n"
    yield _words("200 subjects", "  subjects:\n" + "".join(rows.format(n, n) for n in range(200)))
    yield _words(
        "a table that is a path",
        "  subjects:\n    own: {table: ../../etc/passwd, rows: [a], words: [甲]}\n",
        8,
        "unknown key",
    )
    yield _words(
        "aspects of each other", "  aspects:\n    own: {of: [own], words: [甲]}\n", 8, "unknown key own"
    )
    yield _words("lists of lists", "  [[[[]]]]\n", 6, "mapping")
    yield _words("a number for all", "  5\n", 6, "mapping")


def _form(name: str, form: Content, fails: str = "", **tables: Content) -> Hostile:
    files: dict[str, Content] = {
        ".gdlint.yaml": "packs: [./pack]",
        "pack/pack.yaml": FACE,
        "pack/rules/rules.yaml": RULES,
        "pack/forms/2027/form.yaml": form,
        **{f"pack/forms/2027/{table}.yaml": content for table, content in tables.items()},
    }
    return Hostile(f"form: {name}", files, fails=fails)


def _of_forms() -> Iterator[Hostile]:
    yield _form("one that derives itself", FORM.replace("2021", "2027"), "derives itself")
    yield _form("one that derives a path", FORM.replace("2021", "'a/../../b'"), "which there is not")
    yield _form(
        "years without end", FORM.replace("[2027, null]", "[-99999999999, 99999999999999]"), "form 2027"
    )
    yield _form("a label that escapes", FORM.replace("zh: 式", 'zh: "\\e[2J\\u202e"'), "form 2027")
    yield _form("a sample of a megabyte", f"{FORM}sample: {{problems: [{'字' * 300_000}]}}\n", "form 2027")
    many = "".join(f"      - {{key: r{n}, label: 行{n}}}\n" for n in range(2_000))
    own = f"groups:\n  rows:\n    own: [{', '.join(f'r{n}' for n in range(2_000))}]\n"
    yield _form("a table of 2,000 rows", FORM, applications=ROWS + TOTAL + many + own)
    many = "".join(f"      - {{key: c{n}, label: 列{n}, type: count}}\n" for n in range(2_000))
    columns = "table: {0}\ninstead:\n  columns:\n    {1}:\n      - {{key: {1}, label: {2}, type: count}}\n"
    loose = columns.format("disclosure", "issued", "本年制发件数") + many
    yield _form("2,000 columns of no part", FORM, "stands in no part", disclosure=loose)
    wide = columns.format("applications", "natural_person", "自然人") + many
    own = f"groups:\n  columns:\n    own: [{', '.join(f'c{n}' for n in range(2_000))}]\n"
    yield _form("2,000 columns that tell no form", FORM, "apart", applications=wide + own)
    same = "".join(f"      - {{key: r{n}, label: 行}}\n" for n in range(50))
    yield _form("rows that all have one label", FORM, "has two keys", applications=ROWS + same)
    long = f"      - {{key: r, label: {'行' * 100_000}}}\ngroups: {{rows: {{own: [r]}}}}\n"
    yield _form("a label of 300 kB", FORM, applications=ROWS + TOTAL + long)
    deep = "[{group: a, label: a, rows: " * 15 + "[]" + "}]" * 15
    yield _form("groups in groups", FORM, "applications.yaml:4:", applications=f"{ROWS[:-1]} {deep}\n")
    empty: dict[str, Content] = {f"f{n}": "table: applications\n" for n in range(100)}
    yield _form("101 files", FORM, "at most 20 files", **empty)
    yield _form("a pipe", pipe, "no regular file")
    yield _form("a folder", folder, "no regular file")
    yield _form("3 GB", sparse(3_000_000_000, b"a: 1\n"), "bytes are too many")
    for kind, target in (("device", "/dev/zero"), ("secret", "/etc/passwd")):
        yield _form(f"a {kind}", link(target))._replace(
            place="pack/forms/2027/form.yaml", says="leads out of the pack"
        )


def _of_fixes() -> Iterator[Hostile]:
    for name, fix, says in (
        ("a text of 5,000 letters", f"{{replace: '{'字' * 5_000}'}}", "longer than 2000"),
        ("a text that grows", "{replace: '" + "{prose(text)}" * 100 + "'}", ""),
        ("an escape", '{replace: "\\e[2J\\u202e"}', ""),
        ("an end of a line", '{replace: "a\\r\\nb"}', ""),
        ("a comment that silences", "{replace: '<!-- gdlint: ignore -->'}", ""),
        ("a place that is a path", "{replace: a, at: ../../etc/passwd}", "unexpected"),
        ("an attribute", "{replace: '{body.__class__}'}", "unknown name"),
        ("lists of lists", "[[[]]]", "expected a mapping"),
        ("what takes all away", "{remove: report}", "unknown remove"),
    ):
        keys = f"each: heading\ncheck: 'false'\nmessage: {{zh: a, en: a}}\nfix: {fix}"
        yield rule(f"fix: {name}", keys, 9 if says else 0, says)._replace(
            args=(*PACK, "--fix", "--unsafe-fixes", "--diff")
        )


ADDITIONS = (*_of_words(), *_of_forms(), *_of_fixes())
