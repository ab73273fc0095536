"""Domain: words that stand around a medicine's name and name no medicine themselves."""

from mesodesk.domain.medicines.contexts import cue_words
from mesodesk.domain.medicines.routes import route_words

_FORMS = """tablet tablets tab tabs tbl tabl cap caps capsule capsules cpr cps comp comprime
comprimes comprimido comprimidos compressa compresse tablette tabletten kapsel kapseln gelule
gelules capsula capsulas capsule pill pills pillen pilule pastilla pastillas caplet caplets dragee
dragees sachet sachets sobres bustine beutel pulver powder poudre granules granulado soluble
effervescent effervescente brausetabletten brause dispersible chewable gastro resistant
gastroresistant enteric coated filmtabletten film filmtabl retard prolonged slow modified extended
release ec er sr xr xl mr la sol solution soluzione losung solucion solucao suspension syrup sirop
jarabe sciroppo sirup drops drop tropfen gouttes gotas gocce injection injections injectable
injektion inj iniezione inyeccion injecao injection amp ampoule ampoules ampulle ampullen ampolla
ampola fiala fiale vial vials pen pens prefilled syringe syringes spritze spritzen seringue jeringa
fertigspritze fertigspritzen kwikpen flexpen flextouch solostar penfill cartridge cartridges vials
infusion sublingual buccal oral orally peroral subcutaneous subcutanea iv im sc po pwd tbs tableta
tablety tabletki tabletter kapsler kapsule stikpen injeksjon injektionslosung disposable pump
acid acide acido saure salt salts
chloride chlorid chlorure cloruro adult alpha alfa beta multi water buffer activated solution
spray infant children adult dose doses dosis dosi dosage pack packs box blister generic generico
generique generika original forte plus mite junior max maximum strength regular rapid strong new"""
_UNITS = """mg mcg ug g gr gram grams gramm ml cc l iu ui ie u units unit unites unidades einheiten
eenheden enheter jednostek mmol meq percent milligram milligrams milligrammes miligramos mikrogram
microgram micrograms anti xa mgs mls m mo tg"""
_TIMES = """od bd bid tds tid qid qds qd qod om on nocte mane prn stat sos hs ac pc daily day days
weekly week weeks month months monthly year years hourly hour hours once twice thrice times time one
two three four five half every each morning evening night noon bedtime lunch dinner breakfast
am pm jour jours fois par matin soir midi semaine mois an ans dia dias vez veces cada manana noche
semana mes giorno giorni volta volte al mattina sera settimana mese tag taglich tage mal morgens
abends mittags nachts woche wochen monat einmal zweimal pro per die na dzien raz dziennie dagligen
daglig gange ganger daags keer x po vezes ao manha noite as needed required if when regular
regularly occasionally occasional sometimes often long term short course since last yesterday
today tonight ago recently always still just only about until from to
jan feb mar apr may jun jul aug sep
sept oct nov dec january february march april june july august september
october november december"""
_SPEECH = """the a an of for and or with my his her their our your is are was were be been being has
have had having he she it they we you this that these those take taken taking took use uses used
using give gives given giving gets get got need needs inject injects injecting injected prescribed
prescription gp doctor dr hospital clinic cardiologist medicine medicines medication medications
med meds drug drugs brand name called type something some any other others same usual low high small
large dosed very also too both all nothing at by in into as so up there here headache headaches pain
pains ache aches fever heart stroke clot clots blood pressure diabetes cholesterol thyroid stomach
food meal meals medicin yfgn aglr szjj xjhz diabetic nothing rien nada nichts niente
asthma flu cold because due after before during surgery operation stent valve bypass leg legs knee
et ou avec le la les un une des du de d l au aux pour contre prend prends prise prendre traitement
medicament medicaments depuis sous y o con el los las unos unas del para por contra toma tomo tomar
tomando desde tratamiento medicamento medicamentos e od il lo gli i uno una dello della di da in su
con per prende prendo assume farmaco farmaci terapia und oder mit der die das ein eine einen fur
gegen nimmt nehme einnahme seit medikament medikamente ja si oui yes em com os uma um ou tomo og
eller med en et jeg tar tager han hun ar jag han hon i a lub z ze bierze przyjmuje en of met het een
neemt gebruikt ve ile alan aliyor kai i me ta to and s t m p q r n b c f h j k"""
_COMPANIES = """bayer sanofi aventis pfizer novartis roche gsk merck msd lilly novo nordisk teva
sandoz mylan viatris ratiopharm stada hexal krka zentiva gedeon richter actavis accord apotex
aurobindo aristo arrow biogaran cristers eg egis genericon heumann kern pharma normon cinfa
ranbaxy sun cipla lupin torrent zydus cadila dr reddy reddys glenmark intas alkem abbott takeda
astellas daiichi sankyo eisai otsuka boehringer ingelheim bms bristol myers squibb astrazeneca
servier menarini angelini alfasigma doc generici dompe chiesi zambon recordati bial tecnimede
basics puren betapharm axcount winthrop abz aliud wockhardt amneal dexcel tillomed taro almus
boots tesco lloyds superdrug kirkland equate walgreens cvs rite aid galpharm bristol care
polpharma polfa adamed bausch lek pliva alkaloid hemofarm bosnalijek sopharma medis orion ebewe
nycomed leo rovi qualigen tarbis stadapharm edigen ems eurofarma neo quimica medley germed ache
cimed hypera legrand biosintetica laboratorios laboratoire laboratoires lab labs pharmaceuticals
pharmaceutical pharma gmbh ag ltd limited inc co sa spa bv ab as oy kg llc plc pharm arzneimittel
vitabalans sigma chemists own apo novopharm pms ratio jamp riva pro doc ran auro mint mar nat act
co dom gd pharmascience"""
# Turns of speech that hold a medicine's name by chance: Moment is an ibuprofen, Vessel a
# sulodexide.
SPEECH_RUNS = frozenset(
    """atthemoment forthemoment enelmomento alinstant almomento dumoment pourlemoment momentan
    bloodvessel bloodvessels""".split()
)
SALTS = frozenset(
    """sodium natrium sodique sodico sodica sodowy sodowa natricum natrici natriumsalz calcium
    kalzium calcique calcico calcica calcicum potassium kalium potassico magnesium magnesico
    hydrochloride hydrochlorid chlorhydrate clorhidrato cloridrato hcl hydrogen sulfate sulphate
    bisulfate bisulphate hydrogensulfat hydrogenosulfate sulfato solfato besilate besylate besilat
    mesilate mesylate mesilat etexilate etexilat tosylate tosilate trometamol tromethamine fumarate
    fumarat maleate maleat tartrate tartrat succinate succinat phosphate phosphat citrate citrat
    oxalate oxalat acetate acetat bromide bromid hydrobromide nitrate monohydrate hemihydrate
    dihydrate anhydrous lysine lysinate arginine clathrate d dl lys""".split()
)
FILLER = (
    frozenset(" ".join((_FORMS, _UNITS, _TIMES, _SPEECH, _COMPANIES)).split())
    | cue_words()
    | route_words()
)
