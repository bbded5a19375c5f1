"""How much a text argues: words of those who weigh and judge public matters, and hardly a word of what others said."""

from collections.abc import Sequence
from operator import itemgetter

from indexer.ingest.article_type.saying import SAID

_ARGUING_WORDS = (
    "but yet however why because perhaps maybe indeed rather never nothing simply merely must should ought cannot "
    "surely instead truth really unless whether nor even though not if isn't doesn't don't can't won't isn’t doesn’t "
    "don’t can’t won’t let's let’s "
    "aber doch denn wohl eben kein keine keinen wer warum wieso man müsste sollte muss müssen darf dürfen also "
    "schließlich natürlich freilich ausgerechnet immerhin endlich allerdings zwar jedoch vielleicht sondern bloß "
    "offenbar längst nicht nichts nie niemand ja gar etwa wenn ob "
    "mais pourtant car donc certes peut-être faut pourquoi jamais rien même n'est n’est c'est c’est qu'il qu’il "
    "plutôt "
    "sinon ne doit devrait faudrait alors "
    "pero sino aunque porque acaso quizá quizás debe debemos debería nunca nada tampoco embargo ni tan así nadie "
    "ninguno ninguna quienes cualquiera todavía "
    "но ведь же если почему потому должны должен нельзя конечно впрочем однако даже лишь пусть именно будто вряд "
    "бы не "
    "ни зато значит разве неужели надо нужно "
    "bet tačiau juk nors kodėl todėl gal galbūt nėra negali turi turėtų jei jeigu tik "
    "ale jednak przecież choć dlaczego może nigdy nic trzeba należy powinien powinna powinni więc jeśli nawet tylko "
    "ma però perché forse infatti dunque non mai nulla niente deve dovrebbe bisogna anzi invece "
    "maar toch waarom misschien niet niets nooit moet moeten zou dus immers "
    "men varför kanske inte aldrig måste borde bör ingen "
    "mas porém talvez não deveria"
)
_ARGUING = frozenset(_ARGUING_WORDS.split())
_PUBLIC_MATTERS = (
    "politics policy policies government minister president parliament congress senate democracy democrat "
    "dictator law laws "
    "lawmaker society societies freedom liberty liberal war wars peace capitalism media election elections vote "
    "votes voter "
    "voters party parties citizen citizens state states nation nations power powers climate economy economic "
    "ideology "
    "feminism sexism racism racist lobby censorship religion church justice court courts opposition coalition "
    "migrant "
    "immigrant refugee asylum police military socialist reform reforms republican "
    "politik regierung minister ministerin präsident parlament bundestag demokratie diktatur gesetz gesellschaft "
    "freiheit "
    "krieg kriege krieges frieden kapitalismus medien wahl wahlen partei bürger staat staaten staates staatlich "
    "macht klima "
    "wirtschaft ideologie imperialismus zensur kirche gericht flüchtling polizei konservativ "
    "gouvernement ministre président parlement démocratie loi lois société sociétés liberté guerre guerres paix "
    "médias "
    "élection parti partis citoyen état états pouvoir climat économie réforme république droits "
    "gobierno ministro presidente congreso democracia ley leyes sociedad libertad guerra guerras paz medios elección "
    "elecciones partido ciudadano estado estados poder economía derechos república patria "
    "политика правительство министр президент парламент депутат демократия закон закона законы общество свобода "
    "война войны "
    "войне войну войной мир мира миру капитал права выборы выборов партия граждане государство власть власти "
    "климат экономика "
    "идеология народ народа страна страны стране страну реформа россия запад "
    "governo legge leggi società libertà elezioni partito cittadini stato potere "
    "rząd rządu rządy prawo prawa wojna wojny wybory władza państwo społeczeństwo partia partii "
    "vyriausybė karas karo valstybė valdžia visuomenė rinkimai teisė teisės partija"
)
_stem = itemgetter(slice(6))
_PUBLIC = frozenset(map(_stem, _PUBLIC_MATTERS.split()))
_MOST_SAYING = 0.006
_FEWEST_ARGUING = 0.015
_FEWEST_PUBLIC = 0.01
_MOST_FIGURES = 0.025
# What is said by others weighs against as much as this of arguing.
_SAYING = 4


def arguing_in(words: Sequence[str]) -> float:
    """A share of words in small letters."""
    return sum(map(_ARGUING.__contains__, words)) / max(1, len(words))


def argument_in(words: Sequence[str]) -> float:
    """A share of the words of some paragraphs, in small letters; 0 where they report what others said, or how much and
    how many, or weigh no public matters."""
    several = max(1, len(words))
    saying = sum(map(SAID.__contains__, words)) / several
    if saying > _MOST_SAYING:
        return 0.0
    arguing = arguing_in(words)
    if arguing < _FEWEST_ARGUING or sum(map(str.isdigit, words)) > _MOST_FIGURES * several:
        return 0.0
    public = sum(map(_PUBLIC.__contains__, map(_stem, words))) / several
    return arguing + public - _SAYING * saying if public > _FEWEST_PUBLIC else 0.0
