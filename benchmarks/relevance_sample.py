"""Known items in the sample archive: what a reader types who knows that an article is there, and which one it is."""

from functools import lru_cache
from pathlib import Path

from benchmarks.relevance_collections import Collection, Document
from indexer.authority import load
from indexer.ingest.corpus import walk
from indexer.ingest.read import read_file

_CORPUS = Path(__file__).parent.parent / "corpus"
_LARGEST = 50  # megabytes of a file
_SOUGHT = {
    "refugees memorandum UNHCR": "CSTO Secretariat and UNHCR sign a memorandum on refugees and migration",
    "OSCE Secretary General visits": "OSCE Secretary General visits the CSTO Secretariat for the first time",
    "Voronkov memorandum": "Memorandum with the UN Office of Counter-Terrorism signed",
    "Eurasian Group money laundering": (
        "International anti-terrorist meeting held in Moscow under the aegis of the CSTO Secretariat"
    ),
    "Combat Brotherhood": "A UN military adviser watches the exercise “Combat Brotherhood-2018”",
    "military committee videoconference": "Military Committee holds its 23rd meeting by video link",
    "ОДКБ martial arts seminars": "XXI seminar on combined martial arts ends near Moscow",
    "retreats Greentree": "CSTO delegation at the UN Secretary-General's retreat with regional organisations",
    "high-level conference New York": "Secretariat attends the high-level counter-terrorism conference in New York",
    "Executive Directorate partners": (
        "Counter-Terrorism Executive Directorate becomes a partner of the CSTO Secretariat"
    ),
    "IOM protocol": "Protocol of cooperation with the International Organization for Migration",
    "Filatov interview": "The UN and the CSTO: a digest of an interview with Valery Semerikov",
    "monitoring group Taliban": "UN monitoring group joins CSTO experts for talks on Afghanistan",
    "drugs operation Canal": "Anti-drug operation “Canal Cordon”: the Bishkek stage with UNODC observers",
    "observer status": "Resolution 59/50: observer status for the CSTO in the General Assembly (summary)",
    "resolution 64/256 summary": "A/RES/64/256: cooperation between the United Nations and the CSTO (summary)",
    "renewed cooperation call": (
        "Resolution 65/122 renews the Assembly's call for cooperation with the CSTO (summary)"
    ),
    "resolution 67/6": "Resolution 67/6 on cooperation with the CSTO (summary)",
    "resolution 69/12": "Resolution 69/12 (summary)",
    "latest resolution": "A/RES/71/12: what the latest resolution adds (summary)",
    "CIS culture education health": "The CIS in the resolutions of the UN General Assembly of November 2016",
    "what the OSCE offered": "Greminger in Moscow: what the OSCE offered the CSTO",
    "meetings of Zannier": "Three meetings in one year: the heads of the OSCE and the CSTO in 2017",
    "border college": "Two schools that both organisations value",
    "SCO delegation conference": "SCO Secretariat attends the Moscow conference on terrorism",
    "Jehangir Khan": "SCO Deputy Secretary-General meets the director of the UN Office of Counter-Terrorism",
    "Alimov": "Statement of SCO Secretary General Rashid Alimov at the UN General Assembly: a summary",
    "Novikov conference": "CIS Anti-Terrorism Centre represented at the Moscow conference",
    "декларации секретариатов": "Совместная декларация секретариатов ООН и ОДКБ",
    "mémorandum réfugiés": "Un mémorandum entre l'OTSC et le HCR",
    "Khachaturov address": "Digest of Yuri Khachaturov's address to the CSTO Permanent Council",
    "armed attack": "15 May 1992: the Collective Security Treaty",
    "charter registered": "A charter and its registration, 2002 to 2003",
    "joint declaration": "Reading the joint declaration of 2010",
    "agreements with UN bodies": "Chronology: agreements of the CSTO Secretariat with UN bodies",
    "offices held": "Who held which office: a help for readers",
    "letters between New York and Moscow": "Letters between New York and Moscow, 2016 and 2017",
    "peacekeeping roadmap": "What the peacekeeping roadmap of 2017 to 2020 is about",
    "visiting Tajikistan Armenia": "CSTO experts join Counter-Terrorism Committee visits to Tajikistan and Armenia",
    "narcotics Vienna": "Narcotics in 2018: Vienna, Almaty, Bishkek",
    "preventive diplomacy": "Preventive diplomacy in Central Asia: the regional centre and the CSTO",
}


@lru_cache(maxsize=1)
def sample() -> Collection:
    authority = load()
    readings = [read_file(_CORPUS, entry.path, "", authority) for entry in walk(_CORPUS, _LARGEST)]
    articles = [each.article for reading in readings for each in reading.articles]
    documents = tuple(Document(each.id, each.title, each.text, each.date.value) for each in articles)
    ids = {each.title: each.id for each in articles}
    names = [f"known items {number}" for number in range(1, len(_SOUGHT) + 1)]
    judgments = {name: {ids[title]: 1} for name, title in zip(names, _SOUGHT.values(), strict=True)}
    return Collection("corpus", documents, dict(zip(names, _SOUGHT, strict=True)), judgments, typed=True)
