"""Domain, conditions: the turns of speech that say how a condition is spoken of.

Folded words (see `mesodesk.domain.medicines.spelling.fold`), separated by bars.
"""

CUES = {
    "unclear": """free|clear""",
    "negated": """negative|absent|no|not|non|never|none|nil|neg|without|denies|denied|denying
|deny|nor|neither|ruled out|excluded|exclude|no history of|no hx of
|no evidence of|no sign of|no signs of|negative for|never had|has not|hasn t
|had no|did not have|does not have|doesn t have|isn t|wasn t|was not|not had
|absence of|unremarkable for|no known|sans|pas de|pas d|pas|jamais|aucun|aucune
|jamais eu|ecarte|ecartee|elimine|eliminee|sin|nunca|ningun|ninguna|niega
|descartado|descartada|sin antecedentes de|no ha tenido|nunca ha tenido|senza
|nessun|nessuna|nessuno|mai|mai avuto|nega|esclusa|escluso|non ha
|non ha mai avuto|kein|keine|keinen|keiner|nie|niemals|ohne|ausgeschlossen|nicht
|kein hinweis auf|keine anamnese|sem|nao|nenhum|nenhuma|nunca teve|excluido
|excluida|geen|niet|nooit|zonder|uitgesloten|ikke|inte|ingen|inga|aldri|aldrig
|uten|utan|uden|ej|ei|ei ole|bez|brak|nigdy|nie bylo""",
    "past": """after|during|following|while|in my|in her|nach|wahrend|pendant|apres|durante
|despues de|tras|dopo|history of|hx of|hx|h o|past history|past history of|previous|previously|past
|former|resolved|recovered|cured|healed|in the past|used to have|no longer
|not any more|not anymore|ago|in remission|remission|complete remission
|cancer free|disease free|clear of|all clear|cleared|removed|no recurrence
|no further|no treatment|no complications|no symptoms|no problems|no issues
|no relapse|no relapses|no residual|no deficit|no sequelae|discharged
|no evidence of disease|no evidence of recurrence|no longer has|got over
|as a child|in childhood|childhood|s p|status post|post|p h|pmh|pmhx
|personal history|personal history of|old|operated|excised|cut out|completed
|finished|ended|had|survived|survivor|survivor of|suffered|once had|years ago
|history|antecedent de|antecedents de|antecedent|antecedents|atcd|ancien
|ancienne|gueri|guerie|en remission|dans l enfance|passe|resolu|resolue|opere
|operee|autrefois|vorgeschichte|anamnese|zustand nach|z n|st n|fruher|fruhere
|ehemals|geheilt|ausgeheilt|in der kindheit|gehabt|uberstanden|in remission
|entfernt|operiert|antecedente de|antecedentes de|antecedentes|antiguo|antigua
|previo|previa|curado|curada|en la infancia|en remision|operado|operada|tuvo
|resuelto|resuelta|pregresso|pregressa|storia di|anamnesi di|guarito|guarita
|in passato|da bambino|da bambina|in remissione|operato|avuto|avuta|risolto
|risolta|antecedente|antiga|antigo|historia de|em remissao|teve|curada
|voorgeschiedenis|doorgemaakt|vroeger|genezen|przebyty|przebyta|przebyte
|wyleczony|wyleczona|w przeszlosci|tidigare|tidligere|haft|hatt|aiempi
|sairastanut""",
    "family": """mother|mothers|father|fathers|mum|mums|mom|moms|dad|dads|parent|parents|sister
|sisters|brother|brothers|sibling|siblings|aunt|aunts|uncle|uncles|cousin
|cousins|grandmother|grandmothers|grandfather|grandfathers|grandma|grandpa|gran
|granny|grandad|grandparent|grandparents|son|sons|daughter|daughters|child
|children|kid|kids|wife|husband|partner|spouse|boyfriend|girlfriend|niece|nephew
|twin|friend|neighbour|dog|cat|family|family history|family history of
|familial history|family hx|family h o|fh|fhx|f h|fam hx|famhx|fmh|fmhx|maternal
|paternal|relative|relatives|runs in the family|in the family|mother in law
|hereditary|stepmother|stepfather|half brother|half sister|mere|pere|soeur
|soeurs|frere|freres|tante|oncle|cousine|grand mere|grand pere|fils|fille|mari
|femme|epouse|epoux|parents|famille|familial|familiale|familiaux
|antecedents familiaux|atcd familiaux|conjoint|maman|papa|dans la famille
|du cote maternel|mutter|vater|schwester|bruder|tante|onkel|oma|opa|grossmutter
|grossvater|sohn|tochter|ehemann|ehefrau|familie|familienanamnese|eltern|mann
|familiar|in der familie|geschwister|kind|kinder|familiare|madre|padre|hermana
|hermano|tia abuela|tio|tia materna|abuela|abuelo|hijo|hija|marido|esposa|esposo
|familia|familiares|antecedentes familiares|sorella|fratello|zia|zio|nonna|nonno
|figlio|figlia|marito|moglie|famiglia|familiarita|familiarita per
|anamnesi familiare|cugino|cugina|mamma|genitori|mae|pai|irma|irmao|avo|avos
|filho|filha|esposa|antecedentes familiares|historia familiar|pais|familiar de
|moeder|vader|zus|broer|oom|familieanamnese|dochter|zoon|ouders|matka|ojciec
|siostra|brat|babcia|dziadek|w rodzinie|rodzina|wywiad rodzinny|syn|corka|soster
|syster|bror|mormor|farmor|morfar|farfar|slakt|slekt|i familien|i slakten
|arftlighet|aiti|isa|sisko|veli|isoaiti|suvussa|muz|zena""",
    "suspected": """suspected|suspicion of|suspicion|suspect|suspicious for|possible|possibly
|probable|probably|query|r o|rule out|to exclude|to rule out|likely|maybe
|may have|might have|might be|may be|could be|questionable|uncertain|unsure
|not sure|don t know|doesn t know|being investigated|under investigation
|investigated for|investigation for|investigations|awaiting|awaiting results
|presumed|suggestive of|not certain|unconfirmed|not confirmed|differential
|tests pending|results pending|concern for|thought to be|borderline|suspicion de
|suspecte|suspectee|possible|probable|peut etre|a eliminer
|en cours d exploration|doute|verdacht|verdacht auf|v a|vermutet|moglich
|moglicherweise|fraglich|fragliche|abklarung|in abklarung|unklar|sospecha
|sospecha de|posible|probable|a descartar|en estudio|quizas|dudoso|sospetto
|sospetta|possibile|probabile|da escludere|in accertamento|forse|dubbio|suspeita
|suspeita de|possivel|provavel|talvez|a excluir|em estudo|verdenking
|verdenking op|mogelijk|misschien|podejrzenie|prawdopodobnie|mozliwy|misstankt
|misstanke om|mistanke om|mulig|mistaenkt|epaily|mahdollinen""",
    "mentioned": """risk|risk of|at risk|at risk of|risk factor|risk factors for|risk for
|increased risk|high risk|low risk|prevention|prevention of|to prevent|prevent
|prevents|preventing|prophylaxis|prophylaxis of|prophylactic|screening
|screening for|screened for|screen|tested for|test for|checked for|check for
|afraid of|fear of|fears|scared of|worried about|worries about|worry about
|phobia|concerned about|anxious about|vaccine|vaccination|vaccinated|immunised
|carrier|carer for|charity|research|nurse|works in|works with|awareness
|asked about|information about|leaflet|read about|exposure to|contact with
|if i get|avoid|risque|risque de|depistage|prevention de|peur de|peur du
|vaccin contre|porteur|porteuse|risiko|risiko fur|vorsorge|vorbeugung|prophylaxe
|angst vor|screening|vorsorgeuntersuchung|riesgo|riesgo de|prevencion|cribado
|miedo a|miedo al|rischio|rischio di|prevenzione|profilassi|paura di|paura del
|risco|risco de|prevencao|rastreio|medo de|risico|preventie|angst voor|ryzyko
|profilaktyka|badanie przesiewowe|forebyggelse|riski""",
    "current": """of vater|de vater|di vater|da vater
|yes|still|ongoing|currently|current|now|confirmed|never resolved|not resolved
|never recovered|not treated|not cured|untreated|not removed|not cleared
|not healed|well controlled|not only|no doubt|no change|known|oui|actuellement
|si|ja|aktuell|derzeit|bekannt|bekannter|bekannte|conocido|conocida|nota|noto
|actual|attuale|atual|never gone away""",
}
# The same in Greek and Cyrillic letters; folded to Latin ones, "δεν" would be the Danish "den".
FOREIGN_CUES = {
    "negated": """нет|не|не было|не болел|не болела|никогда|без|отрицает|отсутствует|исключен
|исключён|όχι|δεν|χωρίς|ποτέ|αρνείται|χωρίς ιστορικό|αποκλείστηκε""",
    "past": """в анамнезе|перенес|перенёс|перенесла|перенесенный|был|была|в прошлом|в ремиссии
|ремиссия|лет назад|вылечен|операция|ιστορικό|παλαιό|παλαιά|σε ύφεση|παλιά|είχα
|είχε|πέρασε""",
    "family": """мать|матери|мамы|мама|отец|отца|папа|папы|сестра|сестры|брат|брата|бабушка
|бабушки|дедушка|дедушки|муж|жена|дочь|сын|родители|семейный анамнез
|наследственность|тётя|тетя|дядя|μητέρα|πατέρας|μαμά|μπαμπάς|αδελφός|αδελφή
|αδερφός|αδερφή|γιαγιά|παππούς|θεία|θείος|σύζυγος|οικογενειακό
|οικογενειακό ιστορικό|γονείς""",
    "suspected": """подозрение|подозрение на|возможно|возможный|под вопросом|исключить|вероятно
|υποψία|υποψία για|πιθανό|πιθανή|πιθανώς|ίσως""",
    "mentioned": """риск|риск развития|профилактика|скрининг|боюсь|боится|κίνδυνος|πρόληψη|φόβος""",
    "current": """сейчас|да|подтвержден|ναι|τώρα|γνωστό""",
}
FOREIGN_BREAKS = "но|однако|а|сам|сама|у меня|я|αλλά|όμως|εγώ|ο ίδιος|η ίδια"
# These speak of a condition only from behind: "HER2 negative breast cancer" denies nothing.
BEHIND_ONLY = frozenset("negative free absent clear".split())
# Said after a condition, they speak of it even where the next condition follows at once.
AFTER = """excluded|ruled out|resolved|negative|suspected|free|ago|cured|recovered
|ausgeschlossen|ecartee|ecarte|descartada|descartado|escluso|esclusa|removed
|excised|healed|absent"""
# Where one of these stands, what was said before no longer speaks of what follows.
BREAKS = """but|however|though|although|except|besides|also has|i|me|myself|self|himself
|herself|patient|pt|personally|own|mais|sauf|moi|je|j ai|patiente|lui meme
|elle meme|aber|ausser|ich|selbst|patientin|pero|salvo|yo|paciente|el mismo
|tranne|io|paziente|exceto|maar|ik|men|ale|jag|jeg"""
# A list that ends so is one list: "no clots, stroke or cancer".
OR_WORDS = frozenset("or nor ou oder o od u eller lub ili tai of ni noch ani".split())
AND_WORDS = frozenset(
    "and et und y e ed en og och i oraz ja kai plus with avec mit con com".split()
)
# A cancer that is spoken of so is one of now.
ONGOING = """currently|current|now|ongoing|active|undergoing|under treatment|on treatment
|being treated|having treatment|newly diagnosed|recently diagnosed
|just diagnosed|awaiting surgery|stage iv|stage 4|stage iii|relapse|relapsed
|recurrence|recurrent|progressive|in treatment|advanced|terminal|palliative
|inoperable|still|this year|diagnosed last month|actuellement|en cours
|en traitement|recidive|aktuell|derzeit|in behandlung|laufend|rezidiv
|neu diagnostiziert|actualmente|en tratamiento|activo|recidiva|attualmente
|in cura|in corso|in trattamento|atualmente|em tratamento|ativo"""
# Abbreviations that are words too: read as one in capitals, or where nothing stands beside them.
WORDLIKE = frozenset(
    """as mi les sep led pan net hit ms esa sab sol vin pin ain hus ira af ted pr em sm ar fa si
    cad pad saf bot ict ca pe dm di cf ald ard ep ma uc ra sk ak bp dic sug cin fap aha sae eds
    pci mac gad oa nice am rcu lam sau sai sal ave bmt clad hot lac tac sah pv hc cll poci map
    crc mets alt""".split()
)
SINCE = frozenset("since depuis seit desde dal dalla sinds od siden sedan from".split())
REMISSION = frozenset("remission free clear remision remissione remissao remissie".split())
