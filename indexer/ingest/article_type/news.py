"""Cues of news: an agency, what others said, a weekday without a date, figures of markets."""

import re
from itertools import islice
from typing import Final

from indexer.ingest.article_type.cue import Cue, cue, exact, phrases, word
from indexer.ingest.article_type.reading import TEXT, Reading, is_agency
from indexer.ingest.article_type.saying import SAID

_DATELINE = (
    r"^\W{0,3}[A-ZÀ-ÞА-ЯЁ][\w .,'’/-]{2,60}[(/](?:Reuters|AP|AFP|dpa|UPI|Xinhua|IANS|PTI|ANI|EFE|ANSA|AAP|CP"
    r"|PA|RTR|TASS|Interfax|APA|SDA|sid)\b|^\W{0,3}[A-ZА-ЯЁ][\w .-]{2,40}, \w+ \d{1,2}\.? ?[/(]?(?:TASS|ТАСС"
    r"|Interfax|Xinhua|РИА|RIA|Интерфакс)"
    r"|^\W{0,3}[A-ZА-ЯЁ][\w .-]{2,40}, \d{1,2}\.? \w{3,12}\.? ?[-–—]{0,2} ?[/(]?(?:TASS|ТАСС|Interfax|Xinhua"
    r"|РИА|RIA|Интерфакс|AFP|dpa|EFE|ANSA)|^\W{0,3}\((?:Reuters|AP|AFP|dpa|CNN|Bloomberg)\)"
)
_DATELINE_WORDS = (
    "reuters ap afp dpa upi xinhua ians pti ani efe ansa aap cp pa rtr tass interfax apa sda sid cnn "
    "bloomberg тасс риа ria интерфакс"
)
_TOLD = (
    "told reporters|told journalists|told a news|officials said|official said|sources said|source said"
    "|analysts said|analyst said|traders said|dealers said|economists said|police said|spokesman said"
    "|spokeswoman said|spokesman told|spokeswoman told|spokesperson said|witnesses said|it said| he said"
    "| she said|they said| he added| she added|the company said|the ministry said|the newspaper said"
    "|according to|sagte er|sagte sie|говорится в|заявили в|сообщили в|сообщает|передает|передаёт|по словам|со "
    "ссылкой на|следует из "
    "|so der |a-t-il |a-t-elle |dijo a "
)
ON_A_WEEKDAY = (
    r"on (?:mon|tues|wednes|thurs|fri|satur|sun)day\b(?!,? (?:[0-9]|(?:jan|feb|mar|apr|may|ju|aug|sep|oct|nov"
    r"|dec)[a-z]*\.? [0-9]))|\bam (?:montag|dienstag|mittwoch|donnerstag|freitag|samstag"
    r"|sonntag)\b(?!,? (?:den )?[0-9])|\b(?:ce|le) (?:lundi|mardi|mercredi|jeudi|vendredi|samedi"
    r"|dimanche)\b(?! [0-9])|\b(?:este|el) (?:lunes|martes|miércoles|jueves|viernes|sábado"
    r"|domingo)\b(?! [0-9])|\bв (?:понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье)\b"
)
WEEKDAYS = (
    "monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag "
    "samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves "
    "viernes sábado domingo понедельник вторник среду четверг пятницу субботу воскресенье"
)
_SECTION = (
    r"(?:^|; )(?:section: )?(?:world|politics?|business|sports?|local|national|international|crime|economy"
    r"|finance|health|science|technology|tech|culture|entertainment|education|environment|climate|society|us"
    r"|uk|europe|asia|africa|politik|wirtschaft|kultur|panorama|inland|ausland|gesellschaft|wissen"
    r"|wissenschaft|digital|regional|politique|économie|monde|france|société|internacional|política|economía"
    r"|sociedad|deportes|cronaca|economia|в мире|политика|экономика|общество|культура|спорт"
    r"|происшествия)(?: news)?(?:;|$)"
)
_LEDE = 350
_FAR_EASTERN_SAID = re.compile("表示|报道|指出|據報|によると|明らかにした|と述べ|発表した|밝혔다|말했다|전했다")
_FAR_EASTERN = re.compile("新华社|中新社|新华网|人民网|本报记者|共同社|時事通信|AFP】|共同】|ロイター|연합뉴스")
_PLACE = (
    r"\A[A-ZÀ-Þ][\w.' -]{2,30}(?:, [A-Z][\w.]{1,12} ?\d{0,2})?(?: ?\([\w-]{2,12}\) ?[-–—.]?"
    r"| [-–—]{1,2} )(?=[A-Z„\"“])|\A[A-ZÀ-Þ][\w/-]{2,20}\. (?=[A-Z„\"“])"
)
_FIGURE = re.compile(r"\d{1,30}")
_FEWEST = 4
_PATH = r"/(?:news|world|politics|business|sports?|local|politik|wirtschaft|panorama|actualites?|noticias?)/"


def _says(reading: Reading) -> bool:
    return not SAID.isdisjoint(reading.words)


def _has_figures(text: str) -> bool:
    return len([*islice(_FIGURE.finditer(text), _FEWEST)]) == _FEWEST


def _tells_facts(reading: Reading) -> bool:
    """In plain prose it quotes others, or tells how many and how much."""
    return reading.is_plain_prose and bool(reading.quotations or _has_figures(reading.opening))


def _reports_in_far_eastern(reading: Reading) -> bool:
    return not reading.opening.isascii() and _FAR_EASTERN_SAID.search(reading.opening) is not None


def _is_of_far_eastern_agency(reading: Reading) -> bool:
    return not reading.top.isascii() and _FAR_EASTERN.search(reading.top) is not None


def _says_at_once(reading: Reading) -> bool:
    return " said" in reading.flow[:_LEDE]


CUES: Final[tuple[Cue, ...]] = (
    Cue("agency", {"news": 4}, lambda reading: is_agency(reading.draft.source), frozenset({"@source"})),
    Cue("agency", {"news": 4}, _is_of_far_eastern_agency, frozenset({TEXT})),
    exact("agency", {"news": 4.5}, "top", _DATELINE, _DATELINE_WORDS),
    Cue(
        "third person",
        {"news": 1.7, "press release": 0.4, "interview": -0.4, "speech": -0.4},
        lambda reading: reading.is_plain_prose,
        frozenset({TEXT}),
    ),
    Cue("facts", {"news": 0.8, "press release": 0.4, "opinion": -0.5}, _tells_facts, frozenset({TEXT})),
    exact("dateline", {"news": 1, "press release": 0.3}, "lede", _PLACE, TEXT),
    Cue("reported speech", {"news": 2.7, "press release": 1.5, "opinion": 0.4}, _says, SAID),
    Cue("reported speech", {"news": 2, "press release": -0.5}, _says_at_once, frozenset({"said"})),
    Cue("reported speech", {"news": 2}, _reports_in_far_eastern, frozenset({TEXT})),
    phrases("reported speech", {"news": 1.5}, _TOLD),
    cue("weekday", {"news": 1.8}, "opening", ON_A_WEEKDAY, WEEKDAYS),
    word("market figures", {"news": 4}, "mln bln pct dlrs cts shr qtly vs stg", 2),
    cue("section", {"news": 2}, "section", _SECTION),
    cue("address", {"news": 1}, "path", _PATH),
)
