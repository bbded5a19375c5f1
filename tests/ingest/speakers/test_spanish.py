"""Who says what in Spanish texts, shape by shape; all people and events in them are invented."""

import pytest

from tests.ingest.speakers.marked import found_in, wanted_of

TEXTS = {
    "said-name": (
        '"⟦Carlos Pineda|No vamos a retirarnos⟧", dijo Carlos Pineda, presidente de la federación. '
        "El torneo se juega en junio."
    ),
    "according": (
        "Según Elena Cortázar, «⟦Elena Cortázar|la sequía durará todo el año⟧». El embalse «La Serena» está vacío."
    ),
    "raya-and-question": (
        "—⟦Julián Pérez|No lo haremos⟧ —dijo Julián Pérez—. ⟦Julián Pérez|Es demasiado tarde.⟧\n\n"
        "—⟦|¿Y los niños?⟧ —preguntó ella.\n\n"
        "Nadie respondió."
    ),
    "has-declared-then": (
        "La ministra de Sanidad, Beatriz Olmos, ha declarado que el plan es “⟦Beatriz Olmos|una "
        "apuesta por la salud pública⟧”. “⟦Beatriz Olmos|No habrá recortes⟧”, ha añadido."
    ),
    "sources": ("“⟦|Hay tres heridos⟧”, informaron fuentes de los bomberos. El barrio “Las Acacias” quedó sin luz."),
    "within-with-commas": (
        '"⟦Roberto Salcedo|La reforma⟧, señaló Roberto Salcedo, ⟦Roberto Salcedo|llegará al '
        'Congreso en otoño⟧". El diputado no quiso dar más detalles.'
    ),
    "explains-then-adds": (
        "«⟦Miguel Ángel Torres|Estamos muy contentos con el resultado⟧», explica Miguel Ángel "
        "Torres. «⟦Miguel Ángel Torres|Ahora toca seguir trabajando⟧», agrega."
    ),
    "was-categorical": (
        "El alcalde Fernando Ruiz fue tajante: “⟦Fernando Ruiz|Quien contamina, paga. Y aquí se ha contaminado.⟧”"
    ),
    "constitution": (
        'El artículo 14 de la Constitución dice que "los españoles son iguales ante la ley". El '
        'programa "Buenos días, Sierra" lo comentó ayer.'
    ),
    "judgement": (
        "A juicio de Teresa Vidal, la ley es “⟦Teresa Vidal|un paso atrás de veinte años⟧”. Vidal, "
        "profesora de Derecho, la estudió a fondo."
    ),
    "asks-herself-then-replies": (
        "«⟦Gabriela Núñez|¿Quién nos devolverá la casa?⟧», se pregunta Gabriela Núñez. Su marido, "
        "Óscar Prieto, responde: «⟦Óscar Prieto|Nadie, mujer, nadie⟧»."
    ),
    "secretary-general": (
        'El secretario general de la OTAN, Marek Dvorak, viajó a Madrid. "⟦Marek Dvorak|Europa debe '
        'gastar más⟧", afirmó Dvorak. "⟦Marek Dvorak|Y debe hacerlo ya⟧", insistió el secretario '
        "general."
    ),
    "within-with-dashes": (
        "“⟦Rosa Amaya|El río⟧ —recuerda Rosa Amaya— ⟦Rosa Amaya|era nuestra calle mayor⟧”. Amaya nació en 1940."
    ),
    "coach": (
        "En palabras del entrenador, “⟦|el equipo lo dio todo⟧”. El capitán, Luis Herrán, prefirió "
        "callar. El estadio “Nuevo Sur” estaba lleno."
    ),
    "called-the-measure": (
        "El canciller Ernesto Ferrer calificó la medida de «⟦Ernesto Ferrer|injusta e inaceptable "
        "para su país⟧». También anunció una protesta formal."
    ),
    "and-added": (
        '"⟦Patricia Luján|Nunca firmé ese contrato⟧", declaró Patricia Luján ante el juez, y '
        'agregó: "⟦Patricia Luján|Me enteré por la prensa⟧". La vista sigue mañana.'
    ),
    "assured-then-added": (
        'El ministro de Agricultura, Esteban Larrea, visitó ayer los campos inundados. "⟦Esteban '
        'Larrea|Ningún agricultor quedará sin ayuda⟧", aseguró. El ministro agregó que "⟦Esteban '
        'Larrea|los primeros pagos llegarán en marzo⟧".'
    ),
    "raya-taken-up": (
        "—⟦Lucía Robledo|No lo haremos sin los vecinos⟧ —dijo Lucía Robledo, alcaldesa de "
        "Villaflor—. ⟦Lucía Robledo|Ellos tienen la última palabra.⟧\n\n"
        "La obra se llama «Puente Nuevo»."
    ),
    "within-by-raya": (
        "“⟦Joaquín Mendieta|Este acuerdo⟧ —afirma Joaquín Mendieta— ⟦Joaquín Mendieta|no beneficia "
        "a nadie⟧”. El senador, autor del libro «La deuda eterna», votará en contra."
    ),
    "spokeswoman-and-company": (
        "Según Marta Iglesias, portavoz del sindicato, «⟦Marta Iglesias|la huelga ha sido un "
        "éxito⟧». La empresa, en cambio, habla de «⟦|un seguimiento muy desigual⟧»."
    ),
    "sums-up-so": (
        "La directora del hospital, Pilar Ansótegui, lo resume así: “⟦Pilar Ansótegui|Faltan camas "
        "y sobran promesas⟧”. Ansótegui recuerda que el plan “Salud Cercana” no llegó nunca a su "
        "pueblo."
    ),
    "spokesman-then-colon": (
        '"⟦|Estamos investigando todas las hipótesis⟧", indicó un portavoz de la policía. El '
        'comisario Andrés Quiroga pidió paciencia: "⟦Andrés Quiroga|En una semana sabremos más⟧".'
    ),
    "said-on-arriving": (
        "El presidente Tomás Urrutia viajó a Nueva York. “⟦Tomás Urrutia|Venimos con la mano "
        "tendida⟧”, dijo al llegar. “⟦Tomás Urrutia|Pero no firmaremos cualquier cosa⟧”, advirtió "
        "el mandatario, quien se reunirá hoy con António Guterres."
    ),
    "judge-and-lawyer": (
        "A juicio de la jueza Carmen Olmedo, “⟦Carmen Olmedo|las pruebas son insuficientes⟧”. El "
        "abogado Rafael Tovar sostuvo que la decisión “⟦Rafael Tovar|abre la puerta a la "
        "impunidad⟧”."
    ),
    "goes-on-in-the-sentence": (
        "«⟦Inés Carballo|Llevo treinta años en esta escuela⟧», cuenta Inés Carballo, «⟦Inés "
        "Carballo|y nunca vi tantas goteras⟧». El programa «Escuelas Dignas» prevé reformarla en "
        "2031."
    ),
    "was-clear-then-according-to-him": (
        "El fiscal Gonzalo Ibarra fue claro: “⟦Gonzalo Ibarra|No habrá pacto con los acusados⟧”. "
        "Según él, “⟦Gonzalo Ibarra|las víctimas merecen un juicio⟧”."
    ),
    "regrets-then-adds": (
        "«⟦Amparo Rius|Nos han dejado solos⟧», lamenta Amparo Rius, presidenta de la asociación "
        "«Ribera Viva». «⟦Amparo Rius|Nadie ha venido a vernos⟧», añade."
    ),
    "raya-old-man": (
        "—⟦Damián Solís|¿Qué hora es?⟧ —preguntó Damián Solís.\n\n—⟦|Las cuatro⟧ —contestó el viejo—. ⟦|Es tarde ya.⟧"
    ),
    "held-that-and-asked": (
        "La canciller Mónica Ayala sostuvo que la isla “⟦Mónica Ayala|nunca dejó de ser nuestra⟧” y "
        "pidió “⟦Mónica Ayala|respeto a los tratados⟧”."
    ),
    "from-the-town-hall": (
        "“⟦|El puente estaba en buen estado⟧”, aseguraron desde el ayuntamiento. La arquitecta "
        "Silvia Mendo lo niega: “⟦Silvia Mendo|Mentira, lo avisamos tres veces⟧”."
    ),
    "within-director": (
        '"⟦Hugo Barrientos|Este año⟧ —explicó el director de la orquesta, Hugo Barrientos— ⟦Hugo '
        'Barrientos|tocaremos en las plazas⟧". El concierto "Noches de agosto" abre la gira.'
    ),
    "in-agreement-with": (
        "De acuerdo con el economista Raúl Pastrana, “⟦Raúl Pastrana|la inflación bajará en "
        "otoño⟧”. El libro “Dinero y miedo”, de Pastrana, se presenta hoy."
    ),
    "said-at-the-exit": (
        "El papa recibió a los embajadores. “⟦Nicolás Arce|Salimos con esperanza⟧”, comentó a la "
        "salida Nicolás Arce, embajador de Bolivia. “⟦Nicolás Arce|El diálogo sigue abierto⟧”, "
        "subrayó."
    ),
}


@pytest.mark.parametrize("marked", TEXTS.values(), ids=TEXTS)
def test_words_said_are_the_speakers_and_nothing_else_is(marked: str) -> None:
    assert found_in(marked, "es") == wanted_of(marked)
