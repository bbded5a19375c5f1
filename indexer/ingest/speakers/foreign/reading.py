"""A text and what its attribution reads in it, and the words said that stand between one pair of marks."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from indexer.ingest.speakers.foreign.cues import Cues
from indexer.ingest.speakers.foreign.dialogue import Speech, Told
from indexer.ingest.speakers.foreign.sayers import Sayers
from indexer.ingest.speakers.offices import PERSON
from indexer.ingest.speakers.quoted import Quoted

_TITLE_WORDS = 7
_PERSON = re.compile(f"{PERSON}+")
# What follows is a wording, not a name: "le mot « paix »".
_WORD_FOR = re.compile(
    r"(?i:слов|термин|понят|(?:так\s)?назыв|под\s|лозунг|девиз|слоган|mot|terme|expression|notion|concept|slogan|devise|palabra|término"
    r"|expresi|lema|intitul|titul|llamad|denominad|dénomm|baptis|surnomm|soi-disant|parol|termin|motto|wort|begriff|sogenannt)"
)
_BE = re.compile(
    r"(?:\s\S+){0,3}?\s(?:est|était|serait|sera|es|era|sería|será|fue|ist|war|è|era|é|станет|стал\w?|является|был\w?|стали)(?!\w)"
)


_PLURAL = re.compile(r"(?:ли|лись|[юуя]т|[юуя]тся|[бст]ат|ены|сны)$")


@dataclass(frozen=True, slots=True)
class Group:
    """What stands between one pair of marks, or behind one dash: `words` as a whole, `speech` without what the author
    puts between them."""

    quoted: Quoted
    speech: Speech
    words: str
    dash: bool = False

    @property
    def is_title(self) -> bool:
        """«Боевое братство», « Le Monde »: the name of something, or a single word."""
        text = self.words
        words = list(re.findall(r"[^\W\d_][\w'’-]*", text))
        if len(words) < 2:
            return not re.search(r"[?!.…,]$", text)
        long_words = [word for word in words if len(word) > 3]
        capitalised = bool(long_words) and all(word[0].isupper() for word in [words[0], *long_words])
        return len(words) <= _TITLE_WORDS and capitalised and not re.search(r"[?!,.…]$", text)

    def is_term(self, stretch: str, cues: Cues) -> bool:
        """`stretch` stands before it: right behind the noun of a thing, or a name in capitals within a sentence."""
        tail = stretch.rstrip()[-40:]
        last = None
        for match in cues.thing.finditer(tail):
            last = match
        after = tail[last.end() :] if last else ""
        text = self.words
        named = last is not None and (text[:1].isupper() or _WORD_FOR.match(last.group()))
        if named and len(after.split()) <= 1 and "," not in after and not _BE.match(after + " "):
            return True
        said = re.search(r"(?:que|что|,)\s*$", stretch) or cues.verb_right_before.search(stretch.rstrip() + " ")
        return text[:1].isupper() and not said and not (self.is_sentence and re.search(r"[.!?…]$", text))

    @property
    def is_sentence(self) -> bool:
        """Whether it is no mere part of a sentence."""
        text = self.words
        begins = text.lstrip("¿¡—–…[(").lstrip()[:1]
        return len(text.split()) > 2 and (begins.isupper() or begins.isdigit())


@dataclass(frozen=True, slots=True)
class Reading:
    """`masked`: names and words said are signs of their kind. `name_at`: the display name of who is named there."""

    text: str
    masked: str
    cues: Cues
    sayers: Sayers
    name_at: Callable[[int], str]

    def names(self, start: int, end: int) -> Iterator[str]:
        for match in _PERSON.finditer(self.masked, start, end):
            yield self.name_at(match.start())

    def is_plural(self, verb: re.Match[str]) -> bool:
        """ "спросили", "считают": said by no one person."""
        return self.cues.language == "ru" and _PLURAL.search(verb.group()) is not None

    def according(self, phrase: re.Match[str], stop: int) -> Told:
        """Whom "selon" or "по словам" names, in the case that follows."""
        oblique = self.cues.language == "ru" and phrase["fronted"] is not None
        sayer = self.sayers.after(phrase.end(), stop, oblique=oblique)
        return Told(sayer.name, (phrase.start(), max(sayer.end, phrase.end() - 1)))

    def of_his(self, phrase: re.Match[str]) -> Told:
        """ "по его словам", "selon elle"."""
        return Told(self.sayers.referents.resolve(phrase.start(), _pronoun(phrase.group())), phrase.span())

    def is_of_a_thing(self, link: str) -> bool:
        """ "que le traité promet «»", but not "que l'accord est «»"."""
        thing = self.cues.thing.search(link)
        if thing is None or _BE.match(link, thing.end()):
            return False
        # "По её словам, документ «лежит в комитете»"
        lead = link[: thing.start()]
        return bool(link[thing.end() :].strip()) or re.search(r",\s(?:l[ea]\s|el\s|l['’])?$", lead) is None


def is_weak(according: re.Match[str]) -> bool:
    """ "pour", "para", "für", "как" may mean something else."""
    return according.group().split()[0].lower() in ("pour", "para", "für", "per", "как", "comme", "como", "come", "wie")


def _pronoun(words: str) -> str:
    if re.search(r"(?:её|ее|elle|ella|lei|ela|ihrer)(?!\w)", words):
        return "она"
    return "он" if re.search(r"(?:его|lui|él|ele|seine\w)(?!\w)", words) else ""
