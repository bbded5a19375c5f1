"""One body, person or place of the authority files."""

from dataclasses import dataclass
from typing import Literal, get_args

Kind = Literal["organisation", "person", "place"]

When = Literal["always", "in_context", "in_quotes", "of_state", "adjective", "beside"]

KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class Variant:
    """A written form, its language ("" for any), and when it counts.

    Always; `in_context`: where a body that it needs is named in the same article; `in_quotes`: as the first words
    of a quotation (titles of journals); `of_state`: beside a state's name; `adjective`: before a word for government;
    `beside`: before a comma and a larger place.
    """

    text: str
    language: str = ""
    when: When = "always"


@dataclass(frozen=True, slots=True)
class Office:
    """What a person was, where, and from when to when (yyyy, yyyy-mm or yyyy-mm-dd; "" for open)."""

    title: str
    body: str
    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """`name` is the display name and itself a variant; `sort` is what it is: "agency", "country", "city" …

    `needs`: the bodies of which one must be named for an `in_context` form to count; empty stands for the parent.
    `fallback`: its `in_context` forms mean it also where no such body is named and no other body claims them.
    `shown`: what pages call it, by language, where that is not the first of its forms.
    `doubtful`: its name is also a word, a surname or a given name, so that no form of it stands for it everywhere.
    """

    kind: Kind
    name: str
    sort: str = ""
    acronym: str = ""
    parent: str = ""
    country: str = ""
    surname: str = ""
    variants: tuple[Variant, ...] = ()
    adjectives: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    fallback: bool = False
    doubtful: bool = False
    offices: tuple[Office, ...] = ()
    shown: tuple[tuple[str, str], ...] = ()

    @property
    def forms(self) -> tuple[str, ...]:
        """Every written form that stands for it wherever it occurs, the display name first; none of a doubtful one."""
        if self.doubtful:
            return ()
        if not self.variants and not self.acronym:  # as most are
            return (self.name,)
        return tuple(dict.fromkeys(filter(None, (self.name, self.acronym, *self.forms_when("always")))))

    def forms_when(self, when: When) -> tuple[str, ...]:
        return tuple(variant.text for variant in self.variants if variant.when == when)

    def forms_in(self, language: str) -> tuple[str, ...]:
        """Those of one language that always stand for it, in the order of the files."""
        return tuple(each.text for each in self.variants if each.language == language and each.when == "always")

    def name_in(self, language: str) -> str:
        """What pages in a language call it: what they are to show, else the first of its forms there that is no
        abbreviation, else the first; "" where it has none."""
        if language in (shown := dict(self.shown)):
            return shown[language]
        forms = self.forms_in(language)
        return next((form for form in forms if not form.isupper()), forms[0] if forms else "")
