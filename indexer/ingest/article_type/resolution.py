"""The form of a resolution: a preamble of participles, then what is decided."""

import re

from indexer.ingest.article_type.reading import Reading
from indexer.ingest.article_type.saying import REPORTED


def _begins(words: str) -> re.Pattern[str]:
    """Paragraphs, clauses and numbered points that begin with one of the words: not lines that were wrapped there.

    To be found at the beginning of a text, it has to stand behind a blank line.
    """
    return re.compile(rf"(?:\n\n|[,;]\n)\s{{0,3}}(?:[–—-] ?|\(?[0-9a-zA-Z]{{1,2}}[.)]\s{{1,3}})?(?:{words})\b")


_PREAMBLE = (
    r"(?:Also |Further |Deeply |Gravely |Firmly |Fully )?(?:[Rr]ecalling|[Rr]eaffirming|[Nn]oting|[Rr]ecogni[sz]ing"
    r"|[Ww]elcoming|[Cc]oncerned|[Cc]onvinced|[Ee]mphasi[sz]ing|[Ss]tressing|[Aa]cknowledging|[Tt]aking note"
    r"|[Cc]onsidering"
    r"|[Hh]aving regard to|[Ww]hereas|WHEREAS|[Uu]nderlining|[Cc]ommending|[Dd]eploring|[Cc]ondemning|[Aa]ware of)"
    r"|Guided|Bearing in mind|Having|Mindful|Expressing|Determined|Acting under"
    r"|Ссылаясь|Подтверждая|Отмечая|Признавая|Приветствуя|Учитывая|Напоминая|Руководствуясь|Будучи|Выражая"
    r"|Подч[её]ркивая"
    r"|Принимая|Вновь подтверждая|Рассмотрев|Сознавая|Памятуя|Действуя|Считая|Осуждая"
    r"|(?:[Vv]ivement |[Pp]rofondément )?(?:[Rr]appelant|[Rr]éaffirmant|[Nn]otant|[Cc]onsidérant|[Ss]aluant"
    r"|[Ss]oulignant"
    r"|[Pp]réoccupée?|[Cc]onsciente?|[Aa]yant|[Rr]econnaissant|[Pp]renant|[Ss]e félicitant|[Gg]uidée?"
    r"|[Ee]xprimant|[Vv]u)"
    r"|(?:[Pp]rofundamente )?(?:[Rr]ecordando|[Rr]eafirmando|[Oo]bservando|[Rr]econociendo|[Tt]eniendo"
    r"|[Cc]onsciente|[Aa]cogiendo"
    r"|[Pp]reocupad[oa]|[Ee]xpresando|[Tt]omando|[Dd]estacando|[Ss]ubrayando|[Cc]onsiderando|[Gg]uiad[oa]"
    r"|[Vv]ist[oa]s?)"
    r"|unter Hinweis auf|in Bekräftigung|unter Begrüßung|in Anerkennung|in Kenntnis|in der Erkenntnis"
    r"|in Anbetracht|eingedenk"
    r"|betonend|feststellend|mit (?:tiefer )?Besorgnis|tief besorgt|erneut erklärend"
)
_OPERATIVE = (
    r"(?:Also |Further |Strongly )?(?:[Dd]ecides|[Rr]equests|[Cc]alls upon|[Cc]alls on|[Uu]rges|[Ii]nvites"
    r"|[Ee]ncourages"
    r"|[Ww]elcomes|[Rr]eaffirms|[Cc]ondemns|[Dd]emands|[Tt]akes note|[Rr]ecommends|[Ee]ndorses|[Ss]tresses"
    r"|[Ee]xpresses"
    r"|[Rr]eiterates|[Uu]nderlines|[Ee]mphasi[sz]es|[Ii]nstructs|[Rr]esolves|[Aa]uthori[sz]es|[Aa]ffirms"
    r"|[Cc]ommends|[Dd]eplores"
    r"|[Rr]ecogni[sz]es|[Ss]upports|[Dd]eclares|[Cc]onsiders|[Bb]elieves|[Pp]oints out|[Hh]ighlights|[Rr]egrets"
    r"|[Ii]nsists|[Aa]sks|[Dd]irects|[Aa]ppeals"
    r"|[Ii]s (?:convinced|concerned|of the opinion|aware|alarmed)|[Dd]raws attention|[Rr]eminds|[Pp]roposes"
    r"|[Aa]pproves|[Aa]cknowledges)|Notes|Proclaims|Adopts"
    r"|[Пп]остановляет|[Пп]росит|[Пп]ризывает|[Пп]редлагает|[Пп]одтверждает|[Пп]риветствует|[Оо]суждает|[Вв]ыражает"
    r"|[Рр]екомендует|[Тт]ребует|[Оо]тмечает|[Нн]астоятельно призывает|[Рр]ешает|[Пп]ринимает|[Уу]тверждает"
    r"|[Пп]оручает"
    r"|Décide|Prie|Demande|Invite|Exhorte|Condamne|Réaffirme|Engage|Exige|Souligne|Se félicite|Prend|Recommande"
    r"|Charge|Salue"
    r"|Decide|Pide|Exhorta|Solicita|Insta|Condena|Reafirma|Invita|Acoge|Toma nota|Recomienda|Exige|Alienta"
    r"|Subraya|Encomia"
    r"|(?:beschließt|ersucht|fordert|begrüßt|verurteilt|bekräftigt|bittet|nimmt Kenntnis|legt|verlangt"
    r"|beauftragt|unterstützt)"
)
PREAMBLE = _begins(_PREAMBLE)
OPERATIVE = _begins(_OPERATIVE)
_NUMBERED = re.compile(rf"(?:\n\n|[,;]\n)\s{{0,3}}\(?[0-9]{{1,2}}[.)]\s{{1,3}}(?:{_OPERATIVE})\b")
# "The Council, Recalling its words, Noting the work, …", printed in one line.
_IN_LINE = re.compile(rf"[,;] (?=[A-ZА-ЯÉ])(?:{_PREAMBLE})\b")
_FEWEST_NUMBERED = 2
_FEWEST_UNNUMBERED = 3
_FEWEST_WHEREAS = 3
_LONG_PREAMBLE = 2
RESOLUTION_TITLE = re.compile(
    r"(?:(?:draft|security council|general assembly|un|united nations)\s)*resolution\s(?:[0-9A-Z№]|on\b|no\b)"
    r"|[AS]/RES/|резолюция\s|résolution\s|resolución\s",
    re.IGNORECASE,
)
ADOPTED = re.compile(r"\b(?:adopt|pass|approv|reject|discuss|submit|vote)(?:s|e[sd]|ed|ing)?\b|принят", re.IGNORECASE)
HEADING = (
    r"^\W{0,3}(?:[HS]\.? ?(?:CON\. ?|J\. ?)?RES\.? ?\d+\W{0,3}$|(?:A )?(?:JOINT "
    r"|CONCURRENT )?RESOLUTION(?: NO\b.{0,40}| [A-Z]+ING\b.*)?$)|^\W{0,3}(?:DRAFT )?(?:RESOLUTION"
    r"|DECISION) (?:No\.? ?|NO\.? ?|№ ?)?\d|^\W{0,3}Resolution adopted (?:by|at|on)\b"
    r"|^\W{0,3}[Aa]dopted (?:as an? (?:[\w-]{2,20} ){0,3}[Rr]esolution|(?:by"
    r"|at) (?:the )?(?:[\w.'’-]{1,20} ){0,6}?(?:Security Council"
    r"|General Assembly|Council|Parliament|Assembly|Committee|Congress|Conference|Board|Senate|Synod))\b"
    r"|^\W{0,3}(?:[Bb]eschlossen (?:auf|durch|von|am|in)|[Aa]ngenommen (?:auf|durch|von|am)|[Aa]doptée? (?:par"
    r"|le|à|lors)"
    r"|[Aa]probad[ao] (?:por|en|el)|[Пп]ринят[ао] (?:на|в)|[Aa]pprovat[ao] (?:dal|da"
    r"|il))\b(?=[^\n]{0,120}\b(?:[Vv]ersammlung|\w*versammlung"
    r"|[Pp]arteitag|[Kk]ongress|[Kk]onferenz|[Vv]orstand|[Rr]at|[Aa]ssemblée|[Cc]ongrès|[Cc]onseil|[Aa]samblea"
    r"|[Cc]ongreso|[Cc]onsejo"
    r"|[Сс]ъезд\w*|[Кк]онференци\w|[Аа]ссамбле\w|[Сс]овет\w*|[Зз]аседани\w|[Aa]ssemblea|[Cc]onsiglio))"
    r"|\A\W{0,3}(?:A resolution|Expressing the sense|Recognizing|Supporting|Honoring|Commemorating|Condemning"
    r"|Designating|Calling)\b.{10,}(?:\n.*){0,30}\b[HS]\.? ?(?:CON\.? ?|J\.? ?)?RES\b"
    r"|^\W{0,3}(?:[A-Z][a-z]{2,15} ){1,3}Resolution(?: ?[-–(] ?[Dd]raft\)?)?\W{0,3}$"
    r"|^\W{0,3}European Parliament resolution (?:of|on)\b"
    r"|^\W{0,3}(?:The )?(?:full )?text of the (?:[\w-]{2,20} ){0,3}resolution\b"
    r"|^\W{0,3}(?:Entschließung(?:santrag)?|Beschluss|Beschluß|Résolution|Délibération|Resolución|Risoluzione"
    r"|Mozione|Uchwała"
    r"|Резолюция|Постановление|РЕЗОЛЮЦИЯ|ПОСТАНОВЛЕНИЕ)"
    r"(?: (?:(?:der|des|du|de|del|no|nr|от|о|on)\b|[№\d]|n[°º]).{0,200}|\W{0,3})$"
)
HEADING_WORDS = (
    "res resolution decision adopted beschlossen angenommen adopté adoptée aprobada aprobado принята принято "
    "approvata approvato "
    "entschließung entschließungsantrag beschluss beschluß résolution délibération resolución risoluzione "
    "mozione uchwała "
    "резолюция постановление"
)
_TITLE = re.compile(
    r"\A\W{0,3}(?:(?:Draft|Joint|Motion for an?|Emergency|Council|Security Council|General Assembly"
    r"|Student Senate|Final) ){0,3}"
    r"[Rr]esolution\b(?! \d)|\A\W{0,3}(?:[Ee]ntschließung|[Bb]eschlu(?:ss|ß)|[Rr]ésolution|[Rr]esolución"
    r"|[Rr]isoluzione|[Mm]ozione|[Uu]chwała"
    r"|[Рр]езолюция|[Пп]остановление|[Вв]œu|[Mm]otion)\b|\bRESOLUTION (?:ON|NO|OF|[A-Z]+ING)\b"
)
_DONE_WITH = re.compile(
    r"\W{1,3}(?:is|was|has been|to be|will be|adoptée?|aprobada|approvata|fails?|passes|passed|calls"
    r"|urges|seeks|would|принята)\b",
    re.IGNORECASE,
)
TITLE_WORDS = (
    "resolution entschließung beschluss beschluß résolution resolución risoluzione mozione uchwała резолюция "
    "постановление motion"
)
_GERMAN_BODY = (
    r"^\W{0,3}(?:der|die) (?:bundestag|landtag|stadtrat|gemeinderat|kreistag|bundesrat|\w{0,20}versammlung"
    r"|\w{0,20}parteitag"
    r"|\w{0,20}kongress|\w{0,20}konferenz|\w{0,20}verband|delegierten)"
)
_RESOLVING_FORMS = (
    (
        "whereas resolved therefore",
        r"\bwhereas\b",
        r"\bbe it (?:further )?resolved\b|\bresolved,? (?:that|by)\b|\bnow,? therefore\b",
    ),
    (
        "resolved",
        (
            r"^\W{0,3}(?:be it (?:further )?|further |and be it further "
            r"|now,? therefore,? be it )?resolved[,:]? ?(?:that|by|further)\b"
        ),
        r"\w",
    ),
    (
        "cuanto considerando visto vista",
        r"^\W{0,3}(?:por cuanto|considerando|vist[oa]s?)\b",
        r"^.{0,40}\b(?:se resuelve|resuelve|acuerda|resolve|delibera)\b",
    ),
    ("considérant vu", r"^\W{0,3}(?:considérant|vu)\b", r"^.{0,60}\b(?:décide|demande|délibère|émet le vœu)\b"),
    (
        "notes believes recognises",
        (
            r"^\W{0,3}(?:this |the )?(?:conference|congress|council|branch|union|assembly|meeting|society|party) "
            r"(?:further )?(?:notes|believes|recognises)\b"
        ),
        r"^.{0,60}\b(?:resolves|calls (?:on|for|upon)|instructs|mandates|further believes|believes|urges)\b",
    ),
    (
        "постановляет постановила постановил постановили решила решил решили",
        r"\b(?:дума|совет|собрание|съезд|ассамблея|конференция|комитет|правительство|парламент|рада|комиссия)\b",
        r"\b(?:постановля(?:ет|ю|ем)|постановил[аи]?|решил[аи]?)\s?:$",
    ),
    (
        "premesso considerato rilevato preso",
        r"^\W{0,3}(?:premesso che|considerato|rilevato|preso atto)\b",
        r"^.{0,60}\b(?:impegna (?:il|la)|delibera|approva|invita (?:il|la|gli))\b",
    ),
    (
        "fordert beauftragt bittet begrüßt bekräftigt lehnt",
        rf"{_GERMAN_BODY} (?:stellt fest|fordert|begrüßt|bekräftigt|beauftragt|bittet|spricht sich|lehnt)\b",
        rf"{_GERMAN_BODY} (?:stellt fest|fordert|begrüßt|bekräftigt|beauftragt|bittet|spricht sich|lehnt)\b",
    ),
    (
        "beschließt beschließen beschlossen",
        (
            r"\b(?:bundestag|landtag|stadtrat|gemeinderat|kreistag|parteitag|bundesrat|versammlung|konferenz|vorstand"
            r"|präsidium) (?:möge beschließen|wolle beschließen|beschließt|hat beschlossen):?$"
        ),
        r"\w",
    ),
)
# What is considered, and below it what is resolved, as assemblies of cities, parties and boards write it; one of the
# words stands at the beginning.
_RESOLVING = tuple(
    (frozenset(words.split()), re.compile(considered, re.MULTILINE), re.compile(resolved, re.MULTILINE))
    for words, considered, resolved in _RESOLVING_FORMS
)
RESOLVES_WORDS = " ".join(words for words, _, _ in _RESOLVING_FORMS)
FORM_WORDS = (
    "resolution decision recalling reaffirming noting recognizing recognising welcoming concerned convinced "
    "emphasizing emphasising stressing acknowledging considering guided bearing having mindful expressing "
    "determined acting whereas резолюция ссылаясь подтверждая отмечая признавая приветствуя учитывая "
    "напоминая руководствуясь résolution resolución rappelant réaffirmant notant considérant saluant "
    "recordando reafirmando observando reconociendo teniendo consciente acogiendo preocupada preocupado "
    "expresando tomando "
    "destacando subrayando considerando guiada guiado visto vista having underlining commending deploring "
    "condemning aware "
    "будучи выражая подчеркивая подчёркивая принимая вновь рассмотрев сознавая памятуя действуя считая осуждая "
    "soulignant "
    "préoccupé préoccupée conscient consciente ayant reconnaissant prenant félicitant guidé guidée exprimant vu "
    "hinweis "
    "bekräftigung begrüßung anerkennung kenntnis erkenntnis anbetracht eingedenk betonend feststellend besorgnis "
    "besorgt "
    "erklärend requests demands recommends considers regrets постановляет просит призывает "
    "décide prie exhorta beschließt ersucht urges instructs reiterates resolves endorses призывает поручает fordert "
    "beauftragt exige recommande solicita condena invita"
)


def is_titled(reading: Reading) -> bool:
    """Its title begins with the word, and tells nothing that was done with it."""
    titled = _TITLE.search(reading.title)
    if titled is None or not reading.words.isdisjoint(REPORTED):
        return False
    return not _DONE_WITH.match(reading.title, titled.end()) and not ADOPTED.search(reading.title)


def resolves(reading: Reading) -> bool:
    """What is resolved stands in a line below the first that says what is considered; or all in one line, again and
    again."""
    head = reading.lowered("head")
    if head.count("whereas ") >= _FEWEST_WHEREAS and "resolved" in head:
        return True
    for words, considered, resolved in _RESOLVING:
        first = None if words.isdisjoint(reading.words) else considered.search(head)
        if first and resolved.search(head[first.end() :].partition("\n")[2]):
            return True
    return False


def has_operative_form(reading: Reading) -> bool:
    """Its form: a preamble of participles, then what is decided, or as a part of one what is decided, in numbers or
    three times; a report on a resolution has neither."""
    preamble = len(PREAMBLE.findall(reading.head)) + len(_IN_LINE.findall(reading.head))
    titled = bool(RESOLUTION_TITLE.match(reading.title)) and not ADOPTED.search(reading.title)
    if preamble < 2 and not titled:
        numbered = len(_NUMBERED.findall(reading.head)) >= _FEWEST_NUMBERED
        return numbered or len(OPERATIVE.findall(reading.head)) >= _FEWEST_UNNUMBERED
    operative = len(OPERATIVE.findall(reading.head))
    return preamble > _LONG_PREAMBLE or (preamble >= 2 and operative >= 1) or (titled and preamble + operative >= 2)
