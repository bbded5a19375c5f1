"""British and American spellings of one word, brought to one form before stemming: organisation, organization."""

import re

_OUR = (
    "arbour ardour armour behaviour belabour candour clamour clangour colour demeanour enamour endeavour favour "
    "fervour flavour glamour harbour honour humour labour misdemeanour neighbour odour parlour rancour rigour rumour "
    "saviour savour splendour succour tumour valour vapour vigour"
)
_UP_TO_O = "|".join(re.findall(r"(\w+)ur", _OUR))
_OR = re.compile(f"^((?:dis|mis|multi|out|re|techni|tri|un|water)?(?:{_UP_TO_O}))u(?=r)")
_ISE = re.compile(r"(?<=\w\w\w)([iy])z(?=e|ing|ab|ation|ance)")
_RE = (
    "accout amphitheat cent epicent fib goit lacklust lust louv meag mit och reconnoit sab saltpet scept sepulch somb "
    "spect theat"
)
_METRES = "|".join(["(?:centi|deca|deci|kilo|micro|milli|nano)?(?:met|lit)", *_RE.split()])
_ER = re.compile(f"^({_METRES})er(?=s?$|piece|fold|ment|goer|glass)")
_ERED = re.compile(f"^({_METRES})er(?=ed$|ing$)")
_SHARED = re.compile(rf"(?:{_UP_TO_O})(?=r)|(?:{_METRES})(?=r)|\w{{2,4}}?[aeiou]l(?=ed|ing|er|est|or|ist|ous)")
_WHOLE = {
    "program": "programme",
    "programs": "programmes",
    "tire": "tyre",
    "tires": "tyres",
    "disk": "disc",
    "disks": "discs",
}
# Beginnings of words, American and British.
_PAIRS = (
    "acknowledgment/acknowledgement airplane/aeroplane aluminum/aluminium anemi/anaemi anesthe/anaesthe apnea/apnoea "
    "archeolog/archaeolog artifact/artefact balk/baulk caliber/calibre calisthen/callisthen cesarean/caesarean "
    "checkered/chequered chimera/chimaera clarinetist/clarinettist connexion/connection cozi/cosi cozy/cosy "
    "defense/defence diarrhea/diarrhoea donut/doughnut draftsm/draughtsm drafty/draughty dyspnea/dyspnoea "
    "edema/oedema encyclopedi/encyclopaedi enrollment/enrolment eon/aeon epaulet/epaulett esophag/oesophag "
    "esthet/aesthet estrogen/oestrogen etiolog/aetiolog fecal/faecal feces/faeces fetal/foetal fetid/foetid "
    "fetus/foetus filet/fillet fulfillment/fulfilment gage/gauge gray/grey gynecolog/gynaecolog hemato/haemato "
    "hemo/haemo hemorrh/haemorrh homeopath/homoeopath inflexion/inflection inquir/enquir installment/instalment "
    "ischemi/ischaemi jail/gaol jewelry/jewellery judgment/judgement leukemi/leukaemi licens/licenc "
    "licorice/liquorice likab/likeab maneuver/manoeuvre maneuvered/manoeuvred manoeuvri/manoeuvrei medieval/mediaeval "
    "mold/mould molt/moult mustach/moustach offense/offence omelet/omelett orthopedic/orthopaedic "
    "orthopedist/orthopaedist outmaneuver/outmanoeuvre pajama/pyjama paleo/palaeo "
    "pediatric/paediatric pedophil/paedophil pharmacopeia/pharmacopoeia plow/plough practis/practic pretense/pretence "
    "primeval/primaeval remold/remould septicemi/septicaemi sheik/sheikh siphon/syphon skeptic/sceptic "
    "skillful/skilful smolder/smoulder snowplow/snowplough sulf/sulph toxemi/toxaemi tranquili/tranquilli "
    "uremi/uraemi waggon/wagon willful/wilful woolen/woollen yoghurt/yogurt"
)
_BEGINNINGS = dict(pair.split("/") for pair in _PAIRS.split())
_BEGINNING = re.compile("|".join(sorted(_BEGINNINGS, key=len, reverse=True)))
_OG = re.compile("(?:analog|catalog|dialog|epilog|monolog|prolog|travelog)(?=s?$|ed$|ing$)")
_GRAM = re.compile("gramme(?=s?$)")
# A doubled letter at the end of a word of several syllables: travelled, but not called.
_DOUBLED = re.compile("((?:[aeiouy][^aeiouy]{1,4}|i|(?<!q)u)[aeiouy]l)l(?=ed|ing|er|est|or|ist|ous)")
_OTHERS_DOUBLED = re.compile("^((?:bia|focu|handica|kidna|worshi)[ps])[ps](?=ed|es|ing|er)")


def one_spelling(term: str) -> str:
    """Only a key for matching: citizen becomes citisen, which nobody sees."""
    term = _WHOLE.get(term, term)
    if (match := _BEGINNING.match(term)) is not None:
        term = _british(term, match.group())
    if (match := _OG.match(term)) is not None:
        term = f"{match.group()}u{'' if term[match.end() :][:1] in ('e', 'i') else 'e'}{term[match.end() :]}"
    if "er" in term:
        term = _ERED.sub(r"\1r", _ER.sub(r"\1re", term))
    if "ll" in term:
        term = _DOUBLED.sub(r"\1", term)
    if "pp" in term or "ss" in term:
        term = _OTHERS_DOUBLED.sub(r"\1", term)
    if "gramme" in term:
        term = _GRAM.sub("gram", term)
    if "z" in term:
        term = _ISE.sub(r"\1s", term)
    return _OR.sub(r"\1", term) if "our" in term else term


def _british(term: str, american: str) -> str:
    british = _BEGINNINGS[american]
    return term if term.startswith(british) else british + term[len(american) :]


def shared_beginning(stem: str) -> str:
    """What the words of this stem begin with in all spellings, but for s and z: colo, for color."""
    match = _SHARED.match(stem)
    return match.group() if match else stem


def american(stem: str) -> list[str]:
    """The beginnings of American words that have this stem by their British spelling: maneuver, of manoeuvr."""
    return [us for us, british in _BEGINNINGS.items() if stem.startswith(british) or british.startswith(stem)] + [
        us for us, british in _WHOLE.items() if british.startswith(stem)
    ]
