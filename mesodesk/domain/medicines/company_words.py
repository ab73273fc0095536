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
"""
