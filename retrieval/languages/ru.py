"""Russian: words that carry no topic, words a question opens with, and lemmas the dictionary gets wrong."""

from __future__ import annotations

from retrieval.languages.word_set import word_set

# Words that say nothing of what a text is about; they are left out of articles and questions alike.
STOP_WORDS = word_set(
    """
    а без более больше бы был была были было быть в вам вами вас весь во вот все всё всего всей всем всеми всех вы где
    да даже для до другой его ее её ей ему если есть ещё еще ею же за здесь и из или им ими их к как какая какие каким
    какими каких каково какова каковы какого какое какой каком какому какую ко когда который которая которое которые
    которого которой которую которым которыми которых котором кто кого кому кем ком куда ли лишь меня мне мной может
    можно мой моя мои мы на над нам нами нас наш наша наше наши не
    через него нее неё ней нем нём нет ни них но ну о об один
    он она они оно от откуда очень перед по под почему при про с свой своя свое своё свои своего
    своему своем своём своим своими свою своей своих сам себя
    себе сколько со так также такая такие такой такое там тебе тебя тем теми тех то тобой того той только том тому тот
    тоже ту ты у уже чего чей чем чему что чтобы чья чьё чьи эта эти этим этими этих это этого этой этом этому этот эту
    я является являются зачем насколько нужен нужна нужно нужны надо необходимо
    """
)

# Lemmas of words that ask for somebody's words and are not of the topic; they are left out of questions alone.
ASKING_WORDS = word_set(
    """
    сказать говорить заявить заявлять думать считать рассказать рассказывать сообщить сообщать отметить отмечать
    высказаться высказываться ответить отвечать объяснить объяснять полагать мнение комментировать прокомментировать
    упомянуть упоминать
    """
)

# Lemmas that ask for somebody's words where a person is named, and may be the topic where none is.
ASKING_FORMS: frozenset[str] = frozenset()  # all that ask have a lemma
SPEECH_WORDS = word_set("слово высказывание заявление комментарий позиция предлагать предложить обещать пообещать")

# Lemmas of words that help to find and prove nothing: a text without them may answer, one with them alone does not.
LIGHT_WORDS = word_set(
    """
    хватить хватать год раз происходить произойти случиться случаться стать становиться находиться начать начаться
    иметь делать сделать будущее сегодня сейчас теперь эксперт специалист человек люди вопрос ситуация проблема дело
    подробность новость последний главный стоить получить получиться пойти обстоять рассказывать писать известно
    смочь мочь удаться хронология развиваться меняться измениться изменяться складываться событие ход
    """
)

# Lemmas of words by which a question asks when something was published.
PUBLISHING_WORDS = word_set(
    "писать написать публиковать опубликовать выходить выйти статья интервью новость публикация"
)

# What outlets are, beside their names.
OUTLET_KINDS = word_set("агентство газета журнал издание портал сайт канал телеканал радио киножурнал еженедельник")

# «Марков о газе»: behind a name they open what he speaks of; before one they make him the topic.
ABOUT = word_set("о об обо про насчет относительно")
# Before a name they tell that it is not he who is asked for.
NOT_BY = word_set("к ко с со от для против из за на")

# Lemmas of what is somebody's in the genitive: «мнение Маркова», «что за позиция у Маркова».
ACCOUNTS = word_set(
    """
    слово мнение позиция комментарий высказывание заявление интервью ответ прогноз оценка предложение речь зрение взгляд
    цитата реакция обещание совет объяснение аргумент довод версия отношение выступление утверждение признание
    """
)
BY = word_set("у")  # whose it is may stand behind
# Of these the first letters suffice.
ACCOUNT_BEGINNINGS: tuple[str, ...] = ()

# Words of a question that asks who somebody is, beside the one that asks; and of one that a name alone makes whole.
WHO = word_set("кто кем")
WHO_ELSE = word_set("такой такая такие это этот эта есть был была является работает трудится по должности")
BARE_ELSE = word_set("что как у же тогда")

# Openings of a question that goes on from the one before.
FOLLOWING = word_set("а и ещё еще ну также")

# Stems of the months and seasons as a question has them.
MONTHS = {
    "январ": 1, "феврал": 2, "март": 3, "апрел": 4, "мая": 5, "мае": 5, "май": 5, "июн": 6, "июл": 7, "август": 8,
    "сентябр": 9, "октябр": 10, "ноябр": 11, "декабр": 12,
}  # fmt: skip
SEASONS = {"зим": (12, 2), "весн": (3, 5), "лет": (6, 8), "осен": (9, 11)}

# What is written before a filter's value: «эксперт: Марков».
FILTER_LABELS = {
    "эксперт": "speaker", "спикер": "speaker", "автор слов": "speaker", "издание": "outlet", "сми": "outlet",
    "с": "since", "от": "since", "по": "until", "до": "until",
}  # fmt: skip

# Words by which a short text shows that it is Russian.
FUNCTION_WORDS = word_set(
    """
    в во на с со и не что как для по к из от до о об при за у это кто где когда почему зачем сколько какой какая какое
    какие каких ли был была были было есть чем чего который которые или же бы ещё уже так его её их он она они мы вы
    """
)

# Endings that a Russian word may have and a Kazakh one hardly does.
TYPICAL_ENDINGS = (
    "ого", "его", "ому", "ему", "ыми", "ими", "ция", "ции", "ость", "ости", "ение", "ения", "ский", "ская", "ские",
    "ских", "ться", "тся", "ует", "ают", "али", "ыл", "ой", "ый", "ая", "ое", "ые", "ов", "ами", "ях", "ах",
)  # fmt: skip

# Word forms whose first dictionary parse is another word, or that no dictionary has: the form, then its lemma.
# Each entry is a name or a word of Kazakhstan's press with the wrong parse that earned it.
LEMMAS = {
    "тенге": "тенге",  # parsed as a form of an unknown «тенг»
    "акорда": "акорда",  # parsed as a form of an unknown «акорд»
    "акорды": "акорда",
    "акорде": "акорда",
    "акорду": "акорда",
    "акордой": "акорда",
    "токаев": "токаев",  # parsed as the vocative-like «токай» in the plural
    "токаева": "токаев",
    "токаеву": "токаев",
    "токаевым": "токаев",
    "токаеве": "токаев",
    "шымкент": "шымкент",  # unknown, three parses of equal weight in the oblique cases
    "шымкента": "шымкент",
    "шымкенту": "шымкент",
    "шымкентом": "шымкент",
    "шымкенте": "шымкент",
    "ел": "ел",  # Kazakh «ел» (country) is printed more often than the past of «есть»
    "салу": "салу",  # Kazakh «салу» (to build), parsed as a form of «сало»
    "газу": "газ",  # parsed as the city of Gaza
    "газе": "газ",
    "газы": "газ",
    "лет": "год",  # «десять лет» is about years, not about flight
    "алма": "алма",  # «Алма-Ата»; the parse is a given name
    "мажилис": "мажилис",
    "мажилиса": "мажилис",
    "мажилису": "мажилис",
    "мажилисом": "мажилис",
    "мажилисе": "мажилис",
    "маслихат": "маслихат",
    "маслихата": "маслихат",
    "маслихату": "маслихат",
    "маслихатом": "маслихат",
    "маслихате": "маслихат",
    "аким": "аким",
    "акима": "аким",  # parsed as a form of the given name, which is the same word for us
    "акиму": "аким",
    "акимом": "аким",
    "акиме": "аким",
    "акимы": "аким",
    "акимов": "аким",
    "акимат": "акимат",
    "акимата": "акимат",
    "акимату": "акимат",
    "акиматом": "акимат",
    "акимате": "акимат",
}

# What asks for a number, and for a day or a year; a phrase a line.
NUMBER_QUESTIONS = """
    сколько
    скольких
    скольким
    сколькими
    насколько
    почем
    какой процент
    какого процента
    какая доля
    какую долю
    какая часть
    какую часть
    какая сумма
    какую сумму
"""
DAY_QUESTIONS = """
    когда
    в каком году
    в какие годы
    в каком веке
    в каком месяце
    какого числа
    какого года
    с какого года
"""
# The first five letters of the words that give them.
NUMBER_BEGINNINGS = word_set(
    """
    один одна одно одном одной двое два две двух двум двумя дваж трое три трех трем тремя трижд четыр четве пять пяти
    пятер шесть шести семь семи семер восем восьм девят десят одинн двена трина пятна шестн семна восем девят двадц
    тридц сорок сорок пятьд шесть семьд восем сто сотни сотен сотня двест трист четыр пятьс шесть тысяч милли
    млн млрд трлн полто полов треть трети четве вдвое втрое
    """
)
DAY_BEGINNINGS = word_set(
    """
    январ февра март марта марте апрел май мая мае июн июня июне июль июля июле авгус сентя октяб ноябр декаб год года
    году годы годах лет век века веке веков весно весна весны весен летом лето осень осени осенн зимой зима зимы зимне
    понед вторн среду среда четве пятни суббо воскр вчера сегод завтр
    """
)
QUESTION_WORDS = word_set(
    """
    кто кого кому кем ком что чего чему чем где куда откуда когда как какой какая какое какие каких каким какими какого
    какому какую каком какова каков каково каковы который которая которое которые которого чей чья чьё чьи почему зачем
    отчего сколько скольких насколько ли почём разве неужели
    """
)
# Words that point back to the sentence before where one opens with them, and those that may stand before them there.
POINTING_WORDS = word_set(
    """
    он она оно они его ее их ему ей им ими них него нее ним ней нем это этот эта эти этого этому этим этом этой этих
    эту этими то тот та те того тому тех такой такая такое такие такого таких там туда оттуда тогда поэтому потому
    затем потом
    """
)
JOINING_WORDS = word_set("а и но же да или однако впрочем по во в на с к о об от для из за при")

# By what a question asks for a course of events, to be told in the order of time.
COURSES = """
    хронологи
    как развивал
    как менял
    как изменил
    как изменял
    как складывал
    ход событий
    по годам
    по порядку
"""

# «(не) откроем мост»: with the word before it a text says another thing; two words are one phrase, one a line.
TURNING_BEFORE = """
    не
    ни
    если
    якобы
    будто
    вряд ли
    едва ли
    разве
    неужели
    кабы
    ли
    бы
"""
# «откроем (ли) мост»: the same where such a word follows at once.
TURNING_BEHIND = """
    не
    ни
    ли
    бы
    б
    якобы
    вряд ли
    едва ли
"""
# «откроем мост, (если привезут балки)»: what opens a clause that turns the one before it.
TURNING_CLAUSES = """
    но
    если
    только если
    лишь если
    если только
    однако
    разве что
    при условии
    при одном условии
    кабы
"""
CONDITIONS = word_set("если кабы")  # what opens a condition that stands before its clause
CONCLUSIONS = word_set("то тогда")  # and what may open the clause
CAPTION_WORDS = word_set("фото фотография фотографии снимок иллюстрация")
