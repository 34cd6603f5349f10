"""How telephones, cards, documents, accounts and dates of birth are written, and the words beside
them; plates and addresses have forms of their own."""

from __future__ import annotations

import re

_I = re.IGNORECASE
_UPPER = "A-ZА-ЯЁӘІҢҒҮҰҚӨҺ"

WALLET = re.compile(
    r"(?<!\w)(?:(?:bc1|ltc1)[ac-hj-np-z02-9]{25,70}|0x[0-9a-fA-F]{40}"
    r"|T[1-9A-HJ-NP-Za-km-z]{33}|(?:UQ|EQ)[\w-]{46}|4[0-9AB][1-9A-HJ-NP-Za-km-z]{93}"
    r"|(?=\w*\d)(?=\w*[a-z])(?=\w*[A-Z])[13L][1-9A-HJ-NP-Za-km-z]{25,34})(?!\w)"
)
"""Bitcoin and Litecoin (BIP 173, Base58Check), Ethereum, Tron, TON, Monero."""
SHORTEST_WALLET = 26
"""Characters: one for the network and 25 more."""

SPELLED_MAIL = re.compile(
    r"(?<![\w.@])[\w.+-]{2,64}\s?[(\[](?:at|собака|гав|ат)[)\]]\s?[\w-]+(?:\s?[(\[](?:dot|точка)[)\]]\s?|\.)\w+",
    _I,
)
NAMED_WALLET = re.compile(
    r"(?:wallet|кошел[её]к\w*|кошельк\w*|әмиян\w*)(?:\s(?:address|bitcoin|usdt|trc-?20|btc|tron|адрес\w*|мекенжай\w*)){0,2}"
    r"\s?[:–—-]?\s?(?P<it>(?=\w*\d)(?=\w*[A-Za-z])[A-Za-z0-9]{4,60}(?:(?:…|\.{2,3}|\*{2,4})[A-Za-z0-9]{3,20})?)(?!\w)",
    _I,
)
MAIL = re.compile(r"(?<![\w.@])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+(?<![.-])")
PROFILE = re.compile(
    r"(?:https?://)?(?<![\w.])(?:www\.)?(?:t\.me|telegram\.me|instagram\.com|vk\.com|vk\.ru|"
    r"facebook\.com|fb\.com|ok\.ru|"
    r"tiktok\.com|twitter\.com|x\.com|youtube\.com|wa\.me|threads\.net)/"
    r"(?!(?:p|reel|reels|tv|stories|watch|shorts|share|joinchat|hashtag|groups|posts|"
    r"channel)(?:/|\?|$))@?\+?[\w.-]*\w",
    _I,
)
HANDLE = re.compile(r"(?<![\w.@/])@[A-Za-z][\w.]{2,30}\w")
JOINED_HANDLE = re.compile(
    r"(?<![\w./@:=?&-])(?=[\w.]*[A-Za-z])[A-Za-z0-9][A-Za-z0-9.]*_[A-Za-z0-9_.]*\w(?![\w@/])"
)
"""Words with a low line are names of accounts, whatever stands beside them."""
NAMED_HANDLE = re.compile(
    r"(?:\b(?:ник|ником|никнейм\w*|логин\w*|аккаунт\w*|пользовател\w+|юзер\w*|профил\w+|страниц\w+|парақша\w*|nickname|username|user\s?name|login|"
    r"screen\sname|account|"
    r"instagram|telegram|tiktok|insta)|инстаграм\w*|телеграм\w*|тикток\w*|"
    r"лақап\w*)(?:\s[^\W\dA-Za-z]+){0,2}\s?[:–—-]?\s?[\"“«„']?"
    r"(?P<it>(?-i:[A-Za-z])[A-Za-z0-9-]*[_\d.][\w.-]*\w)[\"”»'“]?",
    _I,
)
OFFICIAL_NAME = re.compile(
    r"mvd|mia[_.]|police|polic[iy]|polisia|press|news|gov|media|info|prokur|customs|kgd|"
    r"knb|afm|minist|akimat|sputnik|"
    r"tengri|zakon|kazinform|inform|times|today|radio|tv\b|hotline|unodc|caricc|interpol",
    _I,
)
"""Parts of the handles and domains of agencies and editors."""

SHARED_MAILBOX = re.compile(
    r"(?:press|info|office|kense|kanc|news|pr|editor|redak|contact|mail|support|reception|admin|"
    r"hr|help|secretar|pochta|media)",
    _I,
)
FOLLOW_US = re.compile(
    r"подпис\w+|subscribe|follow\s(?:us|the)|жазыл\w+|канал\w*\s(?:мвд|полиц)", _I
)

INSTITUTION = re.compile(
    r"довери|горяч\w+\sлини|колл?-?\s?центр|call[-\s]cent|hot\s?line|help\s?line|press|пресс|"
    r"редакц|при[её]мн|канцеляр|"
    r"дежурн|справочн|сенім|жедел\sжел|байланыс\sорталы|қабылдау\sбөлме|баспас[оө]з|редакция|"
    r"editor|newsroom|"
    r"department|ministry|agency|office\b|департамент\w*|министерств|агентств|управлени\w*|"
    r"комитет|министрлі|агенттіг|басқармас|"
    r"\bбот\b|анонимн\w+|сообщ(?:ить|айте|ите)|звонит|позвонит|обраща|обратит|хабарлас|хабарлаңыз|қоңырау\sшал|"
    r"\bcall\s(?:us|the)|\breport\s(?:to|it|by)|contact\sus|"
    r"контакт\w*\sцентр|анонимн\w+\sсообщ|пишите\sнам|присылайте|пришлите|отправ(?:ьте|ляйте)|send\s(?:it|them|screenshots)?\s?to|бізге\sжазыңыз|subscribe\s|подпис|жазылыңыз|факс|fax",
    _I,
)
"""Words that make a contact an institution's: hotlines, press services, offices, public appeals."""
SENT_AFTER = re.compile(r"(?:\s\w+)?\s(?:жіберіңіз|хабарлаңыз|жазыңыз|жолдаңыз)", _I)
ASKED_FOR = re.compile(
    r"\btrust\b|\bcall\s(?:10[1-4]|112)|call\s(?:or|on)|phones?\s(?:of|for)|for\s(?:information|enquiries|inquiries)|"
    r"information\s(?:line|desk)|reception|для\s(?:справ|сообщен|связи\sс\sпол|информац|консультац|запис)|справк\w*\sпо|"
    r"жалоб|complaint|шағым|өтініш|арыз|круглосуточн|бесплатн|единый\sномер|контактн\w+\sномер|анықтама|тәулік\sбойы|тегін|шұғыл|кеңес\sалу|"
    r"полиц\w+|police|полици\w*\s(?:тел|бөлім)|\b(?:102|112|103)\b",
    _I,
)
"""Words before the telephone of an agency that asks for reports or gives advice."""
PAID_TO = re.compile(
    r"(?:перевод|перевел|переч[ие]с|оплат|деньги|поступал|аудар|төле|қаржы|transfer|paid|payment|money)"
    r"[^.;]*$",
    re.I,
)
"""No agency is paid by telephone."""
CONTACT_LABEL = re.compile(
    r"[\W_]*(?:(?:tel|phone|тел|телефон|факс|fax|байланыс)\w*[.:\s/]*)*[\W_]*", _I
)
LETTERHEAD = re.compile(
    r"editorial|address|адрес|мекенжай|centre|center|центр|орталық|department|департамент|"
    r"министерств|ministry|агентств|agency|"
    r"звонк\w+\sприним|горяч\w+\sлини|calls\sare|hot\s?line|help\s?line|жедел\sжелі|"
    r"комитет|committee|редакц|республик|republic|\b\d{6}\b|просп|avenue|даңғыл",
    _I,
)
"""What stands above the contact line of a publication."""
INSTITUTION_AFTER = re.compile(
    r"\s(?:или|немесе|or)\s(?:по\s|to\s)?(?:на\s)?1\d\d\b"
    r"|\s?(?:\(|[–—-]\s?)?(?:горяч|телефон\sдовер|пресс|дежурн|hotline|helpline|press|сенім|жедел|"
    r"баспасөз|24/7)",
    _I,
)
SERVICE_LINE = re.compile(
    r"(?:сенім|қабылдау|қызметтік|кезекші\sбөлім\w*|анықтама|(?:қор|орталық|орталығы|ұйым|мекеме|бөлім|"
    r"басқарма|кеңсе|емхана|аурухана|редакция)\w*[нтд][ыі]ң)\s?(?:(?:телефон|нөмір)\w*)?[\s:–—-]*$",
    _I,
)
"""What stands right before an institution's number, whoever is asked to call it."""
AREA_CODE = re.compile(r"(?:\+7|8)[\s-]?\(?7[12]\d{1,3}\)?[\s-]")
"""Of a town in Kazakhstan: offices have such numbers, people mobile ones."""
APPEAL = re.compile(
    r"хабарлас|хабарла|мәлімет|ақпарат|тіркел|жазыл|кеңес|қоңырау|сұрақ|ашық|қосулы|жұмыс\sістейді|көмек"
    r"|про(?:сим|сят|сьб\w)\s|призыва\w+\s|сообща(?:ть|йте)|информиров|консультац|\bask(?:s|ed)?\s(?:the\spublic|citizens|residents)",
    _I,
)
"""What is said of a number that everybody may call."""

ACCOUNT = re.compile(
    r"(?<![\w])(?:[A-Z]{2}\d{2}(?:[ \u00a0]?[A-Z0-9]{4}){2,7}(?:[ \u00a0]?[A-Z0-9]{1,4})?|"
    r"\d{20})(?!\w)"
)
ACCOUNT_WORD = re.compile(r"сч[её]т|шот\w*|account|iban|есепшот", _I)
CARD = re.compile(
    r"(?<![\w.,])(?:[2-689]\d{3}(?:[ \u00a0-]?[\d*xхXХ•]{4}){2,3}(?:[ \u00a0-]?\d{1,4})?)(?![\w])"
)
CARD_WORD = re.compile(r"карт[аыеоуқдғм]|карточ|\bcards?\b|visa|mastercard|kaspi|каспи", _I)

IDENTITY_NUMBER = re.compile(r"(?<![\w.,])\d{12}(?:\d{2})?(?![\w]|[.,]\d)")
IDENTITY_WORD = re.compile(
    r"(?:ИИН|ЖСН|IIN|ПИН|PIN|ИНН|INN|ПИНФЛ|ЖШШИР|JSHSHIR|ПЖ|"
    r"personal\s(?:identification\s)?number|individual\sidentification\snumber|"
    r"жеке\sсәйкестендіру\sнөмірі|идентификационн\w+\sномер\w*)\D{0,6}$",
    _I,
)
INSURANCE_NUMBER = re.compile(r"(?<!\d)\d{3}-\d{3}-\d{3}[ -]\d{2}(?!\d)")

RELATIVE = re.compile(
    r"мам[аеуы]\b|матер|мать\b|отец\b|отц|пап[аеу]\b|брат|сестр|дяд[яеи]|т[её]т[яеи]|родител|родствен|жен[ае]\b|"
    r"муж[у]?\b|анасы|әкесі|ағасы|әпкесі|інісі|туыс|жұбайы|mother|father|uncle|aunt|brother|sister|"
    r"parents|relatives|wife|husband|\bhis\b|\bher\b",
    _I,
)
"""Whose number stands in an appeal of relatives."""
TELEPHONE = re.compile(
    r"(?<![\w+])(?:\+\d{1,3}[\s ().-]{0,2}\d[\d\s ().-]{6,14}\d"
    r"|8[\s ]?-?\s?\(9\d{2}\)[\s -]{0,2}(?:\d[\s -]?){6}\d"
    r"|\(?0[2-9]\d{2}\)?[\s -](?:\d{2,3}[\s -]){1,3}\d{2,3}"
    r"|8[\s ]?[-(]?\s?\(?7\d{2,4}\)?[\s -]{0,2}(?:\d[\s -]?){4,6}\d"
    r"|(?<!\d-)(?!800)\d{2,3}[ -]\d{3}-\d{2}-\d{2}|7\d{2}[ ]\d{3}[ ]\d{2}[ ]\d{2}|0[2579]\d{8}"
    r"|(?:77|79|996|998|992|993)\d{9,10}(?=\D|$))(?!\d)"
)
NAMED_TELEPHONE = re.compile(
    r"(?=[табвснpmtuұw])(?:телефон\w*|тел\.|сотов\w+|номер(?:а|ов|у|ом)?|абонент\w*|whats\s?app|вацап\w*|ватсап\w*|phone|mobile|"
    r"\btel\b\.?|ұялы\w*)[^\d\n]{0,20}?(?<!\w)(?P<it>\(?\d[\d\s().-]{5,17}\d)(?!\w)",
    _I,
)

DOCUMENT = re.compile(
    rf"(?<![\w.,])(?:(?-i:[{_UPPER}]{{1,2}})[\s №-]{{0,3}})?(?:\d{{4}}[\s ]\d{{6}}|"
    r"\d{4}[\s ]\d{4}|\d\d\s\d{7}|\d\d\s\d{3}\s\d{3}|"
    rf"\d\d[\s ]\d\d[\s ]\d{{6}}|\d{{6,9}})(?![\w]|[.,]\d)"
)
DOCUMENT_WORD = re.compile(
    r"(?:паспорт\w*|удостоверени\w+|passport\w*|\bid\b(?:[-\s]card)?|identity\scard|"
    r"driv[\w'’]+\slicen[cs]e|куәліг\w*|куәлік\w*|төлқұжат\w*|права\s№)(?:[^.;]|\bno\.){0,40}$",
    _I,
)
REGISTRATION = re.compile(r"тіркеу\sкуәлі|регистрационн\w+\sудостоверен", _I)
"""Of medicines, not of persons."""

_MONTHS = (
    r"(?:январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр|қаңтар|ақпан|"
    r"наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйе[кг]|"
    r"қазан|қараша|желтоқсан|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.?"
)
BIRTH_DATE = re.compile(
    rf"(?<!\d)(?:(?:\d{{1,2}}[./-]\d{{1,2}}[./-](?:19|20)?\d{{2}}|(?:19|20)\d{{2}}-\d{{2}}-\d{{2}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?{_MONTHS},?\s(?:19|20)\d{{2}}(?:\s(?:года|г\.))?"
    rf"|{_MONTHS}\s\d{{1,2}},?\s(?:19|20)\d{{2}}"
    rf"|(?:19|20)\d{{2}}\s(?:жылғы|жылы|жылдың|ж\.)\s?\d{{1,2}}[-\s]?(?:ші|шы)?\s?{_MONTHS})"
    rf"(?:\s?(?:года\s|г\.\s?)?(?:рождения|рожд\.|р\.)|\s?г\.\s?р\.?)?)(?!\d)",
    _I,
)
BIRTH_YEAR = re.compile(
    r"(?:"
    r"(?P<before>(?:19|20)\d{2}\s?(?:-?го\s)?(?:г\.?\s?р\b\.?|г\.\s?рожд\w*|год[ау]?\sрожд\w*|гр\b|ж\.?\s?т\b\.?|"
    r"жылы\s(?:дүниеге\sкел\w+|ту(?:ыл)?ған\w*)|жылғы\sту(?:ыл)?ған\w*|year\sof\sbirth))"
    r"|(?:born\s(?:in\s)?|\bb\.\s|year\sof\sbirth:?\s|родил\w+\sв\s|рожден\w+:?\s|туған\sжылы\s?[:–—-]?\s)"
    r"(?P<after>(?:19|20)\d{2})(?:\s(?:году|г\.))?"
    r")(?![\d-])",
    _I,
)
"""A year of birth, with the words that make it one."""
BIRTH_WORD = re.compile(
    r"[Рр]од|\bb\.\s|[Рр]ож|г\.?\s?р\b|[Дд]\.\s?р|ж\.\s?т|[Тт]у[ғгы]|дүниеге\sкел|[Bb]orn|[Bb]irth|\b(?:DOB|dob)\b"
)
"""Without one of these no date is a birth date; a quick look over the whole text."""
BIRTH_INSIDE = re.compile(r"р\.?$|рожд", _I)
BIRTH_BEFORE = re.compile(
    r"(?:родил\w+|рожд\w+|уродж\w+|ту[ғг]ан\w*(?:\sк[үу]ні?)?|born(?:\son)?|birth|\bdob\b|birthday|"
    r"д\.\s?р\.|ж\.\s?т\.)[^.;\d]{0,14}$",
    _I,
)
BIRTH_AFTER = re.compile(
    r"\s?,?\s?(?:г(?:ода|\.)?\s?)?(?:г\.\s?р|гр\b|рожд|ж\.\s?т|[^.;\d\n]{0,35}(?:ту(?:ыл)?ған|дүниеге\sкел)|\(born|"
    r"д\.\s?р\.)",
    _I,
)
