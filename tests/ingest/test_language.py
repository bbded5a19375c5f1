"""The language of an article."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.ingest.language import language_of

SENTENCES = {
    "en": "The heads of delegation discussed how the agencies may exchange experience in training officers.",
    "ru": "Главы делегаций обсудили, как ведомства могут обмениваться опытом в подготовке сотрудников.",
    "fr": "Les chefs de délégation ont examiné comment les services pourraient échanger leurs expériences.",
    "es": "Los jefes de delegación examinaron cómo los servicios podrían intercambiar sus experiencias este año.",
    "de": "Die Leiter der Delegationen berieten darüber, wie die Behörden ihre Erfahrungen austauschen können.",
    "ar": "ناقش رؤساء الوفود كيف يمكن للوكالات أن تتبادل الخبرات في تدريب الضباط خلال هذا العام",
    "zh": "各代表团团长讨论了各机构如何在培训人员方面交流经验，并同意在年底之前再次举行会议。",
    "uk": "Глави делегацій обговорили, як відомства можуть обмінюватися досвідом у підготовці співробітників.",
    "be": "Кіраўнікі дэлегацый абмеркавалі, як ведамствы могуць абменьвацца вопытам у падрыхтоўцы супрацоўнікаў.",
}

# What a press service might write, in the languages of members and partners.
TEXTS = {
    "az": "Nazirlər sərhəd bölgəsində vəziyyəti müzakirə etdilər. Onlar bildirdilər ki, bu görüş hər iki ölkə üçün vacibdir"
    " və gələn il yenidən keçiriləcək. Müşavirə ilə bağlı birgə bəyanat qəbul olundu.",
    "bg": "Министрите обсъдиха положението на границата. Те заявиха, че срещата е важна за двете страни и ще се проведе"
    " отново през следващата година. Приета беше съвместна декларация, която не бъде оспорена от никого.",
    "bs": "Ministri su razgovarali o položaju na granici. Rekli su da je sastanak važan za obje zemlje i da će se vijeće"
    " općina sastati sljedeće sedmice. Niko nije bio protiv prijedloga, a saradnja se nastavlja u augustu.",
    "ca": "Els ministres van parlar de la situació a la frontera. Van dir que la reunió és important per als dos països"
    " i que es farà una altra vegada l'any vinent. Es va aprovar una declaració conjunta amb les conclusions.",
    "cs": "Ministři jednali o situaci na hranici. Uvedli, že schůzka je důležitá pro obě země a že se bude konat znovu"
    " v příštím roce. Bylo přijato společné prohlášení, které nikdo nezpochybnil.",
    "da": "Ministrene drøftede situationen ved grænsen. De sagde, at mødet er vigtigt for begge lande, og at det vil blive"
    " afholdt igen næste år. En fælles erklæring blev vedtaget efter lange drøftelser uden nogen indvendinger.",
    "el": "Οι υπουργοί συζήτησαν την κατάσταση στα σύνορα και ενέκριναν κοινή δήλωση για τη συνεργασία των δύο χωρών.",
    "et": "Ministrid arutasid olukorda piiril. Nad ütlesid, et kohtumine on mõlemale riigile tähtis ja see peetakse uuesti"
    " järgmisel aastal. Ühisavaldus võeti vastu ja keegi ei olnud selle vastu.",
    "fa": "وزیران درباره وضعیت مرز گفتگو کردند. آنان گفتند که این دیدار برای هر دو کشور مهم است و سال آینده نیز برگزار"
    " می‌شود. بیانیه مشترک نیز به تصویب رسید.",
    "fi": "Ministerit keskustelivat tilanteesta rajalla. He sanoivat, että tapaaminen on tärkeä molemmille maille ja se"
    " pidetään uudelleen ensi vuonna. Yhteinen julkilausuma hyväksyttiin, eikä kukaan vastustanut sitä.",
    "he": "השרים דנו במצב בגבול ואמרו כי הפגישה חשובה לשתי המדינות. הם אישרו גם הצהרה משותפת על שיתוף הפעולה של שני"
    " הצדדים, ולא הייתה כל התנגדות או הסתייגות עם תום הדיון.",
    "hi": "मंत्रियों ने सीमा की स्थिति पर चर्चा की। उन्होंने कहा कि यह बैठक दोनों देशों के लिए महत्वपूर्ण है और अगले साल"
    " फिर से होगी। एक संयुक्त घोषणा को भी स्वीकार किया गया।",
    "hr": "Ministri su razgovarali o položaju na granici. Rekli su da je sastanak važan za obje zemlje te da će se ponovno"
    " održati u Europi sljedeće godine. Nitko nije bio protiv prijedloga o suradnji, a zajamčena je i financijska potpora.",
    "hu": "A miniszterek megvitatták a helyzetet a határon. Azt mondták, hogy a találkozó mindkét ország számára fontos, és"
    " jövőre is megtartják. Az együttes nyilatkozatot egy nap alatt elfogadták.",
    "hy": "Նախարարները քննարկեցին իրավիճակը սահմանին և ընդունեցին համատեղ հայտարարություն երկու երկրների մասին։",
    "id": "Para menteri membahas keadaan di perbatasan. Mereka mengatakan bahwa pertemuan itu penting untuk kedua negara"
    " karena kerja sama harus dilanjutkan pada tahun depan. Pernyataan bersama itu tidak ditolak oleh anggota mana pun.",
    "it": "I ministri hanno discusso della situazione al confine. Hanno detto che la riunione è importante per i due paesi"
    " e che si terrà di nuovo il prossimo anno. È stata approvata una dichiarazione comune.",
    "ja": "大臣たちは国境の情勢について話し合い、来年も会合を開くことで合意した。共同声明も採択された。",
    "ka": "მინისტრებმა განიხილეს ვითარება საზღვარზე და მიიღეს ერთობლივი განცხადება ორი ქვეყნის შესახებ.",
    "kk": "Министрлер шекарадағы жағдайды талқылады. Олар бұл кездесу екі ел үшін маңызды және келесі жылы қайта"
    " өткізіледі деп мәлімдеді. Ынтымақтастық туралы бірлескен мәлімдеме қабылданды.",
    "ko": "장관들은 국경 상황을 논의하고 내년에 다시 회의를 열기로 합의했다. 공동 성명도 채택되었다.",
    "ky": "Министрлер чек арадагы абалды талкуулашты. Алар бул жолугушуу эки өлкө үчүн маанилүү жана кийинки жылы кайра"
    " өткөрүлөт деп билдиришти. Кызматташтык боюнча биргелешкен билдирүү кабыл алынды.",
    "lt": "Ministrai aptarė padėtį pasienyje. Jie sakė, kad susitikimas yra svarbus abiem šalims ir kad jis vėl vyks kitais"
    " metais. Bendras pareiškimas buvo priimtas ir niekas jo neginčijo.",
    "lv": "Ministri apsprieda stāvokli uz robežas. Viņi teica, ka tikšanās ir svarīga abām valstīm un ka tā notiks no jauna"
    " nākamajā gadā. Tika pieņemts kopīgs paziņojums par sadarbību.",
    "mk": "Министрите разговараа за состојбата на границата. Тие рекоа дека средбата е важна за двете земји и дека ќе се"
    " одржи повторно во следната година. Беше донесена заедничка изјава за соработката.",
    "mn": "Сайд нар хилийн байдлыг хэлэлцэв. Тэд энэ уулзалт хоёр улсад чухал бөгөөд ирэх жил дахин болох юм гэж мэдэгдэв."
    " Хамтын ажиллагааны тухай мэдэгдэл нь мөн батлагдсан байна.",
    "ms": "Para menteri membincangkan keadaan di sempadan. Mereka berkata bahawa mesyuarat itu penting kepada kedua-dua"
    " negara kerana kerjasama hendaklah diteruskan pada tahun depan. Kenyataan bersama itu diterima oleh semua ahli kerajaan.",
    "nl": "De ministers bespraken de toestand aan de grens. Zij zeiden dat de bijeenkomst belangrijk is voor beide landen"
    " en dat die volgend jaar opnieuw wordt gehouden. Een gezamenlijke verklaring werd aangenomen.",
    "no": "Ministrene drøftet situasjonen ved grensen. De sa at møtet er viktig for begge land, og at det skal holdes igjen"
    " neste år. En felles erklæring ble vedtatt etter lange samtaler uten noen innvendinger.",
    "pl": "Ministrowie omówili sytuację na granicy. Powiedzieli, że spotkanie jest ważne dla obu krajów i że odbędzie się"
    " ponownie w przyszłym roku. Przyjęto wspólne oświadczenie, którego nikt nie kwestionował.",
    "ps": "وزیرانو د پولې پر وضعیت خبرې وکړې. هغوی وویل چې دا ناسته د دواړو هېوادونو له پاره مهمه ده او راتلونکی کال به بیا"
    " جوړه شي. په پای کې ګډه اعلامیه هم خپره شوه.",
    "pt": "Os ministros discutiram a situação na fronteira. Disseram que a reunião é importante para os dois países e que"
    " não será a última. Foi aprovada uma declaração conjunta sobre a cooperação.",
    "ro": "Miniștrii au discutat situația de la frontieră. Ei au spus că întâlnirea este importantă pentru ambele țări și"
    " că va avea loc din nou în anul viitor. A fost adoptată și o declarație comună.",
    "sk": "Ministri rokovali o situácii na hranici. Uviedli, že stretnutie je dôležité pre obe krajiny a že sa bude konať"
    " znova v budúcom roku. Prijali aj spoločné vyhlásenie, ktoré nikto nespochybnil.",
    "sl": "Ministri so razpravljali o razmerah na meji. Povedali so, da je srečanje pomembno za obe državi in da bo"
    " ponovno potekalo v prihodnjem letu. Sprejeta je bila tudi skupna izjava, ki je ni nihče zavrnil.",
    "sq": "Ministrat diskutuan për gjendjen në kufi. Ata thanë se takimi është i rëndësishëm për të dy vendet dhe do të"
    " mbahet përsëri vitin e ardhshëm. U miratua edhe një deklaratë e përbashkët.",
    "sv": "Ministrarna diskuterade läget vid gränsen. De sade att mötet är viktigt för båda länderna och att det kommer att"
    " hållas igen nästa år. Ett gemensamt uttalande antogs efter långa samtal.",
    "sw": "Mawaziri walijadili hali ya mpakani. Walisema kwamba mkutano huo ni muhimu kwa nchi zote mbili na utafanyika"
    " tena katika mwaka ujao. Tamko la pamoja kuhusu ushirikiano lilipitishwa ili kazi hii iendelee.",
    "tg": "Вазирон вазъи сарҳадро баррасӣ карданд. Онҳо гуфтанд, ки ин вохӯрӣ барои ҳар ду кишвар муҳим аст ва дар соли"
    " оянда боз баргузор мешавад. Изҳороти муштарак оид ба ҳамкорӣ қабул шуд.",
    "th": "รัฐมนตรีหารือเกี่ยวกับสถานการณ์ที่ชายแดนและรับรองแถลงการณ์ร่วมว่าด้วยความร่วมมือระหว่างสองประเทศ",
    "tk": "Ministrler serhetdäki ýagdaýy ara alyp maslahatlaşdylar. Olar bu duşuşygyň iki ýurt üçin möhümdigini we indiki"
    " ýyl ýene geçiriljekdigini aýtdylar. Hyzmatdaşlyk bilen bagly bilelikdäki beýannama kabul edildi.",
    "tr": "Bakanlar sınırdaki durumu görüştü. Bu toplantının her iki ülke için de önemli olduğunu ve gelecek yıl yeniden"
    " yapılacağını söylediler. İş birliği ile ilgili ortak bir bildiri kabul edildi.",
    "tt": "Министрлар чиктәге хәлне тикшерделәр. Алар бу очрашу ике ил өчен дә мөһим булган һәм киләсе елда янәдән"
    " үткәреләчәк дип белдерделәр. Хезмәттәшлек турында уртак белдерү белән эш тәмамланды.",
    "ur": "وزراء نے سرحد کی صورتحال پر بات چیت کی۔ انہوں نے کہا کہ یہ ملاقات دونوں ملکوں کے لیے اہم ہے اور اگلے سال"
    " دوبارہ ہوگی۔ تعاون کے بارے میں مشترکہ اعلامیہ بھی منظور کیا گیا۔",
    "vi": "Các bộ trưởng đã thảo luận về tình hình ở biên giới. Họ nói rằng cuộc họp là quan trọng cho cả hai nước và sẽ"
    " được tổ chức lại trong năm tới. Một tuyên bố chung của hai bên cũng đã được thông qua.",
}
ALPHABETS = {
    "Serbian in Latin letters": (
        "sr",
        "Ministri su razgovarali o prilikama na granici. Rekli su da je sastanak važan za obe zemlje i da će se savet sastati"
        " sledeće nedelje. Niko nije bio protiv predloga, a saradnja u Evropi se nastavlja uvek na istom mestu.",
    ),
    "Serbian in Cyrillic letters": (
        "sr",
        "Министри су разговарали о приликама на граници. Рекли су да је састанак важан за обе земље и да ће се савет састати"
        " следеће недеље. Нико није био против предлога, а сарадња у Европи се наставља увек на истом месту.",
    ),
    "Uzbek in Latin letters": (
        "uz",
        "Vazirlar chegaradagi vaziyatni muhokama qildilar. Ular bu uchrashuv har ikki davlat uchun muhim ekanini va kelgusi"
        " yil yana o‘tkazilishini aytdilar. Hamkorlik bilan bog‘liq qo‘shma bayonot qabul qilindi.",
    ),
    "Uzbek in Cyrillic letters": (
        "uz",
        "Вазирлар чегарадаги вазиятни муҳокама қилдилар. Улар бу учрашув ҳар икки давлат учун муҳим эканини ва келгуси йил"
        " яна ўтказилишини айтдилар. Ҳамкорлик билан боғлиқ қўшма баёнот қабул қилинди.",
    ),
    "Chinese in traditional signs": ("zh", "部長們討論了邊境局勢，並同意明年再次舉行會議。聯合聲明也獲得通過。"),
    "Norwegian of the west": (
        "nn",
        "Ministrane drøfta stoda ved grensa. Dei sa at møtet er viktig for begge landa, og at det ikkje er det siste. Ei felles"
        " fråsegn vart vedteken etter lange samtalar, utan at nokon var imot, og kvar av partane får ein kopi.",
    ),
}


@pytest.mark.parametrize("language", SENTENCES)
def test_a_sentence_is_enough_to_tell(language: str) -> None:
    assert language_of(SENTENCES[language]) == language


@pytest.mark.parametrize("language", TEXTS)
def test_a_few_sentences_of_any_language_are_labelled_as_it(language: str) -> None:
    assert language_of(TEXTS[language]) == language
    assert language_of(TEXTS[language], "en") == language


@pytest.mark.parametrize(("language", "text"), ALPHABETS.values(), ids=ALPHABETS)
def test_a_language_is_known_in_each_of_its_alphabets(language: str, text: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize("language", SENTENCES)
def test_the_body_is_believed_before_the_declaration(language: str) -> None:
    assert language_of(SENTENCES[language], "en" if language != "en" else "ru") == language


@pytest.mark.parametrize(
    ("declared", "expected"),
    [
        ("fr", "fr"),
        ("en-US", "en"),
        ("en_GB", "en"),
        ("rus", "ru"),
        ("Deutsch", "de"),
        ("rus-RU", "ru"),
        ("tat", ""),
        ("RU", "ru"),
        ("nonsense", ""),
        ("", ""),
    ],
)
def test_a_text_too_short_to_judge_is_in_the_declared_language(declared: str, expected: str) -> None:
    assert language_of("12 / 7", declared) == expected


def test_a_few_clear_words_tell_where_nothing_is_declared() -> None:
    assert language_of("The ministers met with the heads of the agencies.") == "en"
    assert language_of("The ministers met with the heads of the agencies.", "fr") == "fr"


def test_small_words_tell_english_where_names_and_figures_leave_the_model_unsure() -> None:
    capitals = "OTTERMARK TO BUY UP TO 20 PCT OF NORDHAVN BANCORP CAPITAL BY END OF 1990\n\n*** Blah"
    assert language_of(capitals) == "en"


def test_an_english_title_inside_another_language_does_not_make_it_english() -> None:
    assert language_of(f"{SENTENCES['fr']} The Role of the Members and of the Council. {SENTENCES['fr']}") == "fr"
    assert language_of(f"{SENTENCES['en']} {SENTENCES['ru']} {SENTENCES['ru']}") == "ru"


def test_small_words_tell_english_also_where_another_language_is_declared() -> None:
    capitals = "OTTERMARK TO BUY UP TO 20 PCT OF NORDHAVN BANCORP CAPITAL BY END OF 1990. " * 2
    assert language_of(capitals, "fr") == "en"


@pytest.mark.parametrize(
    "text",
    [
        "Die Leiter der Delegationen lasen gemeinsam das Buch Heart of Darkness.",
        f"{'Die Leiter der Delegationen lasen gemeinsam ein Buch. ' * 20} The Role of the Members and of the Council.",
    ],
    ids=["one in a short text", "a few in a long one"],
)
def test_a_small_word_or_a_few_do_not_make_a_text_english(text: str) -> None:
    assert language_of(text) == "de"


def test_a_list_of_names_says_nothing_of_a_language() -> None:
    names = "Maria Lind, Boris Petrov, Anna Orlova, Pavel Orlov, Anton Weiss, Jorik Haldane, Tan Weiling, Bo Ek"
    assert (language_of(names), language_of(names, "es")) == ("", "es")


def test_a_list_of_names_with_the_words_of_a_language_is_in_it() -> None:
    names = "Ministros de Armenia, Kazajstan, Kirguistan, Rusia y Tayikistan, Consejo de Viena"
    assert language_of(names, "fr") == "es"


def test_the_language_is_that_of_the_beginning() -> None:
    assert language_of(f"{SENTENCES['en'] * 20} {SENTENCES['ru'] * 200}") == "en"


@given(st.text(), st.text(max_size=12))
def test_any_text_has_a_code_or_none(text: str, declared: str) -> None:
    assert len(language_of(text, declared)) in {0, 2}
