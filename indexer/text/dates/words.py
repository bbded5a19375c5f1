"""The words of dates in each language served: months, weekdays, "this year"."""

_CAPITALISED = """
january jan
february feb
march mar
april apr
may
june jun
july jul
august aug
september sept sep
october oct
november nov
december dec
"""
_GERMAN = """
januar jänner jän
februar feber feb
märz mär
april apr
mai
juni jun
juli jul
august aug
september sept sep
oktober okt
november nov
dezember dez
"""
_ANY_CASE = (
    """
январь января январе янв
февраль февраля феврале февр фев
март марта марте мар
апрель апреля апреле апр
май мая мае
июнь июня июне июн
июль июля июле июл
август августа августе авг
сентябрь сентября сентябре сент сен
октябрь октября октябре окт
ноябрь ноября ноябре нояб ноя
декабрь декабря декабре дек
""",
    """
janvier janv
février fevrier févr fév
mars
avril avr
mai
juin
juillet juil
août aout
septembre sept
octobre oct
novembre nov
décembre decembre déc
""",
    """
enero ene
febrero feb
marzo mar
abril abr
mayo
junio jun
julio jul
agosto ago
septiembre setiembre sept sep
octubre oct
noviembre nov
diciembre dic
""",
)
_WEEKDAYS = """
monday mon понедельник понедельника lundi lunes montag
tuesday tue tues вторник вторника mardi martes dienstag
wednesday wed среда среду среды mercredi miércoles mittwoch
thursday thu thur thurs четверг четверга jeudi jueves donnerstag
friday fri пятница пятницу пятницы vendredi viernes freitag
saturday sat суббота субботу субботы samedi sábado samstag
sunday sun воскресенье воскресенья dimanche domingo sonntag
"""


def _rows(table: str, first: int) -> dict[str, int]:
    lines = table.strip().splitlines()
    return {word: number for number, line in enumerate(lines, first) for word in line.split()}


_LOWER: dict[str, int] = {word: number for table in _ANY_CASE for word, number in _rows(table, 1).items()}
_MONTHS: dict[str, int] = _rows(_CAPITALISED, 1) | _rows(_GERMAN, 1) | _LOWER
WEEKDAYS: dict[str, int] = _rows(_WEEKDAYS, 0)
# the longest first, as an alternation needs them
MONTH_NAMES = tuple(sorted(_MONTHS, key=len, reverse=True))


def month_of(word: str) -> int:
    """1 to 12, or 0. English and German months count only where they are capitalised: "17 may be enough"."""
    if word[:1].islower():
        return _LOWER.get(word, 0)
    return _MONTHS.get(word.lower(), 0)


# What may stand before a month or a weekday.
THIS = r"this|этот|эту|этом|ce|este|(?:am|im) diesen|diesen"
LAST = (
    r"last|this past|прошл(?:ый|ую|ое|ом)|минувш(?:ий|ую|ее|ем)|(?:el )?pasado(?: mes de)?"
    r"|(?:im |am )?(?:letzten|vergangenen)"
)
NEXT = (
    r"next|this coming|следующ(?:ий|ую|ее|ем)|будущ(?:ий|ую|ее|ем)|(?:el )?próximo(?: mes de)?"
    r"|(?:im |am )?(?:nächsten|kommenden)"
)
# What may follow them.
AFTER_LAST = r"dernier|pasado"
AFTER_NEXT = r"prochain|próximo"
# A year with no month beside it.
ONLY_THIS_YEAR = r"this year|в (?:этом|текущем|нынешнем) году|cette année|este año|dieses Jahr"
ONLY_LAST_YEAR = (
    r"last year|в (?:прошлом|минувшем) году|l[’']an(?:née)? (?:dernière?|passée?)|el año pasado|letztes Jahr"
)
ONLY_NEXT_YEAR = r"next year|в (?:следующем|будущем) году|l[’']an(?:née)? prochaine?|el próximo año|nächstes Jahr"
# "hier" is "here" in German, "mañana" and "morgen" are the morning too
DAY_SHIFTS: dict[str, int] = {
    word: shift
    for shift, words in ((-1, "yesterday вчера ayer gestern"), (0, "today сегодня aujourd'hui aujourd’hui hoy heute"))
    for word in words.split()
} | {"tomorrow": 1, "завтра": 1, "demain": 1}

SHIFTS = {"this": 0, "last": -1, "next": 1}
# What may follow a day and a month, and what it adds to the year of writing.
THIS_YEAR = (
    r"this year|the current year|the present year|с\.\s?г\.|(?:этого|текущего|нынешнего|сего) года"
    r"|de cette année|de l[’']année en cours|(?:de|del) (?:este|presente|corriente) año|dieses Jahres|d\. ?J\."
)
LAST_YEAR = (
    r"last year|the (?:past|previous) year|(?:прошлого|минувшего|предыдущего) года|de l[’']année dernière|dernier"
    r"|del año pasado|pasado|(?:letzten|vergangenen|vorigen) Jahres"
)
NEXT_YEAR = (
    r"next year|the (?:coming|following) year|(?:следующего|будущего) года|de l[’']année prochaine|prochain"
    r"|del próximo año|próximo|(?:nächsten|kommenden) Jahres"
)
