"""The formats of `gdlint rules`: all rules of a run at once."""

from gdlint.plugins.reporting import Reporter, Summary
from gdlint.reporters.rules import markdown_lines, rules_data, table_lines
from gdlint.reporters.safe import harmless_lines, json_text


class RuleTableReporter(Reporter):
    """One line a rule."""

    def end(self, summary: Summary) -> None:
        """All of it."""
        self.write(harmless_lines(table_lines(self.run.rules(), self.language)))


class RuleMarkdownReporter(Reporter):
    """A page."""

    suffix = ".md"

    def end(self, summary: Summary) -> None:
        """All of it."""
        self.write(harmless_lines(markdown_lines(self.run.rules(), self.language)))


class RuleJsonReporter(Reporter):
    """One JSON document."""

    suffix = ".json"

    def end(self, summary: Summary) -> None:
        """All of it."""
        self.write(json_text(rules_data(self.run.rules()), 1) + "\n")
