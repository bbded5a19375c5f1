"""What type of article a draft is, by what it says of itself, its form, its title and its opening."""

import re
from collections.abc import Callable, Sequence

from indexer.article import ArticleType
from indexer.ingest.draft import Draft
from indexer.ingest.interviewee import says_interview
from indexer.ingest.turns import Turn

# What a file calls its article; words that fit several types ("article", "document") are not listed.
_DECLARED: dict[str, ArticleType] = {
    "press release": "press release",
    "pressrelease": "press release",
    "release": "press release",
    "communique de presse": "press release",
    "communiqué de presse": "press release",
    "пресс-релиз": "press release",
    "nota de prensa": "press release",
    "pressemitteilung": "press release",
    "news": "news",
    "news item": "news",
    "newsarticle": "news",
    "reportagenewsarticle": "news",
    "news article": "news",
    "news story": "news",
    "новости": "news",
    "новость": "news",
    "interview": "interview",
    "интервью": "interview",
    "entretien": "interview",
    "entrevista": "interview",
    "statement": "statement",
    "declaration": "statement",
    "joint statement": "statement",
    "communique": "statement",
    "communiqué": "statement",
    "заявление": "statement",
    "speech": "speech",
    "address": "speech",
    "remarks": "speech",
    "выступление": "speech",
    "resolution": "resolution",
    "резолюция": "resolution",
    "other": "other",
}
_HEAD = 3000
_OPENING = 1200
_PREAMBLE = re.compile(
    r"^\s{0,3}(?:(?:Also |Further |Deeply |Gravely |Firmly |Fully )?(?:Recalling|Reaffirming|Noting|Recognizing|Recognising|Welcoming|"
    r"Bearing in mind|Guided|Having|Concerned|Convinced|Emphasizing|Emphasising|Stressing|Mindful|Considering|Acknowledging|"
    r"Taking note|Expressing|Determined|Acting under)\b|(?:Ссылаясь|Подтверждая|Отмечая|Признавая|Приветствуя|Учитывая|"
    r"Напоминая|Будучи|Руководствуясь)\b|(?:Rappelant|Réaffirmant|Notant|Considérant|Saluant)\b|(?:Recordando|Reafirmando|"
    r"Observando|Reconociendo|Teniendo)\b)",
    re.MULTILINE,
)
_OPERATIVE = re.compile(
    r"^\s{0,3}(?:[0-9]{1,2}\.\s{1,3})?(?:(?:Also |Further |Strongly )?(?:Decides|Requests|Calls upon|Calls on|Urges|Invites|Encourages|"
    r"Welcomes|Notes|Reaffirms|Condemns|Demands|Takes note|Recommends|Endorses|Proclaims|Adopts|Stresses|Expresses)\b|"
    r"(?:постановляет|просит|призывает|предлагает|подтверждает|настоятельно призывает)\b|(?:Décide|Prie|Demande|Invite)\b|"
    r"(?:Decide|Pide|Exhorta|Solicita|Invita)\b)",
    re.MULTILINE | re.IGNORECASE,
)
_RESOLUTION_TITLE = re.compile(
    r"(?:(?:draft |security council |general assembly |un |united nations )*resolution\b(?! adopted| on .* adopted)|[AS]/RES/|"
    r"резолюция\b|résolution\b|resolución\b)",
    re.IGNORECASE,
)
_SPEECH_TITLE = re.compile(
    r"\b(?:speech|remarks|address(?= (?:by|of|to|at|before|delivered))|keynote|lecture|opening words|выступление|речь|обращение|"
    r"discours|allocution|discurso|alocución|rede)\b",
    re.IGNORECASE,
)
_STATEMENT_TITLE = re.compile(
    r"(?:^(?:\S+ ){0,6}?(?:statement|declaration|communiqu[eé])\b(?! (?:signed|adopted|issued|made))|"
    r"^(?:совместное )?(?:заявление|декларация|коммюнике)\b|^(?:déclaration|declaración|erklärung)\b)",
    re.IGNORECASE,
)
_REPORTS_A_STATEMENT = re.compile(
    r"\b(?:adopts?|adopted|issues?|issued|makes?|made|signs?|signed|agrees?|agreed|approves?|approved|welcomes?|rejects?)\b",
    re.IGNORECASE,
)
_SALUTATION = re.compile(
    r"^\s{0,3}[\"“«]?(?:(?:Mr|Mrs|Ms|Madam)\.? (?:President|Chair\w*|Secretary)|(?:Your )?Excellenc(?:y|ies)|Distinguished\b|"
    r"Ladies and gentlemen|Dear (?:colleagues|friends|participants)|Honou?rable|Уважаем\w{2,3}\b|Дорогие\b|Дамы и господа|"
    r"(?:Monsieur|Madame) (?:le|la) [Pp]résident|Mesdames|Señor[a]? [Pp]resident|Excelencias?)",
    re.MULTILINE,
)
_FIRST_PERSON = re.compile(
    r"(?<!\w)(?:I|my|our|we|я|мы|наш\w{0,3}|nous|notre|nosotros|nuestr\w{1,2})(?!\w)", re.IGNORECASE
)
_PRESS_RELEASE_WORDS = re.compile(
    r"\b(?:for immediate release|press release|media release|пресс-релиз|communiqué de presse|nota de prensa|pressemitteilung)\b",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"\b(?:spokes(?:man|woman|person)|press (?:secretary|service|office|contact)|media contact|пресс-(?:секретарь|служба))\b[^\n]{0,120}$",
    re.IGNORECASE,
)
_OWN_BODY = re.compile(
    r"\bSecretariat\b|\bSecretar(?:y|ies)[- ]Generals?\b|\bSecretaries General\b|\bdelegations?\b|\bExecutive (?:Secretary|Director)\b|"
    r"\bHigh Commissioner\b|\bour (?:organi[sz]ation|office)\b|\bMission\b|\b(?:Committee|Office|Cent(?:er|re)|Council|Assembly|Ministry)\b|"
    r"[Сс]екретариат|[Гг]енеральн\w{2,3} секретар|[Дд]елегаци|[Сс]овет|[Мм]инистерств"
)
_OWN_DOINGS = re.compile(
    r"\b(?:met|meets|held (?:talks|a meeting|consultations|a conference|an? \w+ (?:meeting|session))|hold(?:s|ing)? talks|signed|signs|"
    r"hosted|hosts|host|received|receives|visit(?:s|ed)|(?:took|takes|taking|take) part|participat(?:es|ed)|opened|opens|launch(?:es|ed)|"
    r"was held|were held|is held|took place|takes place|delivered|delivers|address(?:ed|es)|spoke|speaks|paid a (?:\w+ )?visit|attended|"
    r"attends|presented|concluded|convened|conducted|present[s]?)\b|встретил|провел|прошл|состоял|подписан|принял\w? участие|посетил|открыл",
    re.IGNORECASE,
)
_AGENCIES = re.compile(
    r"\b(?:Reuters?|TASS|ITAR-TASS|AFP|Associated Press|AP|Interfax|RIA|Sputnik|Xinhua|Agence France|BBC|CNN|Bloomberg|DPA|EFE|ANSA|"
    r"Kyodo|UPI|BelTA|Kabar|Kazinform|Armenpress|Trend|news agency|ТАСС|РИА|Интерфакс|[Nn]ews)\b"
)
_ATTRIBUTED = re.compile(
    r"\b(?:said|told|reported|according to|announced|stated|noted|сообщил|заявил|отметил|сказал)", re.IGNORECASE
)
_WEEKDAY = re.compile(
    r"\bon (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\bв (?:понедельник|вторник|среду|четверг|пятницу)\b",
    re.IGNORECASE,
)


def type_of(draft: Draft, turns: Sequence[Turn] = ()) -> ArticleType:
    """The declared type where it is one that is known; else the first whose evidence the draft has."""
    declared = _DECLARED.get(" ".join(draft.type.replace("_", " ").lower().split()))
    if declared:
        return declared
    return next((kind for kind, is_kind in _EVIDENCE if is_kind(draft, turns)), "other")


def _is_interview(draft: Draft, turns: Sequence[Turn]) -> bool:
    return len(turns) >= 2 or (bool(turns) and says_interview(draft.title, ""))


def _is_resolution(draft: Draft, turns: Sequence[Turn]) -> bool:
    head = draft.text[: _HEAD * 2]
    preamble, operative = len(_PREAMBLE.findall(head)), len(_OPERATIVE.findall(head))
    titled = bool(_RESOLUTION_TITLE.match(draft.title))
    return (preamble >= 2 and operative >= 1) or (titled and (preamble >= 1 or operative >= 2))


def _is_speech(draft: Draft, turns: Sequence[Turn]) -> bool:
    opening = draft.text[:_OPENING]
    first_person = len(_FIRST_PERSON.findall(opening))
    titled = bool(_SPEECH_TITLE.search(draft.title)) or bool(_STATEMENT_TITLE.search(draft.title))
    return first_person >= 2 and (titled or bool(_SALUTATION.search(opening[:400])))


def _is_statement(draft: Draft, turns: Sequence[Turn]) -> bool:
    return bool(_STATEMENT_TITLE.search(draft.title)) and not _REPORTS_A_STATEMENT.search(draft.title)


def _is_agency_news(draft: Draft, turns: Sequence[Turn]) -> bool:
    return bool(_AGENCIES.search(draft.source))


def _is_press_release(draft: Draft, turns: Sequence[Turn]) -> bool:
    """It calls itself one, or a body reports its own doings: whom it met, what it signed, hosted or took part in."""
    if _PRESS_RELEASE_WORDS.search(draft.title) or _PRESS_RELEASE_WORDS.search(draft.text[:300]):
        return True
    if _CONTACT.search(draft.text[-200:].rstrip()):
        return True
    return _tells_own_doings(draft.title) and not _WEEKDAY.search(draft.text[:_OPENING])


def _tells_own_doings(title: str) -> bool:
    return bool(_OWN_BODY.search(title)) and bool(_OWN_DOINGS.search(title))


def _is_news(draft: Draft, turns: Sequence[Turn]) -> bool:
    opening = draft.text[: _OPENING * 2]
    return bool(_ATTRIBUTED.search(opening) or _WEEKDAY.search(opening) or _OWN_DOINGS.search(opening))


_EVIDENCE: tuple[tuple[ArticleType, Callable[[Draft, Sequence[Turn]], bool]], ...] = (
    ("interview", _is_interview),
    ("resolution", _is_resolution),
    ("speech", _is_speech),
    ("statement", _is_statement),
    ("news", _is_agency_news),
    ("press release", _is_press_release),
    ("news", _is_news),
)
