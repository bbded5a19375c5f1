"""The words behind a quotation that tell who says it, read from a masked text."""

import re
from typing import NamedTuple

from indexer.ingest.speakers import saying
from indexer.ingest.speakers.offices import BODY, PERSON, PLACE, QUOTED
from indexer.ingest.speakers.quoted import Quoted
from indexer.ingest.speakers.subjects import Subject, Subjects
from indexer.ingest.speakers.wording import Wording

REACH = 600
_FURTHEST_COMMA = 250
_TAIL = 60
_AFTER_MARK = re.compile(r"[ \u00a0,—–-]{0,6}")
_FEW, _BEFORE_NAME = 3, 7
_STOPS = re.compile(r"(?<![A-Z])(?<!\b(?:Mr|Dr|Ms|St))(?<!\b(?:Mrs|Rep|Sen|Gov|Gen|Col|Rev|Ltd|Inc))\.|[:;“”«»\"]")
_SUBJECT = 140
_TELLING = [
    "told",
    "tells",
    "assured",
    "assures",
    "warned",
    "informed",
    "reminded",
    "emailed",
    "asked",
    "advised",
    "instructed",
]
_TO_WHOM = "(?:" + "|".join(f"(?<={verb})" for verb in _TELLING) + ")"
# What may follow "X said" where nothing else is said: "“…,” X said in Vienna", not "“Canal”, X said the ships".
_THEN = re.compile(
    rf"\s*(?:[.,;!?—–-]|$|{_TO_WHOM} (?:the|his|her|a|me|us|them|him|my|our|[A-Z]\w|[{PERSON}{BODY}{PLACE}])|\((?=\w)"
    r"|(?:in|on|at|to|during|after|before|while|when|as|with|of|about|by|from|through|via|during|following|outside|later"
    r"|last|this|that|reporters|journalists|here|yesterday|today|earlier|recently|again|and|but|\w+ly|Mon|Tues|Wednes"
    r"|Thurs|Fri|Satur|Sun)(?!\w)|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
)
_SIGNED = re.compile(rf"\s{{0,3}}[—–-]{{1,2}}\s?(?P<name>(?:{saying.HONORIFIC})?{PERSON}+)(?=[,\n]|\s*$)")
_BY = re.compile(
    r",?\s(?:(?:(?:which|that|as)\s)?(?:was|were|is|are|has been|had been)?\s?"
    r"(?:referred to|described|mentioned|spoken of|put|quoted|used|said|stated|evoked|called for) by"
    r"|(?:to (?:use|quote|borrow)|in) the (?:\w+ )?(?:words?|phrase|expression) of)\s(?=\S)"
)
_QUOTES_AS = re.compile(rf"\s?,?\s[^.:;“”\"]{{0,90}}?{saying.QUOTED_AS.pattern}")
_UTTERS = re.compile(
    rf"(?:{PERSON}+|he|she)(?:\s\w+ly)?\s(?!(?:published|released|directed|starred|appeared|played|performed|recorded"
    r"|received|signed|attended|used|needed|wanted|showed|turned|moved)(?!\w))[a-z]+ed(?!\w)"
)
_PRESENTED = re.compile(
    rf"{PERSON}+,\s(?:an?\s|the\s)?(?![^.\n]{{0,90}}?(?:\s(?:{saying.SAID}|is|was|has|had|who)\s))"
    r"[a-z][^.,;:?!“”\"\n]{5,90}\.(?=\s|$)"
)
_IS_WHOM = re.compile(r"\s*(?!(?:by|in|on|today)(?!\w))\S")  # nobody in "was quoted by the agency as saying"
_CLAUSE = re.compile(r"\s(?:would|will|is|was|has|had|could|can|may|should|must|were|are|have|did|does)(?!\w)")
_NOT_SUBJECT = re.compile(
    r"(?:to|that|in|on|at|for|of|by|with|it was|and|or|but|nothing|no|so|than|then|how|why|what|as|if|when|from|into|up"
    r"|out|you|I)(?!\w)",
)


class Cue(NamedTuple):
    """`speaker` says it, or "" where nobody can be named, as `text[start:end]` tells."""

    speaker: str
    start: int
    end: int


class Behind:
    """Of one text and its masked form."""

    def __init__(self, text: str, masked: str, subjects: Subjects, wording: Wording) -> None:
        self._text = text
        self._masked = masked
        self._subjects = subjects
        self._wording = wording

    def told(self, quoted: Quoted, sentence: int) -> Cue | None:
        """“…”, said X. “…”, X said. “…”, according to X."""
        at = quoted.end + 1
        if (quoted_as := _QUOTES_AS.match(self._masked, at)) and _IS_WHOM.match(quoted_as["whom"]):
            return self.whom(quoted_as, quoted_as.end())
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
        return self._credited(quoted, at) or self._named_behind(quoted, at, sentence)

    def _begins_anew(self, quoted: Quoted, according: str) -> bool:
        """“…” According to X, …"""
        ends = self._text[quoted.start : quoted.end].rstrip()[-1:] in tuple(".?!…")
        return "\n\n" in according or (according.strip(" ,—–-\u00a0\n")[:1].isupper() and (ends or "." in according))

    def whom(self, match: re.Match[str], end: int) -> Cue:
        """“…,” the agency quoted X as saying."""
        start, stop = match.span("whom")
        pronoun = saying.OBJECT_PRONOUNS.fullmatch(self._masked, start, stop)
        name = self._subjects.antecedents.resolve_pronoun(start) if pronoun else self._subjects.named_in(start, stop)
        return Cue(name, match.start("verb"), end)

    def _said_by(self, quoted: Quoted, verb: int, at: int, sentence: int) -> Cue | None:
        set_off = self._wording.sets_off(quoted)
        if self._wording.is_title(quoted) and not set_off:
            return None
        subject = self._subjects.after(at)
        if not subject.name and not subject.is_pronoun:
            told = self._text[at : subject.end]
            if not told.strip() or _NOT_SUBJECT.match(told) or _CLAUSE.search(told) or self._subjects.is_document(told):
                return None
            if not set_off and not self._wording.opens(quoted, sentence) and self._wording.is_term(quoted):
                return None
        return Cue(subject.name, verb, subject.end)

    def _credited(self, quoted: Quoted, at: int) -> Cue | None:
        """“…”, which was referred to by X. “…”, to use the words of X."""
        if not (by := _BY.match(self._masked, at)):
            return None
        subject = self._subjects.after(by.end())
        named = subject.name and not self._wording.is_title(quoted)
        return Cue(subject.name, by.end() - len(by.group().lstrip(" ,")), subject.end) if named else None

    def _signed(self, quoted: Quoted, signed: re.Match[str], sentence: int) -> Cue | None:
        """“…” – X, at the end of the paragraph."""
        if not self._wording.opens(quoted, sentence) or self._wording.is_title(quoted):
            return None
        subject = self._subjects.after(signed.start("name"))
        return Cue(subject.name, signed.start("name"), signed.end()) if subject.name else None

    def _named_behind(self, quoted: Quoted, at: int, sentence: int) -> Cue | None:
        set_off, opens = self._wording.sets_off(quoted), self._wording.opens(quoted, sentence)
        ends = self._text[quoted.start : quoted.end].rstrip()[-1:] in tuple(".…")
        if (not set_off and (ends or not opens)) or (not opens and self._wording.is_term(quoted)):
            return None
        begin = at + len(_AFTER_MARK.match(self._masked, at).group())  # type: ignore[union-attr]
        if set_off and opens and (presented := _PRESENTED.match(self._masked, begin)):
            return self._presented(quoted, presented)
        found = self._with_verb(begin) or (self._uttering(quoted, begin) if set_off and opens else None)
        if found is None or (self._wording.is_title(quoted) and not (opens and set_off)):
            return None
        subject, verb = found
        named = subject.name or subject.is_pronoun
        if not named and (subject.start - begin > len("as ") or not set_off):
            return None
        then = _THEN.match(self._masked, verb.end()) or (opens and self._masked[verb.end() : verb.end() + 1] == ":")
        if not then or saying.QUOTING.match(self._masked, verb.end()):
            return None
        return Cue(subject.name, min(subject.start, verb.start()), verb.end())

    def _with_verb(self, at: int) -> tuple[Subject, re.Match[str]] | None:
        """Of "X also said" that begins at `at`, the subject and the verb; None where it is not that."""
        verb = saying.BESIDE.search(self._masked, at, at + _SUBJECT)
        if not verb or verb.start() == at or _STOPS.search(self._masked, at, verb.start()):
            return None
        subject = self._subjects.before(verb.start(), at, verb.group())
        return (subject, verb) if subject else None

    def _presented(self, quoted: Quoted, presented: re.Match[str]) -> Cue | None:
        """“…,” Maria Lind, head of the port. The verb is lost."""
        subject = self._subjects.after(presented.start())
        long = len(self._wording.words(quoted)) > _FEW and not self._wording.is_title(quoted)
        return Cue(subject.name, presented.start(), presented.end()) if subject.name and long else None

    def _uttering(self, quoted: Quoted, begin: int) -> tuple[Subject, re.Match[str]] | None:
        """“…,” he rumbled from the hall: whatever one does to whole words that a comma sets off is saying them."""
        found = _UTTERS.match(self._masked, begin)
        comma = self._text[quoted.start : quoted.end].rstrip()[-1:] == ","
        if not found or not comma or len(self._wording.words(quoted)) <= _FEW:
            return None
        return self._subjects.after(begin), found

    def trailing(self, quoted: Quoted, sentence: int, end: int) -> Cue | None:
        """The port is “a place of its own” in winter, X said on Monday. `end`: where the sentence ends."""
        rest = self._masked[quoted.end + 1 : min(end, quoted.end + REACH)]
        comma = rest.rfind(",", 0, _FURTHEST_COMMA)
        verb = saying.LAST.search(rest, comma + 1) if comma >= 0 else None
        while verb is None and comma > 0:
            comma = rest.rfind(",", 0, comma)
            verb = saying.LAST.search(rest, comma + 1) if comma >= 0 else None
        few = len(self._wording.words(quoted)) <= _FEW
        if verb is None or few or self._wording.is_term(quoted) or self._wording.is_title(quoted) or QUOTED in rest:
            return None
        begin = quoted.end + 1 + comma + 1
        tail = rest[verb.end() :].rstrip(" .")
        inverted = not rest[comma + 1 : verb.start()].strip() and rest[verb.end() : verb.end() + 1] == " "
        if len(tail) > _TAIL or not (inverted or _THEN.match(self._masked, quoted.end + 1 + verb.end())):
            return None
        if saying.THING.search(self._masked[sentence : quoted.start - 1]) or saying.CALLING.search(rest):
            return None
        if inverted:
            whom = self._subjects.after(quoted.end + 1 + verb.end() + 1)
            return Cue(whom.name, quoted.end + 1 + verb.start(), whom.end) if whom.name else None
        subject = self._subjects.before(quoted.end + 1 + verb.start(), begin, verb.group())
        near = subject is not None and self._masked.count(" ", begin, subject.start) <= _BEFORE_NAME
        return Cue(subject.name, subject.start, quoted.end + 1 + verb.end()) if subject and near else None
