"""Kazakh: words that carry no topic, words a question has, words that only look inflected, and its suffixes."""

from __future__ import annotations

from retrieval.languages.word_set import word_set

# Words that say nothing of what a text is about; they are left out of articles and questions alike. Those of questions
# stand here without the Kazakh letters too, except where that makes a Russian word (соң, сон).
STOP_WORDS = word_set(
    """
    ал арқылы арасында ба ме бар барлық басқа бе бен бері бәрі беріп біз бізге біздің бізді бір біраз бірақ бірнеше
    болады болар болған болғанда болды болмақ болса болып болу бұл бүкіл ғана да дан де дейді дейін дейтін деген деп
    деді дегенде егер едік еді екен ендеше ең енді еш жатқан жатыр жоқ және за кейін кез келе керек кім кімге кімді
    кімдер кімнің көп қалай қанша қандай қай қайда қайдан қайсы қашан қарай қоса ма мақсатта мен менің маған немесе не
    неге неліктен нені ненің немен нешінші неше оған одан олар олардың оларды оларға ол онда оны оның ондай осы осында
    осындай отыр отырған өз өзі өзінің өте па пе пен сайын сен сендер сіз сіздер сияқты сол соң сондай сондықтан соның
    соны ақ сондайақ ғой та тағы те тек тиіс туралы үшін шейін дәл неғұрлым алайда әлі әр әрі түрлі
    жылғы канша
    жайлы жайында жонинде жөнінде кандай калай
    кай кайда кайдан кашан ким кимди кимнин неликтен ушин бул жок бир биз биздин гана болган
    """
)

# Stems, with the letters folded, of words that ask for somebody's words; they are left out of questions alone.
ASKING_WORDS = word_set("айт айтыл малимде")
# Forms that carry no topic and ask for somebody's words where a person is named.
ASKING_FORMS = word_set("деді дейді депті деген деп")
SPEECH_WORDS = word_set("деди ойла пикир соз усын")

# The other tables of questions, as in ru.py; lemmas are stems with the letters folded.
LIGHT_WORDS = word_set("жыл жет бол бола бил кажет керек бугин казир сарапшы маман адам соны мәселе жагдай айтыл")
PUBLISHING_WORDS = word_set("жаз жазды макала сухбат жариялан жарияла")
OUTLET_KINDS = word_set("агенттик газет журнал басылым портал сайт арна радио")
ABOUT = word_set("туралы жайлы жайында жонинде жөнінде хакында хақында")
NOT_BY: frozenset[str] = frozenset()
ACCOUNTS: frozenset[str] = frozenset()
ACCOUNT_BEGINNINGS = (
    "пікір", "сөз", "ойы", "ойлары", "мәлімде", "сұхбат", "жауа", "болжам", "ұсын", "көзқарас", "айтуын", "айтқан",
    "баға", "уәде", "кеңес", "деуін", "түсінік",
)  # fmt: skip
WHO = word_set("кім ким")
WHO_ELSE = word_set("деген деп ол бұл осы болған болып болды жұмыс істейді адам өзі дегеніміз")
BARE_ELSE = word_set("не қалай ше онда")
FOLLOWING = word_set("ал және тағы")
MONTHS = {
    "қаңтар": 1, "ақпан": 2, "наурыз": 3, "сәуір": 4, "мамыр": 5, "маусым": 6, "шілде": 7, "тамыз": 8,
    "қыркүйек": 9, "қазанда": 10, "қазан айы": 10, "қараша": 11, "желтоқсан": 12,
}  # fmt: skip
SEASONS = {"қысында": (12, 2), "көктем": (3, 5), "жазында": (6, 8), "күзінде": (9, 11)}
FILTER_LABELS = {"сарапшы": "speaker", "басылым": "outlet", "бастап": "since", "дейін": "until"}
GENITIVE = ("ның", "нің", "дың", "дің", "тың", "тің")

# Words by which a short text shows that it is Kazakh, even when it is typed without the Kazakh letters.
FUNCTION_WORDS = word_set(
    """
    мен бен пен және үшін ушин туралы бұл бул осы сол ол қандай кандай қанша канша қалай калай қай кай қашан кашан
    қайда кайда кім ким кімнің кимнин не неге неліктен неликтен неше бар жоқ жок екен ме бе ма ба деп деді деди дейді
    дейди болды болады болған болган бір бир біз биз біздің биздин қазақ казак керек емес ең арасында туралы ғана гана
    салем рахмет ракмет калайсын калайсыз жаксы
    """
)

# Endings that a Kazakh word may have and a Russian one hardly does; written with the letters folded.
TYPICAL_ENDINGS = (
    "нын", "нин", "дын", "дин", "тын", "тин", "лар", "лер", "дар", "дер", "тар", "тер", "лык", "лик", "дык", "дик",
    "ган", "ген", "кан", "кен", "дагы", "деги", "тагы", "теги", "мыз", "лды", "ады", "еди", "йды", "йди",
    "ылды", "илди", "уды", "удын", "уге", "дан", "ден",
)  # fmt: skip

# Words that end like inflected ones and are not.
WHOLE_WORDS = word_set(
    """
    астана алматы қарағанды теңге қала бала дала сала ара орта ана апа аға ата мұра шара дүние жаңа қара алты жеті
    тоғыз сегіз екі жиырма отыз қазір бүгін ертең кеше ақпан наурыз сәуір мамыр маусым шілде тамыз қыркқазан
    қараша желтоқсан қаңтар ғылым білім заман адам дәрі ақын халықаралық экономика тарих қоғам ұлт мәселе бастама жоба
    саясат тұлға мектеп сұрақ жауап оқиға дерек ұғым түсінік басым қысым айтыс күрес жеңіс соғыс шығыс батыс
    кеңес тұрғын егін жарқын әдіс табыс жұмыс қатынас келісім өнім шешім көлем әлем мезгіл кезең еңбек әскер теңіз
    деңгей өзен жер жігіт батыр шаңырақ тоқсан мәдени тәуелсіз дін сайлау бағдар ақпар ықпал өкіл өкім үкім үкімет
    жағдай павлодар астық бөген қойма тасқын жанармай аударым аударма пайда кәсіпорын кеден диірмен қойылым ұшырылым
    шақырым ғалым қауіп ғарыш тұрғын маман құжат қоныс жарық салық халық балық шалғын көрші жүргізуші оқырман қорқыныш
    ресей еділ орал сын күн түн жыл ағын арна дәліз жайық
    өзбек қазақ орыс пойыз азық шабындық құрылым сұраныс шығын табиғат мүмкіндік
    """
)

# Stems of two letters that take suffixes like longer ones: суы, судың, елге, үйді. Any other is too short to be one.
SHORT_STEMS = word_set("су ел үй іс ұн")

# Ends of names that only look inflected: Қазақстан, Павлодар, Қарағанды.
WHOLE_ENDINGS = ("стан",)

# Stems that lose a vowel before a suffix: the short stem, then the word.
FULL_STEMS = {
    "халқ": "халық",
    "орн": "орын",
    "ерн": "ерін",
    "мұрн": "мұрын",
    "ауз": "ауыз",
    "көңл": "көңіл",
    "қауп": "қауіп",
    "қырқ": "қырық",
    "мойн": "мойын",
    "қойн": "қойын",
    "көрк": "көрік",
    "ерк": "ерік",
    "қарж": "қаржы",
}

# Suffixes, layer by layer from the end of a word inward. Capitals stand for letters that follow the sounds before them:
# А а|е and Ы ы|і by vowel harmony; Л л|д|т, Н н|д|т, Д д|т, М м|б|п, Б м|б|п, Ғ ғ|г|қ|к by assimilation as well.
# A leading ~ asks for a vowel before. Any layer may be missing; of several suffixes that fit, the longest is taken.
_POSSESSIVES = ("Ы", "~сЫ", "ЫмЫз", "~мЫз", "ЫңЫз", "~ңЫз", "Ым", "Ың")
_CASES_AFTER_POSSESSIVE = ("", "нЫң", "нА", "н", "нДА", "нАн", "мен", "нДАғЫ", "А", "ДА", "ДАн", "ДЫ")
_PASTS, _PAST_PERSONS = ("ДЫ", "сА"), ("м", "ң", "қ", "к", "ңЫз", "ңДАр")

FINITE_VERBS = (*(tense + person for tense in _PASTS for person in _PAST_PERSONS), "АдЫ")
PREDICATES = ("ДЫр", "мЫз", "мЫн", "сЫз", "сЫң", "сЫздАр")
CASES = ("НЫң", "ҒА", "НЫ", "ДА", "ДАн", "нАн", "Мен", "ДАғЫ")
POSSESSIVES = tuple(possessive + case for possessive in _POSSESSIVES for case in _CASES_AFTER_POSSESSIVE)
PLURALS = ("ЛАр",)
TENSES = ("ДЫ", "сА", "ҒАн", "АтЫн", "~йтЫн", "~й", "Ып", "~п", "мАқ", "у", "ҒАлЫ", "ушЫ")
NEGATIONS = ("БА",)

# The other tables of what is asked, as in ru.py.
NUMBER_QUESTIONS = """
    қанша
    қаншаға
    қаншадан
    неше
    нешеге
    нешінші
    қай бөлігі
"""
DAY_QUESTIONS = """
    қашан
    қашаннан
    қай жылы
    қай жылдары
    қай ғасырда
    қай айда
    қай күні
    нешінші жылы
"""
NUMBER_BEGINNINGS = word_set(
    """
    екі екеу екінш үш үшеу төрт төртеу бес бесеу алты алтау жеті жетеу сегіз тоғыз онға жиырм отыз қырық елу алпыс
    жетпі сексе тоқса жүз жүзде мың мыңға мыңна мыңда милли млн млрд трлн жарты үштен
    """
)
DAY_BEGINNINGS = word_set(
    """
    қаңта ақпан науры сәуір мамыр маусы шілде тамыз қыркү қазан қараш желто жылы жылда жылға жылғы жылда ғасыр
    көкте жазда күзде қыста бүгін ертең дүйсе сейсе сәрсе бейсе жұма сенбі жексе
    """
)
QUESTION_WORDS = word_set(
    """
    кім кімге кімді кімнің кімнен кіммен не неге нені ненің немен неден неліктен қандай қай қайсы қайда қайдан қашан
    қалай қанша неше нешінші нешеге ма ме ба бе па пе ше
    """
)
POINTING_WORDS = word_set(
    """
    ол олар оны оның оған одан онда онымен олардың оларды бұл бұны бұның бұған бұдан мұны мұның мұндай осы осыны осының
    осындай сол соны соның сонда сондай сондықтан содан солар
    """
)
JOINING_WORDS = word_set("ал және бірақ алайда дегенмен")
COURSES = """
    хронология
    қалай өзгер
    қалай дамы
    қалай құбыл
    барысы
    жылдар бойынша
"""

# The other tables of words that turn what stands beside them, as in ru.py; verbs are told by their endings.
TURNING_BEFORE = """
    егер
"""
TURNING_BEHIND = """
    ма
    ме
    ба
    бе
    па
    пе
"""
TURNING_CLAUSES = """
    бірақ
    алайда
    егер
    дегенмен
    тек егер
"""
CONDITIONS: frozenset[str] = frozenset()  # a condition is told by its verb, which stands last
CONCLUSIONS: frozenset[str] = frozenset()
CAPTION_WORDS = word_set("фото фотосурет сурет суретте")

# What may close a clause and turn all of it: «көпір ашық (емес)», «көпір ашылған (жоқ)», «көпір ашық-(мыс)».
TURNING_CLOSES = r"(?:емес|жоқ|мыс)(?:пін|пыз|сің|сіз|тін|тұғын)?"
NEGATIVE_VERB = r"\w{2,}[мбп][ае](?:й(?:ды|ді|мын|мін|мыз|міз|сың|сің)|[дт][ыі][мқкңр]?|[ғқгк][ае]н|с|у[ы]?)"
CONDITIONAL_VERB = r"\w{2,}с[ае](?:м|ң|қ|к|ңыз|ңіз|ңдар|ңдер)?"
# Words that end so and state no condition.
NO_CONDITIONS = word_set(
    "салсақ ескерсек айтсақ алсақ қарасақ сенсек кетсек қоса әсіресе кеңсе касса пьеса пресса трасса масса месса"
)
