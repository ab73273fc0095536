"""Tests: what people write about conditions, with what each line must mean.

The expected question, certainty, context and date of each line were worked by hand: which of the
founding document's exclusions, or of the listed contraindications, a reader would see in it.
A line is "text => question certainty context date [& ...]"; "-" is a question that nothing asks.
"""

import time
from datetime import date

import pytest

from mesodesk.domain.conditions.recogniser import ConditionRecogniser

TODAY = date(2026, 3, 14)
LINES = """
DVT => dvt sure current
dvt 2019 => dvt sure current 2019
D.V.T. left leg => dvt sure current
deep vein thrombosis => dvt sure current
Deep venous thrombosis of the left leg in 2011 => dvt sure current 2011
VTE => dvt sure current
PE 2015 => dvt sure current 2015
pulmonary embolism, March 2020 => dvt sure current 2020-03
blood clot in my leg => dvt sure current
clots in both lungs => dvt sure current
phlebothrombosis => dvt sure current
thrombophlebitis => dvt sure current
superficial thrombophlebitis => other_thrombosis sure current
portal vein thrombosis => other_thrombosis sure current
history of DVT => dvt sure past
previous PE => dvt sure past
DVT resolved => dvt sure past
post-thrombotic syndrome => dvt sure current
Thrombose => dvt sure current
Beinvenenthrombose vor 3 Jahren => dvt sure current 2023
Lungenembolie 2012 => dvt sure current 2012
TVP => dvt sure current
phlébite => dvt sure current
embolie pulmonaire en 2010 => dvt sure current 2010
trombosis venosa profunda => dvt sure current
trombosi venosa profonda => dvt sure current
trombose venosa profunda => dvt sure current
trombosebeen => dvt sure current
zakrzepica żył głębokich => dvt sure current
djup ventrombos => dvt sure current
тромбоз глубоких вен => dvt sure current
φλεβοθρόμβωση => dvt sure current
?DVT => dvt sure suspected
query DVT => dvt sure suspected
suspected PE => dvt sure suspected
DVT? => dvt sure suspected
Verdacht auf Thrombose => dvt sure suspected
suspicion de phlébite => dvt sure suspected
no DVT => dvt sure negated
no history of DVT => dvt sure negated
never had a blood clot => dvt sure negated
DVT ruled out => dvt sure negated
DVT: no => dvt sure negated
pas de phlébite => dvt sure negated
keine Thrombose => dvt sure negated
sin trombosis => dvt sure negated
senza trombosi => dvt sure negated
mother had DVT => dvt sure family
DVT (sister) => dvt sure family
family history of DVT => dvt sure family
Mutter hatte Thrombose => dvt sure family
ma mère a eu une phlébite => dvt sure family
risk of DVT => dvt sure mentioned
DVT prophylaxis => dvt sure mentioned
stroke => stroke sure current
stroke 2016 => stroke sure current 2016
Previous stroke 5 years ago => stroke sure past 2021
CVA => stroke sure current
cerebral haemorrhage => stroke sure current
cerebral hemorrhage => stroke sure current
bleed on the brain at 30 => stroke sure current
subarachnoid haemorrhage => stroke sure current
AVC en 2018 => stroke sure current 2018
Schlaganfall => stroke sure current
ictus 2014 => stroke sure current 2014
derrame cerebral => stroke sure current
beroerte => stroke sure current
udar mózgu => stroke sure current
slaganfall => stroke sure current
hjerneslag => stroke sure current
aivoinfarkti => stroke sure current
инсульт => stroke sure current
εγκεφαλικό => stroke sure current
mother had a stroke => stroke sure family
stroke - mother => stroke sure family
stroke, father => stroke sure family
no stroke => stroke sure negated
pas d'AVC => stroke sure negated
не было инсульта => stroke likely negated
мать инсульт => stroke sure family
strok 2012 => stroke likely current 2012
heat stroke => stroke likely current
hemiplegia => stroke likely current
stroke of luck => - sure current
swims breast stroke => none current & - sure current
TIA => tia sure current
mini-stroke 2022 => tia sure current 2022
AIT => tia sure current
transient ischemic attack => tia sure current
breast cancer => cancer sure current
breast cancer, treated 2015 => cancer sure current 2015
breast cancer in remission since March 2020 => cancer sure past 2020-03
breast cancer since 2024 => current_cancer sure current 2024
metastatic melanoma => current_cancer sure current & cancer sure current
liver metastases => current_cancer sure current
on chemo => current_cancer sure current
chemo 2012 => cancer sure current 2012
leukaemia => cancer sure current
leukemia => cancer sure current
Hodgkin's lymphoma 1999 => cancer sure current 1999
BCC removed 2010 => cancer sure past 2010
basal cell carcinoma => cancer sure current
melanoma => cancer sure current
prostate ca => cancer sure current
cancer du sein => cancer sure current
Brustkrebs 2009 => cancer sure current 2009
cáncer de mama => cancer sure current
tumore al seno => cancer sure current
cancro da mama => cancer sure current
borstkanker => cancer sure current
rak piersi => cancer sure current
bröstcancer => cancer sure current
рак молочной железы => cancer sure current
καρκίνος μαστού => cancer sure current
Zungenbasiskarzinom => cancer likely current
HER2 negative breast cancer => cancer sure current
no cancer => cancer sure negated
mother breast cancer => cancer sure family
afraid of cancer => cancer sure mentioned
lukaemia => cancer likely current
brain tumour => cancer likely current
benign breast lump => - sure current
fibroadenoma => - sure current
cancer screening normal => - sure current
star sign cancer => - sure current
type 1 diabetes => insulin_diabetes sure current
type I diabetic since age 9 => insulin_diabetes sure current
type one diabetic => insulin_diabetes sure current
juvenile diabetes => insulin_diabetes sure current
DM1 => insulin_diabetes sure current
DM I => insulin_diabetes sure current
DT1 => insulin_diabetes sure current
diabetes tipo uno => insulin_diabetes sure current
Typ-I-Diabetiker => insulin_diabetes sure current
diabétique de type 1 => insulin_diabetes sure current
type II diabetic => other_diabetes sure current
diabetes tipo dos => other_diabetes sure current
T1DM => insulin_diabetes sure current
IDDM => insulin_diabetes sure current
LADA => insulin_diabetes sure current
diabetes mellitus, type 1 => insulin_diabetes sure current
diabetic on insulin => insulin_diabetes sure current
insulin pump => insulin_diabetes sure current
diabète de type 1 => insulin_diabetes sure current
insulinpflichtiger Diabetes => insulin_diabetes sure current
diabetes tipo 1 => insulin_diabetes sure current
diabete di tipo 1 => insulin_diabetes sure current
cukrzyca typu 1 => insulin_diabetes sure current
сахарный диабет 1 типа => insulin_diabetes sure current
διαβήτης τύπου 1 => insulin_diabetes sure current
type 2 diabetes => other_diabetes sure current
T2DM => other_diabetes sure current
diabetes, diet controlled => other_diabetes sure current
diabetes, no insulin => other_diabetes sure current
diabetes => insulin_diabetes likely current
gestational diabetes => insulin_diabetes likely current
diabetes insipidus => - sure current
prediabetes => - sure current
insulin resistance => - sure current
husband has type 1 diabetes => insulin_diabetes sure family
haemophilia A => bleeding_disorder sure current
hemophilia => bleeding_disorder sure current
von Willebrand disease => bleeding_disorder sure current
low platelets => bleeding_disorder sure current
ITP => bleeding_disorder sure current
factor V Leiden => bleeding_disorder sure current
antiphospholipid syndrome => bleeding_disorder sure current
pacemaker => heart_disease sure current
AF => heart_disease sure current
heart attack 2018 => heart_disease sure current 2018
epilepsy as a child => epilepsy sure past
underactive thyroid => thyroid sure current
Hashimoto => autoimmune sure current
lupus => autoimmune sure current
MS => autoimmune sure current
HIV => immunocompromise sure current
cirrhosis => liver_kidney sure current
on dialysis => liver_kidney sure current
hepatitis B => liver_kidney likely current
psoriasis on elbows => skin_disease sure current
keloid scars => keloid sure current
cold sores => herpes_unprotected likely current
faints at needles => fainting sure current
lipodystrophy => lipodystrophy sure current
body dysmorphic disorder => body_image_preoccupation sure current
difficulty swallowing => dysphagia sure current
swollen lymph nodes => full_chin_other_cause sure current
pregnant 20 weeks => pregnancy sure current
breastfeeding => breastfeeding sure current
varicose veins => - sure current
thrombosed haemorrhoid => - sure current
migraine => - sure current
B12 deficiency => - sure current
none => - sure current
zorbic plaxity => none current
I82.4 => dvt sure current
E10.9 => insulin_diabetes sure current
E11.9 => other_diabetes sure current
C50.911 => cancer sure current
Z85.3 2012 => cancer sure past 2012
Z80.3 => cancer sure family
G45.9 => tia sure current
I63 => stroke sure current
no DVT, stroke or cancer => dvt sure negated & stroke sure negated & cancer sure negated
no DVT, stroke => dvt sure negated & stroke sure unclear
no DVT but stroke 2015 => dvt sure negated & stroke sure current 2015
2019 DVT, 2021 stroke => dvt sure current 2019 & stroke sure current 2021
hay fever; mother DVT; stroke 2010 => - sure current & dvt sure family & stroke sure current 2010
MI, ?DVT => heart_disease sure current & dvt sure suspected
family history of stroke, DVT 2019 => stroke sure family & dvt sure unclear 2019
hypertension zorbic => - sure current & none current
type 2 diabetes and Lantus => other_diabetes sure current & insulin_diabetes sure current
asthma, eczema, DVT 2001 => - sure current & skin_disease sure current & dvt sure current 2001
mi madre tuvo un ictus => stroke sure family
cancro no pulmão => cancer sure current
triple negative breast cancer => cancer sure current
cancer-free 6 years => cancer sure unclear
V.a. Thrombose => dvt sure suspected
T1 N0 M0 => none current
DVT after pregnancy => dvt sure current & pregnancy sure past
treatment for stroke => stroke sure current
ICD-10: I63 => stroke sure current
pas d'antécédents => - sure current
Z.n. Schlaganfall 2019 => stroke sure past 2019
my sister died of a stroke => stroke sure family
family hx of DVT but no personal history => dvt sure family
blood clots run in the family => dvt sure family
no known allergies, epilepsy => - sure current & epilepsy sure current
PMH: T2DM, CKD3 => other_diabetes sure past & liver_kidney sure past
je n'ai jamais eu de phlébite => dvt sure negated
nunca tive trombose => dvt sure negated
mi padre murió de un ictus => stroke sure family
Tumor maligno de la ampolla de Vater => cancer sure current
had a mini stroke in 2015 and a full stroke in 2018 => tia sure past 2015 & stroke sure past 2018
prostate cancer under active surveillance => current_cancer sure current
"""
_ROWS = [line.split(" => ") for line in LINES.strip().splitlines()]


@pytest.mark.parametrize(("line", "expected"), _ROWS, ids=[row[0] for row in _ROWS])
def test_that_a_line_means_what_a_reader_sees_in_it(
    recogniser: ConditionRecogniser, line: str, expected: str
) -> None:
    found = [
        " ".join(
            word
            for word in (
                (match.questions or ("-",))[0] if match.condition else "",
                match.certainty.value,
                match.context.value,
                str(match.when or ""),
            )
            if word
        )
        for match in recogniser.recognise(line, TODAY).matches
    ]
    assert found == expected.split(" & ")


def test_that_the_table_is_long_enough_to_trust() -> None:
    assert len(_ROWS) >= 150
    assert len({row[0] for row in _ROWS}) == len(_ROWS)


def test_that_a_very_long_line_takes_the_time_its_length_deserves(
    recogniser: ConditionRecogniser,
) -> None:
    def seconds(words: int) -> float:
        begun = time.process_time()
        recogniser.recognise("qzx " * words, TODAY)
        return time.process_time() - begun

    seconds(100)
    assert seconds(4_000) < 40 * seconds(400)
