"""Cues of transcripts: who takes the floor at a meeting, and what records of one say of themselves."""

import re
from typing import Final

from indexer.ingest.article_type.cue import Cue, cue, phrases
from indexer.ingest.article_type.reading import TEXT, Reading
from indexer.ingest.interviews.interviewee import says_interview

_FEWEST_SPEAKERS = 2
_MEETING = re.compile(
    r"\b(?:transcript|verbatim|briefing|gaggle|(?:press|news) conference|press call|background call"
    r"|press availability|media availability|(?:press|media) stakeout|town hall|hearing|press encounter"
    r"|remarks|minutes|стенограмма|брифинг|пресс-конференци\w|conférence de presse|rueda de prensa"
    r"|conferencia de prensa|pressekonferenz)\b",
    re.IGNORECASE,
)
_LABELS = re.compile(
    r"^\W{0,3}(?:Q\.? {1,4}[A-Z\"“]|MODERATOR:|SPOKES\w+:|(?:THE|MRS?|MS|DR|SENATOR|SECRETARY"
    r"|(?:PRIME )?MINISTER|PRESIDENT|CHANCELLOR|AMBASSADOR|GENERAL)[. ]{1,2}[A-Z][^:\n]{0,60}:)",
    re.MULTILINE,
)
_FEWEST_LABELS = 2
# "The PRESIDENT:", "Mr. OROZ (Norland):", as records of meetings print those who take the floor.
_TAKES_FLOOR = re.compile(
    r"^\W{0,3}(?:(?:The|Le|La|El|Der|Die) (?:(?:Acting|Vice|Deputy)[- ]?)?(?:(?:P(?:RESIDENT|resident)|C(?:HAIR|hair)"
    r"|S(?:PEAKER|peaker)|M(?:ODERATOR|oderator)|PRÉSIDENT|PRESIDENTE|PRÄSIDENT|VORSITZENDE)\w{0,8})"
    r"|(?:Mr|Mrs|Ms|Miss|Sir|Dr|Mme|M|Sra|Sr|Herr|Frau|Г-н|Г-жа"
    r"|Hon)\.? (?:[\w'’-]{1,20} ){0,2}[A-ZÀ-ÞА-ЯЁ][\w'’-]{2,20}"
    r"(?: [A-ZÀ-ÞА-ЯЁ][\w'’-]{1,20}){0,2}"
    r"|(?:THE|MR|MRS|MS|DR|SENATOR|SEN|REP|SECRETARY|MINISTER|PRESIDENT|JUSTICE|CHAIRMAN|CHAIRWOMAN|AMBASSADOR)\.?"
    r" [A-Z][A-Z'’-]{2,20}(?: [A-Z'’-]{2,20}){0,3}|OPERATOR|Operator|Председатель|ПРЕДСЕДАТЕЛЬ)"
    r"(?: \([^()\n]{2,60}\)){0,2} ?:",
    re.MULTILINE,
)
_FLOOR_WORDS = (
    "president chair chairman chairperson speaker moderator président presidente präsident vorsitzender "
    "vorsitzende mr mrs ms miss "
    "sir dr mme m sra sr herr frau г-н г-жа председатель hon senator secretary justice operator"
)
_GIVES_FLOOR = (
    "i give the floor to|i now give the floor|give the floor to|i call on the representative|i now call on the"
    "|on my list of speakers|i declare open the|was called to order|the meeting rose at|next speaker"
    "|je donne la parole|la parole est à|la séance est ouverte|tiene la palabra|doy la palabra|se abre la sesión"
    "|ich erteile das wort|das wort hat|die sitzung ist eröffnet|слово предоставляется|предоставляю слово"
    "|слово имеет|объявляю заседание открытым|заседание открыто"
)
_TRANSCRIPT = (
    r"\b(?:near-verbatim|verbatim|edited|unedited|full|rush|unofficial|partial|complete|following is (?:an?"
    r"|the)) ?transcript\b"
    r"|^\W{0,3}transcript (?:of|from|follows)\b|\bverbatim record\b|\b(?:provisional|summary) record of the\b"
    r"|\bстенограмма\b"
    r"|^\W{0,3}(?:mitschrift|wortlaut|abschrift) (?:der|des|von)\b"
    r"|\btranscription (?:de|intégrale)\b|\btranscripción de\b|\bwortprotokoll\b|\bwortlaut der pressekonferenz\b"
)
_BRIEFING_TITLE = (
    r"(?:\A\W{0,3}|: )(?:daily |regular |noon |weekly |joint |transcript of |readout of )?(?:press|media|news"
    r"|background|noon|department) "
    r"(?:briefing|conference|call|gaggle|availability|encounter|stakeout)\b|\A\W{0,3}(?:брифинг|пресс-конференция)\b"
    r"|\A\W{0,3}(?:conférence|point) de presse\b|\A\W{0,3}(?:rueda|conferencia) de prensa\b"
    r"|\A\W{0,3}pressekonferenz\b"
)
_CALLS = (
    "will come to order|earnings conference call|earnings call|turn the call over|turn the conference over|hand "
    "the call over"
    "|question-and-answer session|listen-only mode|conference is being recorded|call is being recorded"
    "|first question comes from|first question is from|next question comes from"
)
_HEARD = (
    r"[(\[](?:inaudible|crosstalk|cross[- ]talk|off[- ]mike|off mic|неразборчиво|inaudibile|inaudible question"
    r"|voice[- ]?over|indistinct|unintelligible|unverständlich"
    r"|on camera|commercial break|(?:begin|end) (?:video|audio)\w{0,4}(?: clip)?)[^)\]\n]{0,30}[)\]]|^>> "
)
_HEARD_WORDS = (
    "inaudible crosstalk cross-talk talk cross mike mic неразборчиво inaudibile voiceover voice-over indistinct "
    "unintelligible unverständlich >> camera commercial video audio"
)
_TRANSCRIPT_WORDS = (
    "transcript verbatim provisional summary стенограмма transcription transcripción wortprotokoll pressekonferenz "
    "mitschrift wortlaut abschrift"
)
_BRIEFING_WORDS = (
    "briefing conference call gaggle availability encounter stakeout брифинг пресс-конференция presse prensa "
    "pressekonferenz"
)
_BRIEFED = re.compile(_BRIEFING_TITLE)
_SPEAKS_OR_ASKS = re.compile(
    r"^\W{0,3}(?:[A-ZÀ-ÞА-ЯЁ.’'-]{2,20}(?: [A-ZÀ-ÞА-ЯЁ.’'-]{2,20}){0,4}|Q|Question|Journalist|Reporter|Frage|Pregunta"
    r"|Вопрос|Domanda):",
    re.MULTILINE,
)
_HEADING = 300
_TIMED = re.compile(r"^\W{0,3}\d{1,2}:\d{2}(?::\d{2})?\W{0,3} ?[^\W\d_]", re.MULTILINE)
_FEWEST_TIMED = 4


def _several_speak(reading: Reading) -> bool:
    return len({each.speaker for each in reading.turns if each.speaker}) >= 2


def _is_of_meeting(reading: Reading) -> bool:
    """Its title, or a line at its head, says so, and somebody speaks in turns."""
    if len(reading.turns) < 2 or says_interview(reading.title, ""):
        return False
    return bool(_MEETING.search(reading.title) or _MEETING.search(reading.top[:_HEADING]))


def _speak_by_office(reading: Reading) -> bool:
    return bool(reading.turns) and len(_LABELS.findall(reading.head)) >= _FEWEST_LABELS


def _is_timed(reading: Reading) -> bool:
    """Line after line begins with the time at which it was said."""
    return len(_TIMED.findall(reading.head)) >= _FEWEST_TIMED


def _take_the_floor(reading: Reading) -> bool:
    """Two or more, as records of meetings name them: who speaks alone is named once."""
    return len({*_TAKES_FLOOR.findall(reading.head)}) >= _FEWEST_SPEAKERS


def _speaks_to_the_press(reading: Reading) -> bool:
    """A conference is named in the title and somebody speaks under his office, or is asked: a part of one."""
    named = _BRIEFED.search(reading.lowered("title"))
    return named is not None and _SPEAKS_OR_ASKS.search(reading.head) is not None


CUES: Final[tuple[Cue, ...]] = (
    cue(
        "heading",
        {"transcript": 4},
        "top",
        r"^\W{0,3}(?:official |full |rush )?transcript(?:ion)?s?\b.{0,40}$",
        "transcript transcription",
    ),
    cue("self-naming", {"transcript": 6, "speech": -2}, "top", _TRANSCRIPT, _TRANSCRIPT_WORDS),
    cue("title", {"transcript": 3.5}, "title", _BRIEFING_TITLE, _BRIEFING_WORDS),
    phrases("meeting", {"transcript": 7, "speech": -4, "news": -1}, _CALLS),
    Cue("record", {"transcript": 7, "speech": -2, "news": -1}, _is_timed, frozenset({TEXT}), costly=True),
    cue("record", {"transcript": 3, "news": -1, "opinion": -2}, "opening", _HEARD, _HEARD_WORDS),
    Cue("several speakers", {"transcript": 0.5}, _several_speak),
    Cue("several speakers", {"transcript": 6}, _speak_by_office),
    Cue("meeting", {"transcript": 6}, _is_of_meeting),
    Cue("meeting", {"transcript": 6, "interview": -1}, _speaks_to_the_press, frozenset(_BRIEFING_WORDS.split())),
    Cue("several speakers", {"transcript": 12, "speech": -6}, _take_the_floor, frozenset(_FLOOR_WORDS.split())),
    phrases("meeting", {"transcript": 7, "speech": -4, "news": -1}, _GIVES_FLOOR),
)
