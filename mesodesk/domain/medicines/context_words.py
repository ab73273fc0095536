"""Domain: the words that say no, not any more, somebody else, allergy, still, and but.

Written as people write; whoever compares them folds them first. A bar parts the turns of speech.
"""

NEGATED = """no|can t take|cant take|cannot take|cannot have|can t have|unable to take
|should not take|shouldn t take|must not take|mustn t take|not allowed to take|not allowed
|not permitted|not|non|never|none|nil|without|w o|denies|denied|deny|declines|declined|refuses
|refused|avoids|avoided|avoid|free|instead of|contraindicated|does not|doesn t|doesnt|don t|dont
|didn t|isn t|aren t|hasn t|haven t|neither|nor|negative for|not on|not taking|no hx of|sans|pas
|pas de|jamais|aucun|aucune|ne prend pas|ni|nie|refuse|contre indiqué|sin|nunca|ningún|ninguna
|niega|ninguno|contraindicado|rechaza|tampoco|senza|nessun|nessuno|nessuna|nega|rifiuta
|controindicato|kein|keine|keinen|keiner|keinerlei|nicht|niemals|ohne|weder|noch nie|verneint
|lehnt ab|kontraindiziert|sem|não|nenhum|nenhuma|tampouco|recusa|geen|niet|zonder|nooit|ikke|inte
|ingen|inga|inget|intet|aldri|aldrig|uten|utan|uden|ei|ei ole|ilman|bez|nie bierze|nie przyjmuje
|brak|nigdy|ne|neuzima|žádný|žiadny|bez užívání|nem|nem szed|nincs|soha|nu ia|fără|niciodată
|niciun|yok|kullanmıyor|almıyor|hayır|değil|nikada|nije|όχι|χωρίς|ποτέ|δεν παίρνει|δεν παίρνω
|δεν λαμβάνει|δεν λαμβάνω|δεν έχει|δεν χρησιμοποιεί|δεν πήρε|δεν θέλει|neužívá|neužívám|nebere
|neberie|нет|не|не принимает|никогда|без|ні|немає|لا|بدون|ليس|ابدا|לא|אין|בלי|mai preso|mai usato
|mai assunto|non ha mai|nu iau|nu foloseste"""
PAST = """stopped|stop|discontinued|discontinue|dc d|d c d|ceased|previously|former|formerly
|used to|no longer|not any more|not anymore|no more|till|ended|finished|completed
|completed course of|came off|come off|off|taken off|took off|in the past|past|years ago
|months ago|weeks ago|ago|switched from|changed from|was on|was taking|had been on|quit|withdrawn
|last taken in|arrêté|arrêtée|arrêtés|arrête|stoppé|stoppée|jusqu|jusque|ancien|ancienne
|anciennement|autrefois|ne prend plus|plus d|n a plus|plus de|était sous|par le passé|il y a
|terminé|fini|suspendu|interrompu|suspendido|suspendida|suspendió|dejó|dejó de|dejé|dejado|hasta
|anteriormente|antes tomaba|tomaba|ya no|retirado|retirada|hace años|en el pasado|sospeso|sospesa
|smesso|smessa|interrotto|interrotta|fino al|fino a|non più|in passato|anni fa|prendeva|abgesetzt
|früher|ehemals|nicht mehr|gestoppt|beendet|bis|nahm früher|in der vergangenheit|aufgehört
|vor jahren|parou|parou de|suspenso|suspensa|suspendeu|até|não mais|já não|deixou|deixou de
|tomava|no passado|gestopt|vroeger|niet meer|gestaakt|stoppet|tidligere|slutat|slutade|tidigare
|ophørt|sluttet|seponert|utsatt|lopetettu|aiemmin|odstawiony|odstawiono|odstawił|odstawiła
|dawniej|kiedyś|już nie|vysazen|vysazeno|dříve|vysadený|abbahagyta|korábban|leállítva|már nem
|oprit|întrerupt|nu mai|înainte|bıraktı|kesildi|eskiden|artık|prekinuo|ranije|više ne|διέκοψε
|διακόπηκε|παλιά|όχι πια|отменен|отменён|отменили|перестал|раньше|больше не|أوقف|توقف|سابقا|הפסיק
|הופסק|בעבר|until"""
# These tell of the past only where nothing says that the medicine is taken: "previous stroke, on
# aspirin".
WEAK_PAST = """previous|history of|hx of|h o|pmh|past history of|antecedentes de|storia di
|status post"""
OTHER = """husband|husbands|wife|wifes|mother|father|mum|mom|mums|dad|dads|daughter|daughters
|sons|sister|sisters|brother|brothers|partner|partners|boyfriend|girlfriend|aunt|uncle
|grandmother|grandfather|grandma|grandpa|granny|family|fhx|fh|relative|relatives|dog|cat|child
|children|parents|neighbour|neighbor|flatmate|friend|friends|colleague|mari|épouse|époux|conjoint
|conjointe|mère|père|fille|fils|sœur|frère|grand mère|grand père|famille|voisin|voisine|ami|amie
|chien|chat|marido|esposa|esposo|mujer|madre|padre|hermano|hermana|hijo|hija|abuela|abuelo
|familia|vecina|perro|pareja|marito|moglie|fratello|sorella|figlio|figlia|nonna|nonno|famiglia
|mamma|papà|cane|compagno|compagna|ehemann|ehefrau|mein mann|ihr mann|meine frau|seine frau
|mutter|vater|bruder|schwester|tochter|sohn|oma|opa|familie|hund|katze|partnerin|mãe|pai|irmão
|irmã|filho|filha|avó|avô|família|companheiro|moeder|vader|broer|zus|dochter|zoon|echtgenoot
|echtgenote|moren|faren|søster|syster|bror|hustru|kone|ektemann|mann min|äiti|isä|vaimo|aviomies
|mąż|żona|matka|ojciec|brat|siostra|córka|syn|babcia|dziadek|manžel|manželka|otec|sestra|dcera
|férje|felesége|anyja|apja|anyám|apám|fia|lánya|soț|soțul|soția|fiul|fiica|eşi|kocası|karısı
|annesi|babası|kocam|karım|annem|babam|muž|žena|majka|otac|suprug|supruga|σύζυγος|μητέρα|πατέρας
|αδελφός|αδελφή|муж|жена|мать|мама|отец|папа|сын|дочь|бабушка|дедушка|брат|сестра|زوج|زوجي|زوجها
|زوجة|زوجتي|والدة|والد|אבא|אמא|בעל|בעלי|אשתי|her son|his son|my son|the son|min far|min mor
|hans far|hennes mor|papa|my papa|mama|tata"""
ALLERGY = """allergic|allergy|allergies|intolerant|intolerance|intolerances|hypersensitive
|hypersensitivity|anaphylaxis|anaphylactic|reaction to|reactions to|rash with|rash from|rash on
|hives|hives with|rash|angioedema|angio oedema|bronchospasm|anaphylactoid|can t tolerate
|cannot tolerate|does not tolerate|doesn t tolerate|not tolerated|sensitive to|sensitivity
|reacts to|adr|allergique|allergie|allergisch|anaphylaxie|urticaire|réaction à|intolerante
|alergia|alergias|alérgico|alérgica|anafilaxia|reacción a|allergia|allergico|allergica|anafilassi
|orticaria|unverträglichkeit|überempfindlich|überempfindlichkeit|unverträglich|verträgt kein
|intolleranza|intollerante|intolerancia|intolerância|reação a|allergi|allergisk|overfølsom
|överkänslig|yliherkkä|allerginen|uczulenie|uczulony|uczulona|alergie|alergický|alergická
|allergiás|alergic|alergică|alerjik|alerji|alerjisi|alergija|alergičan|αλλεργία|αλλεργικός
|αλλεργική|аллергия|аллергии|алергія|حساسية|الحساسية|רגיש|אלרגיה"""
STILL = """never stopped|not stopped|hasn t stopped|has not stopped|didn t stop|did not stop
|don t stop|do not stop|cannot stop|can t stop|not allowed to stop|no missed doses|not only
|non stop|no change|no changes|must not stop|off label|old dose|never off|never without
|not without|no dose|not sure|no idea|not yet stopped|n a pas arrêté|pas arrêté|jamais arrêté
|no ha dejado|non ha smesso|nicht abgesetzt|não parou|non sospeso|no suspendido|non interrotto
|no longer stopped|free of charge|no side effects|no side effect|no bleeding|no bleeds
|no problems|no problem|no issues|no complications|no trouble|without problems|without issues
|without food|no food|without side effects|without complications|without water|well tolerated
|no bruising|for past|for the past|over the past|past year|past # years|past # months
|past # weeks|last # years|past few years|past couple of years|past years|past months
|due to family history|because of family history|for family history|given family history
|till natten|bis auf weiteres|sans problème|sans problèmes|sans souci|sans effet secondaire
|sans interruption|sans manger|pas de problème|pas de saignement|pas de saignements
|pas d effets secondaires|keine nebenwirkungen|keine probleme|keine blutungen|ohne probleme
|ohne nebenwirkungen|ohne nahrung|ohne unterbrechung|nicht retardiert|nicht abgesetzt
|gut verträglich|sin problemas|sin problema|sin sangrado|sin efectos secundarios
|sin complicaciones|sin alimentos|sin comida|sin interrupción|sin azúcar|senza problemi
|senza effetti collaterali|senza interruzione|senza cibo|nessun problema|sem problemas
|sem efeitos colaterais|sem interrupção|zonder problemen|geen bijwerkingen|geen klachten
|utan problem|inga biverkningar|uten problemer|ingen bivirkninger|uden problemer|bez problemów
|bez przerwy|bez problémů|без побочных|без перерыва|без проблем|sugar free|lactose free
|gluten free|without prescription|without a prescription|without rx|ohne rezept|sans ordonnance
|sin receta|senza ricetta|sem receita|bez recepty|no more than|non compliant|non compliant with
|never forgets|never misses|does not miss|doesn t miss|quit smoking|stopped smoking|till now
|until now|bis jetzt|bis heute|hasta ahora|fino ad oggi|nicht vergessen|nie zapomina
|off on sunday|off on sundays|off on saturday|off on saturdays|off on monday|off at weekends
|off weekends|not at weekends|not on sundays|no missed doses|not missed|none at weekends
|non smoker|ex smoker|nichtraucher|exraucher|ex raucher|ex fumeur|ex fumador|ex fumadora
|ex fumatore|ex fumatrice|non fumeur|no fumador|no fumadora|non fumatore|no alcohol|no falls
|no allergies|no known allergies|no known drug allergies|keine allergien|pas d allergie
|sin alergias|nessuna allergia|sem alergias|no longer smokes|no other medication
|no other medications|no other medicines|no other meds|# h ago|# hr ago|# hrs ago|# hour ago
|# hours ago|nothing else|sonst nichts|sonst keine|rien d autre|nada más|nient altro|mais nada"""
UNCLEAR = """on hold|holding|held|withheld|paused|hold|en pause|suspendu temporairement|en pausa
|in pausa|pausiert|em pausa|forgets|forgot|did not take|not taken|not taken today|should take
|supposed to take|refuses to take|stopped and restarted|considering|thinking about"""
# Said behind a medicine, these settle that it is taken, whatever else is said of it.
AFTER_ALL = """but takes it|but still takes it|but is taking it|but taking it|but uses it
|but is on it|but i take it|but does take it|still takes it|takes it anyway|anyway|aber nimmt es
|nimmt es aber|nimmt sie aber|nimmt ihn aber|aber nimmt sie|aber nimmt ihn|trotzdem|mais en prend
|mais le prend|mais la prend|mais il en prend|mais elle en prend|quand même|pero lo toma
|pero la toma|ma lo prende|ma la prende|maar neemt het|maar slikt het"""
# "until", before a year that may still be to come.
UNTIL = """until|till|bis|hasta|jusqu|jusque|até|fino al|fino a|tot|til|do|до|μέχρι"""
BREAKS = """but|only|now|currently|presently|then|i|me|patient|pt|mais|maintenant|je|moi
|actuellement|pero|ahora|actualmente|yo|ma|adesso|ora|attualmente|io|aber|jetzt|aktuell|derzeit
|ich|mas|agora|atualmente|eu|maar|nu|ik|men|today|myself|himself|herself|replaced by|jetzt auf
|сейчас|теперь|αλλά|τώρα|لكن|الآن|ale|teraz|nyní|teď|most|acum|dar|ama|şimdi|sada|instead"""
EXCEPT = """except|apart|besides|sauf|excepté|außer|excepto|salvo|tranne|eccetto|exceto"""
# These part only what stands behind the medicine: "not on warfarin", but "aspirin since Clexane".
BREAKS_BEHIND = """takes|take|taking|on|started|starts|since|under|sous|depuis|prend|toma|desde
|sigue|prende|da|nimmt|seit|unter|usa|bierze|принимает"""
AFTER_ONLY = ("free", "ago", "il y a", "hace años", "anni fa", "adr")
TURNS = ("to", "a", "zu", "auf", "à", "para", "por", "vers")
TURNS_FROM = ("from", "de", "von", "da", "du")
# Between "not" and "on" or "takes" these change nothing: "not currently on", "never been on".
BETWEEN = """been be being currently ever yet now regularly actually really still started put
allowed supposed going he she they i patient pt usually normally longer more presently any"""
NOTHING = ("nkda", "nka", "nkma", "nothing", "rien", "nada", "nichts", "niente")
