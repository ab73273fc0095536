"""Domain: what people say around the name of a medicine: how often, since when, what for.

Written as people write; whoever compares the words folds them first.
"""

TIMES = """
x od bd bid tds tid qid qds qd qod om on nocte mane noct prn stat sos hs ac pc uid bds daily day
days weekly week weeks month months monthly year years yrs yr wk wks hourly hour hours hr hrs h
once twice thrice times time one two three four five six half quarter every each alternate morning
evening night nightly noon bedtime lunch dinner breakfast am pm min minutes jour jours j jr fois
par matin matins soir soirs midi nuit coucher semaine semaines mois an ans année années quotidien
quotidienne demi quart heure heures chaque tous toutes día días dia dias vez veces cada mañana
tarde noche semana semanas mes meses año años diario diaria diariamente medio media hora horas
desayuno almuerzo cena comida comidas ayunas giorno giorni di al die volta volte mattina mattino
sera pranzo settimana settimane mese mesi anno anni metà mezza mezzo ora ore ogni pasti digiuno
tag tage täglich tgl tagl wöchentlich morgens mittags abends nachts früh woche wochen monat monate
jahr jahre einmal zweimal dreimal mal halbe ganze stunde stunden je jeden jede alle bedarf
nüchtern manhã manha noite ao vezes mês ano anos diário diária meia jejum dag dagen daags keer per
weken maand maanden jaar ochtend avond nacht zo nodig dagligen daglig dagleg gång gånger gange
gang morgon morgen kväll aften kveld natt nat vid behov ved uke uger veckor vecka uge måned månad
år päivässä kerran päivä ilta aamu tarvittaessa raz razy dziennie dzień rano wieczorem południe
wieczór noc tydzień tygodniu miesiąc rok lat co godz denně denne ráno večer poledne týdně týden
měsíc podle potřeby podľa potreby naponta reggel este délben hetente havonta évente napi szer
szerint szükség zi zilnic dimineaţa dimineața seara prânz ori săptămână lună nevoie dnevno ujutro
navečer uvečer puta put tjedno tjedan mjesec godina po potrebi zjutraj zvečer krat günde gunde kez
defa sabah akşam aksam öğle gece haftada ayda yılda lazım gerekirse раз раза день дня в сутки
утром вечером днем на ночь неделю неделя месяц год года лет по пъти дневно сутрин вечер веднъж
φορά φορές ημερησίως ημέρα πρωί βράδυ μεσημέρι κάθε εβδομάδα μήνα χρόνια μέρα مرة مرتين مرات يوميا
يومياً صباحا صباحاً مساء مساءً كل يوم اسبوع شهر سنة عند اللزوم الحاجة فعם ביום בוקר ערב לילה פעם
פעמיים יום שבוע as needed required if when regular regularly occasionally occasional sometimes
often rarely long term short course since last yesterday today tonight ago recently always still
just only about until from to approx circa ca max continues continued continue ongoing depuis hier
aujourd hui parfois souvent toujours rarement besoin seit gestern heute manchmal oft immer selten
bei noch desde ayer hoy ocasional ocasionalmente siempre necesario necesidad si precisa da ieri
oggi talvolta sempre bisogno occorrenza ontem hoje necessário jan feb mar apr may jun jul aug sep
sept oct nov dec january february march april june july august september october november december
janvier février mars avril mai juin juillet août septembre octobre novembre décembre enero febrero
marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre januar februar märz
juni juli oktober dezember gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre
janeiro fevereiro março maio junho julho setembro outubro dezembro
dagligt natten kvällen morgonen aftenen morgenen avonds ochtends middags eten tijdens śniadaniu
śniadanie obiad obiedzie kolacji kolacja posiłku drugi drugą razie co każdy każdego każdý každou
každé po jídle před один два три каждый каждое каждую после еды едой до перед сном обеда схеме
zweiten zweite anderen tous deux cours pendant repas vie avant après demanda noches mañanas tardes
largo alterni alternos alternados giorni dopo prima refeições refeição antes depois karnına yemekten
yemek sonra önce egyszer kétszer reggelente jednom dvaput dată cina masă înainte după φαγητό φαγητού
μετά πριν μία δύο βράδια مع بعد قبل الأكل الطعام اليوم ومساء والمساء directed alternating weekend
weekends lifelong life repeat repeats flying flights travel flight
"""
SPEECH = """
cama versa vessel vessels chiaro tiga nkda nka nkma gave smoking smokes smoker smoke dialysis
otherwise the a an of for and or with my his her their our your is are was were be been being has
have had having he she it they we you this that these those take taken taking took use uses used
using give gives given giving gets get got getting need needs inject injects injecting injected
injection prescribed prescription rx otc gp doctor dr hospital clinic cardiologist haematologist
medicine medicines medication medications med meds drug drugs brand name called known type
something some any other others same usual low high small large dosed very also too both all
nothing at by in into as so up there here headache headaches migraine pain pains ache aches fever
heart stroke clot clots blood pressure diabetes cholesterol thyroid stomach food meal meals
medicin diabetic af afib atrial fibrillation dvt pe mi tia cad ihd stent stents valve valves
bypass leg legs knee hip lung lungs rien nada nichts niente asthma flu cold because due after
before during surgery operation history prophylaxis prevention protect protection prevent thin
thins thinning generic equivalent sliding scale ratio carbs carb basal bolus bedtime correction
reading target inr range levels restarted restart increased reduced changed change switched
started starting start bridging bridge ran out forgot missed want wants would like may might could
should must will going planned planning feels feel well fine ok okay good bad better worse unsure
unknown sure thinks think believes maybe possibly probably perhaps etc eg ie re via per plus minus
x no nr nos number mum mums dads wife husband friend people et ou avec le la les un une des du de
d l au aux pour contre prend prends prise prises prendre pris traitement traitée traité sous
médicament médicaments cachet cachets piqûre piqûres coeur cœur tête douleur douleurs fièvre
tension diabète cholestérol phlébite embolie auriculaire antécédent antécédents il elle je j ai
ont est nous vous ma mon mes sa son ses leur leurs qui que y o con el los las unos unas del por
para contra toma tomo tomar tomando tomado está esta estoy tratamiento medicamento medicamentos
medicina medicinas pinchazo pinchazos corazón dolor dolores cabeza fiebre tensión presión azúcar
colesterol su se me ha hace fue era od lo gli i uno dello della delle degli dei di da prende
prendo prendere assume assumo farmaco farmaci terapia trattamento cuore dolore dolori testa febbre
pressione colesterolo mia mio sua suo ho hanno sono è nel nella al alla und oder mit der die das
den dem ein eine einen einer fur für gegen nimmt nehme nehmen nahm genommen einnahme medikament
medikamente arznei arzneimittel mittel herz kopf kopfschmerzen schmerzen schmerz fieber blutdruck
zucker cholesterin vorhofflimmern thrombose nach laut arzt hausarzt spritzt spritze spritzen wegen
mein meine sein seine ihr ihre ich er sie es wir hat habe war ist sind quick wert ja si oui yes em
com os uma um usa uso usar remédio remédios coração dor dores cabeça febre pressão açúcar minha
meu seu ele ela eu tem foi og eller en jeg tar tager tage han hun ar är jag hon äter medicinen
medisin piller pille mot mod hjärtat hjerte lub z ze bierze biorę przyjmuje przyjmuję lek leki na
serce ból głowy cukrzyca met het een neemt gebruikt gebruik neem slik slikt medicijn medicijnen
pillen bloed hart ve ile alan alıyor aliyor kullanıyor kullaniyor ilaç ilac ilacı kan za u uzima
pije lijek lijekovi és az egy szed szedek gyógyszer vérnyomás szív și cu pentru ia iau medicament
inimă и или с для от на принимает принимаю пью пьет пьёт колет лекарство лекарства давление сердце
και ή με για από το τη την τον τα παίρνει παίρνω φάρμακο φάρμακα καρδιά πίεση و او مع من في على
دواء أدوية ادوية ياخذ يأخذ تأخذ اخذ آخذ القلب للقلب ضغط سكري السكر ta to s t m p q r n b c f h k
attack attacks pregnancy replacement procedure operation told remember white blue pink yellow
round little red green colour color sunday monday tuesday wednesday thursday friday saturday
sundays mondays dental work dentist tooth extraction upset causes caused gives plan schema
schedule chart diet controlled specialist nurse pharmacist chemist consultant surgeon neurologist
weeks doses missed skipped skip forgotten heartattack irregular heartbeat beat palpitations
arrhythmia angina circulation legs varicose thrombosis embolism infarct infarction ablation
cardioversion pacemaker chemo chemotherapy cancer covid jab jabs shot shots needle needles device
essen beim zum mahlzeit mahlzeiten montag dienstag mittwoch donnerstag freitag samstag sonntag
herzinfarkt schlaganfall vorhofflimmern verordnet verschrieben schwangerschaft eingriff stent
hausärztin kardiologe ärztin weiß blau rosa gelb rund kleine kleiner pflegeheim infarkt bypass
temps repas tous jours cardiologue médecin opération intervention grossesse infarctus cabinet
blanc tutti giorni intervento gravidanza infarto ictus medico cardiologo bianca pasto pasti
embarazo operación médico cardiólogo blanca pastilla pastillas comer comiendo todos gravidez
cirurgia cardiologista branco almoço jantar volgens eten trombosedienst bruker käytössä varje
sedan siden efter hjärtinfarkt hjerteinfarkt bere bierze zawał udarze zawale operacji operaci
infarktu mrtvici po přípravek lék léky препараты таблетки уколы врач после операции инфаркта
инсульта капает
therapy therapie thérapie either which know knows instructed advised weight count dual gips parties
party migraines gastric once twice stomach remembers name names nurse own also mainly therapies
minum sedang mengambil makan obat ubat untuk dan saya uống đang dùng thuốc bị umiinom iniinom
gumagamit ng gamot khata khati leta leti leti hai hain goli dawa נוטל נוטלת לוקח לוקחת מטופל מטופלת
עם של תרופה תרופות כדור כדורי כדורים זריקות أتناول اتناول يتناول تتناول باخد بياخد استعمل أستعمل
يستعمل تستعمل حبوب حبة إبرة ابرة على مصرف میکند میکنم میخورم میخورد میزنم میزند دارو قرص آمپول
"""
