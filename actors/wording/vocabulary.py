"""The words of opening hours in Dutch, French and English. All are lower case and without accents."""

DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
EVERY_DAY, WEEKEND, WORKWEEK = "Mo-Su", "Sa,Su", "Mo-Fr"
OTHERS = "Others"  # days of which nothing was said yet
DUTCH, FRENCH, ENGLISH = "nl", "fr", "en"

# In the order of DAYS. Of "ma" (Monday in Dutch, Tuesday in French) and "di" (Tuesday, Sunday) the language decides.
DAY_NAMES = {
    DUTCH: ("maandag maa ma", "dinsdag din di", "woensdag woe wo", "donderdag don do", "vrijdag vrij vr",
            "zaterdag zat za", "zondag zon zo"),
    FRENCH: ("lundi lun lu", "mardi mar ma", "mercredi mer me", "jeudi jeu je", "vendredi ven ve",
             "samedi sam sa", "dimanche dim di"),
    ENGLISH: ("monday mon mo", "tuesday tues tue tu", "wednesday wed we", "thursday thurs thur thu th",
              "friday fri fr", "saturday sat sa", "sunday sun su"),
}  # fmt: skip
MONTH_NAMES = (
    "januari janvier january jan janv", "februari fevrier february feb fevr fev", "maart mars march mrt mar",
    "april avril apr avr", "mei mai may", "juni juin june jun", "juli juillet july jul juil",
    "augustus aout august aug", "september septembre sep sept", "oktober octobre october okt oct",
    "november novembre nov", "december decembre dec",
)  # fmt: skip

# What tells the language of a text when a day is short for two.
TELLING = {
    DUTCH: "u uur uren van tot en gesloten dicht open op om afspraak feestdagen weekend week behalve",
    FRENCH: "h heures heure de du des au a et le les ferme fermee sur rendez vous rdv feries sauf",
    ENGLISH: "and to from until closed on appointment am pm",
}

OF_DAY = r"(?:in de |le |la |de l'|du |l'|en |de |'s )?"  # before a part of a day
# Patterns, tried in this order before single words. Each stands for a kind of token and its value.
PHRASES = (
    (r"24 ?(?:h|u|heures|uur|hours)?[ .]*(?:/|sur|op) ?(?:24|7)(?: ?(?:h|u))?(?:[ ,/-]*(?:en|et)? ?"
     r"7 ?(?:j|d|jours|dagen)?\.? ?(?:/|sur|op) ?7(?: ?j| ?d)?)?|7 ?(?:j|d)? ?/ ?7[ ,-]*24 ?[hu]? ?/ ?24 ?[hu]?"
     r"|(?:dag en nacht|jour et nuit|day and night)(?: open| ouvert)?|(?:altijd|permanent) open|always open"
     r"|toujours ouvert|ouvert en permanence"
     r"|24 (?:uur|heures|hours)(?: per dag| par jour)?", "always", ""),
    (r"(?:tous les |chaque )?jours? (?:ouvrables?|ouvres?)|(?:alle |elke |iedere )?werkdag(?:en)?|working days"
     r"|business days", "workdays", ""),
    (r"7 ?(?:j|d|jours|dagen)?\.? ?(?:/|sur|op) ?7 ?(?:j|d)?|tous les jours|tlj|chaque jour(?! ouvr)|elke dag"
     r"|alle dagen|iedere dag|dagelijks|every day|daily|quotidien(?:nement)?"
     r"|(?:toute?s les|tous les|chaque|elke|iedere|every)"
     r"(?= (?:soir|matin|nuit|apres-midi|avond|ochtend|morgen|nacht|voormiddag|namiddag|evening|night|morning"
     r"|afternoon)s?\b)", "days", EVERY_DAY),
    (r"(?:en|de) semaine|jours de semaine|weekdag(?:en)?|(?:in|tijdens|door) ?de ?week|weekdays?|doordeweeks", "days",
     WORKWEEK),
    (r"week-?ends?|weekeinden?", "days", WEEKEND),
    (r"(?:de )?(?:andere|overige) dagen|de rest(?: van de week)?|(?:les )?autres jours|le reste(?: de la semaine)?"
     r"|(?:all )?other days|(?:the )?rest of the week", "days", OTHERS),
    (r"(?:alle )?(?:wettelijke |officiele )?feestdag(?:en)?|(?:les )?jours? feries?(?: legaux)?|feries?"
     r"|public holidays?|bank holidays?", "holiday", "PH"),
    (r"(?:vacances|conges) scolaires|school ?vakanties?|school ?verlof|school holidays?", "holiday", "SH"),
    (r"(?:du|de chaque|van de|van elke|van iedere|of the|of each|of every|v\.? ?d\.?|v/d)"
     r" (?:mois|maand|month)", "noise", ""),
    (r"(?:sinon|anders|otherwise|buiten deze uren|daarbuiten|en dehors de ces heures)"
     r"(?=,? (?:(?:uniquement|seulement|enkel|alleen|only) )?(?:sur|op|by) )", "or", ""),
    (r"sinon|anders|otherwise|(?:toute l'annee|het hele jaar(?: door)?)|(?:wij|we) zijn|nous sommes"
     r"|permanences? sociales?|sociale permanenties?|permanenties?|nachtopvang|accueil de nuit", "noise", ""),
    (r"ook(?: open)?|aussi|y compris|inclusief|inbegrepen|inclus(?:e|es)?|incl\.?|compris|meme|egalement|eveneens"
     r"|including|included|also", "also", ""),
    (r"(?:a partir de|a partir du|vanaf|des le|des|from)(?= \d{1,2}(?:[:.hu]\d\d)?(?:h|u| uur| heures)?(?:[,;]|$))",
     "from", ""),
    (r"t/m|t\.?e\.?m\.?|tot en met|jusqu ?['’]? ?(?:a|au)|jusque|tot|until|till?|through|to|au|a", "dash", ""),
    (r"sauf|excepte|behalve|uitgezonderd|except|hors|buiten|niet (?:op|in|tijdens)|pas (?:le|en)"
     r"|not (?:on|in|during)", "not", ""),
    (r"(?:est |is |zijn )?(?:fermee?s?|gesloten|dicht|closed|off)", "state", "off"),
    (r"(?:de )?(?:middag|lunch)?pauze|(?:la )?pause(?: (?:de |du )?(?:midi|dejeuner))?|(?:lunch )?break", "state",
     "off"),
    (r"unknown", "state", "unknown"),
    (r"open(?!ing)|(?:(?<=\d )|(?<=\dh ))ouvert(?=,)", "state", "open"),
    (r"middernacht|minuit|midnight", "time", "24:00"),
    (r"'?s? ?middags? 12 uur|noon|midi", "time", "12:00"),
    (r"tussen|entre|between", "between", ""),
    (r"en(?= (?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre))", "noise", ""),
    (r"et|en|and|ainsi que|alsook|&|\+(?= ?\d)", "and", ""),
    (OF_DAY + r"(?:voormiddag(?:en|s)?|matinees?|matins?|ochtend(?:en|s)?|morgens?|a\.?m\.?|mornings?)",
     "part", "morning"),
    (OF_DAY + r"(?:namiddag(?:en|s)?|apres-midis?|apres midi|aprem|apr?-midi|p\.?m\.?|afternoons?)",
     "part", "afternoon"),
    (OF_DAY + r"(?:avond(?:en|s)?|soirees?|soirs?|evenings?)", "part", "evening"),
    (OF_DAY + r"(?:nuits?|nacht(?:en|s)?|middag(?:en|s)?|nights?)", "part", ""),
    (r"'s(?= )|(?:tous|toutes) les|sans interruption|non-?stop|en continu|doorlopend|zonder onderbreking|continuously"
     r"|volgende dag|le lendemain|next day"
     r"|du|de la|de l'|de|des|het|le|les|la|l'|l’|d'|van|from|op|om|on|the|chaque|elke|iedere|every|ouvert(?:e|es|s)?"
     r"|geopend|pendant|tijdens|during|uren|openingsuren|openingstijden|heures d'ouverture|horaires?|hours"
     r"|in de|in|telkens|uniquement|alleen|enkel|only|seulement|permanence|onthaal|accueil|is|est|zijn|sont"
     r"|dans|vanaf|a partir de|a partir du|volgende dag|le lendemain|next day", "noise", ""),
)  # fmt: skip
ORDINALS = (
    (r"(?:1(?:er|ere|e|ste|st)s?|premi(?:er|ere)s?|eerste|first)", 1),
    (r"(?:2(?:e|eme|de|nd)|deuxieme|second|seconde|tweede)", 2),
    (r"(?:3(?:e|eme|de|rd)|troisieme|derde|third)", 3),
    (r"(?:4(?:e|eme|de|th)|quatrieme|vierde|fourth)", 4),
    (r"(?:derni(?:er|ere)s?|laatste|last)", -1),
)
# Said without quotes, yet plainly a comment: how one comes in.
REMARK = (
    r"(?:(?:uniquement|alleen|enkel|only|seulement|of|ou|or|et|en) )?(?:(?:sur|op|on|by|na|apres|avec|met|with|after"
    r"|via) (?:\w+ )?(?:rendez[- ]?vous|r\.?d\.?v\.?|afspraak|appointment|inscription|inschrijving|demande|aanvraag"
    r"|request|reservation|reservatie)|sans (?:rendez[- ]?vous|rdv)|zonder afspraak|rendez[- ]vous|rdv|afspraak"
    r"|appointment|vrije inloop|vrije toegang|accueil libre|acces libre)"
    r"(?: (?:uniquement|alleen|only|seulement|obligatoire|verplicht|telephonique))?"
)
