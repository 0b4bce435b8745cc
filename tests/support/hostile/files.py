"""Files of packs and of the cache that are no plain files, lie elsewhere, or are too large."""

from collections.abc import Iterator, Mapping

from support.hostile.shape import PACK, RULE, Content, Hostile, folder, link, pipe, sparse
from support.packs import FACE

RULES = RULE + "  check: 'true'\n"
KINDS: Mapping[str, tuple[Content, str]] = {
    "device": (link("/dev/zero"), "outside"),
    "pipe": (pipe, "no regular file"),
    "folder": (folder, "no regular file"),
    "link out": (link("/etc/hostname"), "outside"),
    "link to nowhere": (link("nowhere.yaml"), ""),
    "link to itself": (link("rules.yaml"), ""),
    "3 GB": (sparse(3_000_000_000), "bytes"),
    "random device": (link("/dev/urandom"), "outside"),
    "process memory": (link("/proc/self/environ"), "outside"),
}


def _files() -> Iterator[Hostile]:
    for kind, (content, says) in KINDS.items():
        where = "leads out" if says == "outside" else says
        for path in ("pack/rules/rules.yaml", "pack/more.yaml"):
            if not (kind == "link to itself" and path == "pack/more.yaml"):
                place = "pack" if kind == "3 GB" else path
                yield Hostile(
                    f"file: {path} is a {kind}", {"pack/pack.yaml": FACE, path: content}, place, where, PACK
                )
    for kind, place in (
        ("pipe", "pack/pack.yaml"),
        ("folder", "pack/pack.yaml"),
        ("3 GB", "pack"),
        ("link out", "pack/pack.yaml"),
    ):
        yield Hostile(
            f"file: pack.yaml is a {kind}",
            {"pack/rules/rules.yaml": RULES, "pack/pack.yaml": KINDS[kind][0]},
            place,
            "",
            ("report.txt", "--pack", "./pack"),
        )
    yield Hostile("file: the rules lie elsewhere", {"pack/pack.yaml": FACE, "other/a.yaml": RULES, "pack/rules": link("../other")},
                  "pack/rules/a.yaml", "leads out", PACK)  # fmt: skip
    yield Hostile(
        "file: the rules are the pack",
        {"pack/pack.yaml": FACE, "pack/a.yaml": RULES, "pack/rules": link(".")},
        "pack",
        "",
        PACK,
    )
    yield Hostile(
        "file: a link inside",
        {"pack/pack.yaml": FACE, "pack/a.txt": RULES, "pack/a.yaml": link("a.txt")},
        args=PACK,
    )
    yield Hostile(
        "file: the pack is a link",
        {"other/pack.yaml": FACE, "other/a.yaml": RULES, "pack": link("other")},
        args=PACK,
    )
    yield Hostile(
        "file: 101 files",
        {"pack/pack.yaml": FACE, **{f"pack/rules/{n}.yaml": "[]" for n in range(101)}},
        "pack",
        "more than 100 files",
        PACK,
    )
    yield Hostile(
        "file: 3 files of 900 kB",
        {"pack/pack.yaml": FACE, **{f"pack/{n}.yaml": "#" * 900_000 for n in range(3)}},
        "pack",
        "together",
        PACK,
    )
    yield Hostile(
        "file: a baseline that is a pipe",
        {"b.json": pipe},
        "baseline names",
        "does not exist",
        ("report.txt", "--baseline", "b.json"),
    )


FILES = tuple(_files())
