"""What offices are called whose holders the authority files know."""

from collections.abc import Mapping

from indexer.message import N_, Message
from web.i18n.language import translate

TITLES: Mapping[str, Message] = {
    "Acting Secretary General": N_("Acting Secretary General"),
    "Agriculture Secretary": N_("Agriculture Secretary"),
    "Ambassador": N_("Ambassador"),
    "Chairman": N_("Chairman"),
    "Chairperson-in-Office": N_("Chairperson-in-Office"),
    "Chancellor": N_("Chancellor"),
    "Chief": N_("Chief"),
    "Chief of the General Staff": N_("Chief of the General Staff"),
    "Commerce Secretary": N_("Commerce Secretary"),
    "Commissioner": N_("Commissioner"),
    "Defence Minister": N_("Defence Minister"),
    "Defense Secretary": N_("Defense Secretary"),
    "Deputy Minister of Foreign Affairs": N_("Deputy Minister of Foreign Affairs"),
    "Deputy Secretary General": N_("Deputy Secretary General"),
    "Deputy Secretary-General": N_("Deputy Secretary-General"),
    "Director": N_("Director"),
    "Director General": N_("Director General"),
    "Director-General": N_("Director-General"),
    "Emperor": N_("Emperor"),
    "Executive Director": N_("Executive Director"),
    "Executive Secretary": N_("Executive Secretary"),
    "Finance Minister": N_("Finance Minister"),
    "Foreign Minister": N_("Foreign Minister"),
    "Foreign Secretary": N_("Foreign Secretary"),
    "General Secretary": N_("General Secretary"),
    "Governor": N_("Governor"),
    "Head": N_("Head"),
    "High Commissioner": N_("High Commissioner"),
    "High Representative": N_("High Representative"),
    "King": N_("King"),
    "Leader": N_("Leader"),
    "Managing Director": N_("Managing Director"),
    "Permanent Representative": N_("Permanent Representative"),
    "Pope": N_("Pope"),
    "Premier": N_("Premier"),
    "President": N_("President"),
    "Press Secretary": N_("Press Secretary"),
    "Prime Minister": N_("Prime Minister"),
    "Secretary": N_("Secretary"),
    "Secretary General": N_("Secretary General"),
    "Secretary of State": N_("Secretary of State"),
    "Secretary-General": N_("Secretary-General"),
    "Speaker": N_("Speaker of parliament"),
    "Special Representative": N_("Special Representative"),
    "Spokeswoman": N_("Spokeswoman"),
    "Trade Representative": N_("Trade Representative"),
    "Treasury Secretary": N_("Treasury Secretary"),
    "Under-Secretary-General": N_("Under-Secretary-General"),
    "Vice President": N_("Vice President"),
}


def said(title: str) -> str:
    """One that only an operator's own files have stays as it is."""
    return translate(TITLES.get(title, title))
