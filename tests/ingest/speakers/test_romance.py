"""Who says what in Spanish and French where the words stand within the author's own sentence, or the subject is left
out; all people and events are invented."""

import pytest

from tests.ingest.speakers.marked import found_in, wanted_of

WITHIN_A_SENTENCE = {
    "verbs-joined": (
        "es",
        (
            "Antes de salir, Bruno Tejada ha recalcado en Soria que el “silencio” es malo y pidió que la "
            "empresa libere el "
            "agua que entra “⟦Bruno Tejada|y no que la venda⟧”."
        ),
    ),
    "although": ("es", "Bruno Tejada visitó la zona, aunque reconoció que “⟦Bruno Tejada|ya era tarde⟧”."),
    "joined-of-an-office": (
        "es",
        "El ministro Bruno Tejada viajó ayer. El ministro propone una mesa y recalcó que es “⟦Bruno Tejada|un error⟧”.",
    ),
    "que-behind-an-aside": (
        "es",
        "Bruno Tejada destacó, antes del inicio, que la cita reúne “⟦Bruno Tejada|a más pueblos que nunca⟧”.",
    ),
    "two-in-one-clause": (
        "es",
        (
            "Bruno Tejada admitió también que es “⟦Bruno Tejada|algo menos optimista⟧” sobre el acuerdo por “⟦Bruno "
            "Tejada|la falta de ganas⟧”."
        ),
    ),
    "the-end-tells": (
        "es",
        (
            "Bruno Tejada llegó. El objetivo es “⟦Bruno Tejada|salvar el río⟧”, y después “⟦Bruno "
            "Tejada|volver a casa⟧”, "
            "señaló."
        ),
    ),
    "the-end-tells-by-name": (
        "fr",
        "Et ce, « ⟦Luc Moreau|malgré la pluie⟧ » et surtout « ⟦Luc Moreau|malgré le vent⟧ », explique Luc Moreau.",
    ),
    "called-by-whom-is-left-out": (
        "es",
        "Bruno Tejada bajó al valle. Vio un fuego que ha definido como “⟦Bruno Tejada|uno de los más rápidos⟧”.",
    ),
    "calls-a-text": ("es", "Bruno Tejada calificó la ley de “⟦Bruno Tejada|un error muy caro⟧”."),
    "who": (
        "es",
        (
            "Preguntaron al alcalde, Bruno Tejada, para saber más, quien dijo que “⟦Bruno Tejada|falta agua⟧”. Sin "
            "embargo, señaló que “⟦Bruno Tejada|no hay prisa⟧”."
        ),
    ),
    "who-is-an-object": ("es", "Escribió a Ana Gil, vecina de Soria, quien dijo que “⟦Ana Gil|no hay remedio⟧”."),
    "he-who-wishes": (
        "fr",
        "Luc Moreau, qui verra le maire Paul Verdier, affirme qu'il souhaite « ⟦Luc Moreau|tourner la page⟧ ».",
    ),
    "as-told": ("es", "El agua, según contó Ana Gil, “⟦Ana Gil|no volverá a subir⟧”."),
    "and-another": ("es", "Llegó el agua y Bruno Tejada aseguró que “⟦Bruno Tejada|no hará falta más⟧”."),
}
BEHIND = {
    "so": ("es", "“⟦Bruno Tejada|Estamos muy mal⟧”. Así ha resumido el consejero, Bruno Tejada, lo ocurrido."),
    "with-these-words": ("es", "“⟦Bruno Tejada|Es un horror⟧”. Con esas palabras describió Bruno Tejada el incendio."),
    "whatever-verb": ("es", "«⟦Ana Gil|No vamos a volver nunca⟧», garabateó Ana Gil en la pared."),
    "whatever-verb-in-french": ("fr", "« ⟦Élise Roy|Nous ne reviendrons plus ici⟧ », griffonne Élise Roy."),
    "colon-above": (
        "fr",
        "Pour Élise Roy, le plus dur reste à faire :\n\n« ⟦Élise Roy|La date doit rester lisible.⟧ »",
    ),
    "to-add": (
        "fr",
        (
            "Luc Moreau est venu. « ⟦Luc Moreau|Je pars demain⟧ », a-t-il dit. Et d'ajouter qu'après tout, « ⟦Luc "
            "Moreau|rien ne presse⟧ »."
        ),
    ),
    "first-line-of-a-dialogue": (
        "es",
        "Ana Gil sacó su vieja caja.\n\n—⟦Ana Gil|¿A dónde va usted?⟧ —le preguntó.\n\n—Al museo.",
    ),
    "adds": (
        "es",
        "«⟦Ana Gil|No quedó ni una hoja⟧», contó Ana Gil, de Soria. «⟦Ana Gil|Nunca lo vi así⟧», añadió la vecina.",
    ),
    "between-rayas": (
        "es",
        "—⟦Ana Gil|Es gratis⟧ —respondió Ana Gil, y le dio un billete. Luego calló—. ⟦Ana Gil|Guárdelo.⟧",
    ),
}
CALLED_OTHERWISE = {
    "set-off-from-the-office": (
        "es",
        (
            "“⟦Domingo Ramos Calvo|Ha sido un desastre⟧”, resume el alcalde de Lubia, Domingo Ramos Calvo. La "
            "teniente de "
            "alcalde, Ana Gil, calló. “⟦Domingo Ramos Calvo|No sabemos más⟧”, dijo el alcalde."
        ),
    ),
    "both-surnames": (
        "es",
        (
            "Habló el consejero de Sanidad, Antonio Salas Cabello. Luego calló el consejero, Antonio Salas. “⟦Antonio "
            "Salas Cabello|Hay que seguir así⟧”, insistió el consejero."
        ),
    ),
    "set-off-and-speaking": (
        "fr",
        (
            "L'ancienne cheville ouvrière du club, Oriane Sémelin, a rappelé que la dette est « ⟦Oriane Sémelin|trop "
            "lourde⟧ »."
        ),
    ),
    "by-where-he-is-from": (
        "es",
        (
            "Bruno Tejada lamentó la caída. El de Soria calificó la etapa de “⟦Bruno Tejada|una carnicería⟧”. “⟦Bruno "
            "Tejada|Ha sido duro⟧”, dijo el gallego."
        ),
    ),
    "a-man-and-no-woman": ("es", "Ana Gil saludó a Bruno Tejada. “⟦Bruno Tejada|Ha sido duro⟧”, dijo el gallego."),
    "only-those-named-before": (
        "es",
        (
            "El presidente de la Junta, Bruno Tejada, llegó. “⟦Bruno Tejada|Es raro⟧”, dijo el presidente "
            "andaluz. Después "
            "llamó el presidente del Gobierno, Luis Prado."
        ),
    ),
    "another-than-who-adds": (
        "es",
        "“⟦Ana Gil|Ya era tarde⟧”, dijo Ana Gil. Luis Prado calló. “⟦|Nunca lo vi así⟧”, añadió el alcalde.",
    ),
    "not-of-whom-he-is": (
        "fr",
        "Le colistier de Paul Verdier, Luc Moreau, est venu. « ⟦Luc Moreau|J'avais un ange à mes côtés⟧ », a-t-il dit.",
    ),
}
NOT_TOLD = {
    "this-ministry": ("es", "Ana Gil llegó ayer. “⟦|Hay ya treinta muertos⟧”, informó este ministerio."),
    "which-of-two": ("es", "Ana Gil dijo que Luis Prado mintió y prometió que “⟦|todo se arreglaría⟧”."),
    "a-text-says": ("es", "Bruno Tejada dijo que la ley afirma que “todos son iguales ante ella”."),
    "unnamed-then-he": (
        "es",
        "Ana Gil ganó ayer. “⟦|Ataqué por el frío⟧”, bromeó el segundo. “⟦|Luego paré⟧”, explicó después.",
    ),
    "another-town": (
        "es",
        "El alcalde de Soria, Bruno Tejada, calló. “⟦|Ha sido un desastre⟧”, resume el alcalde de Lubia.",
    ),
    "who-received-him": ("fr", "Le maire a reçu Luc Moreau. « ⟦|C'est fini pour nous⟧ », a-t-il dit."),
    "called-so": ("fr", "Luc Moreau a précisé que le terrain, dit « le pré aux oies », resterait vert."),
    "no-verb": ("fr", "« Les gens de la mer », comme Paul Verdier, sont tristes. Le maire Paul Verdier est venu."),
    "list-of-fields": (
        "es",
        "El ministro de Trabajo, Economía Social y Deporte calló. “⟦|Es falso⟧”, dijo la ministra.",
    ),
}


@pytest.mark.parametrize(("language", "marked"), WITHIN_A_SENTENCE.values(), ids=WITHIN_A_SENTENCE)
def test_a_fragment_is_of_the_subject_of_its_sentence(language: str, marked: str) -> None:
    assert found_in(marked, language) == wanted_of(marked)


@pytest.mark.parametrize(("language", "marked"), BEHIND.values(), ids=BEHIND)
def test_what_stands_around_the_words_tells(language: str, marked: str) -> None:
    found = [each for each in found_in(marked, language) if each[2]]
    assert found == wanted_of(marked)


@pytest.mark.parametrize(("language", "marked"), CALLED_OTHERWISE.values(), ids=CALLED_OTHERWISE)
def test_who_is_called_otherwise_is_known_by_what_was_said_before(language: str, marked: str) -> None:
    assert found_in(marked, language) == wanted_of(marked)


@pytest.mark.parametrize(("language", "marked"), NOT_TOLD.values(), ids=NOT_TOLD)
def test_nobody_is_named_where_it_is_not_plain_who_speaks(language: str, marked: str) -> None:
    assert [each for each in found_in(marked, language) if each[2]] == []
