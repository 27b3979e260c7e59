// Words for what is eaten and drunk, and what it is cooked and served in, in both languages.
import { thingsEn, thingsJa } from "./thing-tables.ts";

export const TABLE_WORDS_EN = thingsEn({
  cup: "ale(?= |[.,;])|~cup(?! (?:board|of kindness|final))|(?:paper |tea|coffee )?cups?|tea(?! ?(?:pot|spoon|room|shop|leaves|cup|towel|tray))|coffee(?! (?:shop|cup|pot|beans?|table))",
  bottle:
    "(?:olive|cooking|sesame|engine) oil|(?:suntan|sun|body) lotion|flasks?(?! of (?:tea|coffee|soup|cocoa|broth|chocolate|hot))|whisk(?:e)?y|rum(?= |[.,;])|gin(?= |[.,;])|ink ?(?:wells?|bottles?)|wine(?! glass)|beer(?! mug)",
  fish: "cod(?= |[.,;])|anchov(?:y|ies)|~carp(?= |[.,;])|fish(?!ing| (?:scales?|hooks?|bones?|market|shop|oil))",
  bread:
    "pitta?|bread ?sticks?|muffins?(?= and butter)|(?<=\\b(?:ate|had|buttered|hot|of) )toast|~roll(?! (?:of|call))|crust(?:s)?(?= of bread)|rolls(?= (?:and|from|in|with)|[.,;])|(?:a|the|cut the|bread|cinnamon) rolls?(?! of)",
  // Before the bowls: porridge that is stirred is in its pot yet.
  pot: "tag?jine|pans of (?:water|soup)|(?<=\\b(?:stirr(?:ed|ing)|cook(?:ed|ing)|boil(?:ed|ing)|simmer(?:ed|ing)|burn(?:ed|t)) (?:the|some|her|his|a|more) )(?:porridge|sauce|curry|beans|rice|custard|gruel|broth|pasta|noodles|spaghetti|chilli|oatmeal|jam|gravy|risotto|polenta)|billy(?= |[.,;])|(?:bamboo |rice )?steamers?|(?<!\\b(?:cactus|plant|fern|tree|geranium|rose|orchid|seedling|flower)s? in (?:an?|the|its|their) (?:[a-z]+ )?)(?:cooking |flower|stew|coffee )?pots?(?! of gold| roast)|(?<!bowl of |bowls of |cup of )soup",
  bowl: "mashed potato(?:es)?|yogh?urt|mush(?= |[.,;])|(?:boiled|steamed|plain|brown|white|cooked) rice|(?<=\\b(?:ate|eat|eating|finished|with) (?:his|her|the|their|some) )rice(?! (?:ball|cake|cooker|paper|field))|bowls?(?: of (?:soup|stew|rice))?",
  apple: "apples?(?! (?:trees?|pies?|tart))|fruits?(?! (?:trees?|stalls?|juice))",
  orange:
    "(?:an|the|his|her|my|one|another|half an) orange(?=[.,;!?]|$| (?:from|in|on|and|out|to|at|that|which|into|for|as|off|under|behind|rolled|fell|lay|was|with)\\b)",
  melon: "honeydew(?: melon)?",
  teapot: "coffee ?pots?|cafeti[eè]re|tea (?:set|service|things)",
  pan: "baking (?:tin|tray)|~pan(?! (?:pipe|of the))|(?:frying |the |a |iron )pan",
  knife:
    "(?:bowie|craft|stanley|paring|palette|putty|hunting|fish|butter|cheese|fruit) kni(?:fe|ves)|pen ?kni(?:fe|ves)|jack ?kni(?:fe|ves)|flick ?kni(?:fe|ves)|(?:his|her|the) blade|(?:pen|pocket|kitchen |bread )?kni(?:fe|ves)",
  spoon: "~scoop(?! (?:of|up|it))|(?:tea|table|wooden )?spoons?",
  plate:
    "(?:the|best|good) china(?= |[.,;])|~dish(?! (?:cloth|washer|towel|rag|antenna|out|up))|~plate(?! (?:glass|armour|tectonic|number))|(?:dinner |empty |china |paper )?plates?(?! number)",
  glass:
    "(?:ginger|root) beer|squash(?= and|[.,;])(?<=\\b(?:orange|lemon) squash)|(?<=\\b(?:a|his|her|another|two|their|cold|stiff|the|your|some) )drinks?(?= |[.,;!?])(?! (?:of|from|to|some|it|his|her|up|too|the|and drive))|(?:wine|whisky|champagne|beer|shot|water|empty|tall|crystal|tooth) glass(?:es)?|(?<=\\b(?:pour|fill)(?:ed|ing) [^.]{2,40} into )(?:an?|the|his|her) glass(?! (?:jar|bowl|bottle|case))|(?:clinked|raised|filled|refilled|poured|drained|emptied|lifted|washed|dried|polished|two|three|four|of) (?:(?:the|their|his|her) )?glasses(?! case)|(?:a|the|his|her|another) glass(?= (?:from|down|in (?:his|her) hand|to (?:his|her) lips|on the (?:table|bar)|and drank))|(?:drained|emptied|filled|refilled|raised|lifted|brought|handed|gave|fetched|passed|drank)(?: (?!of|the|a)\\p{L}+)? (?:an?|the|his|her|another) glass(?=[.,;]| (?:and|to|with|at)\\b)|pint(?= of (?:beer|ale|milk)| glass)|glass(?:es)? of (?:water|milk|juice|wine|lemonade|beer)|(?:his|her|empty|wine|water|tall) glass(?! (?:eye|slipper|door|case|wall))",
  cake: "[eé]clair|past(?:y|ies)(?= |[.,;])|pastr(?:y|ies)|souffl[eé]|crumble(?= and|[.,;])|(?<!pan )(?:birthday |chocolate |wedding |cup)?cakes?|(?:apple |cherry |pumpkin |meat )?pies?",
  egg: "poached eggs?|boiled eggs?|fried eggs?|easter eggs?",
  "ice-cream": "ice loll(?:y|ies)|choc-?ice",
  candy:
    "jelly bab(?:y|ies)|~sweet(?= |[.,;])(?! (?:smile|little|girl|child|voice|boy|old|and|smell|scent|shop|potato|tooth|pea|corn|tea))|(?<=\\b(?:chew(?:ed|ing)|of|piece of) )gum|(?:chewing |bubble)gum|mints?(?= |[.,;])(?!ed)|chocolates?(?! (?:cake|milk|biscuit|brown|egg))|(?:bar of |box of )?chocolates?(?! cake)",
  pudding: "trifle(?= and|[.,;])(?<!\\ba trifle)|cr[eè]me br[uû]l[eé]e",
  pumpkin:
    "marrow(?= and|[.,;])(?<=\\b(?:giant|enormous|huge|prize|a) marrow)|butternut(?: squash)?|jack-o['’]?-?lanterns?",
  meat: "pork(?= |[.,;])(?! (?:pie|chop))|lamb chops?|(?:roast|fried|grilled|cold|cooked) (?:chicken|turkey|goose|duck|pork|lamb)|chicken (?:wing|nugget|leg|thigh)s?|fillet of (?:beef|pork)|rashers?|joint of (?:beef|meat|lamb|pork)|p[aâ]t[eé](?= |[.,;])|(?:lamb|pork|mutton|veal) chops?|beef(?= |[.,;])|ribs(?= (?:and|of|from) )|roast(?= (?:lamb|pork|turkey|goose))|(?:the|a) roast(?=[.,;])",
  rice: "(?:bag|bale|sack)s? of rice",
  butter:
    "(?<=\\b(?:the|some|melted|more|with) )butter(?= |[.,;])(?! (?:knife|dish))|butter(?! ?(?:fly|knife|cup))",
  jar: "honey ?pots?|(?:pot|pots) of (?:jam|honey|cream|ink|paint|marmalade)|(?:hand|face|cold|shaving) cream|relish(?= and|[.,;])|(?<=\\b(?:the|some|more) )sugar(?! (?:bowl|lump|cube|cane|beet))|jam(?= |[.,;])(?<!traffic jam)(?! session)|jam(?=[.,;]| (?:on|and|from|jar))",
  fork: "forks?(?! in the(?! other))(?!lift)",
  grapes:
    "gooseberr(?:y|ies)|cranberr(?:y|ies)|elderberr(?:y|ies)|mulberr(?:y|ies)|figs?(?! tree)|olives?(?! (?:tree|oil|grove|green|branch))|grape(?!vine)|(?:black|blue|rasp)?berr(?:y|ies)|plums?(?! (?:tree|blossom))",
  lemon: "lemons?(?!ade)",
  corn: "corn(?!er)",
  lunchbox: "bento(?: box)?",
  can: "(?:tinned|canned) (?:peaches|tomatoes|fish|tuna|beans|meat|fruit|food|pineapple)|beer cans?|jerry ?cans?|spam(?= |[.,;])|~tin(?! (?:roof|soldier|hat|opener|whistle|bath|cup|box|can|robot|mug|plate|foil|man|drum|tray|lid|tub|toy|mines?))|paint (?:tin|pot|can)s?|(?:biscuit|cake|cookie|tobacco|tea|baking|mess|sardine|soup|toffee|collection|petrol|powder) tins?|tins?(?= (?:of|box))|(?:a|the|his|her|an empty|last) can(?= (?:of|and|from|with|on the|rolled|in his|in her|open\\b)|[.,;])|(?:in|from|of|inside) the tin\\b|tins(?= (?:of|and|in|on)|[.,;])|cans(?= (?:of|and|in|on)|[.,;])|(?:tin|soda|beer|cola|sardine|empty|paint|oil|gas|petrol) cans?(?= |[.,;])|(?:a|the|opened a) can of|(?:a|the|from a|from the) tin(?= (?:of|box|and|with)|[.,;])",
  toaster: "waffle (?:iron|maker)|coffee (?:maker|machine)|sandwich (?:maker|toaster)",
  thermos:
    "(?:poured|drank|drinking|pouring|sipped|shared) (?:the |some |hot )?(?:tea|coffee|soup|cocoa|broth|chocolate) (?:from|out of) (?:a|the|his|her|their) flasks?|flasks?(?= of (?:hot |warm |sweet )?(?:tea|coffee|soup|cocoa|broth|chocolate))|water-?bottles?|(?:thermos|vacuum|water|hot) flask|canteen(?= (?:of|and|from|to|on|at)|[.,;])|thermos(?: flask)?",
  doughnut: "(?:doughnut|donut)s?",
  milk: "(?:bottles?|pints?|cartons?|glass) of milk|(?:carton|bottle|pint|jug) of milk|milk(?! ?(?:shake|man|tooth|teeth|bottle))",
  "sake-bottle": "sake(?! of)",
  cherry: "cherr(?:y|ies)(?! (?:tree|blossom|tomato|red|pie|orchard|brandy|lips|picker))",
  hamburger: "(?:ham|cheese|beef|veggie )?burgers?(?! (?:bar|van|joint|shop|restaurant|king|bun))",
  "hot-dog": "hot[- ]?dog",
  microwave: "microwave(?: oven)?",
  noodles:
    "(?:bowls? of |plates? of )?(?:noodles?(?! (?:shop|bar|stall|stand))|ramen|spaghetti|macaroni|pasta)",
  pancake: "crumpets? with syrup|flap ?jacks? with syrup",
  pear: "pears?(?! (?:tree|shaped|drop|orchard))",
});

export const TABLE_WORDS_JA = thingsJa({
  cup: "杯(?=が|も|は)(?<!\\p{Script=Han}杯)|茶(?=と|も|が|に|、)(?<!\\p{Script=Han}茶)|お湯(?=を(?:飲|すす))|杯(?=を|に)|マグ(?!ロ|ネ|マ)|茶(?=を(?:すす|飲|いれ|淹|入れ|注|出し|運|の[せっ]|載|もら|置|差し))(?<!\\p{Script=Han}茶)|茶碗(?!に[^。、]{0,3}(?:ご飯|ごはん|飯|粥|味噌汁)|の(?:ご飯|飯))",
  bottle:
    "インク(?:壺|瓶)|(?<!花|薬|鉄)瓶|ビン(?=を|が|に|の)|びん(?=を|が|に|の)|ひょうたん(?=を|が|の)|ワイン(?!グラス)|(?:葡萄|ぶどう)酒",
  fish: "鯉(?!のぼり)|アジ(?=を|の|が)|魚(?=と|や|も|の|を|が)(?<![人金熱深淡木半]魚)|鯛(?!焼)|サバ(?!イ)|(?<!人|木|半|金)魚(?!屋|市場|河岸|雷|眼)",
  bread:
    "パン(?=くず|屑)|バター(?:トースト|ロール)|ナン(?=を(?:ちぎ|食))|パン(?=くず)|(?<![ァ-ヴー])パン(?=を|が|の|、|と|は|に|[。も])|(?:あん|メロン|カレー|菓子|クリーム)パン",
  bowl: "カップ(?:麺|ラーメン)|そば(?=を(?:食|すす|頼)|が(?:来|出|運))|カレー(?:ライス)?|ご飯(?=を(?:食|よそ|盛|かき)|が)|米(?=を(?:とい|研))|お?椀|そば(?=を(?:食|すす))",
  apple: "りんご(?!飴)|リンゴ(?!飴)|林檎(?!飴)",
  orange: "ゆず(?=を|が|の)|オレンジ(?!色|の(?:光|空|夕|服|花)|ジュース)|柿(?!色|の木)",
  melon: "ココナ[ッツ]+|メロン(?!パン|ソーダ)|(?<![ぁ-ん](?<![のをがはともで]))すいか",
  pot: "かめ(?=の水|に水)|(?<!鉄)鍋(?!焼)|釜(?!山)",
  pan: "鉄板(?!焼)",
  knife: "カッター(?:ナイフ)?|メス(?=を|で)",
  spoon: "(?:大|小)さじ|フライ返し(?=を|で|が)|れんげ(?=を|で)|ヘラ(?=で|を)",
  chopsticks: "箸(?!置)",
  plate: "食器(?!棚|洗|用)|(?<!灰|目を)皿(?!洗)",
  glass:
    "水(?=を(?:一杯|ごくり|飲み干))|ソーダ(?!ファ)|(?<!サン)グラス(?!ハ)|コップの(?:水|牛乳|ミルク|ジュース|酒|麦茶)|(?:水|牛乳|ジュース)の?コップ",
  cake: "パイ(?=を|が)|(?:誕生日|ショート|チョコ)?ケーキ",
  "ice-cream": "アイスキャンディー?|アイス(?:クリーム)?",
  candy:
    "ガム(?!テ|シ)|ドロップ(?=を|が|の缶)|あめ(?=を(?:なめ|舐め|くれ|もら|配|口))|(?<!水)飴(?!色)|キャンディー?|チョコ(?:レート)?(?!ケ)",
  pudding: "プリン(?!ト|ス|セ)",
  meat: "[牛豚鶏]肉|焼き?肉|(?<!筋)肉(?!体|親|声|眼|球|屋|薄)|ハム(?!スタ)",
  rice: "米(?=の袋|を(?:担|運))",
  butter: "バター(?!ナイフ)",
  jar: "ジャム(?=が|と|や|も|は|、)|(?:砂糖|梅干しの|茶|骨|漬物の)?壺|(?:砂糖|ガラス|蜂蜜|茶|塩|ジャム)(?:の)?(?:瓶|壺|つぼ)|つぼ(?=を|に|の中)|ジャム(?=を|の瓶)",
  jug: "ピッチャー(?=を|から)|ポット(?=から水)",
  fork: "フォーク(?!ダ|ソ|リ|ボ|で(?:干し草|藁|わら|牧草|堆肥|草)|ナー)",
  potato: "芋(?=を|が)",
  tomato: "(?:ミニ)?トマト(?!ソース)",
  grapes: "ぶどう(?!酒)|ブドウ(?!酒)|葡萄(?!酒)",
  lemon: "レモン(?!色|ティー)",
  strawberry: "いちご(?!大福)",
  lunchbox: "(?:お)?弁当(?:箱)?(?!屋)",
  can: "ペンキ(?=を|が|と)|粉ミルク(?:の缶)?|缶(?=は|も|と|や|、|入り)|(?:ペンキ|クッキー|お茶|一斗)缶|(?:空き|缶ジュースの|桃)?缶(?!切|詰工|蹴)(?=を|が|に|の|から|コ)|缶(?:コーヒー|ビール|ジュース)",
  toaster: "レンジ(?=が(?:鳴|止))|ミキサー(?=を|に|が)",
  tray: "お盆(?!休|の(?:時期|ころ|頃|夜|前|間))|(?:銀|木|漆|塗り)の(?:お)?盆|盆(?=に[^。、]{0,8}(?:の[せっ]|載|乗|並べ)|を(?:持|運|差|置|抱)|の上)|トレー(?!ナ|ニ|ド|ラ|ス)",
  thermos: "ポット(?=の湯|から湯)",
  milk: "ミルク(?!ティ|クティ|コーヒー|チョコ|パン)(?=を|が|の|、|と|は|に)|牛乳(?!瓶)|ミルク(?!ティ|クティ)",
  "sake-bottle": "お?神酒|銚子(?!市|港)|酒(?=を(?:注|つ|飲|持|出|あお))",
  sushi: "恵方巻き?|寿司(?!屋)|鮨(?!屋)",
});
