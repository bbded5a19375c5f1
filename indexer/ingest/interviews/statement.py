"""A whole text that one person says: told by the label at its beginning, by its title or heading, or by its author."""

import re
from collections.abc import Iterator, Sequence
from itertools import dropwhile, islice

from indexer.article import ArticleType, Quotation, Span
from indexer.ingest.cleaning.author_names import is_person
from indexer.ingest.interviews.genitive import in_another_case, name_in_genitive
from indexer.ingest.interviews.interviewee import is_office
from indexer.ingest.interviews.labels import has_labels, label_of, names_person
from indexer.ingest.interviews.named import Named, known, untitled
from indexer.ingest.interviews.words import end_of, words_in

_KINDS = (
    r"(?:speech|statement|remarks|address|lecture|keynote(?: speech| address)?|eulogy|message|intervention|comments"
    r"|testimony)"
)
_WHICH = (
    r"(?:(?:the|full|text|transcript|verbatim|of|opening|closing|welcom\w{1,3}|introductory|concluding|keynote"
    r"|joint|oral|general"
    r"|written|video|national|special|annual|policy|prepared|press|new year(?:['’]s)?|congratulatory) ){0,4}"
)
_SPEECH = re.compile(
    rf"(?:{_WHICH}{_KINDS}(?: (?:as )?(?:delivered|given|made|prepared))? (?:by|of|from)\b"
    r"|(?:полный |текст )?(?:вступительн\w{2,3} |приветственн\w{2,3} |заключительн\w{2,3} )?(?:слово"
    r"|выступлени[ея]|речь|речи"
    r"|обращени[ея]|заявлени[ея]|доклад|приветствие|послание)(?!\w)"
    r"|(?:texte? du )?(?:discours|allocution|intervention|déclaration|propos|message)(?: \w+)? (?:de|du|d['’]|par)"
    r"|(?:texto del )?(?:discurso|intervención|declaración|palabras|alocución|mensaje)(?: \w+)? (?:del|de|por)(?!\w)"
    r"|(?:rede|ansprache|erklärung|grußwort) (?:von|der|des)(?!\w))",
    re.IGNORECASE,
)
_NAME_WORD = r"[A-ZА-ЯЁÀ-Þ][\w'’-]+"
_TITLED_NAME = re.compile(
    r"(?<!\w)(?:Mr|Mrs|Ms|Dr|Sen|Senator|Sir|Ambassador|Minister|M|Mme|Sr|Sra|Señora?)\.?"
    rf" (?:{_NAME_WORD} ){{0,2}}{_NAME_WORD}"
)
# "Remarks by the President", "a message of thanks": who stands behind the place is not the speaker.
_FARTHEST = 160
_STOP = re.compile(
    r"(?i)(?<!\w)(?:at|in|on|to|during|before|after|regarding|concerning|about|following|welcoming|на|в|во|по|перед|о|об"
    r"|à|au|aux|sur|lors|devant|en|ante|sobre|durante|bei|im|zum|zur|vor)(?!\w)"
)
_ALL_OF_IT = re.compile(
    r"(?:full |complete |verbatim )?(?:text|transcript) of|following (?:statement|remarks|speech|address|message)"
    r"|(?:statement|remarks|speech|message) (?:follows|is as follows)|(?:statement|remarks|speech)[^.]{0,60} below"
    r"|below is|полный текст|текст (?:выступления|речи|заявления)|texte intégral|voici le texte"
    r"|texto (?:íntegro|completo)",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"(?<![\w.])(?:I(?![\w.])|[Mm]y|[Ww]e|[Oo]ur|[Uu]s|me|[Яя]|[Мм]не|меня|[Мм]ы|[Нн]ас|[Нн]ам|[Мм]о[йяеёию]"
    r"|[Нн]аш\w{0,3}"
    r"|[Jj]e|[Jj]['’]|[Nn]ous|[Nn]otre|[Nn]os|[Mm]on|[Mm]es|[Nn]osotros|[Nn]uestr\w{1,2}|[Mm]i|[Yy]o|[Mm]e"
    r"|[Ii]ch|[Ww]ir"
    r"|[Uu]nser\w{0,2})(?!\w)"
)
# One of these stands in what somebody says of himself; most texts have none.
_OF_ONESELF = frozenset(
    [
        *(
            "I",
            "we",
            "We",
            "my",
            "My",
            "our",
            "Our",
            "I’m",
            "I'm",
            "я",
            "Я",
            "мы",
            "Мы",
            "мне",
            "нас",
            "нам",
            "наш",
            "наша",
        ),
        *(
            "je",
            "Je",
            "j’ai",
            "J’ai",
            "j'ai",
            "J'ai",
            "nous",
            "Nous",
            "notre",
            "Notre",
            "mon",
            "nos",
            "nuestro",
            "nuestra",
        ),
        *("nosotros", "mi", "Mi", "yo", "Yo", "ich", "Ich", "wir", "Wir", "unser", "unsere", "Unsere", "наши", "нашей"),
    ]
)
# "I" is nobody's pronoun in a bulletin; verbs of the first person tell it in Romance and Slavic languages.
_QUOTED = re.compile(r"[“«„][^“”«»„]{1,1500}[”»“]|\"[^\"\n]{1,1500}\"")
_FEWEST, _SHARE = 3, 0.008
_READ = 4000
_HEAD = 12
_SIGNATURE = 6
_LONGEST_NAME = 5
_SALUTATION = re.compile(
    r"(?:your |dear |distinguished |mr\.? |madam |mrs\.? |excellenc|ladies|honou?rable|colleagues|friends"
    r"|fellow |good (?:morning"
    r"|afternoon|evening)|уважаем|дорог|господ|дамы|ваш|mesdames|messieurs|monsieur|madame|chers|excelenc|señor|estimad"
    r"|queridos|sehr geehrte|meine damen|liebe|thank you|спасибо|merci|gracias)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.!?…:;,][\"”»’)]?\s*$")
_LONGEST_HEADING = 30
_LONGEST_LINE = 300
_LINE = re.compile(r"\S[^\n]*")
_NUMBERED = re.compile(r"\s*\[?\d{1,4}[.)\]]\s{1,8}(?=\S)")
_OF_ONE: frozenset[ArticleType] = frozenset({"speech", "statement", "other"})


def statement_of(
    title: str, text: str, kind: ArticleType, authors: Sequence[str] = (), people: Sequence[str] = ()
) -> Quotation | None:
    """The text from behind its label or heading to its end. `people`: full names in title and text."""
    if _OF_ONESELF.isdisjoint(text[:_READ].split()):
        return None
    found = _labelled(title, text, people) or _headed(title, text, people) or _written(text, kind, authors, people)
    return _stated(text, *found) if found and found[0] else None


def declared_statement(text: str, kind: ArticleType, speaker: str) -> Quotation | None:
    """All of a speech whose file names its speaker; the number of a record's first paragraph is not said."""
    if not speaker or kind not in _OF_ONE:
        return None
    start = _behind_heading(text, 0)
    number = _NUMBERED.match(text, start)
    return _stated(text, speaker, number.end() if number else start)


def _stated(text: str, speaker: str, start: int, cue: Span | None = None) -> Quotation | None:
    if text[start - 1 : start] == ":" and text[start:].lstrip()[:1] in {*'“«„"'}:
        return None  # its paragraphs are quoted, and found as that
    span = words_in(text, start, end_of(text, start, _unsigned(text, start, speaker)))
    return Quotation(*span, speaker, "statement", cue) if span and _is_own(text[slice(*span)], speaker) else None


def _labelled(title: str, text: str, people: Sequence[str]) -> tuple[str, int, Span | None] | None:
    first = _LINE.search(text, 0, _READ)
    label = label_of(first.group()[:400]) if first else None
    if (
        first is None
        or label is None
        or not (names_person(label.name) or known(label.name, people))
        or has_labels(text)
    ):
        return None
    at = first.start()
    return Named(title, people)(label.name), at + label.said, (at + label.start, at + label.end)


def _headed(title: str, text: str, people: Sequence[str]) -> tuple[str, int, Span | None] | None:
    speaker = _speaker_in(title, people)
    start = 0
    for line in _lines(text, 0):
        if line.end() - line.start() > _LONGEST_LINE:
            continue
        words = line.group().strip("*_# ")
        if words.endswith(":") and _ALL_OF_IT.search(words) and (name := speaker or _only_person(words, people)):
            return name, line.end(), None
        if not speaker and (speaker := _speaker_in(words, people)):
            start = line.end()
    return (speaker, _behind_heading(text, start), None) if speaker else None


def _speaker_in(heading: str, people: Sequence[str]) -> str:
    """Who speaks, by "Statement by …", "Выступление …": the first person named right behind it."""
    match = _SPEECH.match(heading) or _SPEECH.match(heading, heading.find(": ") + 2)
    if match is None or heading.endswith(("…", ".", "!", "?")):
        return ""
    after = heading[match.end() : match.end() + _FARTHEST]
    lowered = after.casefold()
    named = sorted(
        (lowered.find(each.casefold()), each) for each in people if " " in each and each.casefold() in lowered
    )
    first = _declined(after, people) or next(iter(named), None) or _titled(after, people)
    if first is None or ((stop := _STOP.search(after)) and stop.start() < first[0]):
        return ""
    return untitled(first[1])


def _titled(after: str, people: Sequence[str]) -> tuple[int, str] | None:
    if after.isupper():
        return _in_capitals(after, people)
    match = _TITLED_NAME.search(after)
    if match is None:
        return None
    _, _, name = match.group().partition(" ")
    return match.start(), known(match.group(), people) or (name if " " in name else match.group())


def _in_capitals(after: str, people: Sequence[str]) -> tuple[int, str] | None:
    """SENATOR ANN LEE ON THE LAKES: the two or three words behind an office."""
    words = _STOP.split(after.partition(",")[0])[0].split()
    name = list(dropwhile(_is_title, words))
    if not 2 <= len(name) <= 3 or len(name) == len(words):
        return None
    written = " ".join(name).title()
    return 0, known(written, people) or written


def _is_title(word: str) -> bool:
    return is_office(word.strip(".")) or word.strip(".") in {"SEN", "SENATOR", "REP", "CONGRESSMAN", "SIR", "H.E"}


def _declined(after: str, people: Sequence[str]) -> tuple[int, str] | None:
    """A name in another case: "Анны Орловой", where the text may know Анна Орлова, or an authority file Anna Orlova."""
    if after.isascii():
        return None
    for name in people:
        if " " in name and not name.isascii() and name not in after and (match := in_another_case(name).search(after)):
            return match.start(), name
    found = name_in_genitive(after)
    return (found[0], known(found[1], people) or found[1]) if found else None


def _only_person(words: str, people: Sequence[str]) -> str:
    named = [name for name in people if name in words]
    return named[0] if len(named) == 1 else ""


def _written(
    text: str, kind: ArticleType, authors: Sequence[str], people: Sequence[str]
) -> tuple[str, int, Span | None] | None:
    if kind not in {"speech", "statement"} or len(authors) != 1 or not is_person(authors[0]):
        return None
    if not any(_SALUTATION.match(text, line.start()) for line in _lines(text, 0)):
        return None
    return known(authors[0], people) or authors[0].strip(), _behind_heading(text, 0), None


def _behind_heading(text: str, start: int) -> int:
    """Behind the lines at the head that are no sentence: the title again, place and day, "check against delivery"."""
    for line in list(_lines(text, start)):
        words = line.group().strip("*_# \t")
        if _SENTENCE.search(words) or _SALUTATION.match(words) or len(words.split()) > _LONGEST_HEADING:
            return line.start()
        start = line.end()
    return start


def _lines(text: str, start: int) -> Iterator[re.Match[str]]:
    yield from islice(_LINE.finditer(text, start, start + _READ), _HEAD)


def _unsigned(text: str, start: int, speaker: str) -> int:
    """The end before lines that are the speaker's name and office alone."""
    surname = speaker.rsplit(maxsplit=1)[-1]
    end = signed = len(text.rstrip())
    for _ in range(_SIGNATURE):
        line = text.rfind("\n", start, end)
        last = text[line + 1 : end].strip()
        of_speaker = surname in last and len(last.split()) <= _LONGEST_NAME
        if line <= start or (_SENTENCE.search(last) and not of_speaker) or len(last.split()) > _HEAD:
            break
        end = line
        signed = line if surname in last else signed
    return signed


def _is_own(words: str, speaker: str) -> bool:
    """Whether somebody speaks of himself in it, and not a report of him."""
    told = _QUOTED.sub(" ", words[:_READ])
    own = len(_OWN.findall(told))
    surname = speaker.rsplit(maxsplit=1)[-1]
    named = len(re.findall(rf"(?<!\w){re.escape(surname)}(?!\w)", told))
    return own >= _FEWEST and own >= _SHARE * len(told.split()) and named * 3 <= own
