"""Domain: words that stand around a medicine's name and name no medicine themselves."""

from mesodesk.domain.medicines.company_words import COMPANIES
from mesodesk.domain.medicines.contexts import cue_words
from mesodesk.domain.medicines.form_words import FORMS, UNITS
from mesodesk.domain.medicines.routes import route_words
from mesodesk.domain.medicines.speech_words import SPEECH, TIMES
from mesodesk.domain.medicines.spelling import fold

# Turns of speech that hold a medicine's name by chance: Moment is an ibuprofen, Vessel a
# sulodexide. "Lista B1" is a Brazilian schedule, "táo" a Vietnamese apple, not TAO.
SPEECH_RUNS = frozenset(
    """atthemoment forthemoment enelmomento alinstant almomento dumoment pourlemoment momentan
    bloodvessel bloodvessels postmi listab huongtao giamtao quatao taobon masukangin""".split()
)
SALTS = frozenset(
    """sodium natrium sodique sodico sodica sodowy sodowa natricum natrici natriumsalz calcium
    kalzium calcique calcico calcica calcicum potassium kalium potassico magnesium magnesico
    hydrochloride hydrochlorid chlorhydrate clorhidrato cloridrato hcl hydrogen sulfate sulphate
    bisulfate bisulphate hydrogensulfat hydrogenosulfate sulfato solfato besilate besylate
    besilat bisulfato hidrogenosulfato hidrogenosulfat hydrogensulfate hydrogensulphate mesilate
    mesylate mesilat mesilato etexilate etexilat etexilato tosylate tosilate tosilato trometamol
    tromethamine trometamina fumarate fumarat fumarato maleate maleat maleato tartrate tartrat
    tartrato succinate succinat succinato phosphate phosphat fosfato citrate citrat citrato
    oxalate oxalat oxalato acetate acetat acetato bromide bromid bromuro brometo hydrobromide
    nitrate nitrato monohydrate monohidrato hemihydrate dihydrate dihidrato trihydrate anhydrous
    anidro lysine lysinate lisinato arginine clathrate clatrato micronized micronizado d dl lys
    chloride chlorid chlorure cloruro cloreto acid acide acido saure salt salts na""".split()
)


def _folded(*texts: str) -> frozenset[str]:
    """The words of `texts` as they are compared; what has a hyphen also in its parts."""
    words = [word for text in texts for word in text.replace("-", " ").split()]
    return frozenset(fold(word) for word in words)


_SHORTEST_TAIL = 4
# What may be joined to a name in one word: Aspirintabletten, Heparinratiopharm.
TAILS = frozenset(
    word
    for word in _folded(FORMS, COMPANIES) | route_words()
    if len(word) >= _SHORTEST_TAIL and word.isalpha()
)
# What a box or a prescription says; the rest of the filler is what people say.
BOX_WORDS = _folded(FORMS, UNITS, COMPANIES, TIMES)
FILLER = BOX_WORDS | _folded(SPEECH) | cue_words() | route_words()
