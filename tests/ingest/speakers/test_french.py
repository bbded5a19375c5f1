"""Who says what in French texts, shape by shape; all people and events in them are invented."""

import pytest

from tests.ingest.speakers.marked import found_in, wanted_of

TEXTS = {
    "minister-of-defence": (
        "« ⟦Luc Moreau|Nous avons fait notre part du travail⟧ », a déclaré le ministre de la "
        "Défense, Luc Moreau. La séance a été levée à midi."
    ),
    "according": (
        "Selon Claire Dubois, « ⟦Claire Dubois|la situation reste fragile⟧ ». Le film « La Nuit du "
        "lac » sera projeté samedi."
    ),
    "within-the-marks": (
        "« ⟦Antoine Girard|Nous irons⟧, a déclaré M. Girard, ⟦Antoine Girard|jusqu'au bout.⟧ » "
        "Antoine Girard préside le comité depuis 2011."
    ),
    "rejoices-then-she": (
        "Marie Lefort, directrice du musée, se réjouit : « ⟦Marie Lefort|Les visiteurs sont "
        "revenus.⟧ » « ⟦Marie Lefort|C'est un soulagement⟧ », ajoute-t-elle."
    ),
    "a-spokesman": (
        "« ⟦|L'usine fermera en juin⟧ », a annoncé un porte-parole du groupe. Les salariés se "
        "disent « ⟦|trahis par la direction⟧ »."
    ),
    "to-conclude": "Et Bernard Collin de conclure : « ⟦Bernard Collin|Personne ne nous a écoutés.⟧ »",
    "asks-herself": (
        "« ⟦Nadia Belkacem|Pourquoi maintenant ?⟧ », s'interroge Nadia Belkacem. « ⟦Nadia "
        "Belkacem|Parce qu'il y a des élections⟧ », répond-elle aussitôt."
    ),
    "two-talk": (
        "— ⟦Étienne Roche|Vous partez déjà ?⟧ demanda Étienne Roche.\n\n"
        "— ⟦|Il est tard⟧, dit-elle.\n\n"
        "Le bateau « Sirène » quitta le quai."
    ),
    "was-that-then-added": (
        'Le maire de Lormont, Philippe Bastide, a estimé que la réforme était "⟦Philippe Bastide|un '
        'coup porté aux petites communes⟧". "⟦Philippe Bastide|Nous irons devant le tribunal⟧", '
        "a-t-il ajouté."
    ),
    "vaccine-and-paper": (
        "Le vaccin « Aurora V » est distribué depuis lundi. Le journal « La Gazette du fleuve » en "
        "a parlé. Le docteur Paul Ziegler dirige la campagne."
    ),
    "madame-by-surname": (
        "D'après Mme Fontaine, l'accord est « ⟦Fontaine|une occasion manquée pour le Sahel⟧ ». "
        "L'ambassadrice quittera son poste en mai."
    ),
    "resolution": (
        "Le texte de la résolution dispose que « les parties s'abstiennent de tout recours à la "
        "force ». Il a été adopté à l'unanimité."
    ),
    "former-minister": (
        "“⟦Ousmane Diarra|La paix n'a pas de prix⟧”, a rappelé Ousmane Diarra, ancien ministre, "
        "lors d'une conférence à Bamako. “⟦Ousmane Diarra|Elle a seulement un coût.⟧”"
    ),
    "for-the-president": (
        "Pour le président de la Fédération, Jean Castel, « ⟦Jean Castel|les clubs ne survivront "
        "pas⟧ ». Le président Castel demande une aide. « ⟦Jean Castel|Sans elle, tout s'arrête⟧ », "
        "prévient-il."
    ),
    "fisherman-and-neighbour": (
        '"⟦Yann Le Goff|On a vu l\'eau monter en dix minutes⟧", raconte Yann Le Goff, pêcheur. Sa '
        'voisine n\'a rien pu sauver : "⟦|Tout est perdu⟧", souffle-t-elle.'
    ),
    "association-and-president": (
        "Dans un communiqué, l'association dénonce « ⟦|un abandon pur et simple des familles⟧ ». Sa "
        "présidente, Agnès Roux, ne décolère pas. « ⟦Agnès Roux|C'est une honte⟧ », lâche Agnès "
        "Roux."
    ),
    "assured-then-according-to-her": (
        "La ministre des Transports, Élodie Vasseur, s'est rendue mardi à Brest. « ⟦Élodie "
        "Vasseur|Le chantier du port sera achevé avant l'été⟧ », a-t-elle assuré devant les "
        "ouvriers. Selon elle, « ⟦Élodie Vasseur|aucun retard n'est à craindre⟧ »."
    ),
    "and-m-to-add": (
        "Le rapport, intitulé « Les routes de demain », a été remis vendredi. « ⟦Julien "
        "Ferrand|Nous avons écouté tout le monde⟧ », explique Julien Ferrand, rapporteur de la "
        "mission. Et M. Ferrand d'ajouter : « ⟦Julien Ferrand|Maintenant, il faut décider.⟧ »"
    ),
    "within-with-commas": (
        '"⟦Amadou Keïta|Il ne faut pas⟧, a prévenu Amadou Keïta, ⟦Amadou Keïta|que la trêve soit un '
        'simple mot⟧", lors de la réunion de Dakar. Le mot "trêve" figure dix fois dans le texte.'
    ),
    "historian-and-mayor": (
        "Pour l'historienne Hélène Morvan, « ⟦Hélène Morvan|la ville a toujours vécu du fleuve⟧ ». "
        "Un avis que ne partage pas le maire : « ⟦|C'est une légende pour touristes⟧ », "
        "tranche-t-il."
    ),
    "guard-and-friend": (
        "– ⟦|Qui est là ?⟧ demanda le gardien.\n\n"
        "– ⟦Paul Lambert|Un ami⟧, répondit Paul Lambert. ⟦Paul Lambert|Ouvrez donc !⟧\n\n"
        "La porte du « Vieux Moulin » s'ouvrit."
    ),
    "head-of-state": (
        "Le président Mamadou Cissé a pris la parole en premier. « ⟦Mamadou Cissé|Notre pays "
        "n'acceptera pas cette frontière⟧ », a martelé le chef de l'Etat. « ⟦Mamadou Cissé|Elle a "
        "été tracée sans nous⟧ », a-t-il poursuivi."
    ),
    "spokesman-then-prosecutor": (
        "D'après un porte-parole de la gendarmerie, « ⟦|deux personnes ont été placées en garde à "
        "vue⟧ ». Le procureur Yves Guillou a confirmé ces chiffres. « ⟦Yves Guillou|L'enquête ne "
        "fait que commencer⟧ », a précisé M. Guillou à l'agence."
    ),
    "hid-no-anger": (
        "Interrogée par « Le Courrier du soir », Sophie Delmas n'a pas caché sa colère : « ⟦Sophie "
        "Delmas|On nous avait promis une école. On nous livre un parking.⟧ »\n\n"
        "Dans la salle, les parents ont applaudi."
    ),
    "delegate-and-management": (
        "“⟦Karim Benali|La grève continuera tant que les salaires n'auront pas bougé⟧”, martèle "
        "Karim Benali, délégué syndical. De son côté, la direction parle d'une “⟦|situation "
        "regrettable pour les voyageurs⟧”."
    ),
    "saluted": (
        "La directrice générale de l'Unesco, Irène Vallon, a salué « ⟦Irène Vallon|un geste de "
        "courage⟧ ». « ⟦Irène Vallon|D'autres pays suivront⟧ », espère-t-elle. Le manuscrit, « Le "
        "Chant des dunes », sera restauré."
    ),
    "colonel": (
        "Selon le colonel Marc Rivoire, « ⟦Marc Rivoire|les feux sont fixés, mais pas éteints⟧ ». « "
        "⟦Marc Rivoire|Il faudra rester prudents⟧ », insiste-t-il. Deux cents pompiers restent sur "
        "place."
    ),
    "within-then-taken-up": (
        "« ⟦Fatou Ndiaye|Nous n'avons pas peur⟧, lance Fatou Ndiaye. ⟦Fatou Ndiaye|Nous avons "
        "faim.⟧ » La marche des femmes est partie de la place de l'Indépendance."
    ),
    "speaks-of": (
        "Le député Henri Castaing, lui, parle d'« ⟦Henri Castaing|une loi écrite sur un coin de "
        "table⟧ ». Le gouvernement assume."
    ),
    "whispered": ("— ⟦Lucien|Tu viendras demain ?⟧ demanda Lucien.\n\n— ⟦|Peut-être⟧, murmura-t-elle."),
    "as-the-judge-recalled": (
        "Comme l'a rappelé le juge Alain Perret, \"⟦Alain Perret|la présomption d'innocence vaut "
        'pour tous⟧". Le quotidien "Le Phare" avait publié les écoutes.'
    ),
    "somebody-then-boss": (
        "« ⟦|Le matériel est arrivé en retard⟧ », reconnaît un responsable du chantier. « ⟦Denis "
        "Mallet|Nous paierons les pénalités⟧ », promet le patron de Mallet Frères, Denis Mallet."
    ),
    "promised-that": (
        'Au micro de la radio locale, Estelle Quint a promis que "⟦Estelle Quint|personne ne serait '
        'oublié⟧". "⟦Estelle Quint|Je m\'y engage⟧", a-t-elle répété.'
    ),
}


@pytest.mark.parametrize("marked", TEXTS.values(), ids=TEXTS)
def test_words_said_are_the_speakers_and_nothing_else_is(marked: str) -> None:
    assert found_in(marked, "fr") == wanted_of(marked)
