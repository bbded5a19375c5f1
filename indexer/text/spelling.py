"""British and American spellings of one word, brought to one form before stemming: organisation, organization."""

import re

_OUR = (
    "armour behaviour candour clamour colour endeavour favour fervour harbour honour humour labour neighbour odour "
    "rigour rumour saviour splendour valour vapour vigour"
)
_UP_TO_O = "|".join(re.findall(r"(\w+)ur", _OUR))
_OR = re.compile(rf"^({_UP_TO_O})u(?=r)")
_SHARED = re.compile(rf"(?:{_UP_TO_O})(?=r)")
_ISE = re.compile(r"(?<=\w\w\w)([iy])z(?=e|ing|able|ation)")
_WHOLE = {
    "center": "centre",
    "centers": "centres",
    "defense": "defence",
    "offense": "offence",
    "program": "programme",
    "programs": "programmes",
    "theater": "theatre",
    "theaters": "theatres",
}
# Beginnings of words, American and British.
_PAIRS = (
    "acknowledgment/acknowledgement aluminum/aluminium anemi/anaemi anesthe/anaesthe archeolog/archaeolog "
    "artifact/artefact caliber/calibre centimeter/centimetre cozy/cosy diarrhea/diarrhoea "
    "encyclopedi/encyclopaedi enrollment/enrolment esophag/oesophag estrogen/oestrogen fetal/foetal fetus/foetus "
    "fiber/fibre fulfillment/fulfilment gray/grey gynecolog/gynaecolog hemoglobin/haemoglobin hemorrh/haemorrh "
    "inquir/enquir installment/instalment jewelry/jewellery judgment/judgement kilometer/kilometre "
    "leukemi/leukaemi licens/licenc maneuver/manoeuvre manoeuvri/manoeuvrei millimeter/millimetre "
    "orthopedic/orthopaedic pediatric/paediatric plow/plough practis/practic pretense/pretence skeptic/sceptic "
    "skillful/skilful sulfur/sulphur willful/wilful"
)
_BEGINNINGS = dict(pair.split("/") for pair in _PAIRS.split())
_BEGINNING = re.compile("|".join(_BEGINNINGS))
_OG = re.compile("(?:analog|catalog|dialog)(?=s?$|ed$|ing$)")
_DOUBLED = re.compile(
    "((?:cancel|channel|counsel|dial|fuel|label|level|marshal|model|panel|quarrel|rival|signal|total|travel|tunnel)l)"
    "(?=ed|er|ing)"
)


def one_spelling(term: str) -> str:
    """Only a key for matching: citizen becomes citisen, which nobody sees."""
    term = _WHOLE.get(term, term)
    if (match := _BEGINNING.match(term)) is not None:
        term = _BEGINNINGS[match.group()] + term[match.end() :]
    if (match := _OG.match(term)) is not None:
        term = f"{match.group()}u{'' if term[match.end() :][:1] in ('e', 'i') else 'e'}{term[match.end() :]}"
    if (match := _DOUBLED.match(term)) is not None:
        term = term[: match.end() - 1] + term[match.end() :]
    if "z" in term:
        return _ISE.sub(r"\1s", term)
    return _OR.sub(r"\1", term) if "our" in term else term


def shared_beginning(stem: str) -> str:
    """What the words of this stem begin with in all spellings, but for s and z: colo, for color."""
    match = _SHARED.match(stem)
    return match.group() if match else stem


def american(stem: str) -> list[str]:
    """The beginnings of American words that have this stem by their British spelling: maneuver, of manoeuvr."""
    return [us for us, british in _BEGINNINGS.items() if stem.startswith(british) or british.startswith(stem)]
