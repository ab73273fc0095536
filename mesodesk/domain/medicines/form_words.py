"""Domain: what a box says beside the name of the medicine: forms, packs, units, in many languages.

Written as they are written there; whoever compares them folds them first.
"""

FORMS = """
plastic packet packets preparation preparations protein solidus
tablet tablets tab tabs tbl tabl tbs cap caps capsule capsules pill pills caplet caplets softgel
softgels lozenge lozenges sachet sachets powder granules granule pellets pellet soluble
effervescent dispersible orodispersible chewable chewing gum gastro resistant gastroresistant
enteric coated film sugar uncoated scored retard prolonged slow modified extended delayed
sustained controlled immediate timed release releasing ec er sr xr xl mr la cr pr dr ir od odt fct
ds df solution suspension susp syrup sirup elixir linctus mixture liquid emulsion drop drops
paediatric pediatric injection injections injectable inj solvent diluent concentrate concentrated
reconstitution infusion amp ampoule ampoules ampul ampule ampules vial vials pen pens prefilled
pre filled syringe syringes kwikpen flexpen flextouch solostar penfill innolet doublestar junior
cartridge cartridges disposable pump refill sublingual buccal oral orally peroral subcutaneous
intravenous intramuscular intradermal iv im sc po pwd sterile isotonic saline aqueous hard soft
gelatin lyophilisate lyophilized freeze dried kit pack packs pk box blister bottle strip tube can
aerosol spray puff puffs actuation actuations metered accuhaler turbuhaler diskus easyhaler
breezhaler ellipta evohaler maxhaler respimat nebuliser nebulizer nebules inhaler bp usp ep ph eur
jp ip nf efg generic original brand forte plus mite extra max maximum strength strong mild ultra
duo combi comp compound compositum total new neo formula action relief adult adults child children
infant infants baby paed alpha alfa beta multi water buffer buffered activated human regular rapid
long fast acting preservative free sugarfree flavour flavoured lemon orange cherry mint peppermint
vanilla unit units each contains containing w v ww wv equivalent equiv eqv porcine bovine
recombinant rdna dna origin biosynthetic highly purified monocomponent cpr cps cp compr comprimé
comprimés comprime comprimes pelliculé pelliculés enrobé enrobés dragéifié dragée dragées sécable
sécables quadrisécable gélule gélules molle molles gastro-résistant gastro-résistants
gastrorésistants effervescents orodispersibles croquer sucer dose doses poudre buvable buvables
sirop gouttes goutte injectables seringue seringues préremplie préremplies stylo stylos prérempli
préremplis cartouche cartouches flacon flacons perfusion libération prolongée lp lm modifiée
plaquette plaquettes boîte boite pommade nourrissons enfants adultes générique comprimido
comprimidos recubierto recubiertos recubierta película cubierta gastrorresistente
gastrorresistentes efervescente efervescentes bucodispersables bucodispersable masticable
masticables dispersable dispersables liberación prolongada retardada modificada cápsula cápsulas
dura duras blanda blandas sobre sobres polvo polvos granulado granulados solución suspensión
jarabe gotas inyectable inyectables inyección jeringa jeringas precargada precargadas pluma plumas
precargado precargados cartucho cartuchos viales ampolla ampollas perfusión caja tableta tabletas
gragea grageas pastilla pastillas frasco frascos unidades unidad envase estuche entérica entéricas
capa adultos niños infantil lactantes genérico compressa compresse rivestita rivestite rivestiti
gastroresistente gastroresistenti effervescente effervescenti masticabili orodispersibili
orosolubili divisibili rilascio prolungato modificato capsula rigida rigide molli bustina bustine
polvere granulato soluzione sospensione sciroppo gocce iniettabile iniettabili iniezione siringa
siringhe preriempita preriempite penna penne cartuccia cartucce fiala fiale flaconcino flaconcini
infusione confetti confetto supposte bambini adulti generico equivalente revestido revestidos
revestida orodispersíveis libertação liberação mole moles saqueta saquetas envelope pó solução
suspensão xarope injetável injectável injeção injecção seringa seringas preenchida pré-cheia
pré-cheias caneta canetas frasco-ampola ampola ampolas drágea drágeas comprimidas adulto comum
tablette tabletten filmtablette filmtabletten filmtabl kapsel kapseln hartkapsel hartkapseln
weichkapsel weichkapseln dragee dragees pille pillen brausetablette brausetabletten brause
kautablette kautabletten schmelztablette schmelztabletten retardtablette retardtabletten
retardkapseln magensaftresistent magensaftresistente überzogene überzogen tah msr beutel pulver
granulat lösung saft tropfen injektion injektionslösung injektionssuspension spritze spritzen
fertigspritze fertigspritzen fertigpen fertigpens patrone patronen durchstechflasche
durchstechflaschen ampulle ampullen infusionslösung konzentrat packung schachtel stück stk st n1
n2 n3 zum einnehmen herstellung einer erwachsene kinder säuglinge generikum generika filmomhulde
omhulde omhuld maagsapresistente maagsapresistent bruistablet bruistabletten kauwtablet
kauwtabletten zacht zachte harde zakje zakjes poeder drank druppels siroop injectie
injectievloeistof spuit spuiten voorgevulde wegwerpspuit pennen patroon infuus gereguleerde
afgifte verlengde drager tablett tabletter tabletti tabletit filmdragerad filmdragerade drasjert
filmdrasjerte filmovertrukne overtrukne filmovertrukket enterotablett enterotabletter brustablett
brustabletter brusetabletter tyggetabletter depottablett depottabletter depotkapsler kapslar
kapsler kapseli kapselit hård hårda hårde mjuk mjuka lösning oppløsning opløsning mikstur droppar
dråber dråper injektionsvätska injektionsvæske injeksjonsvæske injektioneste injeksjonsoppløsning
förfylld förfyllda ferdigfylt fyldt fyldte spruta sprøyte injektionspenna stikpen patron patroner
ampull ampuller ampulla hetteglass liuos kalvopäällysteinen enterotabletti poretabletti tipat
tabletka tabletki powlekane powlekana dojelitowe dojelitowa musujące musująca drażetki kapsułka
kapsułki twarde twarda miękkie proszek saszetka saszetki roztwór zawiesina krople syrop
wstrzykiwań wstrzyknięć iniekcji ampułko ampułkostrzykawka ampułkostrzykawki wstrzykiwacz
wstrzykiwaczu wkład wkłady fiolka fiolki ampułka ampułki doustny doustna podskórny przedłużonym
uwalnianiu zmodyfikowanym szt op tablety tabliet tabletta tabletták flm potahované potahovaná
filmom obalené obalená enterosolventní enterosolventné šumivé žvýkací tobolka tobolky kapsula
kapsuly tvrdé tvrdá měkké mäkké prášek prášok sáčky roztok suspenze suspenzia kapky kvapky
injekční injekčný injekcia injekce předplněná naplnená stříkačka striekačka pero zásobní vložka
náplň lahvička ampulka perorální perorálny por sol plv gtt sir filmtabletta filmtabletták bevont
kemény lágy kapszula kapszulák oldatos injekció injekciók injekcióhoz injekciós oldószer
oldószerrel előretöltött fecskendő fecskendőben toll tollban patronban infúzió infúzióhoz
koncentrátum szuszpenzió szuszpenziós belsőleges granulátum gyomornedv-ellenálló gyomornedv
ellenálló rágótabletta pezsgőtabletta szájban diszpergálódó módosított hatóanyagleadású szemcsepp
orrspray cseppek csepp kenőcs krém szirup oldat inhalációs egység egységek mikrogramm ne ml adag
adagolt transzdermális tapasz spec gyógy élelm ízű vanília drink komb kapszulában és vagy
comprimat comprimate filmate filmat gastrorezistent gastrorezistente masticabile capsulă moi
pulbere plic plicuri soluţie soluție suspensie picături injectabilă injectabil seringă preumplută
preumplute stilou cartuş cartușe fiolă fiole perfuzabilă concentrat drajeuri cutie eliberare
prelungită modificată tablete obložene obložena želučanootporne gastrorezistentne šumeće kapsule
tvrde meke prašak vrećica vrećice otopina rastvor suspenzija kapi injekcije injekcija za injekciju
napunjena štrcaljka šprica brizgalica uložak bočica ampula oralna oralne obloženi filmsko
raztopina injiciranje napolnjena brizga peresnik vložek želodčno odporne trde tabletė tabletės
plėvele dengtos skrandyje neirios kapsulė kapsulės kietos kietosios injekcinis tirpalas
užpildytame švirkšte milteliai tabletes apvalkotās zarnās šķīstošās kapsulas cietās šķīdums
injekcijām pilnšļircē tabletid õhukese polümeerikattega gastroresistentsed kõvakapsel kapslid
süstelahus süstlis tableti kaplı kapli enterik kapsül kapsul şurup surup çözelti enjeksiyonluk
enjektör enjektor hazır hazir flakon kartuş kalem damla toz saşe efervesan uzatılmış salımlı
таблетка таблетки таблеток таб табл тб капсула капсулы капсул драже раствор р-р рр суспензия сироп
капли порошок пор гранулы ампула ампулы амп флакон фл шприц шприцы ручка шприц-ручка картридж для
инъекций инъекционный инъекции внутрь внутривенного подкожного введения введ п в пленочной
плёночной оболочке оболочкой покрытые покр плен об кишечнорастворимые кишечнораств шипучие
жевательные пролонгированного действия пролонг лиоф лиофилизат конц концентрат инф уп упак шт мг
мкг мл ед ме г доза доз капсули вкриті плівковою оболонкою розчин ін'єкцій ін єкцій таблети
филмирани обвити твърди разтвор инжекционен спринцовка писалка прах сашета таблете капсуле за
инјекцију тврда δισκίο δισκία δισκίων δισκ επικαλυμμένα επικαλυμμένο λεπτό υμένιο με
γαστροανθεκτικά γαστροανθεκτικό αναβράζοντα καψάκιο καψάκια κάψουλα κάψουλες καψ σκληρό σκληρά
μαλακά ενέσιμο διάλυμα ενέσιμη ένεση ενέσεις σύριγγα προγεμισμένη προγεμισμένες συσκευή τύπου
πένας φυσίγγιο φύσιγγα πόσιμο πόσιμες σταγόνες σιρόπι σκόνη φακελάκι φακελάκια χάπι χάπια ταμπλέτα
ταμπλέτες ταμπ τεμ χιλιοστόγραμμα μγρ μιγρ βαμ قرص أقراص اقراص حبة حبوب حبه كبسولة كبسولات كبسول
شراب نقط حقنة حقن إبرة ابرة ابر قلم اقلام أقلام فوار محلول أمبول امبول مجم ملجم ملغ ملغم جرام غرام
مل وحدة وحدات مغلفة ممتد المفعول جرعة טבליה טבליות כדור כדורים קפליות קפליה כמוסות כמוסה זריקה
זריקות עט מזרק טיפות סירופ תמיסה מ ג tab-let viên nén nang bao phim tiêm dung dịch siro bột gói
ống lọ sủi tetes suntik injeksi salut selaput kaplet 錠 カプセル 散 注 注射液 腸溶錠 配合錠
口腔内崩壊錠 片 胶囊 肠溶片 薄膜 정
캡슐 주사 장용정 เม็ด แคปซูล ยา acidum tinctura unguentum solutio pulvis sirupus gutta guttae
compositus
simplex dilutum suspensio spiritus oleum aqua cremor pasta mixtura oculogutta suppositorium cum ad
per natrii kalii calcii magnesii zinci aluminii hydrochloridum sulfas chloridum centum tabuletta
compressi obducti
töflur tafla filmuhúðaðar húðaðar magasýruþolnar magasýruþolin freyðitöflur munndreifitöflur
forðatöflur forðahylki hylki hörð stungulyf innrennslislyf stungulyfsstofn lausn dropar augndropar
smyrsl hlaup endaþarmsstílar plástur forðaplástur áfylltri áfyllt sprautu sprauta lykja hettuglas
hettuglös lyfjapenni áfylltum pennum rörlykja mixtúruduft kyrni duft leysir þykkni örtüklü plyonka
təbəqəli tabletlər həb həblər kapsullar bərk yumşaq inyeksiya məhlulu məhlul məhlulun üçün
hazırlanması şprisdə şpris flakonda damcı damcılar məlhəm şam şamlar mədədə həll olmayan
bağırsaqda olunan qablaşdırma ədəd qoplangan plyonkali tabletkalar kapsulalar eritma eritmasi
uchun kukun shpritsda tomchilar surtma ichakda eriydigan qobiq bilan ampulalar үлбірлі қабықпен
қапталған ерітінді ерітіндісі инъекцияға арналған дайындау үшін ұнтақ көпіршитін ішекте еритін
тамшылар жақпамай қатты шприцте құтыда të veshura veshur filmuar injeksion shiringë parambushura
mbushur pluhur pika shurup supozitor ტაბლეტები აბი აბები კაფსულა კაფსულები აპკიანი გარსით დაფარული
შემოგარსული ხსნარი საინექციო ინექცია ფხვნილი წვეთები მალამო სუპოზიტორია შპრიცი სიროფი ცალი
ნაწლავში ხსნადი შუშხუნა դեղահատ դեղահատեր հաբ հաբեր թաղանթապատ պատիճ պատիճներ լուծույթ ներարկման
ներարկիչ ներարկիչներ սրվակ սրվակներ փոշի կաթիլներ քսուք օշարակ մոմիկներ լուծելի vienetų vienetai
švirkštiklyje švirkštiklis užpildytas užpildytuose kramtomosios šnypščiosios disperguojamosios
burnoje pailginto atpalaidavimo minkštosios infuzinis tirpalui koncentratas lašai tepalas kremas
gelis žvakutės pleistras buteliukas flakonas pakuotė ühikut ühik pensüstlis pensüstel süstel
süstlid kihisevad suus dispergeeruvad närimistabletid toimeainet prepareeritult vabastavad
süstelahuse pulber infusioonilahus kontsentraat tilgad kreem geel suposiidid plaaster viaal
viaalis ampullis pakend pildspalvveida pilnšļircēs vienības vienību apvalkotā putojošās
disperģējamās mutē košļājamās ilgstošās darbības mīkstās pulveris infūziju koncentrāts pilieni
ziede krēms svecītes plāksteris flakons flakonā ampulās iepakojums kārtridžā стомашно устойчиви
ефервесцентни диспергиращи дъвчащи удължено освобождаване капки супозитории пластир предварително
напълнени писалки флакони опаковка саше ампули дражета předplněném předplněné peru injekčním
stříkačce potahovaných rozpustné dispergovatelné žvýkacích prodlouženým uvolňováním řízeným
kapkách čípky náplast lahvičky lahvičce ampulky balení dávka dávky rozpouštědlo infuzní koncentrát
enterosolventních naplnenom naplnené striekačke injekčnej žuvacie predĺženým čapíky liekovka
balenie rozpúšťadlo infúzny brizgalici brizgalicama štrcaljki uložku bočici peresniku napolnjenem
injekcijskem injekcijskom raspadljive disperzibilne produljenim produženim oslobađanjem žvakanje
čepići flaster raztopino orodisperzibilne žvečljive podaljšanim sproščanjem mehke kapljice svečke
obliž viala škatla steklenica prekrivene obavijene penu šolji špricu ulošku orodisperzibilna
esitäytetty esitäytetyssä ruisku ruiskussa ruiskut kynä kynässä esitäytetyt injektiopullo
infuusioneste liuosta varten kuiva kovat pehmeät tabletteja poretabletit depottabletit
purutabletit suussa hajoavat enterokapselit jauhe rakeet voide geeli emulsiovoide peräpuikot
laastari sylinteriampulli ampullit purkki tölkki pakkaus fol yksikköä cylinderampull
cylinderampuller burk tryckförpackning injektionsflaska injektionsflaskor sprutor infusionsvätska
munsönderfallande munsönderfallende tuggtablett tuggtabletter enterokapsel enterokapslar dospåse
dospåsar kräm stolpiller depotplåster enhet förpackning cylinderampulle hætteglas smeltetabletter
enterokapsler infusionsvæske suppositorier stikpiller forfyldt sprøjte sprøjter beholder
blisterpakning pakning øredråper sylinderampulle sprøyter ferdigfylte penn penner konsentrat
infusjonsvæske munnsmeltende stikkpiller boks powlekanych tabletek kapsułek draż dojelitowych
rozpuszczalne orodyspersyjne ulegające rozpadowi ustnej jamie żucia żel strzyk strz fiol roztworu
sporządzania rozpuszczalnik infuzji półautomatyczny napełniony wstrzykiwacze opakowanie blistrach
végbélkúp kúp port rágótabletták bevonatú fecskendők ampullák üveg doboz buborékcsomagolás
orodispersabile supozitoare plasture flacoane seringi preumplut stilouri folie blistere cutii
magensaftresistenter schmelzfilm weichkaps hartkaps retardkapsel flt ftbl kps lsg injektionslsg
fertspr durchstechfl granulatbeutel brausegranulat lutschtabletten filmomhuld smelttablet
smelttabletten dispergeerbare gefilmde voorgevuld injectieflacon oplossing zetpil zetpillen
pleister granulaat bruisgranulaat capsulehuls stuk stuks doos doordrukstrip blisterverpakking
eenheid buccodispersible lyophilisat gastrorésistante dispersibles croquables emplâtre unidoses
bandelette thermoformées pellic séc orodispersível mastigáveis mastigável desintegração lenta
adesivo transdérmico carpule carpules revest rev drg recub grag iny jbe fco ampolletas ampolleta
cubiertas prellenada prellenadas prellenado lapicera lapiceras tubo laca soln jarab sob
orodispersibile flaconi scatola confezione buccale polv solv αναβράζον μασώμενο μασώμενα
διασπειρόμενα στόματος παρατεταμένης αποδέσμευσης προγεμισμένο φιαλίδιο φιαλίδια αμπούλα κόνις
έγχυση υπόθετα έμπλαστρο tabletleri tabletler çiğneme dispersibl ağızda dağılan kapsülleri yumuşak
kullanıma dolu flakonu ampulü süspansiyon jel merhem fitil supozituar bant saşesi granül kutu
kutusu adet damlası kap enj lunak keras larutan suntikan krim salep supositoria koyo dus botol
bubuk serbuk kunyah siap pakai tan trong ruột mềm cứng đông khô pha nhỏ đặt miếng bơm sẵn hộp vỉ
ยาเม็ด ชนิดเม็ด เคลือบฟิล์ม เคลือบ ฉีด ยาฉีด ปากกา ยาน้ำ ขวด กล่อง แผง ซอง ผง ครีม เจล ขี้ผึ้ง
เหน็บ หยอด มิลลิกรัม มก مغلف بغشاء رقيق فوارة للمضغ للحقن مسبقة التعبئة معبأة فيال فيالة قارورة
بودرة مسحوق تحاميل تحميلة لبوس لصقة لصقات شريط علبة أمبولات أكياس كيس ظرف معوية التحلل روکش دار
روکشدار کپسول تزریقی ویال سرنگ پر شده آماده تزریق پودر کرم ژل پماد شیاف برچسب پوستی جوشان جویدنی
شربت ساشه بسته عدد میلی گرم واحد آهسته رهش پیوسته انتریک کوتد מצופות ציפוי קפסולות קפסולה להזרקה
מוכן לשימוש מזרקים עטים בקבוקון אמפולה אמפולות אבקה קרם ג'ל נר נרות מדבקה מדבקות שקיק שקיקים
תוססות ללעיסה מג יחידות суппозитории свечи пластырь растворимые диспергируемые покрытая пленочная
кишечнорастворимая оболочка ампулах флаконы флаконе шприце тюбик ручке картриджи блистеры пачка
пачки банка контурная ячейковая упаковка упаковки порошки таблетках капсулах ра готовый суспензии
подкожно внутривенно пробирка вкрита кишковорозчинні твердий тверді шприці попередньо наповненому
краплі блістері картонній пачці коробці шипучі розчину інфузій пакрытыя абалонкай обложене
обложени прашак шприцу инјекције шумеће супозиторије гастрорезистентни инјекција прашок шумливи
наполнет sprej sprey spreji sprayer plain closed fibre fibra
lente lista prazo validade portaria pvdc aclar prata plata palto kilos aplic aplicador
multidosis birran trirran birranuradas agua talco acero salida axilar asiento corta claro brazo
factor spirit spinal tiger vaselin proti trešnja heavy
산에틸에스테르 밀리그램 밀리그람 마이크로그램 그램 단위 밀리리터
clavo acetico proteina proteinas proteína proteínas proteico proteica renal paquete natal terapi
royal
nipis panas plastik peptide liver aspirator salina
"""
UNITS = """
mg mgs mcg ug µg g gr gm gms gram grams gramm gramme grammes kg ml mls cc l dl iu ui ie ne ed ej u
lsu uls
unit units unité unités unidades unidad unità einheit einheiten eenheden enheter enheder jednostek
jednotek egység mmol mol meq percent milligram milligrams milligramme milligrammes miligramo
miligramos milligrammi mikrogram mikrogramm microgram micrograms microgramme microgrammes
microgramos mikrogramov millilitre anti xa axa fxa aphxa m mo mio mln tg kiu mikrog mikrol mm cm
billion million
"""
