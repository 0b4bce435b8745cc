"""Settings files that would harm: `.gdlint.yaml` and pyproject.toml."""

from collections.abc import Iterator

from support.hostile.shape import Content, Hostile, folder, link, pipe, sparse

SECRET = "token: s3cret\ndatabase: {password: s3cret}\n"  # noqa: S105 - invented


def _yaml(name: str, text: Content, line: int | str = 0, says: str = "") -> Hostile:
    return Hostile(f"settings: {name}", {".gdlint.yaml": text}, f".gdlint.yaml:{line}" if line else "", says)


def _toml(name: str, text: Content, line: int | str = 0, says: str = "") -> Hostile:
    return Hostile(f"toml: {name}", {"pyproject.toml": text}, f"pyproject.toml:{line}" if line else "", says)


def _of_yaml() -> Iterator[Hostile]:
    yield _yaml("10,000 selectors", f"select: [{','.join(['GD4'] * 10_000)}]", 1, "more than 3000 values")
    yield _yaml("2,900 selectors", f"select: [{','.join(['GD4'] * 2_900)}]")
    yield _yaml("2,900 selectors of names", f"ignore: [{','.join(['blank-cell'] * 2_900)}]")
    yield _yaml(
        "1,400 globs for files",
        "per-file-ignores:\n" + "".join(f"  'a{n}*.txt': [GD4]\n" for n in range(1400)),
    )
    yield _yaml("2,900 globs to exclude", f"exclude: [{','.join(f'a{n}*b*' for n in range(2_900))}]")
    yield _yaml("a glob of stars", f"exclude: ['{'*a' * 400}']")
    yield _yaml("a glob of folders", f"exclude: ['{'**/a*/' * 150}b']")
    yield _yaml("brackets the wrong way", "exclude: [']a[']", 1, "bracket")
    yield _yaml("a bracket that ends first", "exclude: ['a][b']", 1, "bracket")
    yield _yaml("a class in a bracket", "exclude: ['[[:alpha:]]']", 1, "bracket")
    yield _yaml("an end in a glob", 'exclude: ["a\\0b"]', 1, "U+0000")
    yield _yaml("a selector of a megabyte", f"select: [{'G' * 900_000}]", 1, "more than 1000 characters")
    yield _yaml("a key of 100 kB", f"? {'k' * 100_000}\n: 1", 1, "unknown key")
    yield _yaml("a level of 900 letters", f"severity: {{GD4: {'e' * 900}}}", 1, "cannot be")
    yield _yaml("a region that is none", f"region: {'a' * 1000}\npacks: [auto]")
    yield _yaml("a pack that is a device", "packs: [/dev/zero]", 1, "does not exist")
    yield _yaml("a pack in the root", "packs: [/]", "", "")._replace(place="/", says="pack.yaml")
    yield _yaml("60 packs", f"packs: [{','.join(['henan'] * 60)}]", 1, "more than 50 packs")
    for kind, content in (
        ("device", link("/dev/zero")),
        ("pipe", pipe),
        ("folder", folder),
        ("link to itself", link(".gdlint.yaml")),
    ):
        yield _yaml(f"a {kind}", content)._replace(place=".gdlint.yaml", says="is no settings file")
    yield _yaml("3 GB", sparse(3_000_000_000, b"a: 1\n"), 1, "bytes")
    yield _yaml(
        "options without end",
        f"options: {{blank-cell: {{{','.join(f'a{n}: 1' for n in range(2000))}}}}}",
        1,
        "no option",
    )
    yield _yaml("a baseline that is a device", "baseline: /dev/zero", 1, "does not exist")
    yield _yaml("a baseline that is secret", "baseline: /etc/passwd", "", "")._replace(
        place="/etc/passwd", says="syntax error"
    )
    yield _yaml("an escape in a key", '"\\e]0;x\\a\\n::error::": 1', 1, "unknown key")
    yield _yaml("an escape in a value", 'select: ["\\e[2J\\u202e\\n##[error]"]', 1, "no rule")
    yield _yaml("deep", "a: " + "[" * 3000, 1, "deeper")


def _of_extends() -> Iterator[Hostile]:
    def case(name: str, extended: str, files: dict[str, Content], place: str, says: str) -> Hostile:
        return Hostile(
            f"extends: {name}",
            {".git/HEAD": "", ".gdlint.yaml": f"extends: {extended}", **files},
            place,
            says,
        )

    yield case(
        "the settings of git", ".git/config", {".git/config": SECRET}, ".gdlint.yaml:1", "ends in .yaml"
    )
    yield case(
        "a file in .git", ".git/a.yaml", {".git/a.yaml": SECRET}, ".git/a.yaml:1", "nothing of it is quoted"
    )
    yield case("a device", "/dev/zero", {}, ".gdlint.yaml:1", "ends in .yaml")
    yield case(
        "a link to a device", "a.yaml", {"a.yaml": link("/dev/zero")}, ".gdlint.yaml:1", "does not exist"
    )
    yield case(
        "a link to a secret", "a.yaml", {"a.yaml": link("/etc/passwd")}, "a.yaml:", "nothing of it is quoted"
    )
    yield case("a pipe", "a.yaml", {"a.yaml": pipe}, ".gdlint.yaml:1", "does not exist")
    yield case("a circle", "a.yaml", {"a.yaml": "extends: .gdlint.yaml"}, "a.yaml:1", "circle")
    yield case(
        "a circle by links",
        "a.yaml",
        {"a.yaml": "extends: b.yaml", "b.yaml": link("a.yaml")},
        "a.yaml:1",
        "circle",
    )
    yield case("a link to itself", "a.yaml", {"a.yaml": link("a.yaml")}, ".gdlint.yaml:1", "does not exist")
    yield case(
        "a chain of 100",
        "a1.yaml",
        {f"a{n}.yaml": f"extends: a{n + 1}.yaml" for n in range(1, 100)},
        "a19.yaml:1",
        "more than 20",
    )
    yield case("a name of 900 letters", "a" * 900 + ".yaml", {}, ".gdlint.yaml:1", "does not exist")
    yield Hostile("extends: a secret without a repository",
                  {"in/.gdlint.yaml": "extends: ../a.yaml", "in/report.txt": "", "a.yaml": SECRET},
                  "a.yaml:1", "nothing of it is quoted", ("in/report.txt",))  # fmt: skip
    yield Hostile(
        "extends: the settings are a secret",
        {".git/HEAD": "", ".gdlint.yaml": link("/etc/passwd")},
        ".gdlint.yaml:",
        "nothing of it is quoted",
    )


def _of_toml() -> Iterator[Hostile]:
    mentions = "# gdlint\n"
    yield _toml("5,000 digits of somebody else", f"{mentions}[tool.other]\na = {'9' * 5000}\n")
    yield _toml("a key of 200 kB of somebody else", f"{mentions}{'a.' * 100_000}a = 1\n")
    yield _toml("3 GB of somebody else", sparse(3_000_000_000, mentions.encode()))
    yield _toml("deep lists of somebody else", f"{mentions}a = {'[' * 50_000}\n")
    yield _toml("a pipe", pipe)
    yield _toml("5,000 digits", f"[tool.gdlint]\nyear = {'9' * 5000}\n", 2, "digits")
    yield _toml("30 digits", f"[tool.gdlint]\nyear = {'9' * 30}\n", 2, "more than 18 digits")
    yield _toml(
        "digits in hexadecimal", f"[tool.gdlint]\nschema = 0x{'f' * 5000}\n", 2, "more than 18 digits"
    )
    yield _toml("infinity", "[tool.gdlint.options.blank-cell]\nleast = inf\n", 2, "digits")
    yield _toml("no number", "[tool.gdlint.options.blank-cell]\nleast = nan\n", 2, "digits")
    yield _toml("a large exponent", "[tool.gdlint]\nyear = 1e99999\n", 2, "digits")
    yield _toml("a key of 200 kB", f"[tool.gdlint]\n{'a.' * 100_000}a = 1\n", 2, "deeper than 20")
    yield _toml("a key of quoted parts", "[tool.gdlint]\n" + '"a".' * 50_000 + "a = 1\n", 2, "deeper than 20")
    yield _toml("a header of 200 kB", f"[tool.gdlint.{'a.' * 100_000}a]\n", 1, "deeper than 20")
    yield _toml(
        "a header of blanks", f"[tool.gdlint]\n[ a {' ' * 200_000}]\n[tool.gdlint.b]\n", "", ""
    )._replace(place="pyproject.toml", says="unknown key b")
    yield _toml("deep lists", f"[tool.gdlint]\na = {'[' * 50_000}\n", 1, "deeper")
    yield _toml("deep tables", "[tool.gdlint]\na = " + "{b = " * 5_000 + "\n", "", "")._replace(
        place="pyproject.toml"
    )
    yield _toml(
        "20,000 tables", "[tool.gdlint]\n" + "[[tool.gdlint.select]]\n" * 20_000, 2, "more than 3000 values"
    )
    yield _toml("a text that never ends", '[tool.gdlint]\na = """' + '\\"' * 200_000, "", "")._replace(
        place="pyproject.toml"
    )
    yield _toml("quotes without end", "[tool.gdlint]\na = 1 " + "'\"" * 200_000, 2, "")
    yield _toml("an end in a path", '[tool.gdlint]\nextends = "a\\u0000.toml"\n', 2, "does not exist")
    yield _toml("an escape in a key", '[tool.gdlint]\n"\\u001b[31m" = 1\n', 1, "unknown key")
    yield _toml("a date for a text", "[tool.gdlint]\nregion = 2021-01-01\n", 2, "region is a text")
    yield _toml("not UTF-8", b"[tool.gdlint]\nregion = '\xff'\n", "", "")._replace(
        place="pyproject.toml", says="UTF-8"
    )
    yield _toml("half a mark", "\ufeff[tool.gdlint]\nroot = true\n")
    yield _toml("400 kB of escapes", '[tool.gdlint]\na = "' + "\\n" * 200_000 + '"\n', 2, "more than")
    yield _toml(
        "500 kB of keys", "[tool.gdlint]\n" + "".join(f"a{n} = 1\n" for n in range(50_000)), "", ""
    )._replace(place="pyproject.toml:")


SETTINGS = (*_of_yaml(), *_of_extends(), *_of_toml())
