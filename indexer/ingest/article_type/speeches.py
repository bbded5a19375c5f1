"""Cues of a speech: who is addressed, courtesies at its beginning and end, the first person."""

import re
from typing import Final

from indexer.ingest.article_type.cue import Cue, cue, exact, phrases
from indexer.ingest.article_type.reading import SPEAKERS, Reading
from indexer.ingest.article_type.saying import REPORTED
from indexer.ingest.article_type.titles import SPOKEN_STATEMENT, titled

_TITLE = titled(
    "(?:[Ss]peech|[Rr]emarks|[Aa]ddress|[Ll]ecture|[Oo]pening words|[Kk]eynote)",
    "выступление|речь|обращение|discours|allocution|discurso|alocución|rede |ansprache|intervention de",
)
# "Berne, 1 August 2007 - Speech by Minister Venn, Lake Day", in a line of its own under the title.
_SPOKEN_BY = (
    r"^(?<=\n)(?=[^\n]{8,200}[^\n.]$)(?:[^\n!?]{0,60}[^\w\n] ?)?(?:opening |keynote |closing "
    r"|welcome )?(?:speech|remarks|address"
    r"|keynote|lecture|rede|ansprache|gru(?:ß|ss)wort|festrede|vortrag|discours|allocution|intervention|discurso"
    r"|alocución"
    r"|discorso|przemówienie|toespraak|выступление|речь) (?:by|as delivered|delivered by|given by|von|vom|der"
    r"|des|de|del|du"
    r"|d['’]|di|van)\b|^(?<=\n)[^\n!?]{0,120}\b(?:es gilt das gesprochene wort|check against delivery"
    r"|as prepared for delivery"
    r"|seul le prononcé fait foi)\b"
)
_SPOKEN_WORDS = (
    "speech remarks address keynote lecture rede ansprache grusswort grußwort festrede vortrag discours "
    "allocution intervention "
    "discurso alocución discorso przemówienie toespraak выступление речь gesprochene delivery delivered prononcé"
)
_TITLE_WORDS = (
    "speech remarks address lecture words keynote выступление речь обращение discours allocution discurso "
    "alocución rede ansprache intervention"
)
_SALUTATION = (
    r"^\s{0,3}[\"“«]?(?:\d{1,3}\.\s)?(?:(?:mr|mrs|ms|madame?)\.? (?:acting |vice[- ])?(?:president|chair"
    r"|secretary|speaker|moderator)|(?:your )?excellenc|distinguished\b|(?:ladies and )gentlemen"
    r"|dear (?:colleagues|friends|participants|mr|ms|mrs|ladies)|honou?rable (?:members|ministers|guests"
    r"|delegates|chair|president)|уважаем\w{2,3}\b|дорогие\b|дамы и господа|(?:monsieur|madame) (?:le"
    r"|la) président|mesdames|señora? president|excelencias?|sehr geehrte|meine (?:sehr verehrten "
    r"|verehrten )?damen|fellow[- ](?:citizens|americans|delegates)|my fellow|good (?:morning|afternoon"
    r"|evening),?)"
)
_SALUTATION_WORDS = (
    "mr mrs ms madam madame excellency excellencies distinguished gentlemen dear honourable honorable "
    "уважаемые уважаемый уважаемая дорогие дамы monsieur mesdames señor señora excelencias excelencia "
    "geehrte damen fellow fellow-citizens good"
)
_VOCATIVE = (
    r"(?:mr|mrs|ms|madame?)\.? (?:president|chair(?:man|person|woman)?|speaker|secretary[- ]general)\s?[,.!:]"
    r"|(?:^|[,.]\s{0,2}|you, )(?:sir|madam)[,.]|your excellenc"
)
_CONGRATULATES = (
    r"congratulat\w{1,4} (?:.{0,140} )?(?:election|elected|assumption|appointment|presidency|assuming"
    r"|chairmanship|unanimous)|(?:election|elected|presidency|assumption|predecessor)\b.{0,140} congratulat"
)
_COURTESIES = (
    "my opening words|my first words|at the outset|let me |allow me |permit me |may i |i should like to "
    "|i would like to |i would also like to |i should also like to |i wish to |i also wish to "
    "|i would first like to |i have the honour|i have the honor|i take this opportunity|i avail myself"
    "|thank you for |i am grateful to |i thank the |i thank you|i am honoured |i am honored |позвольте "
    "|разрешите |permettez-moi|permítame|je voudrais |je tiens à |erlauben sie mir|quisiera "
)
_HONOUR = (
    "honour for me to|honour to |honor for me to|honor to |privilege for me to|privilege to "
    "|pleasure for me to|pleasure to be |pleasure to welcome|delighted to be |pleased to be |happy to be "
    "|happy to have the opportunity|from this rostrum|from this podium|before this assembly"
    "|before this august|this august |in this hall|of this assembly|address this|addressing this"
    "|address the assembly|address the general assembly|for inviting|for the invitation|kind invitation"
    "|before you today|gathered here today|it is an honour|it is an honor"
)
_BEHALF = (
    "on behalf of |on my behalf|on my own behalf|my delegation|my country|my government|my people"
    "|our delegation|our country |our people|our continent|our nation|greetings of |greetings from |i bring "
    "|i convey |delegation congratulates|delegation welcomes|delegation believes|delegation considers"
    "|my own country"
)
_FORUM = [
    "this session",
    "the current session",
    "the present session",
    "its general debate",
    "the general debate",
    "at its ",
    "this assembly",
    "this organization",
    "our organization",
    "this conference",
    "this forum",
    "this council",
    "this summit",
    "the general assembly",
    "this gathering",
    "this debate",
    "of all delegates",
    "the outgoing president",
    "mr. president",
    "madam president",
    "mr. chairman",
    "the assembly",
]
_FORUM_WORDS = "session debate assembly organization conference forum council summit gathering"
# Said to those who listen, at any place of a speech.
_LISTENERS = (
    r"(?:^|[.!?:,»”\"] |[(\[])(?:ladies and gentlemen|dear (?:friends|colleagues|comrades)|my friends"
    r"|my fellow|comrades|colleagues|delegates|congress|fellow (?:citizens|americans|members)"
    r"|honou?rable members|excellencies|mr\.? (?:president|chair\w{0,3}|speaker)|madam (?:president"
    r"|chair\w{0,5}|speaker)|meine damen und herren|liebe (?:freunde|kolleg\w{0,10}|genoss\w{0,10}"
    r"|mitbürger\w{0,10})|mesdames,? (?:et )?messieurs|chers (?:amis|collègues|camarades)|señoras y señores"
    r"|queridos \w{4,12}|compañer[oa]s|дорогие \w{4,12}|уважаемые \w{4,12}|applause|beifall|applaudissements"
    r"|аплодисменты)[,.!)\]–—-]"
)
_SPOKEN = 0.015
_SOME = 0.008
_LONG = 5000
_LONG_TALK = 3000
_NATION_WORDS = "nations international assembly council multilateral peoples countries mankind peace"
_FEWEST_NATIONS = 3
_NATIONS = re.compile(
    r"\b(?:united nations|international community|general assembly|security council|member states|multilateral"
    r"|(?:all|other|peace-loving|developing) (?:nations|peoples|countries|states)|world peace|mankind)\b"
)
# Looked for first: the pattern looks behind every comma.
_LISTENING = (
    "ladies and",
    "dear ",
    "my f",
    "comrades",
    "colleagues",
    "delegates",
    "congress",
    "fellow ",
    "rable members",
    "excellencies",
    "mr",
    "madam ",
    "damen und",
    "liebe",
    "messieurs",
    "chers ",
    "señoras y",
    "queridos ",
    "compañer",
    "дорогие ",
    "уважаемые ",
    "applau",
    "beifall",
    "аплодисменты",
)
_LISTENED = re.compile(_LISTENERS, re.MULTILINE)
_NUMBERED = re.compile(r"^\d{1,3}\. [A-Z]", re.MULTILINE)
_FEWEST_NUMBERED = 3
_RECORD = (
    r"\A\s*\W{0,3}(?:\d{1,3}\.\s{0,3})?(?:Mr|Mrs|Ms|Miss|Sir|Dr|General|Prince|Sheikh"
    r"|Count)\.?\s(?:[A-Z][\w.-]*\s){0,3}(?:[A-Z][A-Z'’-]{2,}\b(?!:)"
    r"|[A-Z][\w'’-]+\s(?:\([^)\n]{1,60}\)\s)?(?:said that|wished to|thanked the|congratulated))"
)
_THANKS = (
    r"(?:i )?thank you(?: all| very much| so much| again| for your (?:kind )?attention|,? (?:mr"
    r"|madam)\.? \w+)*\s?[.!]?\s{0,5}\Z|спасибо за внимание|je vous remercie\b[^\n]{0,40}\Z"
    r"|muchas gracias\b[^\n]{0,40}\Z|danke\b[^\n]{0,40}\Z"
)


def _names_forum(reading: Reading) -> bool:
    """ "This Assembly": at the beginning, or later where somebody speaks for himself; what a text in the third person
    names is what it reports on."""
    if reading.words.isdisjoint(SPEAKERS):
        return False
    said = reading.lowered("head") if reading.first_person > _SPOKEN else reading.flow
    return any(phrase in said for phrase in _FORUM)


def _turns_to_listeners(reading: Reading) -> bool:
    head = reading.lowered("head")
    if reading.turns or not any(word in head for word in _LISTENING):
        return False
    return _LISTENED.search(head) is not None


def _speaks_of_nations(reading: Reading) -> bool:
    """A long talk of the community of states, in which nobody reports anything."""
    if len(reading.draft.text) < _LONG_TALK or not reading.words.isdisjoint(REPORTED):
        return False
    return len(_NATIONS.findall(reading.lowered("head"))) >= _FEWEST_NATIONS


def _speaks_long(reading: Reading) -> bool:
    return len(reading.draft.text) > _LONG and reading.first_person > _SOME


def _is_in_numbered_paragraphs(reading: Reading) -> bool:
    """As verbatim records print what was said at a meeting."""
    return len(_NUMBERED.findall(reading.head)) >= _FEWEST_NUMBERED


CUES: Final[tuple[Cue, ...]] = (
    exact("title", {"speech": 3.3}, "title", _TITLE, _TITLE_WORDS),
    cue("title", {"speech": 9, "statement": 1}, "title", SPOKEN_STATEMENT, "statement"),
    cue("heading", {"speech": 4}, "top", r"^\W{0,3}(?:speech(?:es)?|remarks|выступление)\W{0,3}$", _TITLE_WORDS),
    cue("heading", {"speech": 4.5, "news": -1}, "top", _SPOKEN_BY, _SPOKEN_WORDS),
    cue("salutation", {"speech": 3, "opinion": -1.5}, "opening", _SALUTATION, _SALUTATION_WORDS),
    cue(
        "salutation", {"speech": 1.5}, "opening", rf"(?:{_SALUTATION})[^\n]{{0,120}}[,:!]\s{{0,3}}$", _SALUTATION_WORDS
    ),
    cue("salutation", {"speech": 2}, "opening", _VOCATIVE, "mr mrs ms madam madame sir excellency excellencies"),
    cue(
        "courtesies", {"speech": 3}, "flow", _CONGRATULATES, "congratulate congratulates congratulating congratulations"
    ),
    phrases("courtesies", {"speech": 3, "opinion": -1.5}, _COURTESIES),
    phrases("courtesies", {"speech": 3, "opinion": -1.5}, _HONOUR),
    Cue("salutation", {"speech": 2.5, "news": -1}, _turns_to_listeners, SPEAKERS, costly=True),
    phrases("on behalf", {"speech": 2.5, "opinion": -1}, _BEHALF),
    Cue("forum", {"speech": 2.5, "opinion": -2}, _names_forum, frozenset(_FORUM_WORDS.split()) | SPEAKERS),
    Cue("states", {"speech": 3, "opinion": -3}, _speaks_of_nations, frozenset(_NATION_WORDS.split()), costly=True),
    Cue("first person", {"speech": 1.5, "opinion": 0.3}, _speaks_long, SPEAKERS),
    Cue("record", {"speech": 1.5, "news": -1.5}, _is_in_numbered_paragraphs, frozenset(_FORUM_WORDS.split())),
    Cue(
        "first person",
        {"speech": 1.5, "opinion": 1, "statement": 1, "news": -1.5},
        lambda reading: reading.first_person > _SPOKEN,
        SPEAKERS,
    ),
    Cue(
        "first person",
        {"speech": 1, "opinion": 0.7, "statement": 1.5},
        lambda reading: reading.first_person > 0.03,
        SPEAKERS,
    ),
    exact("record", {"speech": 4, "news": -1.5}, "opening", _RECORD, "mr mrs ms miss sir dr general prince"),
    cue("courtesies", {"speech": 2}, "last", _THANKS, "thank спасибо remercie gracias danke"),
)
