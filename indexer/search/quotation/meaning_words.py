"""The small words on which the meaning of a sentence hangs, in each language: negations, modals, numbers, opposites."""

from functools import cache
from typing import NamedTuple

from indexer.search.quotation.words import key
from indexer.text.stemmer import stem

# Each row is one kind of negation: what is in one row may stand for another.
_NEGATIONS = {
    "en": "not no none nobody nothing nor neither nowhere non / never / without / hardly barely scarcely seldom rarely",
    "ru": """не нет ни никто никого никому ничто ничего ничему никакой никакая никакое никакие никаких никакого нигде
        нельзя
        / никогда / без / едва вряд редко""",
    "fr": "ne n pas aucun aucune rien ni nul nulle non / jamais / sans / guère rarement",
    "es": "no ningún ninguno ninguna nada nadie tampoco ni / nunca jamás / sin / apenas raramente",
    "de": """nicht kein keine keinen keinem keiner keines niemand niemanden nichts weder nirgends / nie niemals / ohne
        / kaum selten""",
}
_MODALS = {
    "en": "must / shall / should ought / will / would / can / could / may / might / need",
    "ru": """должен должна должно должны обязан обязана обязаны / может могут можем могу можете можно / мог могла
        могли могло
        / нужно надо необходимо следует / будет будут будем буду / бы""",
    "fr": """doit doivent devons dois devez faut / devra devront devrons faudra / devrait devraient devrions faudrait
        / peut peuvent pouvons peux pouvez / pourra pourront pourrons / pourrait pourraient pourrions""",
    "es": """debe deben debemos debo / deberá deberán deberemos / debería deberían deberíamos / puede pueden podemos
        puedo
        / podrá podrán podremos / podría podrían podríamos""",
    "de": """muss müssen musst müsst / musste mussten / müsste müssten / soll sollen / sollte sollten / darf dürfen /
        kann können
        / könnte könnten / möchte möchten / würde würden""",
}
# 0 to 19, or as far as words go, a stroke between two forms of one number.
_ONES = {
    "en": """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen
        eighteen nineteen""",
    "ru": """ноль один/одна/одно/одного/одной/одному две/два/двух/двум/двумя три/трёх/трем/тремя четыре/четырёх/четырем
        пять/пяти шесть/шести семь/семи восемь/восьми девять/девяти десять/десяти одиннадцать/одиннадцати
        двенадцать/двенадцати тринадцать/тринадцати четырнадцать/четырнадцати пятнадцать/пятнадцати
        шестнадцать/шестнадцати семнадцать/семнадцати восемнадцать/восемнадцати девятнадцать/девятнадцати""",
    "fr": "zéro - deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize",
    "es": """cero - dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete
        dieciocho diecinueve""",
    "de": """null - zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn
        siebzehn
        achtzehn neunzehn""",
}
_TENS = {
    "en": "twenty thirty forty/fourty fifty sixty seventy eighty ninety",
    "ru": """двадцать/двадцати тридцать/тридцати сорок/сорока пятьдесят/пятидесяти шестьдесят/шестидесяти
        семьдесят/семидесяти восемьдесят/восьмидесяти девяносто/девяноста""",
    "fr": "vingt trente quarante cinquante soixante",
    "es": "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
    "de": "zwanzig dreissig/dreißig vierzig fünfzig sechzig siebzig achtzig neunzig",
}
# hundred, thousand, million, 10^9, 10^12
_SCALES = {
    "en": "hundred/hundreds thousand/thousands million/millions/mln billion/billions/bln/bn trillion/trillions",
    "ru": """сто/ста тысяча/тысячи/тысяч/тысячам/тыс миллион/миллиона/миллионов/миллионы/млн
        миллиард/миллиарда/миллиардов/миллиарды/млрд триллион/триллиона/триллионов/трлн""",
    "fr": "cent/cents/centaines mille/milliers million/millions milliard/milliards billion/billions",
    "es": "cien/ciento/cientos mil/miles millón/millones - billón/billones",
    "de": "hundert/hunderte tausend/tausende million/millionen/mio milliarde/milliarden/mrd billion/billionen",
}
_ORDINALS = {
    "en": "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth",
    "ru": """первый/первая/первое/первые/первого/первой/первых второй/вторая/второе/второго/вторых
        третий/третья/третье/третьего/третьей четвертый/четвертая/четвертого пятый/пятая/пятого шестой/шестая/шестого
        седьмой/седьмая/седьмого восьмой/восьмая/восьмого девятый/девятая/девятого десятый/десятая/десятого""",
    "fr": "premier/première/premiers deuxième/second/seconde troisième quatrième cinquième sixième septième huitième",
    "es": "primero/primera/primer segundo/segunda tercero/tercera/tercer cuarto/cuarta quinto/quinta sexto/sexta",
    "de": "erste/ersten/erster zweite/zweiten/zweiter dritte/dritten/dritter vierte/vierten fünfte/fünften sechste",
}
_OTHERS = {
    "en": {"half": 0.5, "halves": 0.5, "dozen": 12, "dozens": 12, "twice": 2, "thrice": 3, "double": 2, "triple": 3},
    "ru": {"половина": 0.5, "половины": 0.5, "половину": 0.5, "дважды": 2, "трижды": 3, "полтора": 1.5, "оба": 2},
    "fr": {"moitié": 0.5, "demi": 0.5, "douzaine": 12},
    "es": {"mitad": 0.5, "medio": 0.5, "docena": 12},
    "de": {"hälfte": 0.5, "halb": 0.5, "dutzend": 12},
}
# January to December and Monday to Sunday
_DAYS = {
    "en": """january february march april may june july august september october november december
        monday tuesday wednesday thursday friday saturday sunday""",
    "ru": """января/январь/январе февраля/февраль/феврале марта/март/марте апреля/апрель/апреле мая/май/мае
        июня/июнь/июне
        июля/июль/июле августа/август/августе сентября/сентябрь/сентябре октября/октябрь/октябре ноября/ноябрь/ноябре
        декабря/декабрь/декабре понедельник вторник - четверг пятница/пятницу суббота/субботу
        воскресенье""",
    "fr": """janvier février mars avril mai juin juillet août septembre octobre novembre décembre
        lundi mardi mercredi jeudi vendredi samedi dimanche""",
    "es": """enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
        lunes martes miércoles jueves viernes sábado domingo""",
    "de": """januar februar märz april mai juni juli august september oktober november dezember
        montag dienstag mittwoch donnerstag freitag samstag/sonnabend sonntag""",
}
# Rows of quantities and frequencies; between two of one row nothing much differs.
_QUANTITIES = {
    "en": """all every each everyone everybody everything entire / some several certain someone somebody something /
        many / few
        / most / always / often usually / sometimes occasionally""",
    "ru": """все всех всем всеми каждый каждая каждое каждого / некоторые некоторых несколько / многие многих много /
        мало
        / большинство / всегда / часто / иногда""",
    "fr": """tous toutes tout chaque / certains certaines quelques plusieurs / beaucoup / peu / toujours / souvent /
        parfois""",
    "es": "todos todas todo cada / algunos algunas varios / muchos muchas / pocos pocas / siempre",
    "de": """alle allen aller jeder jede jedes / einige einigen manche mehrere / viele vielen / wenige / immer / oft
        / manchmal""",
}
# Rows of what is counted: with another one the number is another.
_UNITS = {
    "en": """minute minutes / hour hours / day days / week weeks / month months / year years / decade decades
        / century centuries / dollar dollars dlr dlrs / euro euros / pound pounds stg / rouble roubles ruble rubles /
        franc francs
        / yen / kilometre kilometres kilometer kilometers km / metre metres meter meters / mile miles
        / tonne tonnes ton tons / kilogram kilograms kg""",
    "ru": """минута минут минуты / час часа часов / день дня дней / неделя недели недель неделю / месяц месяца месяцев
        / год года лет / век века веков / рубль рубля рублей / доллар доллара долларов / евро / километр километра
        километров км
        / метр метра метров / тонна тонны тонн / килограмм килограмма килограммов кг""",
    "fr": """minute minutes / heure heures / jour jours / semaine semaines / mois / an ans année années / siècle siècles
        / dollar dollars / euro euros / franc francs / kilomètre kilomètres km / mètre mètres / tonne tonnes""",
    "es": """minuto minutos / hora horas / día días / semana semanas / mes meses / año años / siglo siglos / dólar
        dólares
        / euro euros / kilómetro kilómetros km / metro metros / tonelada toneladas""",
    "de": """minute minuten / stunde stunden / tag tage tagen / woche wochen / monat monate monaten / jahr jahre jahren
        / jahrhundert jahrhunderte / dollar / euro / mark / kilometer km / meter / tonne tonnen""",
}
_OPPOSITES = {
    "en": """more-less more-fewer before-after increase-decrease increase-reduce increase-reduction rise-fall
        rose-fell up-down
        above-below over-under for-against support-oppose accept-reject win-lose won-lost least-most minimum-maximum
        strengthen-weaken open-close open-closed begin-end success-failure succeed-fail war-peace import-export buy-sell
        high-low higher-lower strong-weak good-bad better-worse best-worst early-late earlier-later enemy-friend
        possible-impossible grow-shrink improve-worsen allow-forbid allow-prevent allow-ban permit-prohibit
        include-exclude
        agree-disagree true-false right-wrong first-last north-south east-west northern-southern eastern-western
        friendly-hostile inside-outside victory-defeat guilty-innocent profit-loss positive-negative
        optimistic-pessimistic small-large great-small large-little big-small ally-enemy attack-defend
        raise-lower raise-cut enter-leave harmful-harmless useful-useless into-out""",
    "ru": """больше-меньше более-менее до-после за-против увеличение-сокращение увеличить-сократить рост-падение
        рост-снижение
        выше-ниже война-мир хорошо-плохо лучше-хуже победа-поражение расширить-сократить раньше-позже""",
    "fr": """plus-moins avant-après pour-contre augmenter-diminuer augmentation-diminution hausse-baisse guerre-paix
        mieux-pire accepter-rejeter victoire-défaite""",
    "es": """más-menos antes-después contra-favor aumentar-disminuir aumento-disminución guerra-paz mejor-peor
        aceptar-rechazar victoria-derrota""",
    "de": """mehr-weniger vor-nach für-gegen steigen-sinken erhöhen-senken krieg-frieden besser-schlechter
        annehmen-ablehnen sieg-niederlage""",
}
LANGUAGES = tuple(_NEGATIONS)


class NumberWord(NamedTuple):
    """`kind`: digits that are added (ones, tens), a factor (scale), or what stands for itself (ordinal, day, other).
    `weak`: it mostly is no number, as in "no one", "in the first place"."""

    value: float
    kind: str
    weak: bool = False


class MeaningWords(NamedTuple):
    """By the keys that `words` compares; of `opposites`, and those of `opposed` to them, by the stem."""

    negations: dict[str, str]
    modals: dict[str, str]
    quantities: dict[str, str]
    units: dict[str, str]
    numbers: dict[str, NumberWord]
    opposites: dict[str, frozenset[str]]


@cache
def meaning_words(language: str) -> MeaningWords:
    """Those of English for a language that is not known here."""
    of = language if language in LANGUAGES else "en"
    numbers = dict(_numbers(of))
    opposites: dict[str, set[str]] = {}
    for pair in _OPPOSITES[of].split():
        one, other = (stem(key(word), of) for word in pair.split("-"))
        opposites.setdefault(one, set()).add(other)
        opposites.setdefault(other, set()).add(one)
    return MeaningWords(
        _rows(_NEGATIONS[of]),
        _rows(_MODALS[of]),
        _rows(_QUANTITIES[of]),
        _rows(_UNITS[of]),
        numbers,
        {word: frozenset(others) for word, others in opposites.items()},
    )


def _rows(table: str) -> dict[str, str]:
    """Each word with the first one of its row."""
    rows = [[key(word) for word in row.split()] for row in table.split("/")]
    return {word: row[0] for row in rows for word in row}


def _numbers(of: str) -> list[tuple[str, NumberWord]]:
    tables = (
        *((word, NumberWord(n, "ones", n == 1)) for n, word in _forms(_ONES[of])),
        *((word, NumberWord(10 * (n + 2), "tens")) for n, word in _forms(_TENS[of])),
        *((word, NumberWord((100, 1e3, 1e6, 1e9, 1e12)[n], "scale")) for n, word in _forms(_SCALES[of])),
        *((word, NumberWord(n + 1, "ordinal", n < 2)) for n, word in _forms(_ORDINALS[of])),
        *((word, NumberWord(n, "day")) for n, word in _forms(_DAYS[of])),
        *((word, NumberWord(n, "other")) for word, n in _OTHERS[of].items()),
        *((("once", NumberWord(1, "ordinal", weak=True)),) if of == "en" else ()),
    )
    return [(key(word), number) for word, number in tables]


def _forms(table: str) -> list[tuple[int, str]]:
    return [(n, word) for n, forms in enumerate(table.split()) for word in forms.split("/") if word != "-"]
