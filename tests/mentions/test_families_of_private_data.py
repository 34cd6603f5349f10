"""Private data by family of form, as the press of twelve countries prints them; all invented."""

from __future__ import annotations

import pytest

from tests.mentions.conftest import Annotate
from tests.mentions.test_unknown_names import hidden

TELEPHONES = [
    ("Ring me on 93 555 20 14 after supper.", "93 555 20 14"),
    ("She called the police from 139-5550-4127.", "139-5550-4127"),
    ("He wrote to 0532 555 19 07 twice.", "0532 555 19 07"),
    ("Продаю мотоцикл, звонить Назару: +993 65 55 12 48.", "+993 65 55 12 48"),
    ("Деньги шли по 0 (555) 12 тридцать два 07.", "0 (555) 12 тридцать два 07"),
    ("Её домашний 31-18-44 знает весь подъезд.", "31-18-44"),
    ("Абонент просил: «восемь девятьсот три, двести, сорок, ноль пять».", "восемь девятьсот три"),
    (
        "Her number is eight seven zero one, three three, forty-two, nineteen.",
        "forty-two, nineteen",
    ),
    ("Нөмірі жеті жүз жеті, отыз екі, он бес, қырық екен.", "жеті жүз жеті, отыз екі"),
    ("Он помнит последние цифры телефона: 18-44.", "18-44"),
    ("The phone number ending in 2271 was his.", "2271"),
    ("Телефонның соңғы цифрлары – 61-08.", "61-08"),
    ("Звонил с номера +7 701 *** 18 44.", "+7 701 *** 18 44"),
]
IDENTITIES = [
    ("Rustam Odinaev, TIN 412 550 318, was fined.", "412 550 318"),
    ("Его ИНН 615 204 887 310 указан в деле.", "615 204 887 310"),
    ("ПИНФЛ 4 120391 552 008 1 указан в розыске.", "4 120391 552 008 1"),
    ("Оның жеке куәлігі 652301198811042316 болған.", "652301198811042316"),
    ("Оның ұлттық коды 3320418855 екен.", "3320418855"),
    ("Driver Anvar, PIN code 7HT2K9D, was held.", "7HT2K9D"),
    ("His identity number 318 402 775 90 was copied.", "318 402 775 90"),
    ("CNIC 42101-5512873-4 belonged to a courier.", "42101-5512873-4"),
    ("Тазкира № 1398-0217-44810 была поддельной.", "1398-0217-44810"),
    ("Изъяты права АВ 650318 на чужое имя.", "650318"),
    ("The licence with the file number 650200318845 was false.", "650200318845"),
    ("The document itself, No. 052114873, was lost.", "052114873"),
    ("Права KZ № 0551827 он получил в Семее.", "0551827"),
    ("Телефон изъят, IMEI 352099 00 176148 1.", "352099 00 176148 1"),
    ("VIN XTA210990Y2765499 был перебит.", "XTA210990Y2765499"),
]
MONEY = [
    ("Оплату брали на Z481920337154.", "Z481920337154"),
    ("A prepaid card ending in 4402 was hers.", "4402"),
    ("Карта с последними цифрами 9017 изъята.", "9017"),
    ("Картаның соңғы сандары 5520 болған.", "5520"),
]
PLATES = [
    ("The motorbike with plate 552-18034 fled.", "552-18034"),
    ("A black Lexus, Ajman 4 71882, was towed.", "Ajman 4 71882"),
    ("Её «Ниссан» с номером Дубай Q 41873 нашли.", "Дубай Q 41873"),
    ("Фура 京A·D1234 стояла у склада.", "京A·D1234"),
    ("A lorry, 粤B58M21, was weighed.", "粤B58M21"),
    ("Скутер 10 0731 BA бросили у моста.", "10 0731 BA"),
    ("На прицепе 41 BDA 07 лежали мешки.", "41 BDA 07"),
    ("Свидетель назвал номер: «две пятёрки восемь, К-М-А, ноль два».", "К-М-А, ноль два"),
    ("His plate was LEB-4471 of Lahore.", "LEB-4471"),
]
ADDRESSES = [
    ("She lives at Çamlık Mahallesi, 212. Sokak No: 4/A, Daire 9.", "212. Sokak No: 4/A"),
    ("They met at Flat 31, Pearl Tower, King Faisal Street.", "Flat 31, Pearl Tower"),
    ("He was traced to Prospekt Mira 18, kv. 40.", "Prospekt Mira 18, kv. 40"),
    ("He lives in Navruz village, house 7.", "Navruz village, house 7"),
    ("She sold it at No. 5, Kuche-ye Narges, Khiyaban-e Imam.", "No. 5, Kuche-ye Narges"),
    ("A woman lives in House 14, Street 2, Karte Char, District 3.", "House 14, Street 2"),
    ("He is under house arrest at Bunyodkor mahalla, Yangi-kucha 9.", "Yangi-kucha 9"),
    ('Rooms to let: "ul. Gogolya 12-A, entrance 2, 18".', "ul. Gogolya 12-A, entrance 2, 18"),
    ("Her dacha, Plot 31, Ranet garden society, was dug up.", "Plot 31, Ranet garden society"),
    ("He hid at Kukcha, block 4, flat 11.", "Kukcha, block 4, flat 11"),
    ("Police searched 630007, 2-ya Sadovaya ul., d. 5, kv. 3.", "2-ya Sadovaya ul., d. 5"),
    ("Запах шёл с участка № 22 по 4-й линии.", "участка № 22 по 4-й линии"),
    ("Он снимал апартаменты 1105 в башне «Аль-Маха».", "апартаменты 1105 в башне «Аль-Маха»"),
    ("Жил он на улице Саади, тупик Ясмин, 8.", "тупик Ясмин, 8"),
    ("Спал он в комнате 12 общежития № 3.", "комнате 12 общежития № 3"),
    ("Ол Арман ықшамауданы, 4Б үй, 21-пәтерде тұрған.", "Арман ықшамауданы, 4Б үй, 21-пәтерде"),
    ("Ол жатақхананың 218-бөлмесінде тұрған.", "жатақхананың 218-бөлмесінде"),
]
ACCOUNTS = [
    ("Write to daniyar dot kerey at mail dot ru, he said.", "daniyar dot kerey at mail dot ru"),
    ("Писал на vera_k собака bk точка ру каждый день.", "vera_k собака bk точка ру"),
    ("Канал с идентификатором -1001733415926 удалён.", "-1001733415926"),
    ("Закладки выдавал бот магазина @sochi_ice_bot.", "@sochi_ice_bot"),
    ("Session ID 05" + "9ab3" * 16 + " was on the flyer.", "9ab3"),
    ("В «аське» у него был номер 311-204-885.", "311-204-885"),
    ("His in-game name, NightOwl77, was known.", "NightOwl77"),
]
BIRTHS = [
    ("He was born on the third of May, nineteen eighty-eight.", "third of May"),
    ("Родился пятого марта тысяча девятьсот восемьдесят второго года.", "пятого марта"),
    ("Дата рождения – 2-е июня две тысячи первого года.", "2-е июня две тысячи первого года"),
    ("Ол 2004 жылдың жетінші наурызында туған.", "2004 жылдың жетінші наурызында"),
]


@pytest.mark.parametrize(
    ("text", "data"),
    [*TELEPHONES, *IDENTITIES, *MONEY, *PLATES, *ADDRESSES, *ACCOUNTS, *BIRTHS],
)
def test_a_form_of_the_family_is_hidden(annotated: Annotate, text: str, data: str) -> None:
    masked = hidden(annotated, text)
    assert any(data in stretch for stretch in masked), masked


@pytest.mark.parametrize(
    "text",
    [
        "The toll-free line 800 300 2525 works day and night.",
        "For information ring 0312 55-40-18, the antimonopoly service.",
        "Телефон доверия управления: 8 (7142) 55-18-30.",
        "Справки – (72533) 2-41-18, приёмная акимата.",
        "Просим сообщать о закладках по телефону 8 (7152) 41-18-30 или 102.",
        "Residents may ring 8 (7152) 41-18-30 or 102.",
        "Call 1414 free of charge from any network.",
        "Анықтама телефоны: 8 (7172) 55-18-40, факсы – 55-18-41.",
        "Criminal case No. 257500031000227 was sent back.",
        "Тендер № 11820334 закрывается в понедельник.",
        "Тіркеу куәлігі – ҚР-ДЗ-5№017322.",
        "Протокол № 44 и акт 1188-2025 переданы в суд.",
        "Трек-номер посылки RB318840522CN вскрыли при понятых.",
        "ГОСТ 31984-2012 допускает 20 процентов.",
        "Координаты склада – 41°18′ с. ш., 69°16′ в. д.",
        "Flight KC 852 to Dubai carried 180 passengers.",
        "The lorry burnt 35 litres per 100 km in 2024.",
        "The match ended 25:21, 19:25, 25:23.",
        "Two, three or four tablets a day, the doctor said.",
        "Приговоры – пять, семь, девять и двенадцать лет.",
        "Оларға бес, жеті, тоғыз және он екі жыл берілді.",
        "One hundred and twenty-five kilograms of opium were burnt.",
        "The centre is at Building 3, Airport Road, open Sunday to Thursday.",
        "Bring the samples to room 204, Respublika Avenue 8, Astana.",
        "The office works in Compound C, Flower Street.",
        "Управление переехало: улица Жукова, 7, каб. 14.",
        "В посёлке построили дом на 40 квартир.",
        "Dubai 2025 forum gathered 400 experts.",
        "Sharjah 3 beat Ajman 1 in the cup.",
        "In the year ending in 2024 seizures fell.",
        "He went to look at yahoo news, dot by dot.",
        "Закон вступил в силу пятого марта две тысячи двадцатого года.",
        "In Building 12 of the plant the fire was put out.",
        "Бот полиции @stop_drugs_police_bot принимает сообщения.",
        "Мекеме Абай көшесі, 5-үйге көшті.",
        "Серия 040724, флакон 10 мл, отпускают по рецепту.",
        "Прибор модели PX 2210 стоит 4 200 000 тенге.",
    ],
)
def test_what_looks_like_it_stays(annotated: Annotate, text: str) -> None:
    document = annotated(text)
    assert [m.role for m in document.mentions if m.kind == "personal_data"] == []
