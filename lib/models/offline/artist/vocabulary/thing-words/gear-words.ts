// Words for the things of work, road and great house, in both languages: those of `thing-words-*.ts` go before them.
import { thingsEn, thingsJa } from "./thing-tables.ts";

export const GEAR_WORDS_EN = thingsEn({
  "rolling-pin": "rolling-pin|rolling pin",
  mop: "floor mop|mops?(?!ed)|(?:mopped|mopping) the (?:floor|deck|hall|kitchen)",
  "cutting-board": "(?:cutting|chopping|bread) ?boards?",
  bin: "litter bin|dumpster|ash ?cans?|wheelie bin|compost bin|spittoon|trash ?cans?|(?:rubbish |dust|trash |recycling )?bins?(?= |[.,;!])|(?:waste(?: ?paper)?|paper) ?baskets?|(?:trash|garbage) cans?|wastebin",
  sandwich:
    "panini|quesadilla|enchilada|butt(?:y|ies)(?= and|[.,;])|toastie|falafel|club sandwich|sandwich|BLT|burrito|taco",
  cookie:
    "macaron|oreo|flapjack|brandy snap|jammie dodger|granola bar|cereal bar|hobnob|~biscuit|gingerbread m[ae]n|digestive|wafer|oatcake|ginger snap|cookie|biscuits?(?= |[.,;!])|macaroon|shortbread",
  cabbage:
    "kale|brussels sprouts?|broccoli|chard|artichoke|vegetables?(?! (?:patch|garden|plot|stall|bed|market|oil|soup|stew))|veg(?= |[.,;])|cabbage|lettuce|cauliflower|spinach",
  radish:
    "swede(?= and|[.,;])|rutabaga|celeriac|horseradish|ginger root|daikon|beet(?= |[.,;])|radish|turnip|parsnip|leek|beetroot",
  dumpling: "wonton|samosa|spring roll|dim sum|pierogi|dumpling|ravioli|gyoza|mochi",
  goblet: "drinking horn|beaker of wine|goblet|chalice|(?:golden|silver) cup",
  drip: "(?:an?|the|his|her) IV(?= |[.,;])|drip stand|(?:a|the|his|her) drip(?= (?:stood|beside|stand|in|ran|hung)|[.,;])",
  clipboard:
    "portfolio|~folder|~file(?! (?:cabinet|away))|ring binder|briefing notes|(?:the|a|his|her|thick|case|manila|police|cardboard) (?:file|folder)s?(?= |[.,;])(?! cabinet)|files(?= (?:and|on|from|in|of)|[.,;])|folders|ring binder|dossier|clipboard|(?:ring )?binders?|case notes",
  chessboard:
    "monopoly board|chess ?(?:sets?|boards?)|chess|monopoly|backgammon|dominoe?s?|ludo|chess board|checkers|draughts|board game",
  microscope: "microscope",
  aquarium: "aquarium|fish ?(?:bowls?|tanks?)|goldfish(?: bowls?)?",
  printer: "shredder|printing press|printer|(?:photo)?copiers?|fax machine",
  stapler: "stapler|hole punch",
  calculator: "calculator",
  remote: "tv remote|games? controller|remotes?(?: control)?(?= |[.,;!])|(?:game )?controllers?",
  vacuum: "carpet sweeper|vacuum cleaner|hoover|(?:the|a) vacuum(?= (?:roared|stood|and|in|hummed)|[.,;])",
  "ironing-board": "ironing board",
  "sewing-machine": "sewing-machine|sewing machine",
  "hand-flag":
    "semaphore flag|(?:wav(?:ed|ing)|held|holding|carr(?:ied|ying)|rais(?:ed|ing)|lift(?:ed|ing)) (?:an?|the|his|her|two) (?:[a-z]+ )?flags?|(?:little|small|paper|signal|white|hand|checkered|toy) flags?",
  club: "police baton|morning star|knobkerrie|putter|nine iron|night stick|golf club|flail|truncheon|(?:swung|raised|lifted|with|gripped|dropped|carried|a wooden|spiked) (?:a|the|his|her) (?:[a-z]+ )?clubs?|(?:a|the|his|her|wooden|heavy|spiked|huge|great) clubs?(?= (?:across|over|in|on|and|at|struck|fell|down|high|like|from|with|against|again)|[.,;!])|cudgel|bludgeon|mace|nightstick",
  backpack:
    "haversack|packsack|kit bag|day pack|back pack|rucksack|knapsack|school bag|(?:a|the|his|her|heavy) pack(?= (?:on|full|over|off|and|from|down)|[.,;])",
  bundle: "bundles?(?! of (?:letters|straw|hay|sticks|wood|money|notes|papers))",
  boots:
    "boots?(?! (?:of (?:the|a|his|her) (?:car|taxi|cab)|camp|room|up|the|him|her|it))(?<!\\b(?:to|car) boots?)|football boots|wellies|wellington boots|waders|wellingtons|galoshes",
  binoculars: "opera-glasses|binoculars|field glasses|opera glasses",
  crab: "prawn cracker|crab|lobster|crayfish",
  tub: "(?:horse|water|stone|feeding|pig) troughs?|wash bowl|dish pan|plastic tub|~trough(?! of)|~tub(?! of (?:lard|ice))|~basin|basins?(?= |[.,;])(?<=\\b(?:a|the|wash|tin|enamel|pudding|china|his|her|shallow) basins?)|bowl of hot water|wash tub|wash basin|paddling pool|(?:wooden|tin|wash|laundry) ?tubs?|(?:the|a|tin|enamel|plastic|wash) basin",
  toolbox:
    "tool ?(?:bag|chest|roll|belt)s?|doctor['’]s bag|medical bag|make-?up box|fishing box|first-aid kit|sewing (?:box|kit)|first[- ]aid (?:kit|box)|medicine chest|work box|tackle box|repair kit|tool ?(?:box(?:es)?|kits?|chests?)|medical kit",
  drill:
    "brace and bit|~drill(?! (?:sergeant|hall|to))|(?:the|a|his|her|electric|power) drill(?= (?:and|in|on|whined|from|to|was)|[.,;!?])",
  "fire-extinguisher": "(?:fire )?extinguishers?|oxygen (?:tank|cylinder|bottle)s?|gas (?:cylinder|bottle)s?",
  antenna: "radio mast|tv aerial|antenna|antennae|satellite dish|radio dish|aerial",
  satellite: "(?:the|a|space) probe(?= |[.,;])|satellites?(?! (?:dish|phone|tv))|space probe|the probe",
  "solar-panel": "solar (?:panel|array|sail|wing)s?",
  "space-suit": "spacesuit|space suit|pressure suit",
  speaker:
    "pa system|~loudspeaker|loud speaker|(?:the|a|his|her|two) speakers?(?= (?:crackled|hummed|buzzed|on|above|over|blared|in the)|[.,;])|amplifier|amp|stereo",
  chandelier: "chandelier",
  safe: "bank vault|lock box|strong box|~safe(?= (?:and|was (?:open|empty|locked|shut)|door|behind|in the wall|with|had|stood|clicked|swung)|[.,;])|(?:the|a|his|her|iron|wall|open|empty) safe(?= (?:was|stood|door|behind|and|in|with|had|open)|[.,;!?])|strongbox",
  carpet:
    "yoga mat|beach mat|hearth rug|sleeping mat|~rug|~mat|(?:persian|turkish|hearth|sheepskin|bearskin|woven|threadbare|old|red) ?rugs?|(?:the|a|his|her) (?:[a-z]+ )?rug(?= |[.,;])|door mat|bath mat|welcome mat|tatami|straw mat|prayer mat|flying carpet|mats?(?= (?:on|by|under|in front)|[.,;])(?<=\\b(?:the|a|gym|rubber|woven|straw) mats?)|carpet|(?:the|a|persian|hearth) ?rug(?= (?:and|on|in|was|by|before|up|under)|[.,;])",
  fireplace: "chimney piece|~fireplace|inglenook|~grate(?= |[.,;])|fire place|hearth|mantelpiece",
  pitchfork: "garden fork|pitch fork|hay fork",
  tractor:
    "combine harvester|forklift(?: truck)?|steam roller|snow plough|~digger(?<!\\b(?:grave|gold) ?diggers?)|tractor|bulldozer|combine(?: harvester)?|plough|plow|excavator",
  cannon: "howitzer|bazooka|gatling gun|cannon",
  cradle: "baby bed|~cot|cots?(?= |[.,;])|carry cot|moses basket|playpen|cradle|crib|bassinet",
  "vending-machine": "drinks machine|ticket machine|vending machine|(?:cash|slot|ticket) machines?",
  cucumber:
    "asparagus|okra|(?:red|green|bell|yellow|chilli|sweet) peppers?|chilli pepper|vegetable marrow|celery|runner beans?|green beans?|pea pods?|cucumber|gherkin|zucchini|courgette|pickles|eggplant|aubergine",
  peach: "peach|apricot|mango|nectarine",
  dango: "shish kebab|satay|kebab|skewer",
  shrimp: "shrimp|prawn",
  octopus: "octopus|squid",
  "pepper-mill":
    "(?<=\\b(?:pass(?:ed)? the|the|some|more) )salt(?= |[.,;])(?! (?:water|air|wind|flats|marsh|spray|mines?|sea|lake|smell|of))|(?:pepper|salt|coffee) (?:mill|shaker|cellar|pot|grinder)s?|saltcellar",
  cymbals: "cymbal|gong",
  xylophone: "vibraphone|xylophone|glockenspiel|marimba",
  dumbbell: "kettlebell|(?<=\\b(?:lift(?:ed|ing)|the|heavy) )weights(?= |[.,;])|dumb-?bells?|barbell",
  surfboard: "surf board|bodyboard",
  hanger: "coat hanger|(?:coat ?|wire |wooden )?hangers?",
  cross: "crucifix|(?:a|the|his|her|silver|wooden|gold) cross(?= (?:on|in|around|and|from|hung)|[.,;])",
  armour:
    "cuirass|chainmail|coat of mail|gauntlet|armou?r(?= (?:and|on|clanked|in|by|rattled|gleamed|stood|from)|[.,;])(?<=\\b(?:the|his|her|of|rusty|shining|plate|silver|black|heavy|full) armou?r)|chain mail|hauberk|suits? of armou?r|breastplate",
  stretcher: "stretcher|gurney",
  "traffic-light": "(?:traffic|stop) lights?|(?:the|a) (?:red|green) light(?= changed)",
  blackboard: "flip chart|smart board|white board|black board|chalk board|white board",
  paperclip: "paper clip|thumbtack|drawing pin",
  dustpan: "dust pan",
  scale:
    "weighing scales|(?:brass|kitchen|old|the|a set of) scales(?= |[.,;])(?! (?:of (?:the|a|its)|fell from|and music))(?<!\\bon(?:to)? the scales)|kitchen scales|(?:brass|letter) scales|(?<!\\bon(?:to)? )the scales|(?:a|the) pair of scales",
  ship: "frigate|brigantine|barque|battleship|destroyer|aircraft carrier|cruise ship|(?:oil )?tankers?(?= |[.,;])|ketch|sloop|windjammer|longship|trireme|ice breaker|showboat|steam boat|steam ship|dreadnought|flagship|~liner|liners?(?= |[.,;])|galleys?(?= (?:slave|ship))|schooner|brig(?= |[.,;])|man-of-war|barges?(?= |[.,;])(?!d)|tugs?(?= (?:boat|pulled|hooted))|tugboat|warship|ferry|(?:paddle|mail|old|night|river) steamers?|(?:sailing |cargo |pirate |war|steam|star)?ships?(?!ment|yard|wreck)|paddle steamer|trawler|galleon|freighter|ocean liner",
  aeroplane:
    "~plane|jumbo jet|jetliner|glider|seaplane|fighter (?:jet|plane)s?|warplane|monoplane|spitfires?(?= |[.,;])|aircraft(?! carrier)|air plane|aeroplane|(?:the|a) (?:plane|jet)|airliner|biplane",
  rocket:
    "torpedo|escape pod|(?:moon|space) (?:ship|craft|module|capsule|shuttle)s?|lunar module|star fighter|space ship|space craft|star ship|space shuttle|shuttle(?= (?:was|landed|shook|lifted|door|hull|bay)|[.,;])|flying saucer|UFOs?|landers?(?= |[.,;])|rockets?(?! science)|missile",
  anvil: "anvil",
  carriage:
    "stage coach|hansom(?: cab)?|brougham|phaeton|landau|barouche|(?:horse-drawn|royal|black|open|closed|gilded|wedding) (?:carriage|coach)(?:es)?|coach and (?:four|six|horses)|horse and (?:buggy|carriage|trap)|pony and trap|~carriage(?<!\\b(?:railway|train|baby|the next|last|first|third|second-class|first-class|third-class|crowded|empty|next|dining) carriages?)(?= (?:stopped|rolled|rattled|drew|waited|stood|wheel|door|horses|drawn|came|pulled|and horses|before|outside|at the (?:gate|door))|[.,;])",
  "cash-register":
    "cash register|cash till|shop till|(?<=\\b(?:at|on|behind|from|in|into|opened|of|over|above|beside|by|under) the )till(?= |[.,;!?])",
  coffin: "coffin|sarcophag(?:us|i)|open casket|funeral casket",
  "crystal-ball":
    "crystal ball|scrying (?:ball|glass|orb)|(?:glowing|crystal|glass|magic|golden|silver|black) orbs?|~orb",
  helicopter: "helicopter|~chopper(?! (?:board))|gyrocopter",
  laptop: "lap ?top(?: computer)?s?|notebook computer|chromebook|mac book",
  lawnmower: "lawn mower|~mower",
  "shopping-cart":
    "shopping (?:cart|trolley)|supermarket trolley|~trolley(?= (?:down the aisle|full of (?:food|shopping)|along the aisle|past the))",
  submarine: "submarine|u-boat",
  throne: "throne",
  truck:
    "(?:pick-?up |dump |tow |fire |garbage |delivery |army |tip )?truck(?! ?(?:driver|stop))s?|lorry|lorries|pick-?up(?= (?:truck|and|stopped|with|was)|[.,;])|(?:delivery|removal|moving|police|post|ice-cream|camper|white|mail|laundry|bread|milk|transit) vans?|~van|ambulance|fire engine|dust cart|bin lorry|caravans?(?= (?:site|and|in|was|parked|on|behind)|[.,;])(?<!\\b(?:gypsy|camel) caravans?)|camper van|motor home|horse box",
});

export const GEAR_WORDS_JA = thingsJa({
  "rolling-pin": "麺棒|めん棒|のし棒|すりこぎ",
  mop: "モップ",
  "cutting-board": "まな板|俎板?",
  bin: "(?:ゴミ|ごみ|くず|屑|クズ)(?:箱|かご|籠|入れ)|ダストボックス",
  sandwich: "サンドイッチ|サンドウィッチ|カツサンド|玉子サンド",
  cookie:
    "今川焼き|大判焼き|和菓子|お菓子|菓子(?!屋|折|職)|クッキー|ビスケット|せんべい|煎餅|おかき|どら焼き|もなか(?!っ|ろう)|最中(?=を|が)|月餅",
  cabbage: "野菜(?!炒め|スープ|ジュ|畑|売|市)|キャベツ|白菜|レタス|小松菜|ほうれん草|青菜",
  radish: "(?<![切寝])大根(?!おろし|役者)|蕪|かぶ(?=を(?:抜|引|切))|ごぼう|牛蒡",
  dumpling:
    "餃子|ギョーザ|ぎょうざ|焼売|シュウマイ|肉まん|あんまん|大福|(?<![鏡尻])餅(?!屋|つき)|おはぎ|柏餅|桜餅",
  goblet: "酒杯|金の杯|銀の杯|ゴブレット|聖杯|銀杯|金杯",
  drip: "点滴",
  clipboard: "下敷き|ファイル(?=と|や|も|は|の|、)|クリップボード|バインダー|カルテ|ファイル(?=を|が|に)",
  chessboard:
    "碁石|(?:将棋|チェス)の?盤|人生ゲーム|ボードゲーム|駒(?=を(?:進|動|並|打)|が)|チェス(?:盤)?|将棋盤?|碁盤|囲碁|オセロ|双六|すごろく|(?:将棋|チェス)の駒",
  microscope: "顕微鏡",
  aquarium: "水槽|金魚(?:鉢(?!巻))?(?![屋草])",
  printer: "プリンター?(?![ア-ン])|コピー機|複合機|シュレッダー|印刷機",
  stapler: "ホチキス|ホッチキス|ステープラー|穴あけパンチ",
  calculator: "電卓|計算機",
  remote: "リモコン|コントローラー",
  vacuum: "掃除機",
  "ironing-board": "アイロン台",
  "sewing-machine": "ミシン",
  "hand-flag": "(?:小|手|白)旗|(?:小さな|紙の|手に)旗|旗(?=を(?:振|持|掲|上げ|握|渡))",
  club: "ゴルフクラブ|棍棒|こん棒|金棒|警棒|メイス",
  backpack: "リュック(?:サック)?|ランドセル|背嚢|ザック|背負い袋|バックパック|ナップサック|通学鞄",
  bundle:
    "竹の皮の包み|包み(?=の|と|や|から|に)(?<=[のいなた皮布紙きだ、。]包み)|風呂敷|風呂敷(?:包み)?|(?:布|新聞紙|着物|反物)包み|包み(?=を|が)(?<!小包み)",
  boots: "(?:ゴム)?長靴|ブーツ|登山靴|雪靴|わらじ|草鞋",
  binoculars: "双眼鏡|オペラグラス",
  crab: "(?<![ぁ-ん](?<![のをにがはとやもで]))(?<!\\p{Script=Han})かに(?=を(?:食|取|捕|ゆ|茹|つかま)|が(?:歩|這|は)|の(?:足|はさみ|甲羅))|(?<!沢)蟹|カニ(?![ア-ン])|伊勢海老|ザリガニ|ロブスター",
  tub: "金だらい|金ダライ|湯おけ|風呂おけ|ベビーバス|(?:金|木)?(?:盥|たらい)|洗面器|洗い桶|湯桶|洗い物の桶",
  toolbox:
    "裁縫箱|ソーイングセット|裁縫セット|針箱|救急セット|工具セット|メイクボックス|(?:工具|道具|救急|裁縫|大工)箱",
  drill: "ドリル(?=と|や|も|は|、)|電動工具|(?:電動)?ドリル(?=を|で|が|の)",
  "fire-extinguisher": "消火器|酸素(?:ボンベ|タンク)|ガスボンベ|ボンベ",
  antenna: "アンテナ",
  satellite: "人工衛星|(?<!護)衛星(?!都市|放送)|探査機",
  "solar-panel": "太陽(?:電池|光)?パネル|ソーラーパネル",
  "space-suit": "宇宙服",
  speaker: "ステレオ|スピーカー|拡声機|アンプ(?![ア-ン])",
  chandelier: "シャンデリア",
  safe: "(?<!貸)金庫(?!番)",
  carpet: "絨毯|じゅうたん|カーペット|絨緞|ラグ(?=を|に|の上|が)|敷物",
  fireplace: "暖炉|マントルピース",
  pitchfork: "フォーク(?=で(?:干し草|藁|わら|牧草|堆肥|草))|ピッチフォーク|干し草用のフォーク|三つ又",
  tractor: "トラクター|コンバイン|耕運機|ブルドーザー|ショベルカー",
  cannon: "大砲|砲台",
  cradle: "揺りかご|ゆりかご|揺り籠|ベビーベッド",
  "vending-machine": "自動販売機|自販機|券売機",
  cucumber:
    "(?<![ぁ-ん](?<![のをにがはとやもで]))なす(?=[をがはもとや、](?!が))|茄子|ゴーヤ|おくら|オクラ|きゅうり|キュウリ|胡瓜|なす(?=を(?:切|焼|もい))|ナス(?![ア-ン])|ズッキーニ|ピーマン|漬物",
  peach:
    "ネクタリン|キウイ|パパイヤ|アボカド|(?<!白|扁)桃(?!色|太郎|源|の節句|園)|梨(?!花|沙|奈)|マンゴー|びわ(?=を|が)|枇杷",
  dango: "串焼き|みたらし団子|三色団子|月見団子|団子|だんご|焼き鳥|やきとり|串カツ|みたらし",
  shrimp: "天ぷら|海老天|エビフライ|えび(?=は|も|と|や|フ)|海老(?!名)|エビ|えび(?=を|が|の|天)",
  octopus:
    "(?<![ぁ-ん](?<![のをにがはとやもで]))たこ(?=を(?:食|取|ゆ|茹|切|刺))|イカ焼き|たこわさ|スルメ|するめ|蛸|タコ(?!ス|ヤキ)|烏賊|イカ(?=を|が|の|焼)(?![ア-ン])",
  "pepper-mill":
    "胡椒|こしょう|七味|(?:胡椒|こしょう|塩|醤油|七味)(?:挽き|入れ|差し|さし|の瓶)|醤油(?=を|の)|コーヒーミル",
  cymbals: "シンバル|銅鑼|ドラ(?=を(?:打|鳴|叩))",
  xylophone: "木琴|鉄琴|マリンバ",
  dumbbell: "ダンベル|バーベル|鉄アレイ",
  surfboard: "サーフボード|ボディボード",
  hanger: "洋服掛け|えもんかけ|ハンガー|衣紋掛け",
  cross: "十字架|ロザリオ",
  armour: "防具|胸当て|鎖帷子|(?<!下)鎧(?!戸|武者)|甲冑|具足(?=を|が)",
  stretcher: "担架|ストレッチャー",
  "traffic-light": "信号(?=が(?:青|赤|黄|変)|機)(?:機)?",
  blackboard: "(?<!電子)黒板(?!消し|塀)|ホワイトボード",
  paperclip: "(?:ゼム)?クリップ(?!ボード)(?=を|が|で|の)|画鋲|がびょう|押しピン",
  dustpan: "ちり(?:取|と)り|塵取り",
  scale: "天秤|台?秤|はかり(?=に|の|を)",
  ship: "船(?=と|を|に|へ|から|も)(?<!\\p{Script=Han}船)|商船|客船|豪華客船|タンカー|貨物船|密輸船|(?:帆|漁|汽|客|貨物|軍|黒|連絡|遊覧|巡視|捕鯨|海賊|蒸気|渡し)船|船(?=が|は|の(?:上|甲板|舳|中|影)|に乗|を(?:出|降|見|下|漕))|軍艦|戦艦|フェリー|いかだ|筏",
  aeroplane: "(?<!紙)飛行機(?!雲)|旅客機|戦闘機|ヘリ(?=が|の)|ジェット機",
  rocket:
    "宇宙船(?=が|は|の|を|に|へ|と)|シャトル(?=が|の)|スペースシャトル|ロケット|宇宙艇|円盤(?=が|は)|UFO|宇宙船(?=の(?:そば|前|横|脇|ドア|扉)|が)|ロケット(?!ペン|えんぴつ|鉛筆|スタート)|ミサイル",
});
