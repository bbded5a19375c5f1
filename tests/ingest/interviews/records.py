"""Made-up interviews, records and statements of many styles, in which what each says is marked by hand.

⟦speaker|words⟧ is a quotation, ⟪words⟫ the question of the next one; what is marked by neither is nobody's.
"""

from indexer.article import QuotationKind

UN = """President: Mr. Anton VELL (Porto Lago)

AGENDA ITEM 9

General debate (continued)

1. The PRESIDENT (interpretation from French): ⟦Anton Vell|I declare open the meeting. I call on the Lakes.

2. He will be followed by the representative of Orland.⟧

3. Mr. HOLM (Lakes): ⟦Mr. Holm|Mr. President, I thank you. My country has always believed in this Organization.

4. Who can doubt that peace is possible? We do not. It is our duty to work for it.

5. That is what my delegation wished to say.⟧

6. Mrs. LUND (Orland) (interpretation from Spanish): ⟦Mrs. Lund|My delegation will vote for it.⟧

7. The PRESIDENT (interpretation from French): ⟦Anton Vell|I thank Orland. The list of speakers is closed.⟧

The meeting rose at 1.10 p.m."""

UN_MODERN = """The meeting was called to order at 10.05 a.m.

Adoption of the agenda

The agenda was adopted.

The President: ⟦|I now give the floor to the representative of Orland.⟧

Ms. Venn (Orland): ⟦Ms. Venn|I thank the Special Envoy for her briefing. We support her work.

Let me make three points.⟧

Mr. Adeyi (Lakes) (spoke in French): ⟦Mr. Adeyi|We deplore the attack on the village.⟧

The President: ⟦|I thank the representative of the Lakes for his statement.⟧

The meeting rose at 11.45 a.m."""

OSCE = """Transcript of the panel on water and security, Vienna, 4 May 2017

Anna Berg, moderator: ⟪Welcome to all of you. Ambassador Holm, what does water have to do with security?⟫

Ambassador Piet Holm (Lakes): ⟦Piet Holm|Everything. Where a river dries up, people leave. We have seen it.⟧

Anna Berg: ⟪And what can we do about it, Ms. Venn?⟫

Orla Venn, director of the Lake Institute: ⟦Orla Venn|We can measure, and we can share what we measure.

That costs little.⟧

Anna Berg: ⟪Is that enough?⟫

Ambassador Holm: ⟦Piet Holm|It is a beginning.⟧"""

NATO = """Doorstep by the Secretary General Piet Holm at the start of the meeting

Secretary General: ⟦Piet Holm|Good morning. Ministers will meet today, and I am happy to see so many of you.⟧

Oana Lund [Spokesperson]: ⟦Oana Lund|We have time for two questions. The lady over there.⟧

Question: ⟪Secretary General, will you send ships?⟫

Secretary General: ⟦Piet Holm|We have made no decision. What I can say is that we watch the sea closely.⟧

Q: ⟪Radio Lago. And planes?⟫

Secretary General: ⟦Piet Holm|The same is true of planes.⟧"""

KREMLIN = """Начало встречи с главой Озёрной области Петром Холмовым.

В.Орлов: ⟦В.Орлов|Добрый день! Расскажите, пожалуйста, как идут дела в области.⟧

П.Холмов: ⟦П.Холмов|Спасибо. Мы построили две школы, и в этом году откроем больницу.⟧

В.Орлов: ⟦В.Орлов|Что с дорогами?⟧

П.Холмов: ⟦П.Холмов|Дороги ремонтируем. Наша программа рассчитана на пять лет.⟧"""

RUSSIAN = """Вопрос: ⟪Анна Петровна, как Вы оцениваете итоги встречи?⟫

Ответ: ⟦Анна Орлова|Мы довольны. Удалось договориться о главном.

Остальное решат эксперты.⟧

Вопрос: ⟪Когда состоится следующая встреча?⟫

Ответ: ⟦Анна Орлова|Осенью.⟧

Беседовал Иван Лунин"""

RUSSIAN_DASHES = """Корреспондент встретился с министром Анной Орловой в её кабинете.

— ⟪Анна Петровна, много ли воды утекло с тех пор?⟫

— ⟦Анна Орлова|Много. Но река та же.⟧

— ⟪Будет ли мост?⟫

— ⟦Анна Орлова|Будет. Мы начали строить его весной.

Осенью по нему пройдут первые люди.⟧"""

FRENCH = """Q. ⟪Madame la ministre, pourquoi ce lac ?⟫

R. ⟦Anne Doux|Parce qu'il est menacé. Nous avons peu de temps.⟧

Q. ⟪Que ferez-vous ?⟫

R. ⟦Anne Doux|Nous planterons des arbres.⟧

Propos recueillis par Jean Lune"""

FRENCH_MARKED = """Question : ⟪Pourquoi ce lac ?⟫

Réponse : ⟦Anne Doux|Parce qu'il est menacé.⟧

Question : ⟪Et ensuite ?⟫

Réponse : ⟦Anne Doux|Nous verrons.⟧"""

SPANISH = """Pregunta: ⟪¿Por qué este lago?⟫

Respuesta: ⟦Ana Dulce|Porque está en peligro. Tenemos poco tiempo.⟧

P: ⟪¿Qué hará usted?⟫

R: ⟦Ana Dulce|Plantaremos árboles.⟧

P: ⟪¿Y después?⟫

R: ⟦Ana Dulce|Ya veremos.⟧"""

PARLIAMENT = """Mr. Lee (North Lago): ⟦Mr. Lee|Will the minister say when the bridge is to be built? We wait.⟧

The Minister for Roads (Orla Venn): ⟦Orla Venn|The bridge will be built next year. I have seen the plans myself.⟧

Mr. Lee (North Lago): ⟦Mr. Lee|I am grateful to her. The people of North Lago will hold her to it.⟧

Mr. Speaker: ⟦|Order. We must move on.⟧"""

BRIEFING = """**MS. VENN:** ⟦Orla Venn|Good afternoon, everyone. I have one announcement.⟧

**QUESTION:** ⟪Does the Department have a view on the bridge?⟫

**MS. VENN:** ⟦Orla Venn|We do not comment on bridges.⟧

**QUESTION:** ⟪Why not?⟫

**MS. VENN:** ⟦Orla Venn|Because we have none.⟧"""

BARE = """Q Does the President have a view on the bridge?

A The President has said what he has to say.

Q Will he say more?

A He will not."""

LETTERS = """Q. ⟪How long have you been here?⟫

A. ⟦Orla Venn|Ten years.⟧

Q. ⟪And before?⟫

A. ⟦Orla Venn|I was at sea.

A long time ago.⟧"""

NOTES_WITHIN = """Lee: ⟪Why now?⟫

Orlova: ⟦Anna Orlova|For two reasons.

Note: this is my own view.

Moscow: that is where it began.⟧

Lee: ⟪And then?⟫

Orlova: ⟦Anna Orlova|We shall see.⟧"""

RECORDS: dict[str, tuple[str, str, QuotationKind]] = {
    "UN record with numbers": ("General Assembly, 5th meeting", UN, "transcript"),
    "UN record of today": ("Security Council, 800th meeting", UN_MODERN, "transcript"),
    "a panel": ("Water and security", OSCE, "transcript"),
    "a doorstep": ("Doorstep by the Secretary General Piet Holm", NATO, "transcript"),
    "a meeting in Russian": ("Встреча с Петром Холмовым", KREMLIN, "transcript"),
    "Russian parts": ("Интервью министра Анна Орлова", RUSSIAN, "turn"),
    "Russian dashes": ("Интервью с министром. Анна Орлова: мост будет", RUSSIAN_DASHES, "turn"),
    "French letters": ("Entretien avec Anne Doux", FRENCH, "turn"),
    "French words": ("Entretien avec Anne Doux", FRENCH_MARKED, "turn"),
    "Spanish": ("Entrevista con Ana Dulce", SPANISH, "turn"),
    "a parliament": ("Debates, 4 May 2017", PARLIAMENT, "transcript"),
    "a briefing": ("Briefing by Orla Venn, 4 May 2017", BRIEFING, "turn"),
    "letters with stops": ("Interview with Orla Venn", LETTERS, "turn"),
    "what is no label": ("A talk with Anna Orlova", NOTES_WITHIN, "turn"),
}
