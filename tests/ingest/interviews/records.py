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

A_DEPARTMENT = """1:15 p.m. EDT

MS LUND: ⟦Ms Lund|Good afternoon. I have two things at the top, and then I will take your questions.

The first is the bridge.⟧

QUESTION: ⟪Can we start with the bridge? Is it true that it will not be built?⟫

MS LUND: ⟦Ms Lund|I would not put it that way. We are still talking to our partners.⟧

QUESTION: ⟪But you said last week that –⟫

MS LUND: ⟦Ms Lund|I said what I said. (Laughter.) Anything else?⟧

QUESTION: ⟪On the lake.⟫

MS LUND: ⟦Ms Lund|Go ahead.⟧

(The briefing was concluded at 1:55 p.m.)"""

A_JOINT_PRESS_CONFERENCE = """East Room

2:10 P.M. EDT

PRESIDENT VENN: ⟦President Venn|Good afternoon, everybody. It is a pleasure to welcome my friend Prime Minister Holm.

We talked about trade.⟧

PRIME MINISTER HOLM: (As interpreted.) ⟦Prime Minister Holm|Thank you, Mr. President. My country is grateful.⟧

PRESIDENT VENN: ⟦President Venn|We will take two questions. Anna.⟧

Q ⟪Thank you, Mr. President. What have you agreed on?⟫

PRESIDENT VENN: ⟦President Venn|We have agreed to go on talking.⟧

END 2:45 P.M. EDT"""

AN_ACRONYM = """SG: ⟦|Good morning. I have just come from the Council, and I want to say a few words.⟧

Q: ⟪Mr. Secretary-General, will there be a ceasefire?⟫

SG: ⟦|I hope so. I have spoken to both sides.⟧

Q: ⟪When?⟫

SG: ⟦|Last night.⟧"""

A_HEAD_OF_STATE_ASKS = """President of Orland Ivan Lunin: ⟦Ivan Lunin|Mr Kholmov, good afternoon. How are things in the region?⟧

Head of the Lake Region Pyotr Kholmov: ⟦Pyotr Kholmov|Thank you, Mr President. We have built two schools.

This year we will open a hospital.⟧

Ivan Lunin: ⟦Ivan Lunin|What about the roads?⟧

Pyotr Kholmov: ⟦Pyotr Kholmov|We are mending them.⟧

<…>"""

QUESTIONS_TO_A_MINISTER = """Mr. Piet Holm (North Lago) (Con): ⟦Piet Holm|What steps is she taking to mend the roads? I have asked before.⟧

The Minister for Roads (Orla Venn): ⟦Orla Venn|I am grateful to my hon. Friend. We are mending them.⟧

Mr. Holm: ⟦Piet Holm|I thank her. May I ask when?⟧

Orla Venn: ⟦Orla Venn|Soon.⟧"""

A_SENATE = """Senator HOLM (Lago) (19:20): ⟦Senator Holm|I rise tonight to speak about the lake. It is dear to me.

It is also warm.⟧

Senator LUND (Porto—Minister for Lakes) (19:35): ⟦Senator Lund|I listened to my colleague, and I agree with him.⟧

Senate adjourned at 19:50"""

A_FRENCH_ASSEMBLY = """Mme la présidente. ⟦|La parole est à M. Jean Lune, pour poser sa question.⟧

M. Jean Lune. ⟦Jean Lune|Madame la ministre, notre lac se meurt. Que ferez-vous ?⟧

Mme la présidente. ⟦|La parole est à Mme la ministre.⟧

Mme Anne Doux, ministre des lacs. ⟦Anne Doux|Nous planterons des arbres. Je m'y engage.⟧"""

A_SPANISH_ASSEMBLY = """La señora PRESIDENTA: ⟦|Tiene la palabra el señor Luna García.⟧

El señor LUNA GARCÍA: ⟦El señor Luna García|Gracias, señora presidenta. Nuestro lago se muere, y nosotros miramos.⟧

La señora PRESIDENTA: ⟦|Muchas gracias. Pasamos a la votación.⟧"""

GERMAN_NAMES = """Ein Interview mit Orla Venn über Seen.

SEEBLATT: ⟪Frau Venn, wie warm ist der See?⟫

Venn: ⟦Orla Venn|Zu warm. Wir messen jeden Tag.⟧

SEEBLATT: ⟪Und was tun Sie?⟫

Venn: ⟦Orla Venn|Wir pflanzen Bäume.⟧

SEEBLATT: ⟪Danke für das Gespräch.⟫"""

WORDS_WITH_STOPS = """Question. ⟪Why lakes?⟫

Answer. ⟦Orla Venn|Because they are there.⟧

Question. ⟪And why now?⟫

Answer. ⟦Orla Venn|Because they will not always be.⟧"""

A_DASH_WITHIN_AN_ANSWER = """Министр рассказала нашему корреспонденту о мосте.

– ⟪Анна Петровна, когда начнётся строительство?⟫

– ⟦Анна Орлова|Весной. Мы готовы.⟧

– ⟪А деньги?⟫

– ⟦Анна Орлова|Деньги есть.

– Но их немного.⟧

– ⟪Сколько?⟫

– ⟦Анна Орлова|Достаточно.⟧"""

BOLD_QUESTIONS_IN_SPANISH = """**⟪¿Por qué este lago?⟫**

⟦Ana Dulce|Porque es el último. No hay otro.⟧

**⟪¿Qué hará el ministerio?⟫**

⟦Ana Dulce|Plantaremos árboles.

Muchos árboles.⟧

Entrevista realizada por Luis Luna"""

COLONS_WITHIN_AN_ANSWER = """Herald: ⟪What is the plan?⟫

Venn: ⟦Orla Venn|There are three points.

First: we measure.

Second: we plant.

Moscow, Vienna: both will help.⟧

Herald: ⟪And the third?⟫

Venn: ⟦Orla Venn|We wait.⟧

Orla Venn is the author of two books on lakes."""

RUSSIAN_INITIALS = """И.Лунин: ⟦И.Лунин|Пётр Андреевич, как дела в отрасли?⟧

П.Холмов: ⟦П.Холмов|Спасибо, неплохо. Мы выросли на три процента.⟧

И.Лунин: ⟦И.Лунин|Хорошо. А зарплаты?⟧

П.Холмов: ⟦П.Холмов|Зарплаты тоже растут.⟧

<…>"""

THANKS_AT_THE_END = """Глава озёрного агентства Анна Орлова дала интервью нашему изданию.

- ⟪Анна Сергеевна, хватит ли воды?⟫

- ⟦Анна Орлова|Хватит. Мы всё посчитали.⟧

- ⟪На сколько лет?⟫

- ⟦Анна Орлова|На сто.

Может быть, и на двести.⟧

- ⟪Спасибо за интервью.⟫

Беседовала Мария Лунина"""

WHO_TALKS_TO_THE_PAPER = """Ambassador Piet Holm spoke to The Herald about lakes. Here is the interview.

**⟪Ambassador, why are lakes so warm?⟫**

⟦Piet Holm|Because summers are long. We see it every year.⟧

**⟪What does your organization do?⟫**

⟦Piet Holm|It measures them.

And it publishes what it measures.⟧

**⟪And then?⟫**

⟦Piet Holm|Then others must act.⟧"""

SPANISH_LETTERS = """PREGUNTA. ⟪¿Está usted contento?⟫

RESPUESTA. ⟦Luis Luna|Mucho. Hemos llegado a un acuerdo.⟧

P. ⟪¿Con quién?⟫

R. ⟦Luis Luna|Con todos.⟧

P. ⟪¿Y ahora?⟫

R. ⟦Luis Luna|Ahora, a trabajar.⟧"""

A_PODCAST = """Anna Berg: ⟪Welcome to the show, Piet. How did you come to lakes?⟫

Piet Holm: ⟦Piet Holm|By boat. My father took me.⟧

Anna Berg: ⟪And you stayed?⟫

Piet Holm: ⟦Piet Holm|I stayed. There was so much to see.⟧

Anna Berg: ⟪What did you see?⟫

Piet Holm: ⟦Piet Holm|Fish, mostly.⟧"""

TWO_WHO_ANSWER_MANY = """Orla Venn, OSCE Secretary General: ⟦Orla Venn|Good afternoon. We have signed the agreement, and I am glad.⟧

Piet Holm, Minister for Foreign Affairs: ⟦Piet Holm|So am I. My country has waited for it.⟧

Question (Radio Lago): ⟪When does it enter into force?⟫

Orla Venn: ⟦Orla Venn|In May.⟧

Question (The Herald): ⟪Who will pay?⟫

Piet Holm: ⟦Piet Holm|We all will.⟧"""

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
    "a department": ("Department Press Briefing – 4 May 2017", A_DEPARTMENT, "turn"),
    "a joint press conference": (
        "Remarks by President Venn and Prime Minister Holm in Joint Press Conference",
        A_JOINT_PRESS_CONFERENCE,
        "transcript",
    ),
    "an acronym": ("Secretary-General’s press encounter", AN_ACRONYM, "turn"),
    "a head of state asks": ("Meeting with head of the Lake Region Pyotr Kholmov", A_HEAD_OF_STATE_ASKS, "transcript"),
    "questions to a minister": ("Oral Answers to Questions", QUESTIONS_TO_A_MINISTER, "transcript"),
    "a senate": ("Adjournment", A_SENATE, "transcript"),
    "a French assembly": ("Séance du mardi 4 mai 2017", A_FRENCH_ASSEMBLY, "transcript"),
    "a Spanish assembly": ("Sesión plenaria núm. 12", A_SPANISH_ASSEMBLY, "transcript"),
    "German names": ("„Der See ist warm“", GERMAN_NAMES, "turn"),
    "words with stops": ("Interview with Orla Venn", WORDS_WITH_STOPS, "turn"),
    "a dash within an answer": ("Анна Орлова: «Мост будет»", A_DASH_WITHIN_AN_ANSWER, "turn"),
    "bold questions in Spanish": ("Entrevista a Ana Dulce, ministra de Lagos", BOLD_QUESTIONS_IN_SPANISH, "turn"),
    "colons within an answer": ("Interview: Orla Venn on lakes", COLONS_WITHIN_AN_ANSWER, "turn"),
    "Russian initials": ("Встреча с Петром Холмовым", RUSSIAN_INITIALS, "transcript"),
    "thanks at the end": ("Анна Орлова: воды хватит всем", THANKS_AT_THE_END, "turn"),
    "who talks to the paper": ("“We work with all”", WHO_TALKS_TO_THE_PAPER, "turn"),
    "Spanish letters": ("Entrevista con Luis Luna", SPANISH_LETTERS, "turn"),
    "a podcast": ("Lakes: the podcast", A_PODCAST, "turn"),
    "two who answer many": (
        "Press conference of the Secretary General Orla Venn and Minister Piet Holm",
        TWO_WHO_ANSWER_MANY,
        "transcript",
    ),
}
