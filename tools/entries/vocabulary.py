"""Words that generated references are made of: no title, name or place is anybody's in particular."""

from __future__ import annotations

RUSSIAN = """
история отношения политика война мир союз конференция документы материалы воспоминания дневник
переговоры граница дружба кризис доктрина партия революция движение рабочие крестьяне общество
культура образование наука экономика промышленность хозяйство торговля армия флот разведка дипломатия
посольство консульство переписка протокол стенограмма пленум съезд комитет секретариат архив фонд
сборник очерки исследования проблемы вопросы развитие становление формирование взаимодействие конфликт
сотрудничество помощь блок безопасность разоружение договор соглашение пакт нейтралитет интервенция
оккупация освобождение репрессии депортация эмиграция диаспора национальность идентичность память
империя монархия республика область губерния город деревня север восток запад юг век эпоха период годы
начало конец середина роль место значение опыт итоги уроки перспективы сталин хрущёв ленин советский
российский международный внешний внутренний общий новый новейший холодный первый второй великий
""".split()
RUSSIAN_SMALL = "и в на о по к с из после между для при от до об".split()
STEMS = """
иван петр сидор козл смирн волк зайц морозов павл семен голуб виноград богдан воробь федор михайл беля
тарас бел комар орл киселев макар андре ковал ильин гусев титов кузьмин кудряв баран куликов алекс степан
яковл сорок сергеев роман захар борис королев герасим пономар григор лазар медвед ершов никит соболев
рябов поляк цветк данил жук фрол журавл никола крылов максим сидоров осип белоус федот дороф егор матве
бобр дмитри калин анис пету антон тимоф никифор весел филипп марков больш сухан мирон шир александр
""".split()
ENDINGS = "ов ев ин ский цкий енко ова ева ина ская чук ян швили ко".split()
GIVEN_RU = """
Иван Пётр Сергей Николай Анна Мария Александр Владимир Юрий Евгений Татьяна Игорь Дмитрий Наталья Олег
Борис Лев Георгий Яков Зоя
""".split()
ENGLISH = """
history war cold empire policy foreign alliance crisis revolution party state socialism relations treaty
diplomacy secret memoir diary letters documents archive border trade labour women peasants city village
memory identity nation nationalism religion church mission colonial independence partition development
aid expert science technology atom nuclear weapons peace movement protest culture film music literature
reading travel exile refugees occupation resistance collaboration trial justice law economy planning
industry railway steel oil food famine health medicine education youth sport space media radio press
propaganda censorship intelligence spies army navy soviet chinese vietnamese albanian german polish
european african asian american global international modern early late making end rise fall origins
limits politics origins shadow between beyond toward rethinking new old long short twentieth century
""".split()
ENGLISH_SMALL = "of the and in to from for at on with under a".split()
GERMAN = """
Geschichte Krieg Frieden Politik Außenpolitik Beziehungen Staat Partei Gesellschaft Kultur Alltag Grenze
Mauer Teilung Wirtschaft Planung Handel Kirche Recht Wissenschaft Bildung Jugend Frauen Arbeiter Bauern
Stadt Land Reich Republik Kaiserreich Besatzung Widerstand Verfolgung Flucht Vertreibung Erinnerung
Gedächtnis Archiv Quellen Dokumente Briefe Tagebuch Erinnerungen Protokolle Konferenz Vertrag Bündnis
Krise Revolution Diktatur Demokratie Sozialismus Kommunismus Nationalismus Kolonialismus Europa Osten
Westen Sowjetunion Jahrhundert Neuzeit Mittelalter Anfänge Ende Weg Rolle Studien Beiträge
""".split()
GERMAN_SMALL = "und der die das im von zur in des den zum über".split()
FRENCH = """
histoire guerre paix politique relations état parti société culture frontière alliance crise révolution
empire république colonie indépendance mémoire archives documents lettres mémoires journal église droit
science éducation femmes ouvriers paysans ville village commerce économie industrie diplomatie traité
conférence occupation résistance exil réfugiés presse cinéma littérature siècle origines fin débuts
""".split()
FRENCH_SMALL = "de la et des les en du le au sur dans".split()
ITALIAN = """
storia guerra pace politica relazioni stato partito società cultura frontiera alleanza crisi rivoluzione
impero repubblica colonia indipendenza memoria archivio documenti lettere memorie diario chiesa diritto
scienza educazione donne operai contadini città campagna commercio economia industria diplomazia trattato
conferenza occupazione resistenza esilio stampa cinema letteratura secolo origini fine inizi pittura
architettura palazzo famiglia nobiltà mercanti mare
""".split()
ITALIAN_SMALL = "di e della nel del a la dei il per tra alla".split()
VIETNAMESE = """
lịch sử quân sự cách mạng chiến tranh hòa bình kháng chiến đấu tranh giải phóng dân tộc Việt Nam Đảng
Cộng sản quan hệ ngoại giao hiệp định hội nghị văn kiện toàn tập hồi ký nhà nước nhân dân kinh tế văn hóa
xã hội miền Nam miền Bắc đường lối chính sách tổng kết bài học
""".split()
VIETNAMESE_NAMES = """
Nguyễn Trần Lê Phạm Hoàng Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Văn Thị Hữu Đức Minh Quang Anh Hùng Dũng
Tuấn Thành Long Hải Sơn Bình An Hà Lan Mai Hương
""".split()
ALBANIAN = """
historia lufta paqja politika marrëdhëniet shteti partia shoqëria kultura kufiri aleanca kriza revolucioni
perandoria republika pavarësia kujtime arkivi dokumente letra ditari kisha drejtësia shkenca arsimi gratë
punëtorët fshatarët qyteti fshati tregtia ekonomia diplomacia traktati konferenca pushtimi rezistenca
shtypi popullit shqiptar shqiptare vepra raport zgjedhura të përgjithshme
""".split()
ALBANIAN_SMALL = "e të në dhe i me për nga".split()
POLISH = """
historia wojna pokój polityka stosunki państwo partia społeczeństwo kultura granica sojusz kryzys
rewolucja cesarstwo republika niepodległość pamięć archiwum dokumenty listy dziennik kościół prawo nauka
oświata kobiety robotnicy chłopi miasto wieś handel gospodarka dyplomacja traktat konferencja okupacja
opór emigracja prasa literatura stulecie początki koniec studia polska polskie radziecki
""".split()
POLISH_SMALL = "i w na z do o od po dla".split()

SURNAMES = {
    "en": "Ames Barlow Carver Dunning Ellery Farrow Grantham Hollis Ingram Jessop Kendrick Lathrop"
    " Marlow Norcross Oakley Penrose Quill Radcliffe Selby Thorne Upton Vance Whitlock Yarrow Bell"
    " MacLeod O'Hara Smith-Jones McCarthy Brown Taylor".split(),
    "de": "Ackermann Brandt Creutz Dietrich Ebert Fuchs Gärtner Hartmann Imhof Jäger Krüger Lindner"
    " Möller Neumann Ostermann Pfeiffer Richter Schäfer Thiele Ulrich Vogt Weiß Zimmermann Köhler"
    " Müller-Braun Böhm".split(),
    "fr": "Aubert Beaumont Chevalier Delacroix Dupont Fontaine Garnier Lambert Lefèvre Marchand Moreau"
    " Perrin Rousseau Tessier Vidal Gauthier Leroy d'Arcy".split(),
    "it": "Albertini Bianchi Colombo De_Luca Esposito Ferrari Gentile Lombardi Marini Neri Orsini"
    " Pellegrini Ricci Santoro Tedesco Vitale Zanetti Dal_Pozzo Della_Torre".split(),
    "sq": "Hoxha Shehu Malaj Krasniqi Gjoka Dervishi Prifti Bejko Çela Leka Marku Ndreu Toska Xhafa"
    " Zeneli Kola".split(),
    "pl": "Kowalski Nowak Wiśniewski Wójcik Kamiński Lewandowski Zieliński Szymański Dąbrowski Kozłowski"
    " Jankowska Mazur Krawczyk Piotrowski Grabska".split(),
}  # fmt: skip
GIVEN = {
    "en": "Ana Ben Clara David Emma Frank Grace Hugh Irene John Kate Lewis Mary Noel Oscar Paul Ruth"
    " Sam Thomas William Margaret Robert".split(),
    "de": "Anna Bernd Clara Dieter Erika Franz Gerhard Hans Ingrid Jürgen Karl Lena Martin Nina Otto"
    " Peter Rolf Stefan Ute Wolfgang Hans-Peter".split(),
    "fr": "Anne Bernard Claire Denis Élise François Gérard Hélène Jean Lucie Marc Nicole Olivier Pierre"
    " Jean-Paul".split(),
    "it": "Anna Bruno Carla Dario Elena Franco Giulia Luigi Marco Nina Paolo Rita Sandro Teresa".split(),
    "sq": "Agim Besnik Drita Enver Fatos Ilir Luan Mehmet Nexhmije Ramiz Skender Teuta".split(),
    "pl": "Adam Barbara Czesław Danuta Ewa Feliks Jan Krzysztof Maria Paweł Stanisław Tomasz".split(),
}  # fmt: skip

PLACES = {
    "ru": "М.|М.; Л.|СПб.|Л.|Москва|Киев|Минск|Новосибирск|Казань|Екатеринбург|Ростов н/Д".split("|"),
    "en": "London|New York|Oxford|Cambridge, MA|Chicago|Princeton, NJ|Washington, D.C.|Ithaca, N.Y."
    "|Stanford, Calif.|New Haven|Berkeley|Hanoi|Tirana|Moscow|Beijing|Leiden|Cambridge|Basingstoke"
    "|London and New York|Bloomington, Ind.|Toronto|Hong Kong".split("|"),
    "de": "Berlin|München|Köln|Wien|Leipzig|Göttingen|Frankfurt a. M.|Frankfurt am Main|Stuttgart"
    "|Paderborn u.a.|Zürich|Köln, Weimar, Wien|Berlin/Boston|Hamburg|Bonn".split("|"),
    "fr": "Paris|Lyon|Genève|Bruxelles|Toulouse|Hanoï".split("|"),
    "it": "Roma|Milano|Torino|Bologna|Firenze|Venezia|Padova|Napoli|Roma-Bari|Verona".split("|"),
    "vi": "Hà Nội|Thành phố Hồ Chí Minh|Hanoi|H.".split("|"),
    "sq": "Tiranë|Tirana|Prishtinë|Shkodër".split("|"),
    "pl": "Warszawa|Kraków|Wrocław|Poznań|Lublin|Łódź".split("|"),
}  # fmt: skip
PRESSES = {
    "ru": "Наука|Мысль|Политиздат|РОССПЭН|Международные отношения|Прогресс|Изд-во МГУ|Индрик"
    "|Восточная литература|Госполитиздат|Новое литературное обозрение|Воениздат".split("|"),
    "en": "Cambridge University Press|Oxford University Press|Routledge|Palgrave Macmillan|Penguin"
    "|Yale University Press|University of California Press|Cornell University Press|Longman"
    "|Ivan R. Dee|Stanford University Press|Foreign Languages Press|Macmillan|Brill|ISI Books"
    "|Harvard University Press|Basic Books|Allen & Unwin|Berghahn Books|Vintage".split("|"),
    "de": "Suhrkamp|Beck|Böhlau|Vandenhoeck & Ruprecht|Dietz|Ch. Links|De Gruyter|Oldenbourg|Fischer"
    "|Klett-Cotta|Steiner|Wallstein|Akademie-Verlag|C. H. Beck|Schöningh".split("|"),
    "fr": "Gallimard|Le Seuil|Fayard|Presses universitaires de France|Armand Colin|L’Harmattan"
    "|CNRS Éditions".split("|"),
    "it": "Einaudi|Il Mulino|Laterza|Feltrinelli|Olschki|Marsilio|Giuffrè|Edizioni di storia".split("|"),
    "vi": "Nxb Chính trị quốc gia|Nhà xuất bản Sự thật|Nxb Quân đội nhân dân|Sự thật".split("|"),
    "sq": "8 Nëntori|Naim Frashëri|Toena|Akademia e Shkencave".split("|"),
    "pl": "PWN|Wydawnictwo Naukowe|Książka i Wiedza|Ossolineum|IPN|Universitas".split("|"),
}  # fmt: skip
JOURNALS = {
    "ru": "Вопросы истории|Новая и новейшая история|Родина|Вестник МГУ|Исторический архив|Славяноведение"
    "|Известия вузов|Отечественная история|Проблемы Дальнего Востока|Военно-исторический журнал"
    "|Международная жизнь|Российская история".split("|"),
    "en": "Journal of Cold War Studies|Diplomatic History|Past & Present|The Historical Journal"
    "|American Historical Review|Slavic Review|Europe-Asia Studies|Cold War History|Kritika"
    "|Journal of Contemporary History|International History Review|The China Quarterly|Speculum"
    "|Journal of Modern History|English Historical Review".split("|"),
    "de": "Historische Zeitschrift|Vierteljahrshefte für Zeitgeschichte|Geschichte und Gesellschaft"
    "|Osteuropa|Zeitschrift für Geschichtswissenschaft|Deutschland Archiv|ZfO|VfZ"
    "|Jahrbücher für Geschichte Osteuropas|Archiv für Sozialgeschichte".split("|"),
    "fr": "Annales|Revue historique|Cahiers du monde russe|Relations internationales|Vingtième Siècle"
    "|Revue d’histoire moderne et contemporaine|Le Mouvement social".split("|"),
    "it": "Rivista storica italiana|Studi storici|Archivio veneto|Quaderni storici|Ateneo veneto"
    "|Passato e presente|Nuova rivista storica|Studi veneziani".split("|"),
    "vi": "Nghiên cứu lịch sử|Tạp chí Cộng sản|Lịch sử quân sự|Lịch sử Đảng".split("|"),
    "sq": "Studime historike|Zëri i popullit|Rruga e partisë".split("|"),
    "pl": "Dzieje Najnowsze|Kwartalnik Historyczny|Przegląd Historyczny|Zeszyty Historyczne".split("|"),
}  # fmt: skip
PAPERS = {
    "ru": "Правда|Известия|Труд|Красная звезда|Литературная газета".split("|"),
    "en": "New York Times|The Times|Guardian|Washington Post|Daily Telegraph".split("|"),
    "de": "Neues Deutschland|Der Spiegel|Die Zeit|Frankfurter Allgemeine Zeitung".split("|"),
    "fr": "Le Monde|Le Figaro|L’Humanité".split("|"),
    "it": "Corriere della Sera|L’Unità|La Stampa".split("|"),
    "vi": "Nhân Dân|Quân đội nhân dân".split("|"),
    "sq": "Zëri i popullit|Bashkimi".split("|"),
    "pl": "Trybuna Ludu|Gazeta Wyborcza|Życie Warszawy".split("|"),
}  # fmt: skip
BODIES = {
    "ru": "Академия наук СССР. Институт истории|Министерство иностранных дел СССР|ЦК КПСС|Совет Министров"
    .split("|"),
    "en": "Central Intelligence Agency|Department of State|Ministry of Foreign Affairs of China"
    "|United Nations|Communist Party of Vietnam. Central Committee".split("|"),
    "de": "Auswärtiges Amt|Bundesministerium für gesamtdeutsche Fragen|Institut für Zeitgeschichte"
    .split("|"),
    "fr": "Ministère des Affaires étrangères|Institut d’histoire du temps présent".split("|"),
    "it": "Ministero degli Affari Esteri|AA. VV.|Accademia nazionale".split("|"),
    "vi": "Bộ Ngoại giao|Đảng Cộng sản Việt Nam|Viện Sử học".split("|"),
    "sq": "Partia e Punës e Shqipërisë|Instituti i Historisë".split("|"),
    "pl": "Instytut Pamięci Narodowej|Polska Akademia Nauk".split("|"),
}  # fmt: skip
SITES = (
    "Wilson Center Digital Archive|Digital National Security Archive|Marxists Internet Archive"
    "|Gallica|Электронная библиотека исторических документов|Europeana|Vietnam Center and Archive"
    "|Parallel History Project|CVCE|Aluka"
).split("|")
ARCHIVES = (
    "Государственный архив Российской Федерации (ГАРФ)"
    "|Gosudarstvennyi arkhiv Rossiiskoi Federatsii [State Archive of the Russian Federation] (GARF)"
    "|Bundesarchiv, Berlin (BArch)|The National Archives, Kew (TNA)"
    "|Arkivi Qendror Shtetëror (AQSH), Tirana|Trung tâm Lưu trữ Quốc gia III"
    "|Politisches Archiv des Auswärtigen Amts (PA AA)|Archiwum Akt Nowych (AAN), Warszawa"
    "|Archivio di Stato di Venezia (ASVe)|Centre des archives diplomatiques, La Courneuve"
).split("|")
MONTHS = {
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(),
    "en": "January February March April May June July August September October November December"
    .split(),
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(),
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
    .split(),
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre"
    " dicembre".split(),
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października"
    " listopada grudnia".split(),
}  # fmt: skip
