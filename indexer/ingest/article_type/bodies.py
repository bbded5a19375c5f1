"""Cues of what bodies agree or declare: resolutions, communiqués, statements."""

import re
from typing import Final

from indexer.ingest.article_type.cue import Cue, cue, exact, phrases
from indexer.ingest.article_type.reading import Reading
from indexer.ingest.article_type.resolution import FORM_WORDS, HEADING, RESOLVES_WORDS, has_operative_form, resolves
from indexer.ingest.article_type.titles import SPOKEN_STATEMENT, titled

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
    r"\A(?:\S+ ){0,5}?(?:comment|message) (?:by|of|from)\b|\A(?:\S+ ){0,4}?(?:ministry"
    r"|spokes\w+)(?:['’]s)? comment\b|\A(?:joint |open )+letter\b|\A(?:offener brief|lettre ouverte"
    r"|carta abierta|lettera aperta|carta aberta)\b|\A(?:open brief|öppet brev|åpent brev|otwarty list"
    r"|list otwarty|otevřený dopis|открытое письмо)\b|\A(?:\S+ ){0,4}?position (?:paper|on)\b|\A(?:комментарий"
    r"|послание)\b"
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
    r"|made|adopted)|statement (?:is )?attributable to|issues? the following statement on behalf"
)
_SPOKEN_AT = re.compile(SPOKEN_STATEMENT)
_ACTS_ON_IT = re.compile(
    r"\b(?:(?:adopt|issu|sign|agree|approv|welcom|reject|discuss|circulat|present)(?:s|e[sd]|ed|ing)?"
    r"|ma[dk]es?)\b|принят|подписа|обсуд",
    re.IGNORECASE,
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
    r"\b(?:issues?|issued|releases?|released|publish(?:es|ed)?|makes?) (?:[^ ]{1,20} ){0,5}(?:statement|declaration)\b"
)
_STANCE_TITLE = (
    r"\b(?:condemns|condemn|deplores?|mourns?|stands? with|solidarity|condolences?|response to|reaction to"
    r"|our position|we (?:stand|support|oppose|condemn|demand|call|reject)|appeal|verurteilt|solidarität"
    r"|condamne|condamnons|solidarité|condena|condenamos|solidaridad|pésame|соболезновани\w|осуждает)\b"
)
_STANCE_TITLE_WORDS = (
    "condemns condemn deplores deplore mourn mourns stands stand solidarity condolences condolence response "
    "reaction position we appeal verurteilt solidarität condamne condamnons solidarité condena condenamos "
    "solidaridad pésame соболезнования соболезнование осуждает"
)
_COMMUNIQUE_TITLE = re.compile(
    r"communiqu[eé]s?\b(?! de presse)|\bfinal (?:act|document|declaration)\b|outcome document|chair(?:man"
    r"|person)?['’]?s? (?:summary|statement|conclusions)\b|presidency conclusions|council conclusions"
    r"|коммюнике|kommuniqu[eé]|comunicado (?:conjunto|final)|итоговый документ"
    r"|\A(?:\w+ ){0,4}declaration of (?:the )?(?:heads|leaders|presidents|member states|\w+ summit|ministers"
    r"|states)\b|\A(?:[\w-]+ ){1,4}(?:summit )?declaration\Z|\Aдекларация глав\b|\A\w+ская декларация\b"
)
_COMMUNIQUE_WORDS = (
    "communique communiqué communiqués final outcome chair chairman chairperson conclusions summary "
    "declaration коммюнике kommuniqué comunicado итоговый декларация"
)
_JOINT_TITLE = re.compile(
    r"\A(?:\W|the |full text of |text of |\w+[- ]){0,4}?joint (?:\w+ )?(?:statement|declaration)\b"
    r"|совместн\w{2,3} (?:заявлени|деклараци)|déclaration commune|declaración conjunta|gemeinsame erklärung"
)
_WE_THE = (
    r"we,? the (?:[\w-]+ ){0,4}(?:heads|leaders|presidents|ministers|member states|representatives"
    r"|participants|undersigned|chiefs|states|g7|g20|members)\b"
)
_AGREED_WORDS = (
    "agreed as follows|have adopted the following|issued the following joint|decided as follows|мы, главы"
    "|мы, президенты|мы, министры|nous, les chefs|nous, les ministres|nosotros, los"
    "|adopted the following joint"
)
_WE_WORDS = (
    "heads ministers leaders presidents members states parties sides undersigned главы президенты министры chefs jefes"
)
_AGREED = re.compile(
    r"^\W{0,3}(?:\(?\w{1,4}[.)]\s{0,3})?(?:(?:The|Both|All)\s(?:two\s|contracting\s"
    r"|participating\s)?(?:[Ss]ides|[Pp]arties|[Mm]inisters|[Ll]eaders|[Hh]eads|[Pp]residents"
    r"|[Mm]ember [Ss]tates|[Pp]articipants|[Dd]elegations|countries|[Ff]oreign [Mm]inisters|[Ss]tates|two|G7"
    r"|G20)|They|We|Стороны|Главы|Министры|Участники)\b[^.\n]{0,120}?\b(?:reaffirm|stress|not|welcom|express"
    r"|underlin|underscor|agree|support|call|emphasi[sz]|reiterat|recogni[sz]|commit|discuss|exchang|confirm"
    r"|condemn|commend|acknowledg|undertak|urge|recall|подтвердили|отметили|выразили|договорились|приветств)",
    re.MULTILINE,
)
_FEWEST_POINTS = 4
_STAND = phrases("stand", {"statement": 2.5, "speech": 1, "press release": 0.5}, _STANCE)
_STANCES = tuple(each.rstrip("*") for each in _STANCE.split("|"))
_BEGINNING = 300
_SPOKEN = 0.015
_LONGEST_STATEMENT = 4000
_WE = frozenset({"we", "our", "wir", "unsere", "nous", "notre", "мы", "наша"})


def _is_thing_itself(reading: Reading) -> bool:
    """Neither a report that one was adopted or signed, nor words spoken at a meeting."""
    return not _ACTS_ON_IT.search(reading.title) and not _SPOKEN_AT.match(reading.lowered("title"))


def _is_joint(reading: Reading) -> bool:
    return bool(_JOINT_TITLE.search(reading.lowered("title"))) and _is_thing_itself(reading)


def _is_communique(reading: Reading) -> bool:
    return bool(_COMMUNIQUE_TITLE.search(reading.lowered("title"))) and _is_thing_itself(reading)


def _is_titled_statement(reading: Reading) -> bool:
    return bool(_STATEMENT_TITLE.match(reading.title)) and _is_thing_itself(reading) and not _is_joint(reading)


def _is_under_its_announcement(reading: Reading) -> bool:
    """The statement itself stands under "Board issues statement on rates": nobody says or quotes it."""
    announced = _ISSUES.search(reading.lowered("title")) is not None
    return announced and not reading.quotations and "said" not in reading.words


def _speaks_as_body(reading: Reading) -> bool:
    """ "We" and never "I"."""
    short = len(reading.draft.text) < _LONGEST_STATEMENT
    return short and reading.first_person > _SPOKEN and reading.words.isdisjoint({"@i", "my", "ich", "я"})


def _takes_stands(reading: Reading) -> bool:
    """More than once, and it quotes nobody: a report on a stand says whose it is, and quotes it."""
    return not reading.quotations and sum(map(reading.flow.count, _STANCES)) > 1


def _begins_with_stand(reading: Reading) -> bool:
    return any(each in reading.flow[:_BEGINNING] for each in _STANCES)


def _states_agreed_points(reading: Reading) -> bool:
    return len(_AGREED.findall(reading.head)) >= _FEWEST_POINTS


CUES: Final[tuple[Cue, ...]] = (
    Cue("title", {"statement": 7}, _is_titled_statement, frozenset(_STATEMENT_WORDS.split())),
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
        "åpent list otevřený открытое",
    ),
    cue("heading", {"statement": 4}, "top", _LETTER, "letter offener lettre carta lettera открытое"),
    cue("courtesies", {"statement": 4, "press release": -1, "speech": -1}, "last", _SIGNED, _SIGNED_WORDS),
    cue("self-naming", {"statement": 6}, "flow", _CALLED, "statement declaration заявление"),
    Cue("stand", {"statement": 2.2, "press release": 0.5, "speech": -1}, _speaks_as_body, _WE),
    _STAND,
    Cue("title", {"statement": 5, "news": -1.5}, _is_under_its_announcement, frozenset({"statement", "declaration"})),
    Cue("stand", {"statement": 2, "news": -1}, _takes_stands, _STAND.after),
    Cue("stand", {"statement": 1.5, "press release": 0.5, "news": -0.5}, _begins_with_stand, _STAND.after),
    cue("title", {"statement": 2, "press release": 0.5}, "title", _STANCE_TITLE, _STANCE_TITLE_WORDS),
    Cue("operative paragraphs", {"resolution": 12}, has_operative_form, frozenset(FORM_WORDS.split())),
    exact("heading", {"resolution": 8}, "top", HEADING, "res resolution decision adopted"),
    Cue("operative paragraphs", {"resolution": 8}, resolves, frozenset(RESOLVES_WORDS.split())),
    cue("symbol", {"resolution": 2}, "top", r"\b[ase]/res/", "res"),
    cue("title", {"statement": 2}, "title", _ON_A_MATTER, "zu zum zur regarding concerning on"),
    Cue("title", {"communiqué": 6.5, "statement": 1}, _is_communique, frozenset(_COMMUNIQUE_WORDS.split())),
    Cue(
        "title",
        {"communiqué": 5.5, "statement": 5},
        _is_joint,
        frozenset(["joint", "совместное", "совместная", "commune", "conjunta", "gemeinsame"]),
    ),
    cue("agreed points", {"communiqué": 4.5}, "flow", _WE_THE, "we"),
    phrases("agreed points", {"communiqué": 4.5}, _AGREED_WORDS),
    Cue("agreed points", {"communiqué": 6}, _states_agreed_points, frozenset(_WE_WORDS.split())),
)
