"""Cues of statements: what a body, a minister or those who sign it declare or feel."""

import re
from typing import Final

from indexer.ingest.article_type.cue import Cue, cue, phrases
from indexer.ingest.article_type.reading import Reading
from indexer.ingest.article_type.saying import REPORTED
from indexer.ingest.article_type.titles import SPOKEN_STATEMENT, is_joint, is_thing_itself, titled

_SPOKEN_AT = re.compile(SPOKEN_STATEMENT)
_STATEMENT_TITLE = re.compile(
    titled(
        "(?:[Ss]tatement|[Dd]eclaration)",
        "(?:press )?statement|(?:совместное )?(?:заявление|декларация)|déclaration|declaración|(?:gemeinsame "
        "|persönliche )?erklärung|stellungnahme|prise de position|pronunciamiento|manifiesto|oświadczenie"
        "|prohlášení|nyilatkozat|verklaring|uttalande|uttalelse|udtalelse|dichiarazione|declaração|nota oficial"
        "|açıklama|заява|заявление",
    )
)
_STATEMENT_WORDS = (
    "statement declaration statements заявление декларация déclaration declaración erklärung stellungnahme "
    "prise pronunciamiento manifiesto oświadczenie prohlášení nyilatkozat verklaring uttalande uttalelse "
    "udtalelse dichiarazione declaração oficial açıklama заява"
)
_COMMENT_TITLE = (
    r"\A(?:\S+ ){0,5}?(?:comment|message) (?:by|from)\b|\A(?:\S+ ){0,4}?message of (?:condolences?"
    r"|congratulations?|sympathy"
    r"|solidarity|greetings?|the|his|her)\b|\A(?:\S+ ){0,4}?(?:ministry"
    r"|spokes\w+)(?:['’]s)? comment\b|\A(?:joint |open )+letter\b|\A(?:offener brief|lettre ouverte"
    r"|carta abierta|lettera aperta|carta aberta)\b|\A(?:open brief|öppet brev|åpent brev|otwarty list"
    r"|list otwarty|otevřený dopis|открытое письмо)\b|\A(?:\S+ ){0,4}?position (?:paper|on)\b|\A(?:комментарий"
    r"|послание)\b|\A(?:joint )?explanation of (?:vote|position)\b"
    r"|\Acomunicado (?:oficial|público|del|de la|de los|de las)\b|\A(?:a )?message to (?:the|our)\b"
    r"|\Acommuniqué (?:du|de la|des) (?:ministère|présidence|gouvernement|cabinet|porte-parole|secrétariat|parti"
    r"|syndicat"
    r"|bureau|président|premier)|[:|–—-] (?:statement|déclaration|declaración|comunicado|заявление|erklärung"
    r"|stellungnahme)"
    r" (?:by|of|from|de|du|des|del|von|der|мид|президента|официального)\b"
)
_ON_A_MATTER = (
    r"\A(?:zu[mr]?|regarding|concerning|on the (?:situation|events|anniversary|adoption|statement|decision"
    r"|results|death))\b"
)
_LETTER = r"^\W{0,3}(?:open letter|offener brief|lettre ouverte|carta abierta|lettera aperta|открытое письмо)\b"
_SIGNED = (
    r"^\W{0,3}(?:yours (?:sincerely|faithfully|truly)|sincerely|respectfully|mit freundlichen grüßen"
    r"|hochachtungsvoll|cordialement|veuillez agréer|atentamente|distinti saluti|cordiali saluti"
    r"|med vennlig hilsen|с уважением)\b|distinti saluti|salutations distinguées"
    r"|^\W{0,3}(?:the )?(?:undersigned|signatories|signed by|signataires|unterzeichner\w{0,3}|firmantes"
    r"|подписали)\b"
)
_SIGNED_WORDS = (
    "sincerely faithfully truly respectfully grüßen hochachtungsvoll cordialement agréer atentamente saluti "
    "hilsen уважением salutations undersigned signatories signed signataires unterzeichner unterzeichnende "
    "firmantes подписали"
)
_CALLED = (
    r"the following (?:[\w-]+ )?(?:statement|declaration) (?:was|is|has been) (?:issued|released|attributable"
    r"|made|adopted)|(?:statement|following) (?:is |was )?attributable to|issues? the following statement on behalf"
    r"|the following (?:open|joint|common|public|collective) (?:statement|declaration|letter)"
)
_STANCE = (
    "we support |we oppose |we are deeply|we are concerned|we are appalled|we are committed|we condemn"
    "|we call on|we call upon|we urge |we welcome |we demand |we reject |we stand with |we reaffirm "
    "|we express our|we regret |our thoughts are|my thoughts are|i welcome |i commend |i urge |i condemn "
    "|i call on |wir fordern |wir verurteilen|wir begrüßen |wir rufen |nous condamnons |nous appelons "
    "|condenamos |мы осуждаем |мы призываем |strongly condemn*|firmly condemn*|condemns in the strongest"
    "|condemn in the strongest|unequivocally condemn*|resolutely condemn*|condemns the|condemns any"
    "|condemns all|condemns this|deplores the|strongly deplore*|deeply regret*|deeply concerned"
    "|gravely concerned|deeply saddened|is concerned|warmly welcome*|strongly support*|strongly urge*"
    "|strongly reject*|expresses its|expresses his|expresses her|extends its|extends his|extends her"
    "|conveys its|conveys his|our condolences|condolences to|solidarity with|calls on all|calls upon"
    "|calls on the|urges all|urges the|reiterates its|reiterates his|reiterates that|reaffirms its"
    "|welcomes the|appeals to|решительно осуждает|осуждает|выражает|призывает|приветствует|condamne"
    "|se félicite|condena|verurteilt"
)
_ISSUES = re.compile(
    r"\b(?:issues?|issued|releases?|released|publish(?:es|ed)?|makes?) (?:[^ ]{1,20} ){0,5}(?:statement"
    r"|declaration)\b"
)
# A body that speaks of itself: "the Committee expects", "the Ministry of Lakes calls on".
_BODY_SPEAKS = re.compile(
    r"\b(?:committee|council|board|commission|ministry|government|embassy|mission|delegation|secretariat"
    r"|organi[sz]ations?"
    r"|union|eu|association|federation|foundation|movement|coalition|group|network|party|bank|states|company"
    r"|president|secretary-general"
    r"|spokesperson|chair\w{0,6}) (?:[\w-]{1,20} ){0,4}?(?:seeks|expects|anticipates|judges|considers|believes"
    r"|remains|reiterates"
    r"|reaffirms|condemns?|deplores?|welcomes?|regrets?|urges?|calls? (?:on|upon|for)|supports|stands|demands?"
    r"|rejects?|denounces?"
    r"|commends?|stresses|underlines|expresses|is (?:concerned|convinced|committed|ready|prepared|determined"
    r"|deeply|gravely"
    r"|appalled|alarmed)|decided to|will continue)\b"
    r"|\b(?:министерство|посольство|правительство|совет|комитет|секретариат|организация|партия|россия"
    r"|мид) (?:[\w-]{1,20} ){0,4}?"
    r"(?:осужда|призыва|приветству|выража|требу|счита|поддержива|подтвержда|исход|намерен|отмеча|подч[её]ркива"
    r"|сожале)\w{1,3}\b"
    r"|\b(?:gouvernement|ministère|comité|conseil|commission|organisation|association|union"
    r"|france) (?:[\w-]{1,20} ){0,4}?"
    r"(?:condamne|salue|regrette|appelle|demande|exprime|réaffirme|réitère|rappelle|soutient|dénonce|souligne"
    r"|exige|s['’]inquiète)\b"
    r"|\b(?:gobierno|ministerio|comité|consejo|comisión|organización|asociación|unión"
    r"|presidencia) (?:[\w-]{1,20} ){0,4}?"
    r"(?:condena|saluda|lamenta|rechaza|expresa|reitera|reafirma|exige|respalda|exhorta|insta|celebra|manifiesta"
    r"|informa)\b"
    r"|\b(?:bundesregierung|ministerium|rat|ausschuss|verband|vorstand|kommission|amt|bund"
    r"|verein) (?:[\w-]{1,20} ){0,4}?"
    r"(?:verurteilt|begrüßt|bedauert|fordert|appelliert|erwartet|unterstützt|bekräftigt|kritisiert)\b"
    r"|\b(?:strongly |deeply |firmly |also |again )(?:condemns|deplores|regrets|urges|welcomes|rejects)\b"
    r"|\b[\w’'-]{2,20} (?:condemns|deplores|urges|reiterates|reaffirms|calls upon|denounces)\b"
    r"|\bis (?:deeply|gravely|seriously|extremely) (?:concerned|disturbed|saddened|alarmed|troubled|shocked)\b"
)
_BODY_WORDS = (
    "seeks expects anticipates judges considers believes remains reiterates reaffirms condemns deplores welcomes "
    "regrets urges "
    "calls supports stands demands rejects denounces commends stresses underlines expresses concerned convinced "
    "committed "
    "prepared determined decided appalled alarmed осуждает призывает приветствует выражает требует считает "
    "поддерживает "
    "подтверждает исходит отмечает подчеркивает подчёркивает сожалеет condamne salue regrette appelle demande "
    "exprime réaffirme "
    "réitère soutient dénonce condena saluda lamenta rechaza expresa reitera reafirma exige respalda exhorta "
    "verurteilt begrüßt "
    "bedauert fordert appelliert erwartet unterstützt bekräftigt condemn deplore welcome regret urge call demand "
    "reject "
    "denounce celebra manifiesta informa kritisiert disturbed saddened troubled shocked"
)
_CONDOLES = (
    r"\b(?:saddened (?:by|to)|thoughts and prayers|(?:thoughts|hearts|prayers) (?:are|go out|go) (?:with|to)"
    r"|condolences|heartbroken"
    r"|heartfelt sympath\w{1,4}|deepest sympath\w{1,4}|(?:we|i) mourn|mourns the)\b|\bскорби[мт]\b"
    r"|\bсоболезновани\w\b|\bcondoléances\b"
    r"|\bpésame\b|\bcondolencias\b|\bbeileid\b|\bmitgefühl\b|\bcordoglio\b|\bkondolenc\w{1,4}\b"
)
_CONDOLED = re.compile(_CONDOLES)
_CONDOLE_WORDS = (
    "saddened thoughts hearts prayers condolences heartbroken sympathy sympathies mourn mourns скорбим скорбит "
    "соболезнования "
    "соболезнование соболезнований condoléances pésame condolencias beileid mitgefühl cordoglio kondolencje"
)
_FIRST_SENTENCE = 300
_TAKEN_WORDS = (
    "condemns deplores welcomes regrets rejects denounces mourns осуждает приветствует отвергает condamne salue "
    "regrette dénonce "
    "rechaza lamenta verurteilt begrüßt bedauert"
)
_TAKEN = re.compile(rf"\b(?:{_TAKEN_WORDS.replace(' ', '|')})\b")
# Of many that sign: not of states.
_UNDERSIGNED = (
    r"\bwe,? the (?:undersigned|signatories|below|[\w-]{3,20} organi[sz]ations|civil society|following)\b"
    r"|\bnous,? (?:les )?(?:soussignés|signataires|organisations)\b|\b(?:nosotros|l[oa]s) (?:abajo )?firmantes\b"
    r"|\bмы,? нижеподписавшиеся\b|\bwir,? die unterzeichne"
)
_STANCE_TITLE = (
    r"\b(?:on the (?:passing|death|anniversary) of|condemns|condemn|deplores?|mourns?|stands? with|solidarity"
    r"|condolences?|response to|reaction to"
    r"|our position|we (?:stand|support|oppose|condemn|demand|call|reject)|appeal|verurteilt|solidarität"
    r"|condamne|condamnons|solidarité|condena|condenamos|solidaridad|pésame|соболезновани\w|осуждает)\b"
)
_STANCE_TITLE_WORDS = (
    "passing death anniversary condemns condemn deplores deplore mourn mourns stands stand solidarity "
    "condolences condolence response "
    "reaction position we appeal verurteilt solidarität condamne condamnons solidarité condena condenamos "
    "solidaridad pésame соболезнования соболезнование осуждает"
)
_STAND = phrases("stand", {"statement": 2.5, "speech": 1, "press release": 0.5}, _STANCE)
_STANCES = tuple(each.rstrip("*") for each in _STANCE.split("|"))
_BEGINNING = 300
_SPOKEN = 0.015
_LONGEST_STATEMENT = 4000
_WE = frozenset({"we", "our", "wir", "unsere", "nous", "notre", "мы", "наша"})


def _is_titled_statement(reading: Reading) -> bool:
    """Neither words spoken at a meeting, nor what several declare together."""
    if not _STATEMENT_TITLE.match(reading.title) or _SPOKEN_AT.match(reading.lowered("title")):
        return False
    return is_thing_itself(reading.title) and not is_joint(reading.title)


def _is_under_its_announcement(reading: Reading) -> bool:
    """The statement itself stands under "Board issues statement on rates": nobody says or quotes it."""
    announced = _ISSUES.search(reading.lowered("title")) is not None
    return announced and not reading.quotations and "said" not in reading.words


def _speaks_as_body(reading: Reading) -> bool:
    """ "We" and never "I"."""
    short = len(reading.draft.text) < _LONGEST_STATEMENT
    return short and reading.first_person > _SPOKEN and reading.words.isdisjoint({"@i", "my", "ich", "я"})


def _condoles(reading: Reading) -> bool:
    return not reading.quotations and reading.words.isdisjoint(REPORTED) and _CONDOLED.search(reading.flow) is not None


def _takes_stands(reading: Reading) -> bool:
    """More than once, and it quotes nobody: a report on a stand says whose it is, and quotes it."""
    return not reading.quotations and sum(map(reading.flow.count, _STANCES)) > 1


def _speaks_of_itself(reading: Reading) -> int:
    """How often a body tells what it thinks, in the present tense, where nobody says anything or is quoted."""
    if reading.quotations or not reading.words.isdisjoint(REPORTED):
        return 0
    return len(_BODY_SPEAKS.findall(reading.flow))


def _takes_it_in_title_and_text(reading: Reading) -> bool:
    """The same stand in the same tense: a report turns "Lake Watch condemns" into what it condemned."""
    taken = _TAKEN.search(reading.lowered("title"))
    if taken is None or not reading.words.isdisjoint(REPORTED):
        return False
    return f" {taken[0]} " in reading.draft.text[:_FIRST_SENTENCE].lower()


def _begins_with_stand(reading: Reading) -> bool:
    return any(each in reading.flow[:_BEGINNING] for each in _STANCES)


CUES: Final[tuple[Cue, ...]] = (
    Cue("title", {"statement": 8.5, "press release": -5}, _is_titled_statement, frozenset(_STATEMENT_WORDS.split())),
    cue(
        "heading",
        {"statement": 4},
        "top",
        r"^\W{0,3}(?:(?:press|joint|official) )?statements?\W{0,3}$",
        "statement statements",
    ),
    cue(
        "title",
        {"statement": 6},
        "title",
        _COMMENT_TITLE,
        "comment message position letter kommentar комментарий послание offener lettre carta lettera brief öppet "
        "åpent list otevřený открытое explanation "
        "comunicado communiqué statement déclaration declaración заявление erklärung stellungnahme",
    ),
    cue("heading", {"statement": 4}, "top", _LETTER, "letter offener lettre carta lettera открытое"),
    cue("courtesies", {"statement": 4, "press release": -1, "speech": -1}, "last", _SIGNED, _SIGNED_WORDS),
    cue("self-naming", {"statement": 6}, "flow", _CALLED, "statement declaration заявление"),
    Cue("stand", {"statement": 2.2, "opinion": 0.8, "press release": 0.5, "speech": -1}, _speaks_as_body, _WE),
    _STAND,
    Cue("title", {"statement": 5, "news": -1.5}, _is_under_its_announcement, frozenset({"statement", "declaration"})),
    Cue(
        "stand",
        {"statement": 1.5},
        lambda reading: _speaks_of_itself(reading) > 0,
        frozenset(_BODY_WORDS.split()),
        costly=True,
    ),
    Cue(
        "stand",
        {"statement": 3, "news": -1},
        lambda reading: _speaks_of_itself(reading) > 1,
        frozenset(_BODY_WORDS.split()),
        costly=True,
    ),
    Cue("condolences", {"statement": 4.5, "news": -1, "speech": -1.5}, _condoles, frozenset(_CONDOLE_WORDS.split())),
    cue("stand", {"statement": 5, "communiqué": -2}, "flow", _UNDERSIGNED, "undersigned we nous nosotros мы wir"),
    Cue("stand", {"statement": 2, "news": -1}, _takes_stands, _STAND.after),
    Cue("stand", {"statement": 1.5, "press release": 0.5, "news": -0.5}, _begins_with_stand, _STAND.after),
    cue("title", {"statement": 2, "press release": 0.5}, "title", _STANCE_TITLE, _STANCE_TITLE_WORDS),
    Cue("stand", {"statement": 2.5, "news": -1}, _takes_it_in_title_and_text, frozenset(_TAKEN_WORDS.split())),
    cue("title", {"statement": 2}, "title", _ON_A_MATTER, "zu zum zur regarding concerning on"),
)
