"""What the bot says, in each language: Fluent files, one folder a language."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from fluent.runtime import FluentBundle
from fluent.runtime.errors import FluentFormatError
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

TEXTS = Path(__file__).parents[1] / "texts"
"""The folder of all that the product says."""

_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})


@dataclass
class _Uses(Visitor):
    """The variables, messages and terms that one text mentions."""

    variables: set[str] = field(default_factory=set)
    texts: set[str] = field(default_factory=set)

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - name set by Visitor
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802 - as above
        self.texts.add(node.id.name)

    def visit_TermReference(self, node: ast.TermReference) -> None:  # noqa: N802 - as above
        self.texts.add(f"-{node.id.name}")


class Language:
    """One language that the bot speaks; get it from `Texts`."""

    def __init__(self, code: str, folder: Path) -> None:
        self.code = code
        self.uses: dict[str, _Uses] = {}
        self.problems: list[str] = []
        # Isolating marks would travel with every code that an officer copies out of a card; only
        # scripts that run the other way need them.
        self._bundle = FluentBundle([code], use_isolating=code in _RIGHT_TO_LEFT)
        for path in sorted(folder.glob("*.ftl")):
            self._load(path)

    def __repr__(self) -> str:
        return f"Language({self.code!r})"

    def say(self, text_id: str, /, **values: object) -> str:
        """Return a text with its values filled in; values are not escaped.

        Raises KeyError for a text or a value that is missing, and ValueError for a value of more
        than 2500 characters, which Fluent refuses.
        """
        if not self._bundle.has_message(text_id):
            raise KeyError(f"there is no text {text_id!r} in {self.code}: add it to its .ftl file")
        pattern = self._bundle.get_message(text_id).value
        if pattern is None:
            raise KeyError(f"the text {text_id!r} in {self.code} has attributes only")
        said, errors = self._bundle.format_pattern(pattern, values)
        for error in errors:
            kind = KeyError if isinstance(error, FluentFormatError) else ValueError
            raise kind(f"the text {text_id!r} in {self.code} cannot be said: {error}")
        return str(said)

    def variables(self, text_id: str) -> frozenset[str]:
        """Return the names of the values that a text needs, also for texts inside it."""
        return frozenset(self._variables(text_id, seen=set()))

    def _variables(self, text_id: str, seen: set[str]) -> Iterator[str]:
        if text_id in seen or text_id not in self.uses:
            return
        seen.add(text_id)
        yield from self.uses[text_id].variables
        for inner in self.uses[text_id].texts:
            # A term sees only what the text hands to it by name.
            if not inner.startswith("-"):
                yield from self._variables(inner, seen)

    def _load(self, path: Path) -> None:
        source = path.read_text(encoding="utf-8")
        resource = FluentParser().parse(source)
        for entry in resource.body:
            where = f"{self.code}/{path.name}"
            if isinstance(entry, ast.Junk):
                line = source.count("\n", 0, entry.span.start if entry.span else 0) + 1
                why = "; ".join(note.message or note.code for note in entry.annotations)
                self.problems.append(f"{where} line {line} cannot be read: {why}")
            elif isinstance(entry, ast.Message | ast.Term):
                mark = "-" if isinstance(entry, ast.Term) else ""
                text_id = mark + entry.id.name
                if text_id in self.uses:
                    self.problems.append(f"{where} has {text_id} a second time")
                    continue
                uses = _Uses()
                uses.visit(entry)
                self.uses[text_id] = uses
        self._bundle.add_resource(resource)


class Texts:
    """All that the bot says, in every language that has a folder of .ftl files.

    `default` is the language for those whose own is not there.
    """

    def __init__(self, folder: Path, default: str = "en") -> None:
        self._languages: Mapping[str, Language] = {
            path.name: Language(path.name, path)
            for path in sorted(folder.iterdir())
            if path.is_dir()
        }
        if default not in self._languages:
            raise ValueError(f"the default language {default!r} has no folder in {folder}")
        self.default = self._languages[default]

    @property
    def languages(self) -> tuple[Language, ...]:
        """Every language, in the order of their codes."""
        return tuple(self._languages.values())

    def language(self, code: str) -> Language:
        """Return the language with exactly this code; KeyError if there is none."""
        if code not in self._languages:
            raise KeyError(f"no language {code!r}; there are {', '.join(self._languages)}")
        return self._languages[code]

    def best(self, code: str | None) -> Language:
        """Return the language for an IETF tag as Telegram tells it ("fr-CA"), or the default."""
        primary = (code or "").lower().partition("-")[0]
        return self._languages.get(primary, self.default)

    def problems(self) -> list[str]:
        """Return what is wrong with the files, one sentence each.

        Found are: lines that cannot be read, ids that stand twice, texts that mention unknown
        ones, and texts that a language lacks or says with other values than the rest.
        """
        found = [problem for language in self.languages for problem in language.problems]
        for language in self.languages:
            for text_id, uses in language.uses.items():
                found.extend(
                    f"{language.code}: {text_id} mentions {inner}, which is not there"
                    for inner in sorted(uses.texts - language.uses.keys())
                )
        every_id = sorted({text_id for language in self.languages for text_id in language.uses})
        for text_id in every_id:
            found.extend(self._differences(text_id))
        return found

    def _differences(self, text_id: str) -> Iterator[str]:
        if text_id.startswith("-"):  # a term is one language's own affair
            return
        having = [language for language in self.languages if text_id in language.uses]
        needed = {name for language in having for name in language.variables(text_id)}
        for language in self.languages:
            if language not in having:
                yield f"{language.code} lacks {text_id}"
            elif missing := needed - language.variables(text_id):
                yield f"{language.code}: {text_id} does not use {', '.join(sorted(missing))}"
