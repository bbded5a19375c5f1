"""The words ahead of a quotation that tell who says it, read from a masked text."""

import re
from bisect import bisect_right

from indexer.ingest.speakers import saying
from indexer.ingest.speakers.behind import REACH, Behind, Cue
from indexer.ingest.speakers.masking import lettered
from indexer.ingest.speakers.offices import PERSON, QUOTED
from indexer.ingest.speakers.quoted import Quoted
from indexer.ingest.speakers.subjects import Subject, Subjects
from indexer.ingest.speakers.wording import Wording
from indexer.text.sentences import sentence_ends

_WHOLE_SENTENCE = 4
_LABEL = re.compile(rf"(?P<name>[^{PERSON}]{{0,40}}{PERSON}+)\s?:\s{{0,3}}")
_INVERTED = re.compile(rf"\s(?P<whom>[^:,;]{{0,100}}{PERSON}+(?:[^:;{PERSON}]{{0,60}}:|,))\s{{0,3}}$")
_TO_SOMEBODY = frozenset(
    [
        "told",
        "tells",
        "assured",
        "reminded",
        "reminds",
        "informed",
        "asked",
        "asks",
        "urged",
        "urges",
        "warned",
        "warns",
    ]
)
# "a quote of Maria Lind’s: “…”", "recall the words of Maria Lind, “…”"
_WORDS_OF = re.compile(
    r"(?<!\w)(?:quotes?|quotations?|words|remarks?|phrase|saying|dictum|maxim|advice|warning|appeal)\s(?:of|by|from)\s"
    rf"(?:the\s(?:late|great)\s)?(?P<whose>(?:{saying.HONORIFIC})?{PERSON}+|(?:his|hers)(?=:))(?:['’]s)?"
    rf"(?:\s[^.;:“”{PERSON}]{{1,50}})?[,:]?\s{{0,3}}$"
)
_ASIDE = re.compile(rf"(?<!\w)(?:by|with|from|against)\s(?:{saying.HONORIFIC})?{PERSON}+(?=\s[^\W\d_]|\s?$)")
# Terms that come before it in a list: "a “fox,” “a fool of the old school”".
_LISTED = re.compile(rf"(?:[“\"]\w{QUOTED}{{1,20}}[,.]?[”\"],?\s(?:(?:and|or|but|an?|the)\s)?){{1,4}}$")
_ADDRESSEE = re.compile(
    rf"^\s(?!(?:that|how|why|what|if|whether)\s)(?:(?:of|about|to|with)\s)?[^.,:;]{{0,60}}?{PERSON}+"
)


class Ahead:
    """Of one text and its masked form."""

    def __init__(self, text: str, masked: str, subjects: Subjects, wording: Wording, behind: Behind) -> None:
        self._text = text
        self._masked = masked
        self._subjects = subjects
        self._wording = wording
        self._behind = behind

    def told(self, quoted: Quoted, sentence: int) -> Cue | None:
        """X said: “…”. X stressed that it was “…”. According to X, “…”."""
        opening = quoted.start - 1
        begin = max(sentence, opening - REACH)
        stretch = _LISTED.sub("", self._masked[begin:opening])
        if match := saying.QUOTED_AS.search(stretch):
            return self._quoted_as(match, stretch, begin)
        verbs = list(saying.LAST.finditer(stretch))
        if stretch.rstrip()[-1:] in tuple(",:") and (aloud := saying.ALOUD.search(stretch)):
            verbs.append(aloud) if not verbs or aloud.start() > verbs[-1].start() else None
        after = verbs[-1].end() if verbs else 0
        found = self._participle(quoted, begin, stretch, verbs) or self._in_the_view(quoted, begin, stretch, after)
        found = found or self._announced(begin, stretch)
        if not found and verbs:
            found = self._by_verb(quoted, begin, stretch, verbs[-1])
        found = found or self._in_words_of(begin, stretch, after) or self._called(quoted, begin, stretch, after)
        if found or verbs:
            return found
        return self._labelled(quoted, begin, stretch) or self._colon(quoted, begin, stretch)

    def _by_verb(self, quoted: Quoted, begin: int, stretch: str, verb: re.Match[str]) -> Cue | None:
        if inverted := self._inverted(begin, stretch, verb):
            return inverted
        if stretch.startswith(" by ", verb.end()) or not self._leads_to(quoted, stretch[verb.end() :]):
            return None
        return self._by(self._subjects.before(begin + verb.start(), begin, verb.group()), quoted, begin, verb)

    def _by(self, subject: Subject | None, quoted: Quoted, begin: int, verb: re.Match[str]) -> Cue | None:
        """Somebody without a name is not given what may be a title: "the tragedy underlines “Report of the …”"."""
        if subject is None:
            return None
        link = self._masked[begin + verb.end() : quoted.start - 1]
        aloud = link.rstrip()[-1:] in tuple(",:") or saying.REPORTED.match(link) or subject.name or subject.is_pronoun
        if not aloud and self._text[quoted.start : quoted.start + 1].isupper():
            return None
        return Cue(subject.name, subject.start, begin + verb.end())

    def _participle(self, quoted: Quoted, begin: int, stretch: str, verbs: list[re.Match[str]]) -> Cue | None:
        """X turned it down, saying that it was “…”."""
        found = list(saying.SAYING.finditer(stretch, verbs[-1].end() if verbs else 0))
        if not found or not self._leads_to(quoted, stretch[found[-1].end() :]):
            return None
        start, end = begin + found[-1].start(), begin + found[-1].end()
        if verbs:
            subject = self._subjects.before(begin + verbs[-1].start(), begin, verbs[-1].group())
            between = stretch[verbs[-1].end() : found[-1].start()]
        else:
            subject = self._subjects.opening(begin)
            between = stretch[max(0, subject.end - begin) : found[-1].start()] if subject else ""
        plain = subject is not None and not (verbs and PERSON in between)
        return Cue(subject.name, start, end) if subject and plain else None

    def _inverted(self, begin: int, stretch: str, verb: re.Match[str]) -> Cue | None:
        """Nothing is lost, said X: “…”."""
        if verb.group() in _TO_SOMEBODY or not _INVERTED.match(stretch, verb.end()):
            return None
        if not stretch[: verb.start()].rstrip().endswith((",", QUOTED)):
            return None
        subject = self._subjects.after(begin + verb.end() + 1)
        return Cue(subject.name, begin + verb.start(), subject.end) if subject.name else None

    def _in_words_of(self, begin: int, stretch: str, after: int) -> Cue | None:
        """I recall the words of X: “…”."""
        if not (words_of := _WORDS_OF.search(stretch, after)):
            return None
        start, end = words_of.span("whose")
        named = words_of["whose"].endswith(PERSON)
        subject = self._subjects.after(begin + start) if named else None
        name = subject.name if subject else self._subjects.antecedents.resolve_pronoun(begin + start)
        return Cue(name, begin + words_of.start(), begin + end) if name else None

    def _called(self, quoted: Quoted, begin: int, stretch: str, after: int) -> Cue | None:
        """X called the plan “far too dear”, but no name: the ship called “Far Too Dear”."""
        verbs = list(saying.CALLS.finditer(stretch, after))
        words = self._text[quoted.start : quoted.end].split()
        if not verbs or len(words) < 2 or self._wording.is_title(quoted):
            return None
        link = stretch[verbs[-1].end() :]
        if QUOTED in link or link.startswith(" by ") or saying.NAMING.search(link) or self._wording.names(quoted):
            return None
        subject = self._subjects.before(begin + verbs[-1].start(), begin, verbs[-1].group())
        if not subject or not (subject.name or subject.is_pronoun):
            return None
        apart = stretch[subject.end - begin : verbs[-1].start()].strip()
        return None if apart == "," else Cue(subject.name, subject.start, begin + verbs[-1].end())

    def _leads_to(self, quoted: Quoted, link: str) -> bool:
        """Whether what stands between the verb and the opening mark leaves the words to the verb's subject."""
        if QUOTED in link:
            return False
        aloud = link.rstrip()[-1:] in (":", ",") or not link.strip()
        rest = saying.WHERE.sub("", _ADDRESSEE.sub("", link, count=1) if aloud or link.startswith(" ") else link)
        if link.rstrip().endswith(":"):
            return not saying.NOT_THEIRS.search(rest)
        if (
            self._wording.is_title(quoted)
            and not self._wording.is_predicate(quoted)
            and not (aloud and not self._wording.is_short(quoted))
        ):
            return False
        if saying.CALLING.search(rest) or self._wording.is_term(quoted):
            return False
        if aloud and saying.SHORT_LINK.fullmatch(link):
            return PERSON not in rest and not saying.NOT_THEIRS.search(rest)
        return self._is_of_nobody_else(rest)

    def _is_of_nobody_else(self, rest: str) -> bool:
        """Whether nobody but the verb's subject speaks in the clause before the mark."""
        # what the clause is about does not speak: "said that Norov and his report were “far too late”"
        *_, clause = saying.FINITE.split(rest)
        about = clause if clause != rest else ""
        if (
            PERSON in (_ASIDE.sub("", clause) if about else clause)
            or saying.BESIDE.search(about)
            or saying.CALLS.search(about)
        ):
            return False
        return not saying.THING.search(saying.NEGATION.sub("", clause) if about else clause)

    def _quoted_as(self, match: re.Match[str], stretch: str, begin: int) -> Cue | None:
        """The agency quoted X as saying “…”. X was quoted as saying “…”."""
        whom = match["whom"]
        if not whom.strip() or whom.lstrip().startswith(("by ", "in ", "on ")):
            left = saying.PASSIVE.sub("", stretch[: match.start()].rstrip()).rstrip(" ,")
            subject = self._subjects.before(begin + len(left), begin)
            return Cue(subject.name, subject.start, begin + match.end()) if subject else None
        found = saying.QUOTED_AS.match(self._masked, begin + match.start())
        return self._behind.whom(found, begin + match.end()) if found else None

    def _labelled(self, quoted: Quoted, begin: int, stretch: str) -> Cue | None:
        """Maria Lind: “…”, but no title: “The Last Convoy”."""
        label = None if self._wording.is_title(quoted) else _LABEL.fullmatch(stretch)
        subject = self._subjects.before(begin + label.end("name"), begin) if label else None
        return Cue(subject.name, subject.start, subject.end) if subject and subject.name else None

    def _colon(self, quoted: Quoted, begin: int, stretch: str) -> Cue | None:
        """X was cautious: “We shall see.”"""
        words = self._text[quoted.start : quoted.end].split()
        if not stretch.rstrip().endswith(":") or len(words) < _WHOLE_SENTENCE or not words[0][0].isupper():
            return None
        if saying.THING.search(stretch) or self._subjects.is_document(stretch) or QUOTED in stretch:
            return None
        subject = self._subjects.opening(begin)
        rest = self._masked[subject.end : quoted.start - 1] if subject else ""
        if not subject or PERSON in rest or rest.count(":") > 1:
            return None
        return Cue(subject.name, subject.start, subject.end) if subject.name else None

    def _announced(self, begin: int, stretch: str) -> Cue | None:
        """X released the following statement: “…”."""
        issued = saying.ISSUED.search(stretch)
        if not issued or not (stretch.rstrip().endswith(":") or saying.FOLLOWING.search(stretch)):
            return None
        subject = self._subjects.before(begin + issued.start(), begin)
        return Cue(subject.name, subject.start, begin + issued.end()) if subject else None

    def _in_the_view(self, quoted: Quoted, begin: int, stretch: str, after: int) -> Cue | None:
        if self._wording.is_title(quoted):
            return None
        clauses = [after, *(match.start() for match in re.finditer(",", stretch) if match.start() >= after)]
        for according in filter(None, (saying.ACCORDING.match(stretch, at) for at in clauses)):
            subject = self._subjects.after(begin + according.end())
            rest = self._masked[subject.end : quoted.start - 1]
            start = begin + according.end() - len(according.group().lstrip(" ,—–-\u00a0"))
            if subject.name and not saying.THING.search(rest) and PERSON not in rest:
                return Cue(subject.name, start, subject.end)
        view = saying.THEIR_VIEW.search(stretch, after)
        if view and not saying.THING.search(stretch, view.end()):
            name = self._subjects.antecedents.resolve_pronoun(begin + view.start())
            return Cue(name, begin + view.start(), begin + view.end())
        return None

    def just_told(self, quoted: Quoted, sentences: list[int]) -> Cue | None:
        """X said that it was so. “…”: a whole sentence behind one in which somebody tells something."""
        here = bisect_right(sentences, quoted.start - 1) - 1
        words = self._text[quoted.start : quoted.end].split()
        whole = self._text[quoted.start : quoted.end].rstrip()[-1:] in tuple(".?!…") and len(words) >= _WHOLE_SENTENCE
        if not whole or not self._wording.opens(quoted, sentences[here]):
            return None
        return self.told_before(sentences[here]) if here else None

    def told_before(self, at: int) -> Cue | None:
        """Who tells something in the sentence that ends at `at`, perhaps in the paragraph before."""
        start, end = self._subjects.antecedents.sentence_before(at)
        told = self._subjects.told_in(start, end) or self._subjects.shown_in(start, end)
        if not told or not self._subjects.is_somebody(told.subject):
            return None
        return Cue(self._subjects.with_antecedent(told.subject).name, told.start, told.end)

    def announced_from(self, quoted: Quoted, sentence: int) -> int:
        """Where the words that announce it begin: for a quotation on its own, the end of the paragraph before."""
        if not self._wording.opens(quoted, sentence):
            return sentence
        start = max(0, sentence - REACH)
        ahead = self._masked[start : quoted.start - 1].rstrip()
        last = sentence_ends(lettered(ahead))
        begin = max([0, *last, ahead.rfind("\n") + 1])
        if ahead.endswith(":") or saying.FOLLOWING.search(ahead, begin) or saying.ALOUD.search(ahead, begin):
            return start + begin
        return sentence
