"""The words that tell types of articles apart, in English, Russian, French and Spanish."""

import re

from indexer.article import ArticleType

# What a file may call its article; words that fit several types ("article", "document") are not here.
DECLARED: dict[ArticleType, str] = {
    "press release": (
        "press release, pressrelease, press-release, release, media release, communique de presse, communiqué de "
        "presse,пресс-релиз, nota de prensa, comunicado de prensa, pressemitteilung"
    ),
    "news": "news, news item, newsitem, newsarticle, news article, news story, reportagenewsarticle, новость, новости",
    "interview": "interview, интервью, entretien, entrevista",
    "statement": (
        "statement, joint statement, press statement, declaration, communique, communiqué, заявление, déclaration, "
        "declaración"
    ),
    "speech": "speech, address, remarks, keynote, выступление, речь, discours, allocution, discurso, rede",
    "resolution": "resolution, draft resolution, резолюция, résolution, resolución",
    "other": "other",
}


def _begins(*words: str) -> re.Pattern[str]:
    """Paragraphs, clauses and numbered points that begin with one of the words: not lines that were wrapped there.

    To be found at the beginning of a text, it has to stand behind a blank line.
    """
    return re.compile(rf"(?:\n\n|[,;]\n)\s{{0,3}}(?:\(?[0-9a-z]{{1,2}}[.)]\s{{1,3}})?(?:{'|'.join(words)})\b")


PREAMBLE = _begins(
    r"(?:Also |Further |Deeply |Gravely |Firmly |Fully )?(?:[Rr]ecalling|[Rr]eaffirming|[Nn]oting|[Rr]ecogni[sz]ing"
    r"|[Ww]elcoming"
    r"|[Cc]oncerned|[Cc]onvinced|[Ee]mphasi[sz]ing|[Ss]tressing|[Aa]cknowledging|[Tt]aking note|[Cc]onsidering)",
    "Guided|Bearing in mind|Having|Mindful|Expressing|Determined|Acting under",
    "Ссылаясь|Подтверждая|Отмечая|Признавая|Приветствуя|Учитывая|Напоминая|Руководствуясь",
    "Rappelant|Réaffirmant|Notant|Considérant|Saluant|Recordando|Reafirmando|Observando|Reconociendo|Teniendo",
)
OPERATIVE = _begins(
    r"(?:Also |Further |Strongly )?(?:[Dd]ecides|[Rr]equests|[Cc]alls upon|[Cc]alls on|[Uu]rges|[Ii]nvites"
    r"|[Ee]ncourages|[Ww]elcomes|[Rr]eaffirms|[Cc]ondemns|[Dd]emands|[Tt]akes note|[Rr]ecommends|[Ee]ndorses"
    r"|[Ss]tresses|[Ee]xpresses)",
    "Notes|Proclaims|Adopts|[Пп]остановляет|[Пп]росит|[Пп]ризывает|[Пп]редлагает|[Пп]одтверждает",
    "Décide|Prie|Demande|Decide|Pide|Exhorta|Solicita",
)
RESOLUTION_TITLE = re.compile(
    r"(?:(?:draft|security council|general assembly|un|united nations)\s)*resolution\s(?:[0-9A-Z№]|on\b|no\b)"
    r"|[AS]/RES/|резолюция\s|résolution\s|resolución\s",
    re.IGNORECASE,
)
ADOPTED = re.compile(r"\b(?:adopt|pass|approv|reject|discuss|submit|vote)(?:s|e[sd]|ed|ing)?\b|принят", re.IGNORECASE)


def _titled(nouns: str, others: str) -> re.Pattern[str]:
    """A title that is the thing: "Joint statement …", "Minister Orlova's remarks at …", "CSTO statement on …"; not one
    about it: "Moscow regrets statement"."""
    kinds = r"(?:(?i:a|the|joint|press|political|ministerial|opening|closing|final|official|presidential|keynote)\s)*"
    owner = r"(?:[A-ZА-ЯЁ][\w'’.-]{0,30}\s|(?:of|the|and|for)\s){1,8}"
    about = r"\s(?:on|of|by|at|in|to|regarding|concerning|about|before|during|following)\b"
    return re.compile(rf"{kinds}(?i:{nouns})\b|(?i:{others})|{owner}{kinds}(?:{nouns}){about}")


SPEECH_TITLE = _titled(
    "(?:[Ss]peech|[Rr]emarks|[Aa]ddress|[Ll]ecture|[Oo]pening words)",
    "выступление|речь|обращение|discours|allocution|discurso|alocución",
)
STATEMENT_TITLE = _titled(
    "(?:[Ss]tatement|[Dd]eclaration|[Cc]ommuniqu[eé])",
    "(?:совместное )?(?:заявление|декларация|коммюнике)|déclaration|declaración|erklärung",
)
SPOKEN_STATEMENT = re.compile(
    r"^statement (?:by|of)\b.{1,200}?\b(?:at|in|to|before|during) (?:the|an?|his|her)\b.{0,80}"
    r"\b(?:debate|meeting|session|conference|council|assembly|summit|forum|committee|opening|ceremony|briefing)\b",
    re.IGNORECASE,
)
ACTS_ON_IT = re.compile(
    r"\b(?:(?:adopt|issu|sign|agree|approv|welcom|reject|discuss|circulat|present)(?:s|e[sd]|ed|ing)?|ma[dk]es?)\b"
    r"|принят|подписа|обсуд",
    re.IGNORECASE,
)
SALUTATION = re.compile(
    r"^\s{0,3}[\"“«]?(?:(?:Mr|Mrs|Ms|Madam)\.? (?:President|Chair\w*|Secretary)|(?:Your )?Excellenc(?:y|ies)"
    r"|Distinguished\b|Ladies and gentlemen|Dear (?:colleagues|friends|participants)|Honou?rable|Уважаем\w{2,3}\b"
    r"|Дорогие\b|Дамы и господа|(?:Monsieur|Madame) (?:le|la) [Pp]résident|Mesdames|Señora? [Pp]resident|Excelencias?)",
    re.MULTILINE,
)
FIRST_PERSON = re.compile(
    r"(?<!\w)(?:I|my|our|we|я|мы|наш\w{0,3}|nous|notre|nosotros|nuestr\w{1,2})(?!\w)", re.IGNORECASE
)
ONE_PERSON = re.compile(r"(?<!\w)(?:I|[Mm]y|[Яя]|[Мм]о[йияюё]|[Jj]e|[Mm]es|[Yy]o|[Mm]is?)(?!\w)")

PRESS_RELEASE = re.compile(
    r"\b(?:for immediate release|press[- ]release|media release|пресс-релиз|communiqué de presse|nota de prensa"
    r"|pressemitteilung)\b",
    re.IGNORECASE,
)
OWN_BODY = re.compile(
    r"\bSecretariat\b|\bSecretar(?:y|ies)[- ]Generals?\b|\bSecretaries[- ]General\b|\b[Dd]elegations?\b"
    r"|\bHigh Commissioner\b"
    r"|\bExecutive (?:Secretary|Director)\b|\b(?:Permanent|Ministerial|Collective Security|Parliamentary"
    r"|Military) \w+\b|\bChair(?:man|person)?-in-Office\b|\b(?:Office|Mission|Ministry|Academy|Cent(?:er|re))\b"
    r"|[Сс]екретариат|[Гг]енеральн\w{2,3} секретар|[Дд]елегаци|[Пп]остоянн\w{2,3} [Сс]овет|[Мм]инистерств"
)
OWN_DOINGS = re.compile(
    r"\b(?:met|meets?|signed|signs?|hosted|hosts?|received|receives?|visit(?:s|ed)|opened|opens|launch(?:es|ed)"
    r"|delivered|delivers"
    r"|address(?:ed|es)|spoke|speaks|attended|attends?|presented|presents|concluded|concludes|convened|conducted"
    r"|participat(?:es?|ed)"
    r"|(?:took|takes?|taking) (?:part|place)|(?:was|were|is) held|(?:held|holds|hold|holding) (?:\w+ ){0,2}(?:talks"
    r"|meetings?|consultations|conference|session)|paid an? (?:\w+ )?visit|congratulat(?:es|ed))\b"
    r"|^(?:on |about )?(?:the |an? |\w+ )?(?:meeting|session|visit|talks|consultations|briefing|exercise|seminar"
    r"|signing|working trip)s? (?:of|with|between|in|on|by)\b"
    r"|встретил|пров[её][лд]|прош[её]?л|состоял|подпис|принял\w? участие|посетил|открыл",
    re.IGNORECASE,
)
AGENCIES = re.compile(
    r"\b(?:Reuters?|TASS|ITAR-TASS|AFP|Associated Press|AP|Interfax|RIA|Sputnik|Xinhua|Agence France|BBC|CNN|Bloomberg"
    r"|DPA|EFE|ANSA|Kyodo|UPI|BelTA|Kabar|Kazinform|Armenpress|Trend|Times|Herald|Gazette|ТАСС|РИА|Интерфакс|[Nn]ews)\b"
)
ATTRIBUTED = re.compile(
    r"\b(?:said|told|reported|according to|announced|stated|noted|adopted|сообщил|заявил|отметил|сказал)", re.IGNORECASE
)
ON_A_WEEKDAY = re.compile(
    r"\bon (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?!,? (?:[0-9]|[A-Z][a-z]{2,8}\.? [0-9]))"
    r"|\bв (?:понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье)\b",
    re.IGNORECASE,
)
