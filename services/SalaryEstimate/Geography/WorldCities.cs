using System.Collections.Immutable;

namespace CareerRecs.Salary.Geography;

/// <summary>A city outside the United States.</summary>
/// <param name="Name">English name.</param>
/// <param name="Country">ISO 3166-1 alpha-2 code.</param>
/// <param name="Names">All names in use, the English one first.</param>
/// <param name="IsMeantAlone">Whether the bare name means this city rather than a smaller US area of the name.</param>
public sealed record WorldCity(string Name, string Country, ImmutableArray<string> Names, bool IsMeantAlone);

/// <summary>
/// Capitals, cities over about a million people and tech centres, each with its country, so that a city without pay figures is
/// answered by its country. Where cities share a name, the first one listed is meant.
/// </summary>
public static class WorldCities
{
    // Country code, then cities parted by `|`; `=` another name; `*` before a name that goes before a US area of the name.
    private const string Lines = """
        GB London|*Manchester|Birmingham|Leeds|Glasgow|Liverpool|Newcastle=Newcastle upon Tyne|Sheffield|*Bristol|Edinburgh
        GB Belfast|Cardiff|Nottingham
        GB Leicester|Southampton|Cambridge|*Oxford|Reading|Milton Keynes|Brighton|Aberdeen|Dundee
        IE Dublin|Cork|Galway|Limerick
        DE Berlin|Hamburg|Munich=Munchen=Muenchen|Cologne=Koln=Koeln|Frankfurt=Frankfurt am Main|Stuttgart
        DE Dusseldorf=Duesseldorf|Dortmund|Essen|Leipzig
        DE Bremen|Dresden|Hanover=Hannover|Nuremberg=Nurnberg|Karlsruhe|Mannheim|Bonn|Heidelberg|Aachen|Darmstadt|Munster
        DE Freiburg
        FR Paris|Marseille|Lyon|Toulouse|Nice|Nantes|Montpellier|Strasbourg|Bordeaux|Lille|Rennes|Grenoble|Sophia Antipolis
        NL Amsterdam|Rotterdam|The Hague=Den Haag|Utrecht|Eindhoven|Delft|Groningen
        BE Brussels=Bruxelles=Brussel|Antwerp=Antwerpen|Ghent=Gent|Leuven|Liege
        LU Luxembourg City
        CH Zurich=Zuerich|Geneva=Geneve|Basel|Lausanne|Bern=Berne|Zug|Lugano
        AT *Vienna=Wien|Linz|Salzburg|Innsbruck
        ES Madrid|Barcelona|Valencia|Seville=Sevilla|Zaragoza|Malaga|Bilbao|Murcia|Palma=Palma de Mallorca
        PT Lisbon=Lisboa|Porto|Braga|Coimbra
        IT *Rome=Roma|Milan=Milano|*Naples=Napoli|Turin=Torino|Palermo|Genoa=Genova|Bologna|Florence=Firenze|Venice=Venezia
        IT Verona|Bari|Trento
        MT Valletta
        SM San Marino
        MC Monte Carlo
        VA Vatican City
        AD Andorra la Vella
        LI Vaduz
        SE Stockholm|Gothenburg=Goteborg|Malmo|Uppsala|Linkoping|Lund
        NO Oslo|Bergen|Trondheim|Stavanger
        DK Copenhagen=Kobenhavn|Aarhus|Odense|Aalborg
        FI Helsinki|Espoo|Tampere|Turku|Oulu
        IS Reykjavik
        EE Tallinn|Tartu
        LV Riga
        LT Vilnius|Kaunas
        PL Warsaw=Warszawa|Krakow=Cracow|Lodz|Wroclaw|Poznan|Gdansk|Katowice|Lublin
        CZ Prague=Praha|Brno|Ostrava
        SK Bratislava|Kosice
        HU Budapest|Debrecen
        RO Bucharest=Bucuresti|Cluj-Napoca=Cluj|Timisoara|Iasi
        BG Sofia|Plovdiv|Varna
        GR *Athens=Athina|Thessaloniki
        CY Nicosia|Limassol
        SI Ljubljana|Maribor
        HR Zagreb|Split
        RS Belgrade=Beograd|Novi Sad
        BA Sarajevo
        ME Podgorica
        MK Skopje
        AL Tirana
        XK Pristina
        MD Chisinau
        UA Kyiv=Kiev|Kharkiv=Kharkov|Odesa|Dnipro|Lviv|Donetsk|Zaporizhzhia
        BY Minsk
        RU Moscow=Moskva|Saint Petersburg|Novosibirsk|Yekaterinburg|Kazan|Nizhny Novgorod|Chelyabinsk|Samara|Omsk
        RU Rostov-on-Don|Ufa|Krasnoyarsk|Voronezh
        RU Perm|Volgograd|Innopolis
        TR Istanbul|Ankara|Izmir|Bursa|Antalya|Adana|Konya|Gaziantep
        GE Tbilisi|Batumi
        AM Yerevan
        AZ Baku
        CA Toronto|Montreal|*Vancouver|Calgary|Edmonton|Ottawa|Winnipeg|Quebec City|Hamilton|Waterloo|Kitchener|Mississauga
        CA Brampton|Halifax|Victoria|London
        CA Markham|Surrey|Burnaby|Saskatoon|Regina|Fredericton|Moncton|Windsor|Gatineau|Laval
        MX Mexico City=Ciudad de Mexico=CDMX|Guadalajara|Monterrey|Puebla|Tijuana|Leon|Ciudad Juarez|Queretaro|Merida|Cancun
        MX Toluca|San Luis Potosi
        GT Guatemala City
        BZ Belmopan
        HN Tegucigalpa|San Pedro Sula
        SV San Salvador
        NI Managua
        CR San Jose|Heredia
        PA *Panama City=Ciudad de Panama
        CU Havana=La Habana
        DO Santo Domingo|Santiago de los Caballeros
        HT Port-au-Prince
        JM *Kingston
        PR San Juan
        BS Nassau
        BB Bridgetown
        TT Port of Spain
        CO Bogota|Medellin|Cali|Barranquilla|Cartagena|Bucaramanga
        VE Caracas|Maracaibo|Valencia|Barquisimeto
        EC Quito|Guayaquil|Cuenca
        PE *Lima|Arequipa|Trujillo
        BO La Paz|Santa Cruz de la Sierra|Sucre|Cochabamba
        PY Asuncion
        UY Montevideo
        CL Santiago=Santiago de Chile|Valparaiso|Concepcion
        AR Buenos Aires|Cordoba|Rosario|Mendoza|La Plata|Tucuman
        BR Sao Paulo|Rio de Janeiro|Brasilia|Salvador|Fortaleza|Belo Horizonte|Manaus|Curitiba|Recife|Porto Alegre|Goiania
        BR Belem|Campinas|Florianopolis
        BR Guarulhos|Sao Luis|Natal|Vitoria
        GY Georgetown
        SR Paramaribo
        AU Sydney|*Melbourne|Brisbane|Perth|Adelaide|Canberra|Gold Coast|Newcastle|Hobart|Darwin
        NZ Auckland|Wellington|Christchurch|Hamilton|Dunedin
        FJ Suva
        PG Port Moresby
        JP Tokyo|Osaka|Yokohama|Nagoya|Sapporo|Fukuoka|Kobe|Kyoto|Kawasaki|Saitama|Hiroshima|Sendai|Chiba|Kitakyushu|Tsukuba
        KR Seoul|Busan|Incheon|Daegu|Daejeon|Gwangju|Suwon|Ulsan|Pangyo|Seongnam
        KP Pyongyang
        MN Ulaanbaatar
        CN Beijing|Shanghai|Shenzhen|Guangzhou|Chengdu|Chongqing|Tianjin|Wuhan|Hangzhou|Xi'an|Nanjing|Suzhou|Dongguan|Shenyang
        CN Qingdao|Dalian|Zhengzhou
        CN Changsha|Jinan|Harbin|Kunming|Hefei|Xiamen|Ningbo|Foshan|Fuzhou|Changchun|Wuxi|Nanning|Guiyang|Taiyuan|Urumqi
        CN Shijiazhuang|Nanchang|Lanzhou|Zhuhai
        HK Hong Kong
        MO Macau
        TW Taipei|Kaohsiung|Taichung|Hsinchu|Tainan|Taoyuan
        SG Singapore
        MY Kuala Lumpur|Johor Bahru|Penang=George Town|Cyberjaya|Petaling Jaya
        ID Jakarta|Surabaya|Bandung|Medan|Semarang|Makassar|Palembang|Tangerang|Bekasi|Depok|Denpasar|Yogyakarta
        TH Bangkok|Chiang Mai|Phuket
        VN Ho Chi Minh City=Saigon=Ho Chi Minh|Hanoi=Ha Noi|Da Nang|Haiphong|Can Tho
        PH Manila=Metro Manila|Quezon City|Makati|Cebu=Cebu City|Davao=Davao City|Taguig|Pasig
        KH Phnom Penh
        LA Vientiane
        MM Yangon=Rangoon|Mandalay|Naypyidaw
        BN Bandar Seri Begawan
        TL Dili
        IN Bengaluru=Bangalore|Mumbai=Bombay|Delhi|New Delhi|Hyderabad|Chennai=Madras|Kolkata=Calcutta|Pune|Ahmedabad
        IN Gurugram=Gurgaon|Noida|Jaipur|Surat
        IN Lucknow|Kanpur|Nagpur|Indore|Bhopal|Patna|Vadodara|Coimbatore|Kochi=Cochin|Thiruvananthapuram=Trivandrum
        IN Visakhapatnam=Vizag|Chandigarh|Mysuru=Mysore
        IN Thane|Navi Mumbai|Ghaziabad|Faridabad|Agra|Varanasi|Ludhiana|Nashik|Rajkot|Madurai|Bhubaneswar|Guwahati|Ranchi
        IN Mangaluru=Mangalore
        PK Karachi|Lahore|Islamabad|Rawalpindi|Faisalabad|Peshawar|Multan|Hyderabad
        BD Dhaka|Chittagong=Chattogram|Khulna
        LK Colombo|Kandy
        NP Kathmandu|Pokhara
        BT Thimphu
        MV Male
        AF Kabul
        KZ Almaty|Astana=Nur-Sultan|Shymkent
        UZ Tashkent|Samarkand
        KG Bishkek
        TJ Dushanbe
        TM Ashgabat
        IR Tehran|Mashhad|Isfahan|Shiraz|Tabriz|Karaj
        IQ Baghdad|Basra|Mosul|Erbil
        SY Damascus|Aleppo
        LB Beirut
        JO Amman
        IL Tel Aviv=Tel Aviv-Yafo|Jerusalem|Haifa|Herzliya|Beersheba=Be'er Sheva|Petah Tikva|Ramat Gan
        PS Gaza|Ramallah
        SA Riyadh|Jeddah|Mecca|Medina|Dammam|Khobar
        AE Dubai|Abu Dhabi|Sharjah
        QA Doha
        KW Kuwait City
        BH Manama
        OM Muscat
        YE Sanaa|Aden
        EG Cairo|Alexandria|Giza
        LY Tripoli|Benghazi
        TN Tunis
        DZ Algiers|Oran
        MA Casablanca|Rabat|Marrakesh=Marrakech|Fez|Tangier
        MR Nouakchott
        SN Dakar
        GM Banjul
        GN Conakry
        SL Freetown
        LR Monrovia
        CI Abidjan|Yamoussoukro
        GH Accra|Kumasi
        TG Lome
        BJ Cotonou|Porto-Novo
        NG Lagos|Abuja|Kano|Ibadan|Port Harcourt|Benin City
        NE Niamey
        BF Ouagadougou
        ML Bamako
        CM Yaounde|Douala
        TD N'Djamena
        CF Bangui
        GA Libreville
        CG Brazzaville
        CD Kinshasa|Lubumbashi
        AO Luanda
        SD Khartoum
        SS Juba
        ET Addis Ababa
        ER Asmara
        DJ Djibouti City
        SO Mogadishu
        KE Nairobi|Mombasa
        UG Kampala
        RW Kigali
        BI Bujumbura
        TZ Dar es Salaam|Dodoma|Arusha
        ZM Lusaka
        MW Lilongwe|Blantyre
        MZ Maputo
        ZW Harare|Bulawayo
        BW Gaborone
        NA Windhoek
        ZA Johannesburg|Cape Town|Durban|Pretoria|Port Elizabeth=Gqeberha|Stellenbosch|Sandton
        LS Maseru
        SZ Mbabane
        MG Antananarivo
        MU Port Louis
        """;

    /// <summary>All cities, in the order listed.</summary>
    public static ImmutableArray<WorldCity> All { get; } =
    [
        .. Lines
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .SelectMany(line => line[3..].Split('|').Select(cell => ParseCity(line[..2], cell))),
    ];

    private static WorldCity ParseCity(string country, string cell)
    {
        var isMeantAlone = cell[0] == '*';
        string[] names = cell[(isMeantAlone ? 1 : 0)..].Split('=');
        return new WorldCity(names[0], country, [.. names], isMeantAlone);
    }
}
