"""The words beside one quotation that tell who says it, read from a masked text."""

import re
from bisect import bisect_right
from typing import NamedTuple

from indexer.ingest.speakers import saying
from indexer.ingest.speakers.masking import lettered
from indexer.ingest.speakers.offices import BODY, PERSON, PLACE, QUOTED
from indexer.ingest.speakers.quoted import Quoted
from indexer.ingest.speakers.subjects import Subject, Subjects
from indexer.text.sentences import sentence_ends

REACH = 600
_TITLE_WORDS = 7
_TERM_WORDS = 3
_SMALL = 3
_FURTHEST_COMMA = 250
_TAIL = 40
_IN_TITLES = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "and",
        "or",
        "in",
        "on",
        "at",
        "by",
        "to",
        "for",
        "from",
        "with",
        "as",
        "de",
        "la",
        "le",
        "les",
        "du",
        "des",
        "und",
        "der",
        "die",
    ]
)
_WHOLE_SENTENCE = 4
_SEPARATE = re.compile(r"[\s—–-]*[“”„«»\"]?$")
_AFTER_MARK = re.compile(r"[ \u00a0,—–-]{0,6}")
# What may follow "X said" where nothing else is said: "“…,” X said in Vienna", not "“Canal”, X said the ships".
_THEN = re.compile(
    r"\s*(?:[.,;!?—–-]|$|(?<=told) (?:the|his|her|a|me|us|them|him|my|our|CNN|[A-Z]\w)"
    rf"|(?<=told) [{PERSON}{BODY}{PLACE}]|\((?=\w)"
    r"|(?:in|on|at|to|during|after|before|while|when|as|with|of|about|by|from|through|via|during|following|outside|later"
    r"|last|this|that|reporters|journalists|here|yesterday|today|earlier|recently|again|and|but|\w+ly|Mon|Tues|Wednes"
    r"|Thurs|Fri|Satur|Sun)(?!\w)|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
)
_LABEL = re.compile(rf"(?P<name>[^{PERSON}]{{0,40}}{PERSON}+)\s?:\s{{0,3}}")
_INVERTED = re.compile(rf"\s(?P<whom>[^:,;]{{0,100}}{PERSON}+(?:[^:;{PERSON}]{{0,60}}:|,))\s{{0,3}}$")
_TO_SOMEBODY = frozenset("told tells assured reminded reminds informed asked asks urged urges warned warns".split())
_SIGNED = re.compile(rf"\s{{0,3}}[—–-]{{1,2}}\s?(?P<name>(?:{saying.HONORIFIC})?{PERSON}+)(?=[,\n]|\s*$)")
_ADDRESSEE = re.compile(rf"^\s(?:(?:of|about|to|with)\s)?[^.,:;]{{0,60}}?{PERSON}+")
_QUOTES_AS = re.compile(rf"\s?,?\s[^.:;“”\"]{{0,90}}?{saying.QUOTED_AS.pattern}")
_CLAUSE = re.compile(r"\s(?:would|will|is|was|has|had|could|can|may|should|must|were|are|have|did|does)(?!\w)")
_NOT_SUBJECT = re.compile(
    r"(?:to|that|in|on|at|for|of|by|with|it was|and|or|but|nothing|no|so|than|then|how|why|what|as|if|when|from|into|up"
    r"|out|you|I)(?!\w)",
)
_PREDICATE = re.compile(
    r"(?<!\w)(?:am|is|are|was|were|be|been|being|it|him|her|them|as|like|feels?|felt|looked|seemed?|became|becomes?)"
    r"(?:\s(?:an?|the|very|so|too|more|most|all|just|quite|really|also|still|simply))?\s$"
)
_ENDS_TERM = re.compile(
    r"[\s]*(?:[.,;:!?)—–-]|$|(?:and|or|but|by|to|for|in|of|with|about|on|at|from|that|as|when|if|after|because|than|while"
    r"|is|are|was|were|has|had|will|would|who|which|before|during|over|against|between|given|even|not)(?!\w))"
)
_CALLED = re.compile(
    r"(?:so[- ]called|called|the (?:term|word|phrase|slogan|title|name|nickname|headline|caption)s?|known as|dubbed)\s$", re.I
)


class Cue(NamedTuple):
    """`speaker` says it, or "" where nobody can be named, as `text[start:end]` tells."""

    speaker: str
    start: int
    end: int


class Beside:
    """Of one text and its masked form."""

    def __init__(self, text: str, masked: str, subjects: Subjects) -> None:
        self._text = text
        self._masked = masked
        self._subjects = subjects

    def behind(self, quoted: Quoted, sentence: int) -> Cue | None:
        """“…”, said X. “…”, X said. “…”, according to X."""
        at = quoted.end + 1
        if quoted_as := _QUOTES_AS.match(self._masked, at):
            return self._whom(quoted_as, quoted_as.end())
        if (match := saying.AFTER.match(self._masked, at)) and "\n\n" not in match.group():
            return self._said_by(quoted, match.start("verb"), match.end(), sentence)
        if (match := saying.ACCORDING.match(self._masked, at)) and not self._begins_anew(quoted, match.group()):
            start = match.end() - len(match.group().lstrip(" ,—–-\u00a0\n"))
            return self._said_by(quoted, start, match.end(), sentence)
        if match := saying.INVERTED.match(self._masked, at):
            name = self._subjects.antecedents.resolve_pronoun(match.start("pronoun"))
            return Cue(name, match.start("pronoun"), match.end())
        if signed := _SIGNED.match(self._masked, at):
            return self._signed(quoted, signed, sentence)
        return self._named_behind(quoted, at, sentence)

    def _begins_anew(self, quoted: Quoted, according: str) -> bool:
        """“…” According to X, …"""
        ends = self._text[quoted.start : quoted.end].rstrip()[-1:] in tuple(".?!…")
        return "\n\n" in according or (according.strip(" ,—–-\u00a0\n")[:1].isupper() and (ends or "." in according))

    def _whom(self, match: re.Match[str], end: int) -> Cue:
        """“…,” the agency quoted X as saying."""
        start, stop = match.span("whom")
        pronoun = saying.OBJECT_PRONOUNS.fullmatch(self._masked, start, stop)
        name = self._subjects.antecedents.resolve_pronoun(start) if pronoun else self._subjects.named_in(start, stop)
        return Cue(name, match.start("verb"), end)

    def _said_by(self, quoted: Quoted, verb: int, at: int, sentence: int) -> Cue | None:
        set_off = self._sets_off(quoted)
        if self._is_title(quoted) and not set_off:
            return None
        subject = self._subjects.after(at)
        if not subject.name and not subject.is_pronoun:
            told = self._text[at : subject.end]
            if not told.strip() or _NOT_SUBJECT.match(told) or _CLAUSE.search(told) or self._subjects.is_document(told):
                return None
            if not set_off and not self.opens(quoted, sentence) and self.is_term(quoted):
                return None
        return Cue(subject.name, verb, subject.end)

    def _signed(self, quoted: Quoted, signed: re.Match[str], sentence: int) -> Cue | None:
        """“…” – X, at the end of the paragraph."""
        if not self.opens(quoted, sentence) or self._is_title(quoted):
            return None
        subject = self._subjects.after(signed.start("name"))
        return Cue(subject.name, signed.start("name"), signed.end()) if subject.name else None

    def _named_behind(self, quoted: Quoted, at: int, sentence: int) -> Cue | None:
        set_off, opens = self._sets_off(quoted), self.opens(quoted, sentence)
        ends = self._text[quoted.start : quoted.end].rstrip()[-1:] in tuple(".…")
        if not set_off and (ends or not opens):
            return None
        begin = at + len(_AFTER_MARK.match(self._masked, at).group())  # type: ignore[union-attr]
        found = self._subjects.with_verb(begin)
        if found is None or (self._is_title(quoted) and not (opens and set_off)):
            return None
        subject, verb = found
        named = subject.name or subject.is_pronoun
        if not named and (subject.start - begin > len("as ") or not set_off):
            return None
        then = _THEN.match(self._masked, verb.end()) or (opens and self._masked[verb.end() : verb.end() + 1] == ":")
        if not then or saying.QUOTING.match(self._masked, verb.end()):
            return None
        return Cue(subject.name, min(subject.start, verb.start()), verb.end())

    def trailing(self, quoted: Quoted, sentence: int, end: int) -> Cue | None:
        """The port is “a place of its own” in winter, X said on Monday. `end`: where the sentence ends."""
        rest = self._masked[quoted.end + 1 : min(end, quoted.end + REACH)]
        comma = rest.rfind(",", 0, _FURTHEST_COMMA)
        verb = saying.LAST.search(rest, comma + 1) if comma >= 0 else None
        while verb is None and comma > 0:
            comma = rest.rfind(",", 0, comma)
            verb = saying.LAST.search(rest, comma + 1) if comma >= 0 else None
        if verb is None or self.is_term(quoted) or self._is_title(quoted) or QUOTED in rest:
            return None
        begin = quoted.end + 1 + comma + 1
        tail = rest[verb.end() :].rstrip(" .")
        if len(tail) > _TAIL or not _THEN.match(self._masked, quoted.end + 1 + verb.end()):
            return None
        if saying.THING.search(self._masked[sentence : quoted.start - 1]) or saying.CALLING.search(rest):
            return None
        subject = self._subjects.before(quoted.end + 1 + verb.start(), begin, verb.group())
        near = subject is not None and self._masked.count(" ", begin, subject.start) <= _TITLE_WORDS
        return Cue(subject.name, subject.start, quoted.end + 1 + verb.end()) if subject and near else None

    def _sets_off(self, quoted: Quoted) -> bool:
        """Whether a comma, question mark or dash parts the quotation from what follows, but no full stop."""
        inside = self._text[quoted.start : quoted.end].rstrip()[-1:]
        outside = self._text[quoted.end + 1 : quoted.end + 4].lstrip()
        return (inside in ",?!—–-" and inside != "") or (outside[:1] in ",—–-" and outside != "" and inside != ".")

    def _is_title(self, quoted: Quoted) -> bool:
        """“Combat Brotherhood”, “International Affairs”: the name of something, or a single word."""
        words = [word for word in self._text[quoted.start : quoted.end].split() if word[0].isalpha()]
        capitalised = any(len(word) > _SMALL for word in words) and all(
            word[0].isupper() or word in _IN_TITLES for word in words
        )
        return len(words) < 2 or (len(words) <= _TITLE_WORDS and capitalised)

    def opens(self, quoted: Quoted, sentence: int) -> bool:
        """Whether the sentence begins with the quotation."""
        return quoted.start - sentence < 10 and _SEPARATE.fullmatch(self._masked, sentence, quoted.start) is not None

    def is_term(self, quoted: Quoted) -> bool:
        """A few words that name something rather than say it: "the “green money” system", "a “measure”"."""
        words = self._text[quoted.start : quoted.end].split()
        before = self._masked[max(0, quoted.start - 30) : quoted.start - 1]
        if _CALLED.search(before) or not words:
            return True
        ends = _ENDS_TERM.match(self._masked, quoted.end + 1) is not None
        if len(words) == 1:
            return not (ends and _PREDICATE.search(before))
        return len(words) <= _TERM_WORDS and not ends

    def ahead(self, quoted: Quoted, sentence: int) -> Cue | None:
        """X said: “…”. X stressed that it was “…”. According to X, “…”."""
        opening = quoted.start - 1
        begin = max(sentence, opening - REACH)
        stretch = self._masked[begin:opening]
        if match := saying.QUOTED_AS.search(stretch):
            return self._quoted_as(match, stretch, begin)
        verbs = list(saying.LAST.finditer(stretch))
        if participle := self._participle(quoted, begin, stretch, verbs):
            return participle
        if view := self._in_the_view(quoted, begin, stretch, verbs[-1].end() if verbs else 0):
            return view
        if not verbs:
            return (
                self._labelled(begin, stretch) or self._announced(begin, stretch) or self._colon(quoted, begin, stretch)
            )
        verb = verbs[-1]
        if stretch.startswith(" by ", verb.end()):
            return None
        if inverted := self._inverted(begin, stretch, verb):
            return inverted
        if not self._leads_to(quoted, stretch[verb.end() :]):
            return None
        subject = self._subjects.before(begin + verb.start(), begin, verb.group())
        return self._by(subject, quoted, begin, verb)

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

    def _leads_to(self, quoted: Quoted, link: str) -> bool:
        """Whether what stands between the verb and the opening mark leaves the words to the verb's subject."""
        if QUOTED in link:
            return False
        aloud = link.rstrip()[-1:] in (":", ",") or not link.strip()
        rest = saying.WHERE.sub("", _ADDRESSEE.sub("", link, count=1) if aloud or link.startswith(" ") else link)
        if link.rstrip().endswith(":"):
            return not saying.NOT_THEIRS.search(rest)
        if self._is_title(quoted) and not self._is_predicate(quoted) and not (aloud and not self._is_short(quoted)):
            return False
        if saying.CALLING.search(rest) or PERSON in rest or self.is_term(quoted):
            return False
        direct = aloud and saying.SHORT_LINK.fullmatch(link) is not None
        return not (saying.NOT_THEIRS if direct else saying.THING).search(rest)

    def _is_short(self, quoted: Quoted) -> bool:
        return len(self._text[quoted.start : quoted.end].split()) <= _TERM_WORDS

    def _is_predicate(self, quoted: Quoted) -> bool:
        words = self._text[quoted.start : quoted.end].split()
        return len(words) == 1 and words[0].islower() and not self.is_term(quoted)

    def _quoted_as(self, match: re.Match[str], stretch: str, begin: int) -> Cue | None:
        """The agency quoted X as saying “…”. X was quoted as saying “…”."""
        whom = match["whom"]
        if not whom.strip() or whom.lstrip().startswith("by "):
            left = saying.PASSIVE.sub("", stretch[: match.start()].rstrip()).rstrip()
            subject = self._subjects.before(begin + len(left), begin)
            return Cue(subject.name, subject.start, begin + match.end()) if subject else None
        found = saying.QUOTED_AS.match(self._masked, begin + match.start())
        return self._whom(found, begin + match.end()) if found else None

    def _labelled(self, begin: int, stretch: str) -> Cue | None:
        """Maria Lind: “…”."""
        label = _LABEL.fullmatch(stretch)
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
        if self._is_title(quoted):
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
        if here < 1 or not whole or not self.opens(quoted, sentences[here]):
            return None
        told = self._subjects.told_in(sentences[here - 1], sentences[here])
        if not told or not self._subjects.is_somebody(told.subject):
            return None
        subject = self._subjects.with_antecedent(told.subject)
        others = self._subjects.antecedents.named(sentences[here - 1], sentences[here]) - {subject.name}
        return Cue(subject.name, told.start, told.end) if not others else None

    def announced_from(self, quoted: Quoted, sentence: int) -> int:
        """Where the words that announce it begin: for a quotation on its own, the end of the paragraph before."""
        if not self.opens(quoted, sentence):
            return sentence
        start = max(0, sentence - REACH)
        ahead = self._masked[start : quoted.start - 1].rstrip()
        last = sentence_ends(lettered(ahead))
        begin = max([0, *last, ahead.rfind("\n") + 1])
        if ahead.endswith(":") or saying.FOLLOWING.search(ahead, begin):
            return start + begin
        return sentence
