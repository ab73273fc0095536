"""Domain, conditions: everyday words around a condition that name none themselves."""

from mesodesk.domain.conditions.hearing import speaking_words
from mesodesk.domain.conditions.line import DESCRIBING, SKIPPED

_TIME = """normal unremarkable surveillance died die dies dead passed away year years yr yrs
month months week weeks day days ago since until till from to before after during last
this next age aged january february march april may june july august september october
november december jan feb mar apr jun jul aug sep sept oct nov dec ans annees mois
semaines depuis jusqu annee janvier fevrier mars avril mai juin juillet aout septembre
octobre novembre decembre jahre jahren jahr monate seit bis januar februar marz juni
juli oktober dezember anos ano meses desde hasta enero febrero marzo abril mayo junio
julio agosto septiembre octubre noviembre diciembre anni anno mesi dal dalla fino
gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre teenage teens
childhood baby time times once twice twenties thirties forties fifties today yesterday
now then ever lately recently morning night often sometimes always every daily weekly
monthly"""
_BODY = """leg legs arm arms calf thigh thighs knee knees hip hips foot feet ankle ankles hand
hands wrist shoulder shoulders back neck head face scalp skin chest breast breasts
lung lungs heart liver kidney kidneys bowel colon stomach throat eye eyes ear ears
nose mouth lip lips tongue brain spine pelvis groin abdomen belly body vein veins
artery arteries joint joints bone bones blood muscle muscles elbow elbows finger
fingers toe toes side sides sided jambe jambes bras mollet cuisse genou sein poumon
coeur foie rein peau tete cou dos bein beine arm wade lunge herz leber niere haut kopf
pierna piernas brazo rodilla pecho pulmon corazon higado rinon piel cabeza gamba gambe
braccio polmone cuore fegato rene pelle testa perna pernas braco pulmao coracao figado
rim pele cabeca territory mca"""
_CARE = """diagnosis diagnosed diagnose dx treated treatment treatments treating tx therapy
surgery surgeries operation operations operated op removed removal excision resection
procedure tablets tablet pills medication medications medicine medicines meds drugs
drug injections injection cream creams inhaler inhalers doctor doctors gp hospital
consultant specialist clinic follow up followup followed review reviewed check checks
checked monitored monitoring under care controlled control stable well managed diet
lifestyle good ok okay fine seen sees told given taking takes take took take using
uses used use needs required requiring admitted admission test tests scan mri ct
ultrasound xray blood result results level levels stopped started off dose warfarin
anticoagulated anticoagulants anticoagulation heparin aspirin clexane apixaban
rivaroxaban eliquis xarelto thinners metformin levothyroxine thyroxine carbimazole
prednisolone steroid steroids methotrexate hydroxychloroquine tamoxifen letrozole
anastrozole herceptin pacemakers stent traitement traite traitee operation opere
operee medicament medicaments suivi diagnostique diagnostiquee chirurgie behandlung
behandelt operiert medikamente therapie diagnostiziert tratamiento tratado tratada
operado operada medicacion diagnosticado diagnosticada cirugia terapia trattamento
trattato trattata operato operata farmaci diagnosticato diagnosticata intervento
tratamento medicacao cirurgia lumpectomies reconstruction"""
_SPEECH = """and or with without for by as is are was were be been being has have had having got
get gets getting she he it they we you who which that these those there here this i me
my am do does did done can could will would very quite really just only also too some
any all lot bit slightly slight more less most other another same like about around
approximately approx circa due because caused cause secondary when where while if but
so than into out one two three four five six seven eight nine ten first second third
number type grade stage patient pt client lady woman man girl boy female male person
people problem problems issue issues condition conditions disease disorder syndrome
illness trouble history case cases episode episodes attack attacks event events
symptom symptoms sign signs complications complication happened happen went going go
came come born since long short term flight flights travel travelling accident fall
injury trauma pregnancy plaster cast pill contraceptive contraception covid immobility
immobilisation exercise work home life stress weight dental alone spontaneously twice
partly fully completely well small smaller large larger minor major slight little
severe full still yes right left upper lower both et ou avec sans pour par est sont
etait avoir eu ete a ai il elle je suis que qui lors apres avant suite cause und oder
mit fur durch ist sind war hat habe hatte gewesen bin er sie es ich nach vor wegen im
bei beim y o con por para es son era fue ha he tiene tengo tenia tuvo que cuando tras
despues antes e ed per da ho ha hai sono stato stata che quando dopo prima soffre
soffro ha com por tem tenho teve foi que quando depois antes og eller med har jag jeg
han hon hun na z i oraz dr mr mrs ms nhs st x mm cm kg mg"""
FILLER = (
    frozenset(" ".join((_TIME, _BODY, _CARE, _SPEECH)).split())
    | speaking_words()
    | SKIPPED
    | DESCRIBING
)
# A word that ends so is a disease, even beside one that is known.
DISEASED = tuple(
    """itis ites osis oses oma omas emia aemia pathy pathie patia plasia algia iasis urie
uria penia philia syndrome krankheit erkrankung sjukdom sygdom sykdom tauti ektomie
ectomy ectomie ite ose itide osi""".split()
)
ENDED_BY_DIET = frozenset(
    """metformin metformine metformina glucophage diet dieta regime diat tablets tablet
comprimes tabletten compresse pastillas gliclazide diamicron sitagliptin januvia
empagliflozin jardiance dapagliflozin forxiga ozempic semaglutide mounjaro tirzepatide
trulicity victoza oral lifestyle glimepiride""".split()
)
BENIGN = frozenset(
    """benign benin benigne benignes benins benigno benigna benigni benigne gutartig
gutartiger gutartige gutartiges goedaardig goedaardige lagodny lagodna godartet
godartad noncancerous dobrokachestvennaya dobrokachestvennyi kaloithis""".split()
)
