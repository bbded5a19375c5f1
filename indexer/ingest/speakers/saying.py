"""Verbs of saying beside a quotation, and the words that may stand between them and the one who speaks."""

import re

from indexer.ingest.speakers.offices import BODY, PERSON, PLACE

SAID = (
    r"(?:said|says|stated|states|told|added|adds|noted|notes|stressed|stresses|emphasi[sz]ed|emphasi[sz]es"
    r"|recalled|recalls|concluded|concludes|announced|declared|explained|explains|replied|responded|answered|asked"
    r"|argued|argues|warned|warns|urged|urges|remarked|commented|continued|underlined|underlines|underscored"
    r"|pointed out|wrote|writes|observed|insisted|admitted|acknowledged|confirmed|reiterated|reaffirmed|assured"
    r"|cautioned|affirmed|maintained|suggested|believes|predicted|complained|reported|joked|promised|summed up|went on"
    r"|(?:a|ont) (?:dit|déclaré|souligné|ajouté|indiqué|rappelé|affirmé|précisé|expliqué|conclu|estimé|répondu|averti)"
    r"|déclare|souligne|affirme|explique|estime|précise"
    r"|(?:сказал|заявил|отметил|подчеркнул|добавил|сообщил|напомнил|пояснил|указал|заключил|ответил|объяснил"
    r"|предупредил|спросил)а?|считает|говорит|отмечает|подчёркивает|подчеркивает)(?![\w-])"
)
# Between the closing mark and the verb stands nothing but punctuation; "M-" is left there by some translating machines.
AFTER = re.compile(rf"[\s,.;:!?—–-]{{0,6}}(?:[A-Z]-\s?)?(?P<verb>{SAID})\s+")
INVERTED = re.compile(r"[\s,.;:!?—–-]{0,6}(?:a-t-|ajoute-t-|dit-|poursuit-|conclut-)(?P<pronoun>il|elle)(?!\w)")
LAST = re.compile(rf"(?<![\w-]){SAID}")
ACCORDING = re.compile(
    r"[\s,—–-]{0,6}(?:according to|in the words of|selon|d'après|d’après|по словам|по мнению)\s+", re.IGNORECASE
)
PRONOUN = re.compile(r"(?:he|she|il|elle|он|она)(?!\w)", re.IGNORECASE)
OBJECT_PRONOUN = re.compile(r"(?:him|her|lui|elle|него|неё|нее|его|её|ее)(?=[,:])")  # "according to him,"
THEIR_VIEW = re.compile(
    r"in (?:his|her) (?:own )?(?:view|opinion|words|estimation|judgement|judgment)(?!\w)", re.IGNORECASE
)

# Between the speaker and the verb: "Mr Norov, in turn, also noted".
ADVERBS = re.compile(
    r"(?:,?\s(?:also|then|further|later|again|once more|meanwhile|however|in turn|for (?:his|her) part|in addition"
    r"|in particular|on (?:his|her) side|has|had|have|separately|repeatedly|rightly|yesterday|today"
    r"|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|в свою очередь|также|тоже),?)+$",
    re.IGNORECASE,
)
# Between the verb and what is quoted: "that", "to reporters in Moscow:", "Khachaturov:".
SHORT_LINK = re.compile(rf"(?:\s+(?:[\w'’-]+|[{PERSON}{BODY}{PLACE}]+)){{0,7}}\s*[,:—–-]?\s*$")
REPORTED = re.compile(r"\s+(?:that|how|why|out that|on that|up that|что|que)(?!\w)")
# What follows is the wording or the name of a thing, not of the speaker.
THING = re.compile(
    r"(?<!\w)(?:not|never|resolutions?|declarations?|documents?|treaty|treaties|article|texts?|charter|memorand(?:um|a)"
    r"|agreements?|protocols?|statements?|titles?|titled|entitled|called|named|known as|so[- ]called|exercises?"
    r"|operations?|journal|magazine|newspaper|book|report|theme|slogan|motto|heading|quot(?:ed|ing|es)|cit(?:ed|ing|es)|preamble"
    r"|declares?|states|reads|proverb|as saying)(?!\w)",
    re.IGNORECASE,
)
QUOTING = re.compile(r"[\s,]{0,3}(?:quoting|citing|in the words of)(?!\w)", re.IGNORECASE)
# A name after one of these is not the subject: "a spokesman for Mr Norov said".
OBJECT = re.compile(
    r"(?<!\w)(?:of|for|by|from|with|to|against|about|between|and|or|than|under|behind|via|on|at|de|du|par|pour|avec|et|и|с|от"
    r"|не)\s+(?:the\s+|an?\s+)?(?:then\s+)?(?:mr|mrs|ms|dr)?\.?\s?$",
    re.IGNORECASE,
)
HONORIFIC = r"(?:(?<!\w)(?-i:Mr|Mrs|Ms|Dr|Prof|Sir|Dame|Lord|Lady|M|Mme)\.?\s)"
POSSESSIVE = re.compile(r"['’]s?(?!\w)")
