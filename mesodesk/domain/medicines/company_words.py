"""Domain: who makes a medicine, as it stands before or behind the name of one without a brand."""

COMPANIES = """
bayer sanofi aventis pfizer novartis roche gsk glaxo glaxosmithkline merck msd lilly novo nordisk
teva sandoz mylan viatris ratiopharm stada hexal krka zentiva gedeon richter actavis accord apotex
aurobindo aristo arrow biogaran cristers eg egis genericon heumann kern pharma normon cinfa
ranbaxy sun cipla lupin torrent zydus cadila reddy reddys glenmark intas alkem abbott takeda
astellas daiichi sankyo eisai otsuka boehringer ingelheim bms bristol myers squibb astrazeneca
servier menarini angelini alfasigma generici dompe chiesi zambon recordati bial tecnimede basics
puren betapharm axcount winthrop abz aliud wockhardt amneal dexcel tillomed taro almus boots tesco
lloyds superdrug kirkland equate walgreens cvs rite aid galpharm care polpharma polfa adamed
bausch lek pliva alkaloid hemofarm bosnalijek sopharma medis orion ebewe nycomed leo rovi qualigen
tarbis stadapharm edigen ems eurofarma quimica medley germed ache cimed hypera legrand
biosintetica vitabalans sigma chemists own apo novopharm pms ratio jamp riva pro doc ran auro mint
mar nat act co dom gd pharmascience laboratorios laboratorio laboratoire laboratoires laboratories
labs lab pharmaceuticals pharmaceutical pharmaceutica pharm farma farmaceutica farmaceutici
arzneimittel healthcare health gmbh ag ltd limited inc sa spa srl sas bv nv ab as oy oyj kg llc
plc sl slu sp zoo kft zrt doo dd ad jsc ooo zao pte pvt sdn bhd pty kk corp company international
europe deutschland france italia espana iberica polska hungary austria nederland belgium ireland
uk fresenius kabi baxter braun hospira hikma panpharma sintetica amdipharm advanz concordia aspen
mcneil reckitt perrigo johnson janssen ucb ipsen pierre fabre upjohn wyeth schering alvogen
medochemie remedica genepharm elpen vianex demo pharmathen rafarm specifar gap faran galenica
verisfield tiefenbacher alembic macleods micro unichem hetero natco biocon wanbang hisun dongbao
gan lee bioton polfarmex bioveta gerot lannach glpharma ratiofarm 1a one alter pensa teclogen
tecnigen farmoz ciclum labesfal generis jaba tolife azevedos edol wynn baldacci square beximco
incepta opsonin renata aristopharma acme drug eskayef acmelaboratories popular unimed getz hilton
ferozsons searle sami highnoon bosch martin dow atco kalbe dexa sanbe medica bernofarm novell
hexpharm phapros kimia biofarma unilab pascual ritemed hizon interphil chemo dr lal berlin chemie
slavia terapia labormed antibiotice biofarm tecnoquimicas tq mk genfar lafrancol procaps lasante
humax memphis coaspharma american generics adcock ingram medpro austell unicorn pharmaco litha
axcel icm beacons naturland fono vitaflo parma
farm belupo galenika replek planta zorka farmak aflofarm alternova clonmel galepharm kedrion labatec
rotexmedica léčiva slovakofarma chinoin vedim канон штада синтез бинергия солофарм нордик рихтер
ферейн біолік csm mankind ajanta emcure usv indoco fdc elder wallace franco indian panacea strides
shilpa msn laurus marksans ipca jubilant piramal raptakos brett systopic akumentis eris leeford
troikaa samarth gland bharat concord sinsan sinocare psychotropics medibios lifestar koye corona
remedies santé roemmers bagó chalver biolab libbs neoquimica teuto prati donaduzzi cristália nova
vitamedic geolab globo brainfarma hypermarcas mantecorp supera farmoquimica zodiac blausiegel
greenpharma belfar multilab osorio moraes catarinense casasco gador montpellier raffo elea phoenix
craveri ivax sidus temis lostaló baliarda denver fabop vannier lazar richmond bernabó savant
northia klonal duncan panalab rontag finadiet saval recalcine maver mintlab chile andrómaco
bestpharma pharmavita medipharm hochstetter synthon pharmaknop knop medifarma portugal
farmindustria iqfarma hersil induquimica naturgen acfarma lansier roxfarma cifarma peruano
expofarma bussié siegfried incobra ophalmos anglopharma vitalis delta blaskov colmed biochem
lafage pisa liomont senosiain silanes sophia psicofarma amsa collins raam randall probiomed
armstrong grossman kener degort chopo carnot rimsa hormona italmex streger loeffler bruluart novag
infancia maypo stendhal asofarma calox behrens meyer vargas ponce oftalmi valmorca vivax elter
spefar genven biotech rowe magnachem lam ethical dominicana mallén feltrex sued fargesa paill
vijosa lópez ancalmo teramed menfar stein gutis raven lisan newport rarpe finlay infasa donovan
selectpharma unipharm lancasco pharmalat medikem dhg siam gpo soho varia tempo scan conbloc
interbat ferron otto mersifarma mahakam pharos lapi meprofarm nirmala yarindo nufarindo promed
rama emerson ifars guardian etercon nulab ikapharmindo imphar coronet pyridam fahrenheit pharmasia
medikon gracia combiphar konimex bintang toedjoe hexa duta westmont therapharma biomedis medichem
ambica lloyd lumar cathay drughaus ace zuellig myra natrapharm multicare pharmalink phil amherst
euromed unicare swiss vietnam domesco imexpharm traphaco mekophar bidiphar pymepharco opv hasan
dermapharm savipharm savi davipharm agimexpharm tipharco boston saokim pharbaco hataphar vidipha
tvpharm euvipharm mediplantex danapha khanh hoa apimed glomed amvipharm bangkok pharmasant
atlantic inpac unison silom medical nida burapha polipharm osoth medicpharma biopharm chumchon
utopian seven stars duopharma pharmaniaga hovid ccm xepa soul pattinson kotra ynm prime apex yspyy
ysp hoe noripharma sunward houses royce bright julphar tabuk spimaco jamjoom pharco eipico amoun
sina darou aburaihan adwia sedico epico kahira misr cairo alexandria nile arab chemipharm marcyrl
minapharm utopia rameda hochster global evapharm eva mash premiere macro inspire medizen pharaonia
orchidia unipharma multiapex elandalous kima jazeera riyadh batterjee saja avalon deef sudair gulf
neopharma globalpharma oman qatar kuwait ajax benta algorithm mediphar pharmadex pharmaline ibn
sinaa razi asia barakat thameen domina avenzor oubari diamond tamico hayat mpi aleppo aldawa jpm
jordanian amman ram ramm nutridar tqpharma pharmacare philadelphia sukhtian beit jala birzeit
jerusalem samaa pioneer sdi awamedica tehran chimie tehranchemie tehranchimie jaber hayan
jaberebnehayyan pakhsh darupakhsh daroupakhsh loghman hakim abidi alborz alhavi amin arya arasto
bakhtar chemidarou cobel cinnagen exir farabi iran iranhormone kharazmi modava ramopharmin rouz
sobhan shafa zahravi zistdaru osvah mahban nanoalvand actoverco actero aria aryogen bioidea tasnim
poursina pursina toliddaru zagros rasha abdi ibrahim deva mustafa nevzat nobel bilim sanovel
santafarma ilko ilsan atabay eczacıbaşı fako husnu kocak vem argis neutec menta drogsan adeka aksu
berko onko gensenta polifarma celtis pharmactive humanis ali raif generica toprak yeni terra sawai
towa nichi iko nichiiko nipro meiji seika kyorin rimedio elmed sannova nissin ohara choseido
takata taiyo tsuruhara kobayashi kyowa kirin shionogi mochida zeria fuji santen teijin tanabe
mitsubishi chugai ono sumitomo dainippon maruishi maruho kissei kaken tobishi toray yoshindo
yutoku hisamitsu daito fuso terumo nihon ffp kog tck ykp tyk isei aska wakamoto senju hanmi
daewoong chong kun chongkundang yuhan boryung dongwha ildong jeil choongwae samjin samil hanlim
daewon kyungdong shinpoong huons ahngook hyundai daehwa hana handok yooyoung ilyang dongkook kukje
samchundang kunil hankook celltrion kolon myungmoon whanin withus genuone sinil bukwang aju dasan
kwangdong korea nexpharm theragen zhejiang huahai hangzhou zhongmei beijing shanghai jiangsu
hengrui hansoh chiatai tianqing salubris shenzhen techdow hebei nanjing kinetic qilu cspc ouyi
xinlitai yangtze sichuan kelun shandong xinhua lunan pakistan barrett hodgson nabiqasim platinum
pharmevo genix tabros macter wilshire wilsons ccl zafa indus geofman adamjee brookes herbion
pharmatec hamaz efroze ici nexus novamed bangladesh aci general ziska biopharma sharif silva
somatec globe navana rangs nuvista lanka ceylon cic hemas spc navesta sunshine grindeks olainfarm
olpha kalceks sanitas valentis hasco medana ziołolek jelfa espefa ozone озон вертекс изварино
оболенское атолл северная звезда березовский авва алиум алсифарма канонфарма рафарма медисорб
обновление татхимфармпрепараты биохимик биосинтез валента верофарм герофарм дальхимфарм микроген
мосхимфармпрепараты эллара нижфарм органика пранафарм производство акрихин фармстандарт отисифарм
усолье борисовский белмедпрепараты академфарм лекфарм минскинтеркапс рубикон фармлэнд дарница
дарниця артериум киевмедпрепарат київмедпрепарат борщаговский борщагівський здоровье кусум
микрохим юрия лекхим індар биовитта химфарм санто ромат ксантис актавис полпединг полфарма
фармасинтез велфарм московский эндокринный завод фармзавод материа медика промомед саранск
берингер ингельхайм лилли пфайзер хеми адифарм софарма балканфарма чайкафарма тчайкафарма jadran
farmal pharmas makpharm dietpharm jgl sarajevo zdravlje goodwill panfarma pharmanova ufar
slaviamed pharmaswiss farmanova bioprofarma jaka replekfarm profarma bluefish ebb evolan valley
unimedic orifarm paranova parallelimport 2care4 eurim kohlpharma emra medartuum farmagon cefak
genus karo abcur xiromed xgx newbury karomed amarox vivanta macure wörwag woerwag hennig hormosan
acis tad juta lannacher 1apharma mepha spirig helvepharm streuli drossapharm amavita desma
actipharm bichsel vifor evolupharm isomed substipharm medipha epifarma ipso mabo bexal qualitec
davur korhispana vir combix stadafarma ranbaxygen aurovitas bluepharma farmalider apotexin
cantabria vegal ulatin uxa viso urgo ferrer restan trinity mirren gen sekpharm lennon bodene
safeline emzor fidson baker juhel neimeth nigerian swipha vitabiotics unique pharmadeko greenlife
kopran shalina ernest kinapharm entrance tobinco danadams letap ayrton amponsah effah laborex
cosmos regal elys shelys zenufa abacus rene kampala addis epharm sansheng humanwell camber solco
prinston ascend northstar exelan advagen bionpharma ajenat apnar bluepoint breckenridge cadista
epic heritage avet ingenus jerome lannett leading lucid major nostrum novadoz oxford quinn
qualitest rising rugby scienegen sciegen tagi trigen trupharma upsher smith viona virtus
westminster winder yiling zenara slate goldline geri amerisource topcare sunmark leader signature
goodsense premier
halex istar moura brasil almeida prado santa infaca biosano xund lomac chauvin alcon desitin alvin
dollder cofasa vincenti tiares biofar canada
"""
