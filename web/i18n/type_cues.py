"""What is said of the cues by which the type of an article was told."""

from collections.abc import Mapping, Sequence

from indexer.message import N_, Message
from web.i18n.language import gettext, translate

CUES: Mapping[str, Message] = {
    "declared": N_("type named by the file or page"),
    "heading": N_("heading above the text"),
    "title": N_("wording of the title"),
    "self-naming": N_("what the text calls itself"),
    "contact": N_("press contact"),
    "end mark": N_("end mark of a release"),
    "announcement": N_("wording of an announcement"),
    "own doings": N_("report on its own activities"),
    "legislator": N_("release of a member of parliament"),
    "quoted at length": N_("long quotations"),
    "agency": N_("news agency or newspaper"),
    "dateline": N_("dateline"),
    "reported speech": N_("reported speech"),
    "third person": N_("report in the third person"),
    "facts": N_("quotations and figures"),
    "weekday": N_("weekday without a date"),
    "market figures": N_("market figures"),
    "section": N_("section of a newspaper"),
    "address": N_("address of the page"),
    "salutation": N_("salutation"),
    "courtesies": N_("courtesies of a speaker"),
    "on behalf": N_("words on behalf of a country or delegation"),
    "forum": N_("words addressed to a meeting"),
    "states": N_("words on the community of states"),
    "first person": N_("first person"),
    "record": N_("record of a speech"),
    "stand": N_("position taken"),
    "condolences": N_("words of condolence"),
    "agreed points": N_("points agreed by several parties"),
    "operative paragraphs": N_("operative paragraphs"),
    "symbol": N_("symbol of a resolution"),
    "questions and answers": N_("questions and answers"),
    "several speakers": N_("several speakers in turn"),
    "meeting": N_("briefing or meeting"),
    "author": N_("note on the author"),
    "argument": N_("wording of an argument"),
    "questions": N_("questions to the reader"),
    "short lines": N_("many short lines"),
    "second person": N_("second person"),
}


def said(cues: Sequence[str]) -> str:
    """For example: press contact, end mark of a release. A cue of another release has no name here."""
    return gettext(", ").join(translate(CUES[each]) for each in cues if each in CUES)
