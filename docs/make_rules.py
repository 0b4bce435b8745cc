"""Print docs/rules.md from the built-in catalogue: `python docs/make_rules.py > docs/rules.md`."""

from collections.abc import Iterator, Mapping
from typing import Any

from gdlint.reporters.rule_facts import applies_words
from gdlint.reporters.rule_formats import markdown_lines
from gdlint.rules.description import builtin_examples, described_rules, example_text
from gdlint.session import Session
from gdlint.words.rule_pages import GROUPS

NAMES = {"good": "right", "bad": "wrong", "silent": "not judged"}


def page() -> Iterator[str]:
    """The lines of the page."""
    rules = described_rules(Session().rules_at(None))
    yield "# The rules"
    yield ""
    yield "Written by `python docs/make_rules.py > docs/rules.md`; change the catalogue, not this page."
    yield ""
    yield (
        f"The catalogue has {len(rules)} rules. The title says what is right; a finding says what is not. "
        "Two severities in one line: the rule decides case by case. A basis marked (not required) is a custom "
        "or a local demand, and such a rule is never an error. `gdlint explain CODE` shows one rule with what it says of "
        "its examples."
    )
    yield ""
    yield from markdown_lines(rules, "en")
    yield "# One by one"
    for prefix in sorted({rule["code"][:3] for rule in rules}):
        yield from ("", f"## {prefix} in full: {GROUPS[prefix]['en']}")
        for rule in rules:
            if rule["code"].startswith(prefix):
                yield from ("", *details(rule))


def details(rule: Mapping[str, Any]) -> Iterator[str]:
    """One rule: what it says, where it applies, how to mend, and its examples."""
    yield f"### {rule['code']} {rule['name']}"
    yield ""
    yield f"{rule['title']['zh']}。{rule['help']['zh']}。"
    yield ""
    yield f"{_sentence(rule['title']['en'])} Mend: {rule['help']['en'] or '–'}. Applies to {applies_words(rule, 'en')}."
    if rule["yields_to"]:
        yield f"Silent where one of these has spoken of the same thing: {', '.join(rule['yields_to'])}."
    if rule["options"]:
        yield f"Options: {', '.join(f'`{name}: {value}`' for name, value in rule['options'].items())}."
    examples = [(kind, example_text(changes)) for kind, changes in builtin_examples(rule["code"]) if changes]
    if examples:
        yield ""
        yield "```yaml"
        for kind, text in examples:
            yield f"# {NAMES[kind]}"
            yield text
        yield "```"


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}."


if __name__ == "__main__":
    print("\n".join(page()))
