"""Rules whose numbers, texts, lists and patterns would grow without end."""

from collections.abc import Iterator

from support.hostile.shape import Hostile, rule


def _chain(first: str, step: str, length: int) -> str:
    """Values of `let`, each made of the one before; the last is shown in the message."""
    lets = [f"  v0: {first}", *(f"  v{n}: {step.replace('v', f'v{n - 1}')}" for n in range(1, length))]
    last = f"{{v{length - 1}}}"
    return "\n".join(
        ["each: report", "let:", *lets, "check: 'false'", f"message: {{zh: '{last}', en: '{last}'}}"]
    )


def _report(expression: str) -> str:
    """A message that shows an expression."""
    return f"each: report\ncheck: 'false'\nlet: {{shown: \"{expression}\"}}\nmessage: {{zh: '{{shown}}', en: '{{shown}}'}}"


def _find(pattern: str) -> str:
    return f"find: '{pattern}'\ncheck: 'false'\nin: [text, source]"


def _numbers() -> Iterator[Hostile]:
    for name, first, step in (
        ("squarings", "10", "v * v"),
        ("squarings of a negative number", "-10", "v * v"),
        ("squarings of a fraction", "1.5", "v * v"),
        ("squarings of a small fraction", "0.001", "v * v"),
        ("doublings", "year", "v + v"),
        ("doublings of a difference", "year", "v - (0 - v)"),
        ("divisions by a small fraction", "year", "v / 0.0000001"),
        ("divisions by three", "1", "v / 3"),
        ("products of roundings", "1.23456789", "round(v * v, 10)"),
        ("sums of lists", "year", "sum([v, v, v])"),
        ("absolute products", "year", "abs(v * v)"),
    ):
        yield rule(name, _chain(first, step, 150))
    yield rule("a let of 4,300 digits in a message", _report("1" * 1900), 8, "more than")
    yield rule("a number of 41 digits", f"each: report\ncheck: year == {'1' * 41}", 7, "more than 40 digits")
    yield rule("a fraction of 100 digits", f"each: report\ncheck: year == 0.{'1' * 100}", 7, "more than 40")
    yield rule(
        "a number of 5,000 digits", f"each: report\ncheck: year == {'1' * 5000}", 7, "longer than 2000"
    )
    yield rule(
        "a value of 5,000 digits", f"each: report\ncheck: 'false'\noptions: {{a: {'9' * 5000}}}", 8, "longer"
    )
    for expression in (
        "round(year * 10000000000000000000000000000, 10)", "round(year, 0.5)", "round(0.5, -10)", "numeral(1.5)", "numeral(-3)",
        "date(year * 100000000000000000000, 1, 1)", "date(0, 0, 0)", "date(year, 1.5, 1)", "date(-1, 1, 1)",
        "whole(year / 7)", "near(year / 3, 0.1, 0)", "number(title)", "decimals(title)", "1 / 0", "0 / 0", "year / (year - year)",
        "distance(prose(text), prose(text))", "largest([year / 3, year])", "distinct([1, 1.0, year])",
        "count(items(prose(text)))", "count(all(prose(text), '.'))", "counted(prose(text), '')", "all(prose(text), '')",
        "year(date(1, 1, 1))", "length(prose(text)) * 99999999", "[year, year, year]",
    ):  # fmt: skip
        yield rule(f"shown: {expression}", _report(expression))


def _shapes() -> Iterator[Hostile]:
    yield rule(
        "lists of lists",
        _chain("[year, year]", "[v, v]", 40)
        .replace("v0: [year, year]", "v0: '[year, year]'")
        .replace(": [v", ": '[v")
        .replace("]\n", "]'\n")
        .replace("''", "'"),
        9,
        "a list holds no lists",
    )
    yield rule("a list of many", f"each: report\ncheck: year in [{','.join(['1'] * 990)}]")
    yield rule("too long", f"each: report\ncheck: {'year + ' * 300}1 > 0", 7, "longer than 2000")
    yield rule("a long sum", f"each: report\ncheck: {'1+' * 900}1 > 0", 7, "deeper than 40")
    for name, text in (
        ("round brackets", "(" * 900 + "1" + ")" * 900),
        ("square brackets", "[" * 900 + "]" * 900),
        ("many nots", "not " * 400 + "true"),
        ("many signs", "-" * 900 + "1 > 0"),
        ("calls in calls", "abs(" * 300 + "1" + ")" * 300 + " > 0"),
        ("open brackets", "(" * 1900),
    ):
        yield rule(name, f"each: report\ncheck: '{text}'", 7, "")
    yield rule("a name of many parts", f"each: report\ncheck: a{'.a' * 900} == 1", 7, "unknown name")
    yield rule("attributes", "each: report\ncheck: body.__class__.__mro__ == 1", 7, "unknown name")
    yield rule(
        "a call of the system", "each: report\ncheck: __import__('os').system('id') == 1", 7, "unexpected"
    )
    yield rule(
        "many lets",
        "each: report\nlet:\n" + "".join(f"  a{n}: year\n" for n in range(201)),
        8,
        "more than 200",
    )
    yield rule("a long let", f"each: report\nlet: {{{'a' * 3000}: year}}\ncheck: year > 0", 7, "")
    yield rule(
        "a distance for each cell",
        "each: cell\ncheck: 'true'\nlet: {a: '" + "+".join(["distance(basis_text, basis_text)"] * 30) + "'}",
        8,
        "",
    )
    yield rule(
        "a distance of texts for each cell",
        "each: cell\nlet:\n"
        + "".join(
            f"  a{n}: distance(prose(overall, problems), prose(overall, problems))\n" for n in range(100)
        )
        + "check: 'true'",
    )
    yield rule(
        "a search in all for each cell",
        "each: cell\nlet:\n"
        + "".join(f"  a{n}: counted(prose(text), '[^。]{{0,{n}}}公开')\n" for n in range(100))
        + "check: 'true'",
    )


def _messages() -> Iterator[Hostile]:
    for name, text, says in (
        ("a format of huge width", "{year:>999999999}", "unexpected"),
        ("a format of a field", "{year!r}", "unexpected"),
        ("an attribute of a field", "{year.__class__}", "unknown name"),
        ("a field of nothing", "{}", "brace"),
        ("a number for a field", "{0[a]}", "unexpected"),
        ("many open braces", "{" * 1900, "brace"),
        ("fields in fields", "{" * 500 + "year" + "}" * 500, "brace"),
        ("a long message", "x" * 2001, "longer than 2000"),
    ):
        yield rule(name, f"each: report\ncheck: 'false'\nmessage: {{zh: '{text}', en: a}}", 8, says)
    fields = "{prose(text)}" * 150
    yield rule(
        "a message of many reports",
        f"each: report\ncheck: 'false'\nmessage: {{zh: '{fields}', en: '{fields}'}}",
    )
    yield rule(
        "the value of a report",
        "each: cell\ncheck: 'false'\nlet: {a: 'prose(text)', b: 'all(prose(text), \"..\")'}",
    )


def _patterns() -> Iterator[Hostile]:
    for name, pattern, says in (
        ("340 brackets in a pattern", "(" * 340 + "a" + ")" * 340, "deeper than 40"),
        ("340 brackets that keep nothing", "(?:" * 240 + "a" + ")" * 240, "deeper than 40"),
        ("41 brackets in a pattern", "(" * 41 + ")" * 41, "deeper than 40"),
        ("brackets that are not closed", "(" * 999, "deeper than 40"),
        ("repetitions of repetitions", "((a{100}){100}){100}", "bad pattern"),
        ("large classes repeated", "(?:\\pL{1,100}){3}", "more than 6000 steps"),
        ("any letter repeated", "[\\s\\S]{0,900}x", "more than 6000 steps"),
        ("repetitions side by side", "(?:.{0,10}){90}x", "more than 6000 steps"),
        ("a repetition of a million", "a{1000000}", "bad pattern"),
        ("a pattern of 1,001 letters", "a" * 1001, "longer than 1000"),
        ("a pattern of many named ones", "{number}" * 120, "longer than"),
        ("a look ahead", "(?=a)b", "bad pattern"),
        ("a back reference", "(a)\\1", "bad pattern"),
        ("half a letter", "\\C", "\\C"),
        ("a capture of a reserved name", "(?P<__class__>a)", ""),
        ("a capture of many letters", f"(?P<{'a' * 900}>a)b(?P<{'a' * 10}>", ""),
    ):
        if name != "a capture of a reserved name":
            yield rule(name, _find(pattern), 6, says)
    for name, pattern in (
        ("stars of stars", "(((((a*)*)*)*)*)*b"),
        ("anything four times", ".*.*.*.*="),
        ("nothing", "()"),
        ("each letter", "."),
        ("many branches", "|".join(f"{n:03}" for n in range(249))),
        ("a hundred letters or fewer", "[^。]{0,199}申请"),
        ("capitals or not", "(?i)" + "a" * 500),
        ("twenty optional parts", "(?:a?){20}a{20}"),
    ):
        yield rule(f"runs: {name}", _find(pattern))
    yield rule(
        "brackets of a pattern in a condition",
        f"each: report\ncheck: matches(body, '{'(' * 340}{')' * 340}')",
        7,
        "deeper",
    )
    yield rule(
        "a large pattern in a condition", "each: report\ncheck: matches(body, '[^a]{0,999}b')", 7, "steps"
    )
    yield rule(
        "a large pattern that excludes", "find: a\nunless: '(?:.{0,10}){90}x'\ncheck: 'true'", 7, "steps"
    )


EXPRESSIONS = (*_numbers(), *_shapes(), *_messages(), *_patterns())
