"""What the words between two quotation marks look like: a sentence, a title, a term."""

import re

from indexer.ingest.speakers.quoted import Quoted

_TITLE_WORDS = 7
_TERM_WORDS = 3
_SMALL = 2
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
_SEPARATE = re.compile(r"[\s—–-]*[“”„«»\"]?$")
_PREDICATE = re.compile(
    r"(?<!\w)(?:am|is|are|was|were|be|been|being|it|him|her|them|as|like|feels?|felt|looked|seemed?|became|becomes?)"
    r"(?:\s(?:an?|the|very|so|too|more|most|all|just|quite|really|also|still|simply))?\s$"
)
_ENDS_TERM = re.compile(
    r"[\s]*(?:[.,;:!?)“\"—–-]|$|(?:and|or|but|by|to|for|in|of|with|about|on|at|from|that|as|when|if|after|because"
    r"|than"
    r"|while|is|are|was|were|has|had|will|would|who|which|before|during|over|against|between|given|even|not)(?!\w))"
)
_ARTICLE = re.compile(r"(?<!\w)(?:an?|the|its|his|her|their|this|that|such)\s$")
_OWNED = re.compile(rf"{_ARTICLE.pattern}|(?:['’]s|(?<!\w)(?:an?|the|his|her|its|their)\s[\w-]+)\s$")
_LEADS_ON = re.compile(r"\s(?:of|that|which|who|for|in)(?!\w)")
_CALLED = re.compile(
    r"(?:so[- ]called|called|the (?:term|word|phrase|slogan|title|name|headline|caption)s?|known as|dubbed)\s$",
    re.I,
)


class Wording:
    """Of the quotations of one text, with its masked form."""

    def __init__(self, text: str, masked: str) -> None:
        self._text = text
        self._masked = masked

    def words(self, quoted: Quoted) -> list[str]:
        return self._text[quoted.start : quoted.end].split()

    def sets_off(self, quoted: Quoted) -> bool:
        """Whether a comma, question mark or dash parts the quotation from what follows, but no full stop."""
        inside = self._text[quoted.start : quoted.end].rstrip("’'”\" ")[-1:]
        outside = self._text[quoted.end + 1 : quoted.end + 4].lstrip()
        return (inside in ",?!—–-" and inside != "") or (outside[:1] in ",—–-" and outside != "" and inside != ".")

    def is_title(self, quoted: Quoted) -> bool:
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
        before = self._masked[max(0, quoted.start - 30) : quoted.start - 1]
        return _CALLED.search(before) is not None or self.names(quoted)

    def names(self, quoted: Quoted) -> bool:
        """A few words with a noun behind them that they belong to, or with an article."""
        words = self._text[quoted.start : quoted.end].split()
        before = self._masked[max(0, quoted.start - 30) : quoted.start - 1]
        if not words:
            return True
        ends = _ENDS_TERM.match(self._masked, quoted.end + 1) is not None
        if len(words) == 1:
            return not (ends and _PREDICATE.search(before))
        few = len(words) <= _TERM_WORDS
        named = few and _ARTICLE.search(before) and _LEADS_ON.match(self._masked, quoted.end + 1)
        return few and (
            (not ends and _OWNED.search(before) is not None) or (bool(named) and not _PREDICATE.search(before))
        )

    def is_short(self, quoted: Quoted) -> bool:
        return len(self._text[quoted.start : quoted.end].split()) <= _TERM_WORDS

    def is_predicate(self, quoted: Quoted) -> bool:
        words = self._text[quoted.start : quoted.end].split()
        return len(words) == 1 and words[0].islower() and not self.is_term(quoted)
