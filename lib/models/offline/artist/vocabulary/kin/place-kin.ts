// Places that the artist does not draw by their own name, by the nearest kind that it does. What means the same as a kind is in the
// word tables of `../../words/`.
import type { PlaceKind } from "../../closed/staging.ts";
import type { PlaceTold, Purpose, Trade } from "../../closed/told.ts";
import { says, type Tests, wordTable } from "../phrase.ts";

export const PLACE_KIN = wordTable<PlaceKind>({
  street:
    "court|marketplace|market square|quarter|neighbourhood|neighborhood|district|suburb|threshold|doorway|street corner|front|doorstep|gateway|gate|front door|shopfront|shop front|storefront|kerb|curb|outside|high wall|garden wall|city wall|side street|tram stop|square|plaza|boulevard|promenade|highway|motorway|roundabout|parking lot|car park|crossing|sidewalk|pavement|pedestrian bridge approach|checkpoint|racetrack|駐車場|高速道路|広場|歩行者天国|花街|参道",
  alley: "slum|back lane|favela|gutter|裏町|ドヤ街|貧民街",
  room: "garret|closet|chamber|bunkroom|lodging|lodgings|gaol|townhouse|barracks|clubhouse|club|prison cell|cell|jail|cabin|hut|igloo|attic|cellar|basement|apartment|flat|dormitory|lounge|nursery|study|parlour|parlor|ballroom|elevator|lift|submarine|hotel room|tea room|teahouse|tearoom|sauna room|treehouse|bunker|vault|strongroom|bank safe|storehouse|annex|annexe|cottage|log cabin|farmhouse|lodge|engine room|control room|spaceship interior|house|mansion|home|igloo|独房|牢屋|牢|地下室|屋根裏部屋|茶室|書斎|寝室|和室|座敷|山荘|別荘|屋敷|機関室|エレベーター|潜水艦|艦橋|武家屋敷|長屋",
  kitchen: "galley|scullery|larder|mess hall kitchen|土間|厨",
  classroom: "lecture hall|seminar room|university|academy|nursery school|college|寺子屋|大学|講義室|塾",
  corridor:
    "entrance|entryway|hallway|gangway|aisle|cloister|arcade passage|hall|foyer|lobby|vestibule|回廊|ロビー|エントランス|玄関ホール",
  office:
    "bank|bank hall|banking hall|bank lobby|counter hall|ticket hall|police station|laboratory|lab|call centre|data centre|server room|courtroom|newsroom|embassy|observatory|town hall|parliament|headquarters|planetarium control|研究所|天文台|警察署|役所|裁判所|国会|司令室|管制室|実験室",
  shop: "bar|pub|tavern|saloon|casino|nightclub|arcade|barbershop|pharmacy|bazaar|market|souk|brothel|izakaya|restaurant|diner|café|cafe|canteen|bakery|boutique|salon|pawnshop|laundrette|supermarket|mall|fair stall|居酒屋|酒場|遊郭|料亭|両替商|市|市場|賭場|ゲームセンター|カジノ|薬屋|茶店|甘味処",
  station:
    "airport|terminal|subway platform|metro|bus terminal|spaceport|ferry terminal|customs|空港|宇宙港|関所|地下鉄の駅",
  train:
    "aeroplane|tram|monorail|dining car|sleeper car|cable car|funicular|aeroplane cabin|airplane|plane|食堂車|ケーブルカー|モノレール|機内|飛行機の中",
  forest:
    "trail|wilderness|glade|hollow|jungle|woodland|grove|bamboo grove|swamp forest|mangrove|taiga|thicket|rainforest|竹林|樹海|密林|雑木林|鎮守の森|マングローブ",
  field:
    "land|county|province|parish|region|continent|abroad|outdoors|track|pathway|wayside|common|railway|ditch|trench|sand|cart|wagon|waggon|sleigh|sledge|country|countryside|railway line|desert|salt flats|tundra|steppe|savanna|savannah|prairie|stadium|arena|battlefield|camp|golf course|farm|ranch|rice paddy|vineyard|barn|stable|marshland|colosseum|airfield|wasteland|heath|circus ring|dunes|砂漠|荒野|戦場|競技場|闘技場|牧場|農場|田んぼ|棚田|茶畑|サバンナ|草原|厩|馬小屋|土俵|採石場",
  garden:
    "fountain|paradise|park|zoo|drive|driveway|gravel drive|front steps|stone steps|ground|grounds|well|wellside|burnt ruin|burnt ruins|playground|amusement park|theme park|fairground|orchard|courtyard|terrace|veranda|patio|maze|botanical garden|aviary|backyard|yard|公園|遊園地|動物園|植物園|縁側|庭園|果樹園|枯山水|テラス|ベランダ",
  mountain:
    "snow|ice|volcano|quarry|crater|glacier|canyon|cliff|ravine|gorge|ski slope|pass|plateau|iceberg|north pole|antarctica|valley|火山|氷河|渓谷|断崖|峡谷|雪原|南極|北極|谷|氷山",
  river:
    "fen|ford|embankment|river bank|riverbank|riverbed|riverside|canal bank|lake|pond|swamp|marsh|waterfall|canal|oasis|moat|spring|stream|dam|bog|fjord|watermill|湖|沼|滝|運河|堀|オアシス|湿地|渓流|水車小屋|三途の川",
  sea: "canoe|steamboat|water|steamer|ship|boat|ferry|pirate ship|deck|underwater|ocean floor|reef|open sea|seabed|raft|yacht|coral reef|aircraft carrier|海底|海中|船上|船|甲板|竜宮城|珊瑚礁|海賊船|筏",
  shore:
    "bay|gulf|strand|isle|island|beach|desert island|port|harbour|harbor|wharf|quay|pier|cape|lagoon|fishing port|coast|無人島|島|浜|漁港|岬|港町|干潟",
  sky: "heaven|heavens|clouds|cloud|airship|balloon|cloud kingdom|stratosphere|天国|雲の上|天界|高天原|飛行船|空中庭園",
  space:
    "moon|mars|planet|alien planet|orbit|asteroid|galaxy|nebula|lunar surface|black hole|spacewalk|月|月面|火星|惑星|銀河|小惑星|異星|星雲",
  cave: "whale|belly|stomach|mine|dungeon|tunnel|sewer|catacombs|lair|den|burrow|crypt|underworld|hell|well bottom|labyrinth|grotto|tomb|hideout|地下牢|下水道|坑道|冥界|地獄|黄泉|迷宮|巣穴|古墳|防空壕|龍の巣",
  castle:
    "kingdom|ruin|palace|fortress|fort|throne room|tower|pyramid|citadel|keep|ruins|manor|chateau|wall of a city|great wall|宮殿|要塞|砦|玉座の間|ピラミッド|遺跡|天守|城郭|廃墟|御所",
  temple:
    "shrine|pagoda|monastery|torii path|altar|sanctuary|parthenon|stupa|ashram|神社|五重塔|境内|本堂|社|神殿|祠",
  church: "mosque|synagogue|cathedral|chapel|abbey|convent|basilica|wedding hall|モスク|大聖堂|修道院|礼拝堂",
  graveyard: "cemetery|burial ground|necropolis|mausoleum|memorial|墓所|霊廟|慰霊碑",
  hospital:
    "clinic|ward|sickbay|infirmary|asylum|operating theatre|surgery|morgue|sanatorium|nursing home|野戦病院|療養所|診察室|霊安室",
  workshop:
    "construction site|building site|工事現場|factory|garage|forge|smithy|shed|warehouse|brewery|mill|shipyard|foundry|hangar|studio|atelier|pottery|windmill|sawmill|boathouse|蔵|工場|鍛冶屋|酒蔵|倉庫|格納庫|造船所|窯元|染物屋|機屋|製材所|納屋",
  dojo: "martial arts hall|kendo hall|sumo stable|fencing hall|boxing ring|相撲部屋|剣道場|リング|道場",
  gym: "skating rink|bowling alley|basketball court|sports hall|rink|ice rink|squash court|スケートリンク|ボウリング場|競技場の中|体育館",
  stage:
    "theatre|theater|concert hall|opera house|cinema|circus|auditorium|noh stage|puppet theatre|tv studio|big top|能舞台|歌舞伎座|劇場|サーカス|寄席|映画館|テレビ局",
  museum:
    "gallery|art gallery|exhibition|aquarium|planetarium|zoo house|美術館|水族館|プラネタリウム|画廊|展示室",
  library: "archive|archives|bookstore stacks|scriptorium|reading room|書庫|資料室|古文書館",
  bath: "hot spring|onsen|swimming pool|pool|sauna|spa|bathroom|shower|bathhouse|lido|温泉|露天風呂|銭湯|サウナ|風呂場|浴室|プール",
  bus: "cab|hansom|brougham|chaise|automobile|car|taxi|truck cab|van|coach|limousine|carriage|ambulance|cockpit|車内|車の中|タクシー|馬車の中|トラックの中|操縦席|車",
  tent: "yurt|tepee|wigwam|camp tent|pavilion tent|circus tent|marquee|ゲル|天幕|野営地|陣幕",
  stairs: "landing|staircase|escalator|steps|ladder shaft|fire escape|石段|非常階段|エスカレーター|螺旋階段",
  rooftop:
    "roof|lookout|fire lookout|watch tower|helipad|展望台|balcony|roof garden|widow's walk|屋根|バルコニー|物見櫓|物干し台|ヘリポート",
  bridge:
    "footbridge|drawbridge|viaduct|aqueduct|overpass|rope bridge|歩道橋|吊り橋|跳ね橋|渡り橋|陸橋|太鼓橋",
  lighthouse: "beacon|watchtower|灯台|のろし台",
  city: "metropolis|skyline|downtown|town|megacity|ruined city|futuristic city|都|都市|未来都市|廃都|江戸の町",
  village:
    "post station|post station yard|coaching inn|posting house|宿場|hamlet|colony|settlement|outpost|town of huts|mining town|集落|里|寒村|隠れ里|漁村|宿場町",
  abstract:
    "background|plain background|blank background|backdrop|dream|nightmare|void|limbo|nowhere|memory|imagination|cyberspace|darkness|white space|otherworld|nothing|夢|夢の中|虚空|記憶|回想|異世界|精神世界|闇|無|背景|無地",
});

/** What is told of a place by the words for its kind; absent: in any place. */
export const PLACE_FACTS: readonly {
  fact: Exclude<keyof PlaceTold, "purpose" | "trade" | "doorTrade">;
  in?: readonly PlaceKind[];
  when: (text: string) => boolean;
}[] = [
  {
    fact: "greenhouse",
    in: ["garden"],
    when: says("green ?houses?|conservatory|glass ?house|hothouse|温室"),
  },
  {
    fact: "harbour",
    in: ["shore"],
    when: says(
      "harbou?r|port|pier|dock|docks|quay|wharf|jetty|marina|shipyard|港|漁港|埠頭|波止場|桟橋|防波堤|堤防",
    ),
  },
  { fact: "swimmingPool", in: ["bath"], when: says("swimming pool|pool|poolside|lido|プール") },
  {
    fact: "spacecraft",
    when: says(
      "space ?(?:ship|craft)s?|starship|space shuttle|moon base|space capsule|宇宙船|宇宙艇|月面基地",
    ),
  },
  { fact: "spaceStation", when: says("space ?stations?|orbital station|宇宙ステーション") },
  {
    fact: "stalls",
    in: ["shop"],
    when: says("stalls?|market|bazaar|souk|市場|屋台|露店|朝市|バザール|縁日"),
  },
  { fact: "busStop", in: ["street"], when: says("bus (?:stop|shelter)|バス停|停留所") },
  {
    fact: "suspensionBridge",
    in: ["bridge"],
    when: says("(?:suspension|rope|hanging) bridge|吊り?橋|つり橋"),
  },
  {
    fact: "trainRoof",
    in: ["train"],
    when: says(
      "on its roof|(?:roof|top) of (?:a |the )?(?:[a-z]+ )?(?:train|carriage)|train (?:roof|top)|(?:電車|列車|汽車|車両)の屋根",
    ),
  },
  {
    fact: "paintings",
    in: ["museum"],
    when: says("paintings?|art|(?:picture |portrait )?gallery|画廊|美術館|絵画|ギャラリー"),
  },
];

/** The words of `homes.ts` for what a room is for. */
export const PURPOSES: Tests<Purpose> = [
  ["low-table", says("low-table|tatami|tea ?rooms?|tea ceremony|和室|座敷|茶の間|茶室|広間|長屋|庵")],
  ["bed", says("bed|bed ?(?:room|chamber|side)|nursery|dormitory|dorm|hotel room|寝室|子供部屋|ベッド")],
  ["sofa", says("sofa|(?:living|sitting|drawing) room|parlou?r|lounge|居間|リビング|応接間?|客間")],
  ["desk", says("desk|study|studio|attic|書斎|勉強部屋|屋根裏(?:部屋)?|アトリエ|研究室")],
  ["table", says("table|dining (?:room|hall)|食堂|ダイニング")],
  ["benches", says("benches|waiting[- ]room|lobby|foyer|待合室?|控え室|ロビー")],
  ["hearth", says("hearth|fireplace|(?:log )?cabin|cottage|inn|tavern|lodge|hut|暖炉|山小屋|山荘|宿屋")],
];

/** The words of `shop.ts` and `house-front.ts` for what is sold. */
export const TRADES: Tests<Trade | "shop"> = [
  ["bakery", says("bakery|baker's|bakers?|bread|patisserie|pastry shop|パン屋|ベーカリー|ケーキ屋")],
  ["clocks", says("clocks?|clock ?(?:maker|shop|smith)s?|watch(?:maker|maker's|makers)|時計屋?|時計店")],
  ["books", says("books?|book ?(?:shop|store|seller)s?|library|comic shop|本屋|書店|古書店?|古本屋")],
  ["flowers", says("flowers?|florist|florist's|flower shop|花屋|生花店")],
  ["shop", says("shop|store")],
];
