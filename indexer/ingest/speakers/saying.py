"""Verbs of saying beside a quotation, and the words that may stand between them and the one who speaks."""

import re

from indexer.ingest.speakers.offices import BODY, PERSON, PLACE


def _any_of(words: str, others: str = "") -> str:
    """Any of the words, those of one first letter together, by which each word of a text is looked at for less time."""
    ends: dict[str, list[str]] = {}
    for word in filter(None, words.replace("\n", "|").split("|")):
        ends.setdefault(word[0], []).append(word[1:])
    together = "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in ends.items())
    return rf"(?=[^\W\d_])(?:{together}{others})(?![\w-])"


_ENGLISH = """\
said|says|stated|states|told|tells|added|adds|noted|notes|stressed|stresses|emphasi[sz]ed|emphasi[sz]es
recalled|recalls|concluded|concludes|announced|announces|declared|declares|explained|explains|replied|replies
responded|responds|answered|answers|asked|asks|argued|argues|warned|warns|urged|urges|remarked|remarks|commented
continued|underlined|underlines|underscored|underscores|pointed out|points out|wrote|writes|observed|observes|insisted
insists|admitted|admits|acknowledged|acknowledges|confirmed|confirms|reiterated|reiterates|reaffirmed|reaffirms|assured
cautioned|cautions|affirmed|affirms|maintained|maintains|suggested|suggests|believes|thinks|predicted|predicts
complained|complains|reported|joked|jokes|promised|promises|summed up|sums up|went on|goes on|testified|testifies
recounted|recounts|quipped|quips|tweeted|tweets|posted|vowed|vows|pledged|pledges|conceded|concedes|contended|contends
asserted|asserts|claimed|alleged|alleges|disclosed|revealed|reveals|lamented|laments|boasted|retorted|countered|counters
opined|opines|speculated|speculates|reflected|elaborated|clarified|protested|proclaimed|estimated|forecast|projected
informed|blogged|texted|emailed|instructed|instructs|advised|advises|requested|requests|remembered
remembers|reminded|reminds|put it|puts it|put it this way|described|describes|intoned|mused|demanded
objected"""
_BASE = (
    r"(?:say|tell|note|add|stress|explain|warn|declare|write|announce|argue|admit|remark|acknowledge|insist|suggest|state"
    r"|call|describe|ask|urge|promise|vow|claim|recall|conclude|reply|point out|comment|observe|concede|confirm"
    r"|predict)"
)
# "did note", "proceeded to tell", "can be heard saying", "was quoted today as saying".
_ROUND = (
    rf"|(?=[dpcluiw])(?:(?:did|(?:proceeded|continued|likes|liked|used) to) {_BASE}"
    r"|(?:c(?:an|ould) be|is|was) (?:over)?heard saying|was recorded saying"
    r"|(?:is|was) quoted (?:[^.,;:“”\"\n]{1,60}? )?as saying)"
)
_FRENCH = (
    r"|(?=[adeops])(?:(?:a|ont) (?:dit|déclaré|souligné|ajouté|indiqué|rappelé|affirmé|précisé|expliqué|conclu|estimé"
    r"|répondu|averti)|déclare|souligne|affirme|explique|estime|précise)"
)
_RUSSIAN = (
    r"|(?=[а-я])(?:(?:сказал|заявил|отметил|подчеркнул|добавил|сообщил|напомнил|пояснил|указал|заключил|ответил|объяснил"
    r"|предупредил|спросил)а?|считает|говорит|отмечает|подчёркивает|подчеркивает)"
)
SAID = _any_of(_ENGLISH, _ROUND + _FRENCH + _RUSSIAN)
# What tells of saying only where it stands right beside the words.
_BESIDE_ONLY = """\
began|begins|cried|exclaimed|shouted|yelled|whispered|muttered|murmured|laughed|smiled|sighed|agreed|offered|continues
thought|wondered|shrugged|interjected|interrupted|scoffed|chided|recommended|read|repeated|finished|inquired|enquired
teased|snapped|screamed|called out|pleaded|implored|deadpanned|enthused"""
_BESIDE = _any_of(f"{_ENGLISH}\n{_BESIDE_ONLY}", _ROUND + _FRENCH + _RUSSIAN)
BESIDE = re.compile(rf"(?<![\w-]){_BESIDE}")
# Between the closing mark and the verb stands nothing but punctuation; "M-" is left there by some translating machines.
ALOUD = re.compile(rf"(?<![\w-]){_BESIDE}(?=[,:]\s{{0,3}}$)")
AFTER = re.compile(rf"[\s,.;:!?—–-]{{0,6}}(?:[A-Z]-\s?)?(?P<verb>{_BESIDE})\s+")
INVERTED = re.compile(r"[\s,.;:!?—–-]{0,6}(?:a-t-|ajoute-t-|dit-|poursuit-|conclut-)(?P<pronoun>il|elle)(?!\w)")
LAST = re.compile(rf"(?<![\w-]){SAID}")
ACCORDING = re.compile(
    r"[\s,—–-]{0,6}(?:according to|in the words of|selon|d'après|d’après|по словам|по мнению)\s+", re.IGNORECASE
)
PRONOUN = re.compile(r"(?:he|she|il|elle|он|она)(?!\w)", re.IGNORECASE)
OBJECT_PRONOUNS = re.compile("him|her")
OBJECT_PRONOUN = re.compile(r"(?:him|her|lui|elle|него|неё|нее|его|её|ее)(?=[,:])")  # "according to him,"
THEIR_VIEW = re.compile(
    r"in (?:his|her) (?:own )?(?:view|opinion|words|estimation|judgement|judgment)(?!\w)", re.IGNORECASE
)

# Between the speaker and the verb: "Mr Norov, in turn, also noted".
ADVERBS = re.compile(
    r"(?:,?\s(?:also|then|himself|herself|still|simply|only|even|just|now|recently|earlier|previously"
    r"|(?-i:(?!family|assembly|ally|bully|monopoly|supply|daily|weekly|monthly|quarterly)[a-z]{2,12}ly)"
    r"|further|later|again|once more|once|meanwhile|however|in turn|for (?:his|her) part|in addition"
    r"|in particular|at the time|(?:is|was) (?:reported|said|believed|thought|alleged|supposed) to have"
    r"|on (?:his|her) side|has|had|have|separately|repeatedly|rightly|yesterday|today"
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
FINITE = re.compile(
    r"(?<!\w)(?:is|are|was|were|be|been|has|had|have|will|would|can|could|may|might|must|should|does|do|did)(?!\w)"
)
NEGATION = re.compile(r"(?<!\w)(?:not|never)(?!\w)")
# Of what is said aloud, only these make it another's words.
NOT_THEIRS = re.compile(
    r"(?<!\w)(?:not|never|n['’]t|quot(?:ed|ing|es)|cit(?:ed|ing|es)|preamble|declares?|states|reads|proverb"
    r"|as saying)(?!\w)",
    re.IGNORECASE,
)
# Where it is said: "in a statement", "to the newspaper".
WHERE = re.compile(
    r"(?<!\w)(?:in|on|at|to|with|during|through|via|after|following)\s(?:(?:an?|the|his|her|their|its|this|that|another)\s)?"
    r"(?:[\w’'-]+\s){0,4}?(?:statements?|reports?|interviews?|letters?|books?|speech|newspaper|magazine|journal|articles?"
    r"|memo|documents?|texts?|testimony|message|tweet|post|essay|column|address|remarks|memoirs?|notes?|proclamation"
    r"|prospectus|release|newsletter|commentary|editorial)(?!\w)",
    re.IGNORECASE,
)
# What somebody else is said to call it: "said that Orlova had called it".
_CALLS = """\
called|calls|described|describes|dubbed|dubs|labelled|labeled|labels|branded|brands|termed|terms|denounced|denounces
dismissed|dismisses|slammed|slams|blasted|hailed|hails|praised|praises|condemned|condemns|criticised|criticized
criticises|criticizes|characterised|characterized|characterises|characterizes|portrayed|portrays|likened|likens|compared
compares|referred to|refers to|accused|accuses|blamed|blames|decried|decries|derided|derides|ridiculed|mocked
lambasted|touted|welcomed|lauded|lauds|deplored|deplores"""
# With words of few, of whom or what it calls so: "called the plan “far too dear”".
CALLS = re.compile(rf"(?<![\w-]){_any_of(_CALLS)}")
# What is called so has it for a name: "called the book “The Old Harbour”".
NAMING = re.compile(
    r"(?<!\w)(?:not|never|titled|entitled|named|as saying|quot(?:ed|ing)|cit(?:ed|ing))(?!\w)"
    r"|^(?:\s(?!(?:on|of|to|for|in|with|from|by|at)\s)[\w’'-]+){0,4}\s(?:books?|films?|movies?|novels?|songs?|albums?|plays?"
    r"|poems?|ships?|boats?|bands?|company|groups?|exercises?"
    r"|operations?|projects?|programmes?|programs?)(?:\sas)?\s$",
    re.IGNORECASE,
)
CALLING = re.compile(
    r"(?<!\w)(?:call(?:s|ed|ing)?|describ(?:es?|ed|ing)|dubbed|brand(?:s|ed)|term(?:s|ed)|labell?ed|deem(?:s|ed)"
    r"|according to|refer(?:s|red) to|consider(?:s|ed)|regard(?:s|ed))(?!\w)",
    re.IGNORECASE,
)
# "quoted Lind as saying", "was quoted by Interfax as saying"
QUOTED_AS = re.compile(
    r"(?<!\w)(?P<verb>quoted|cited|quotes|cites|reported)\s(?P<whom>[^.:;“”\"]{0,90}?)\s?(?:as|to have)\s"
    r"(?:saying|telling|warning|arguing|having said|said)(?!\w)"
)
PASSIVE = re.compile(r"(?<!\w)(?:was|were|is|are|been|being)(?:\s(?:also|widely|later))?$")
FOLLOWING = re.compile(r"(?<!\w)(?:the following|this statement|these words|as follows)(?!\w)", re.IGNORECASE)
ISSUED = re.compile(
    r"(?<!\w)(?:has\s)?(?:released|issued|made|gave|delivered|posted|published|offered)\s(?:the|this|a)\s(?:[\w-]+\s){0,3}?"
    r"(?:statement|message|remarks|comments?)(?!\w)"
)
# What is followed by somebody's own words in a sentence of its own.
SHOWING = re.compile(
    r"(?<!\w)(?:expressed|voiced|welcomed|praised|critici[sz]ed|condemned|thanked|applauded|defended|dismissed|rejected"
    r"|denied|commended|questions|questioned|doubts|doubted|speculates"
    r"|congratulated|blamed|blasted|hailed|apologi[sz]ed|called for)(?!\w)"
)
SAYING = re.compile(
    r"(?:(?<=, )|(?<=,[”\"] )|(?<=[”\"], ))"
    r"(?:saying|adding|noting|stressing|arguing|warning|declaring|insisting|claiming|explaining|stating|writing"
    r"|telling|pointing out|emphasi[sz]ing|remarking|concluding|joking|recalling|vowing|promising|predicting|suggesting"
    r"|announcing|acknowledging|admitting|calling|describing|branding|labell?ing|dubbing|accusing|denouncing|dismissing"
    r"|praising|condemning|hailing|referring to|likening|comparing|blaming)(?!\w)"
)
QUOTING = re.compile(r"[\s,]{0,3}(?:quoting|in the words of)(?!\w)", re.IGNORECASE)
# A name after one of these is not the subject: "a spokesman for Mr Norov said".
OBJECT = re.compile(
    r"(?<!\w)(?:of|for|by|from|with|to|against|about|between|and|or|than|under|behind|via|on|at|de|du|par|pour|avec|et|и|с|от"
    r"|не)\s+(?:the\s+|an?\s+)?(?:then\s+)?(?:mr|mrs|ms|dr)?\.?\s?$",
    re.IGNORECASE,
)
HONORIFIC = r"(?:(?<!\w)(?-i:Mr|Mrs|Ms|Dr|Prof|Sir|Dame|Lord|Lady|M|Mme)\.?\s)"
POSSESSIVE = re.compile(r"['’]s?(?!\w)")
# As the subject of a verb: what it says is no quotation.
DOCUMENT = re.compile(
    r"(?<!\w)(?:resolutions?|declarations?|documents?|treat(?:y|ies)|articles?|texts?|charter|constitution|memorand(?:um|a)"
    r"|agreements?|protocols?|convention|titles?|books?|reports?|letters?|laws?|bill|act|clauses?|paragraphs?|preamble"
    r"|proverbs?|saying|signs?|banners?|headlines?|labels?|slogans?|posters?|placards?|Bible|Scriptures?|lyrics"
    r"|song|poem|verses?|motto|captions?|email|memo|court papers|indictment|lawsuit|complaint|communiqu[eé]|study"
    r"|survey|rules?|guidelines)(?!\w)",
    re.IGNORECASE,
)
