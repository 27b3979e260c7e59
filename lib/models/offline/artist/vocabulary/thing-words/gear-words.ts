// Words for the things of work, road and great house, in both languages: those of `thing-words-*.ts` go before them.
import { thingsEn, thingsJa } from "./thing-tables.ts";

export const GEAR_WORDS_EN = thingsEn({
  mop: "mops?(?!ed)|(?:mopped|mopping) the (?:floor|deck|hall|kitchen)",
  "cutting-board": "(?:cutting|chopping|bread) ?boards?",
  bin: "ash ?cans?|trash ?cans?|(?:rubbish |dust|trash |recycling )?bins?(?= |[.,;!])|(?:waste(?: ?paper)?|paper) ?baskets?|(?:trash|garbage) cans?",
  sandwich: "butt(?:y|ies)(?= and|[.,;])|BLT",
  cookie: "gingerbread m[ae]n|biscuits?(?= |[.,;!])",
  cabbage:
    "brussels sprouts?|vegetables?(?! (?:patch|garden|plot|stall|bed|market|oil|soup|stew))|veg(?= |[.,;])",
  radish: "swede(?= and|[.,;])|beet(?= |[.,;])",
  goblet: "(?:golden|silver) cup",
  drip: "(?:an?|the|his|her) IV(?= |[.,;])|(?:a|the|his|her) drip(?= (?:stood|beside|stand|in|ran|hung)|[.,;])",
  clipboard:
    "~file(?! (?:cabinet|away))|(?:the|a|his|her|thick|case|manila|police|cardboard) (?:file|folder)s?(?= |[.,;])(?! cabinet)|files(?= (?:and|on|from|in|of)|[.,;])|(?:ring )?binders?",
  chessboard: "chess ?(?:sets?|boards?)|dominoe?s?",
  aquarium: "fish ?(?:bowls?|tanks?)|goldfish(?: bowls?)?",
  printer: "(?:photo)?copiers?",
  remote: "games? controller|remotes?(?: control)?(?= |[.,;!])|(?:game )?controllers?",
  vacuum: "(?:the|a) vacuum(?= (?:roared|stood|and|in|hummed)|[.,;])",
  "hand-flag":
    "(?:wav(?:ed|ing)|held|holding|carr(?:ied|ying)|rais(?:ed|ing)|lift(?:ed|ing)) (?:an?|the|his|her|two) (?:[a-z]+ )?flags?|(?:little|small|paper|signal|white|hand|checkered|toy) flags?",
  club: "(?:swung|raised|lifted|with|gripped|dropped|carried|a wooden|spiked) (?:a|the|his|her) (?:[a-z]+ )?clubs?|(?:a|the|his|her|wooden|heavy|spiked|huge|great) clubs?(?= (?:across|over|in|on|and|at|struck|fell|down|high|like|from|with|against|again)|[.,;!])",
  backpack: "(?:a|the|his|her|heavy) pack(?= (?:on|full|over|off|and|from|down)|[.,;])",
  bundle: "bundles?(?! of (?:letters|straw|hay|sticks|wood|money|notes|papers))",
  boots:
    "boots?(?! (?:of (?:the|a|his|her) (?:car|taxi|cab)|camp|room|up|the|him|her|it))(?<!\\b(?:to|car) boots?)",
  tub: "(?:horse|water|stone|feeding|pig) troughs?|~trough(?! of)|~tub(?! of (?:lard|ice))|basins?(?= |[.,;])(?<=\\b(?:a|the|wash|tin|enamel|pudding|china|his|her|shallow) basins?)|(?:wooden|tin|wash|laundry) ?tubs?|(?:the|a|tin|enamel|plastic|wash) basin",
  toolbox:
    "tool ?(?:bag|chest|roll|belt)s?|doctor['’]s bag|make-?up box|sewing (?:box|kit)|first[- ]aid (?:kit|box)|tool ?(?:box(?:es)?|kits?|chests?)",
  drill:
    "~drill(?! (?:sergeant|hall|to))|(?:the|a|his|her|electric|power) drill(?= (?:and|in|on|whined|from|to|was)|[.,;!?])",
  "fire-extinguisher": "(?:fire )?extinguishers?|oxygen (?:tank|cylinder|bottle)s?|gas (?:cylinder|bottle)s?",
  satellite: "(?:the|a|space) probe(?= |[.,;])|satellites?(?! (?:dish|phone|tv))",
  "solar-panel": "solar (?:panel|array|sail|wing)s?",
  speaker: "(?:the|a|his|her|two) speakers?(?= (?:crackled|hummed|buzzed|on|above|over|blared|in the)|[.,;])",
  safe: "~safe(?= (?:and|was (?:open|empty|locked|shut)|door|behind|in the wall|with|had|stood|clicked|swung)|[.,;])|(?:the|a|his|her|iron|wall|open|empty) safe(?= (?:was|stood|door|behind|and|in|with|had|open)|[.,;!?])",
  carpet:
    "(?:persian|turkish|hearth|sheepskin|bearskin|woven|threadbare|old|red) ?rugs?|(?:the|a|his|her) (?:[a-z]+ )?rug(?= |[.,;])|mats?(?= (?:on|by|under|in front)|[.,;])(?<=\\b(?:the|a|gym|rubber|woven|straw) mats?)|(?:the|a|persian|hearth) ?rug(?= (?:and|on|in|was|by|before|up|under)|[.,;])",
  fireplace: "~grate(?= |[.,;])",
  tractor: "forklift(?: truck)?|~digger(?<!\\b(?:grave|gold) ?diggers?)|combine(?: harvester)?",
  cradle: "cots?(?= |[.,;])",
  "vending-machine": "(?:cash|slot|ticket) machines?",
  cucumber: "(?:red|green|bell|yellow|chilli|sweet) peppers?|runner beans?|green beans?|pea pods?",
  "pepper-mill":
    "(?<=\\b(?:pass(?:ed)? the|the|some|more) )salt(?= |[.,;])(?! (?:water|air|wind|flats|marsh|spray|mines?|sea|lake|smell|of))|(?:pepper|salt|coffee) (?:mill|shaker|cellar|pot|grinder)s?",
  dumbbell: "(?<=\\b(?:lift(?:ed|ing)|the|heavy) )weights(?= |[.,;])|dumb-?bells?",
  hanger: "(?:coat ?|wire |wooden )?hangers?",
  cross: "(?:a|the|his|her|silver|wooden|gold) cross(?= (?:on|in|around|and|from|hung)|[.,;])",
  armour:
    "armou?r(?= (?:and|on|clanked|in|by|rattled|gleamed|stood|from)|[.,;])(?<=\\b(?:the|his|her|of|rusty|shining|plate|silver|black|heavy|full) armou?r)|suits? of armou?r",
  "traffic-light": "(?:traffic|stop) lights?|(?:the|a) (?:red|green) light(?= changed)",
  scale:
    "(?:brass|kitchen|old|the|a set of) scales(?= |[.,;])(?! (?:of (?:the|a|its)|fell from|and music))(?<!\\bon(?:to)? the scales)|(?:brass|letter) scales|(?<!\\bon(?:to)? )the scales|(?:a|the) pair of scales",
  ship: "(?:oil )?tankers?(?= |[.,;])|liners?(?= |[.,;])|galleys?(?= (?:slave|ship))|brig(?= |[.,;])|barges?(?= |[.,;])(?!d)|tugs?(?= (?:boat|pulled|hooted))|(?:paddle|mail|old|night|river) steamers?|(?:sailing |cargo |pirate |war|steam|star)?ships?(?!ment|yard|wreck)",
  aeroplane: "fighter (?:jet|plane)s?|spitfires?(?= |[.,;])|aircraft(?! carrier)|(?:the|a) (?:plane|jet)",
  rocket:
    "(?:moon|space) (?:ship|craft|module|capsule|shuttle)s?|shuttle(?= (?:was|landed|shook|lifted|door|hull|bay)|[.,;])|UFOs?|landers?(?= |[.,;])|rockets?(?! science)",
  carriage:
    "hansom(?: cab)?|(?:horse-drawn|royal|black|open|closed|gilded|wedding) (?:carriage|coach)(?:es)?|coach and (?:four|six|horses)|horse and (?:buggy|carriage|trap)|~carriage(?<!\\b(?:railway|train|baby|the next|last|first|third|second-class|first-class|third-class|crowded|empty|next|dining) carriages?)(?= (?:stopped|rolled|rattled|drew|waited|stood|wheel|door|horses|drawn|came|pulled|and horses|before|outside|at the (?:gate|door))|[.,;])",
  "cash-register":
    "(?<=\\b(?:at|on|behind|from|in|into|opened|of|over|above|beside|by|under) the )till(?= |[.,;!?])",
  coffin: "sarcophag(?:us|i)",
  "crystal-ball": "scrying (?:ball|glass|orb)|(?:glowing|crystal|glass|magic|golden|silver|black) orbs?",
  helicopter: "~chopper(?! (?:board))",
  laptop: "lap ?top(?: computer)?s?",
  "shopping-cart":
    "shopping (?:cart|trolley)|~trolley(?= (?:down the aisle|full of (?:food|shopping)|along the aisle|past the))",
  truck:
    "(?:pick-?up |dump |tow |fire |garbage |delivery |army |tip )?truck(?! ?(?:driver|stop))s?|pick-?up(?= (?:truck|and|stopped|with|was)|[.,;])|(?:delivery|removal|moving|police|post|ice-cream|camper|white|mail|laundry|bread|milk|transit) vans?|caravans?(?= (?:site|and|in|was|parked|on|behind)|[.,;])(?<!\\b(?:gypsy|camel) caravans?)",
});

export const GEAR_WORDS_JA = thingsJa({
  "cutting-board": "俎板?",
  bin: "(?:ゴミ|ごみ|くず|屑|クズ)(?:箱|かご|籠|入れ)",
  cookie: "菓子(?!屋|折|職)|もなか(?!っ|ろう)|最中(?=を|が)",
  cabbage: "野菜(?!炒め|スープ|ジュ|畑|売|市)",
  radish: "(?<![切寝])大根(?!おろし|役者)|かぶ(?=を(?:抜|引|切))",
  dumpling: "(?<![鏡尻])餅(?!屋|つき)",
  clipboard: "ファイル(?=と|や|も|は|の|、)|ファイル(?=を|が|に)",
  chessboard: "(?:将棋|チェス)の?盤|駒(?=を(?:進|動|並|打)|が)|チェス(?:盤)?|将棋盤?|(?:将棋|チェス)の駒",
  aquarium: "金魚(?:鉢(?!巻))?(?![屋草])",
  printer: "プリンター?(?![ア-ン])",
  "hand-flag": "(?:小|手|白)旗|(?:小さな|紙の|手に)旗|旗(?=を(?:振|持|掲|上げ|握|渡))",
  backpack: "リュック(?:サック)?",
  bundle:
    "包み(?=の|と|や|から|に)(?<=[のいなた皮布紙きだ、。]包み)|風呂敷(?:包み)?|(?:布|新聞紙|着物|反物)包み|包み(?=を|が)(?<!小包み)",
  boots: "(?:ゴム)?長靴",
  crab: "(?<![ぁ-ん](?<![のをにがはとやもで]))(?<!\\p{Script=Han})かに(?=を(?:食|取|捕|ゆ|茹|つかま)|が(?:歩|這|は)|の(?:足|はさみ|甲羅))|(?<!沢)蟹|カニ(?![ア-ン])",
  tub: "(?:金|木)?(?:盥|たらい)",
  toolbox: "(?:工具|道具|救急|裁縫|大工)箱",
  drill: "ドリル(?=と|や|も|は|、)|(?:電動)?ドリル(?=を|で|が|の)",
  "fire-extinguisher": "酸素(?:ボンベ|タンク)",
  satellite: "(?<!護)衛星(?!都市|放送)",
  "solar-panel": "太陽(?:電池|光)?パネル",
  speaker: "アンプ(?![ア-ン])",
  safe: "(?<!貸)金庫(?!番)",
  carpet: "ラグ(?=を|に|の上|が)",
  pitchfork: "フォーク(?=で(?:干し草|藁|わら|牧草|堆肥|草))",
  cucumber:
    "(?<![ぁ-ん](?<![のをにがはとやもで]))なす(?=[をがはもとや、](?!が))|なす(?=を(?:切|焼|もい))|ナス(?![ア-ン])",
  peach: "(?<!白|扁)桃(?!色|太郎|源|の節句|園)|梨(?!花|沙|奈)|びわ(?=を|が)",
  shrimp: "えび(?=は|も|と|や|フ)|海老(?!名)|えび(?=を|が|の|天)",
  octopus:
    "(?<![ぁ-ん](?<![のをにがはとやもで]))たこ(?=を(?:食|取|ゆ|茹|切|刺))|タコ(?!ス|ヤキ)|イカ(?=を|が|の|焼)(?![ア-ン])",
  "pepper-mill": "(?:胡椒|こしょう|塩|醤油|七味)(?:挽き|入れ|差し|さし|の瓶)|醤油(?=を|の)",
  cymbals: "ドラ(?=を(?:打|鳴|叩))",
  armour: "(?<!下)鎧(?!戸|武者)|具足(?=を|が)",
  "traffic-light": "信号(?=が(?:青|赤|黄|変)|機)(?:機)?",
  blackboard: "(?<!電子)黒板(?!消し|塀)",
  paperclip: "(?:ゼム)?クリップ(?!ボード)(?=を|が|で|の)",
  dustpan: "ちり(?:取|と)り",
  scale: "台?秤|はかり(?=に|の|を)",
  ship: "船(?=と|を|に|へ|から|も)(?<!\\p{Script=Han}船)|(?:帆|漁|汽|客|貨物|軍|黒|連絡|遊覧|巡視|捕鯨|海賊|蒸気|渡し)船|船(?=が|は|の(?:上|甲板|舳|中|影)|に乗|を(?:出|降|見|下|漕))",
  aeroplane: "(?<!紙)飛行機(?!雲)|ヘリ(?=が|の)",
  rocket:
    "宇宙船(?=が|は|の|を|に|へ|と)|シャトル(?=が|の)|円盤(?=が|は)|UFO|宇宙船(?=の(?:そば|前|横|脇|ドア|扉)|が)|ロケット(?!ペン|えんぴつ|鉛筆|スタート)",
});
