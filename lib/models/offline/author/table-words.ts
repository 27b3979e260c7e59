// Words for what is eaten and drunk, and what it is cooked and served in, in both languages.
import { thingsEn, thingsJa } from "./thing-cues.ts";

export const TABLE_WORDS_EN = thingsEn({
  cup: "hot chocolate|coffee cup|tea cup|paper cup|plastic cup|beaker of|pint of tea|latte|(?:paper |tea|coffee )?cups?|mug|tankard|tea(?! ?(?:pot|spoon|room|shop|leaves|cup|towel|tray))|coffee(?! (?:shop|cup|pot|beans?|table))|cocoa|espresso|cappuccino",
  bottle:
    "washing-up liquid|beer|wine|whisk(?:e)?y|whiskies|brandy|rum(?= |[.,;])|gin(?= |[.,;])|champagne|cider|port wine|sherry|insect repellent|poison|phial|hip flask|sun cream|lotion|detergent|bleach|elixir|ketchup|vinegar|baby bottle|mineral water|bottle|flasks?(?! of (?:tea|coffee|soup))|potion|vial|decanter|shampoo|beaker|ink ?(?:wells?|bottles?)|wine(?! glass)|beer(?! mug)",
  fish: "fish(?!ing)|sardine|salmon|mackerel|trout|herring|tuna",
  bread:
    "burger|hamburger|hot dog|slice of toast|toast and|crust(?:s)?(?= of bread)|rye bread|sourdough|crumpet|bread roll|rolls(?= (?:and|from|in|with)|[.,;])|bap|baguette|bread|loaf|bun|croissant|toast|gingerbread|bagel|cracker|(?:a|the|cut the|bread|cinnamon) rolls?(?! of)|scone",
  bowl: "pasta|spaghetti|macaroni|curry|sugar bowl|chilli|gruel|broth|porridge|muesli|cornflakes|dog bowl|risotto|bowls?(?: of (?:soup|stew|rice))?|noodles|ramen|cereal|salad|oatmeal",
  "rice-ball": "rice ball",
  apple: "apples?(?! (?:trees?|pies?|tart))|fruits?(?! (?:trees?|stalls?|juice))",
  orange:
    "(?:an|the|his|her|my|one|another|half an) orange(?=[.,;!?]|$| (?:from|in|on|and|out|to|at|that|which|into|for|as|off|under|behind|rolled|fell|lay|was|with)\\b)|oranges|tangerine|persimmon",
  melon: "pineapple|coconut|melon|watermelon|cantaloupe",
  pot: "stockpot|cooking pot|billy can|billy(?= |[.,;])|dixie can|crockpot|tureen|(?:bamboo |rice )?steamers?|(?<!\\b(?:cactus|plant|fern|tree|geranium|rose|orchid|seedling|flower)s? in (?:an?|the|its|their) (?:[a-z]+ )?)(?:cooking |flower|stew|coffee )?pots?(?! of gold| roast)|saucepan|cauldron|casserole|(?<!bowl of |bowls of |cup of )soup|stew",
  kettle: "kettle",
  teapot: "teapot",
  pan: "baking sheet|roasting tin|(?:frying |the |a |iron )pan|frying pan|skillet|wok|griddle",
  knife:
    "peeler|bayonet|letter opener|paper knife|jack ?kni(?:fe|ves)|flick ?kni(?:fe|ves)|switchblade|stiletto|steak knife|carving knife|(?:his|her|the) blade|(?:pen|pocket|kitchen |bread )?kni(?:fe|ves)|razor|dagger|cleaver|scalpel",
  spoon: "(?:tea|table|wooden )?spoons?|spatula",
  chopsticks: "chopsticks",
  plate:
    "platter|crockery|china plate|side plate|kidney dish|petri dish|(?:dinner |empty |china |paper )?plates?(?! number)|saucer|dish",
  glass:
    "(?:wine|whisky|champagne|beer|shot|water|empty|tall|crystal|tooth) glass(?:es)?|tumbler|juice|lemonade|milkshake|(?:clinked|raised|filled|refilled|poured|drained|emptied|lifted|washed|dried|polished|two|three|four|of) (?:(?:the|their|his|her) )?glasses(?! case)|(?:a|the|his|her|another) glass(?= (?:from|down|in (?:his|her) hand|to (?:his|her) lips|on the (?:table|bar)|and drank))|(?:drained|emptied|filled|refilled|raised|lifted|brought|handed|gave|fetched|passed|drank)(?: (?!of|the|a)\\p{L}+)? (?:an?|the|his|her|another) glass(?=[.,;]| (?:and|to|with|at)\\b)|pint(?= of (?:beer|ale|milk)| glass)|soda|cola|martini|cocktail|glass(?:es)? of (?:water|milk|juice|wine|lemonade|beer)|(?:his|her|empty|wine|water|tall) glass(?! (?:eye|slipper|door|case|wall))",
  cake: "(?:birthday |chocolate |wedding |cup|pan)?cakes?|tart|(?:apple |cherry |pumpkin |meat )?pies?|muffin|brownie|waffle",
  egg: "scrambled eggs|egg",
  "ice-cream": "ice cream|sundae|popsicle",
  candy:
    "candyfloss|cotton candy|(?:chewing |bubble)gum|gumdrop|jelly bean|liquorice|peppermint|mints?(?= |[.,;])(?!ed)|humbug|fudge|candy cane|sherbet|marshmallow|chocolates?(?! (?:cake|milk|biscuit|brown|egg))|(?:bar of |box of )?chocolates?(?! cake)|lozenge|candy|lollipop|caramel|toffee|bonbon|sweets",
  pudding: "pudding|custard|jelly",
  carrot: "carrot",
  pumpkin: "jack-o['’]?-?lanterns?|pumpkin",
  mushroom: "mushroom|toadstool",
  cheese: "cheese",
  meat: "bacon|chicken leg|pork chop|(?:lamb|pork|mutton|veal) chops?|ham|roast beef|beef(?= |[.,;])|salami|ribs(?= (?:and|of|from) )|roast(?= (?:lamb|pork|turkey|goose))|meatball|turkey leg|jerky|patties|(?:the|a) roast(?=[.,;])|meat|drumstick|roast chicken|steak|sausage",
  rice: "(?:bag|bale|sack)s? of rice",
  butter: "butter dish|butter(?! ?(?:fly|knife|cup))|margarine",
  jar: "jam jar|pickle jar|cookie jar|jam(?= |[.,;])(?<!traffic jam)(?! session)|marmalade|peanut butter|preserves|mustard|jar|honey|jam(?=[.,;]| (?:on|and|from|jar))|urn",
  jug: "jug|pitcher|carafe",
  fork: "forks?(?! in the(?! other))(?!lift)",
  potato: "potato",
  tomato: "tomato",
  banana: "banana",
  grapes:
    "grapes|cherr(?:y|ies)(?! (?:tree|blossom))|(?:black|blue|rasp)?berr(?:y|ies)|plums?(?! (?:tree|blossom))",
  lemon: "lemons?(?!ade)|lime",
  strawberry: "strawberry",
  corn: "corn(?!er)|cob",
  onion: "onion|garlic|shallot",
  lunchbox: "lunch box|bento(?: box)?",
  can: "paint (?:tin|pot|can)s?|(?:biscuit|cake|cookie|tobacco|tea|baking|mess|sardine|soup|toffee|collection|petrol|powder) tins?|tins?(?= (?:of|box))|jerry can|milk churn|oil can|(?:a|the|his|her|an empty|last) can(?= (?:of|and|from|with|on the|rolled|in his|in her|open\\b)|[.,;])|(?:in|from|of|inside) the tin\\b|tins(?= (?:of|and|in|on)|[.,;])|cans(?= (?:of|and|in|on)|[.,;])|spray can|aerosol|(?:tin|soda|beer|cola|sardine|empty|paint|oil|gas|petrol) cans?(?= |[.,;])|(?:a|the|opened a) can of|(?:a|the|from a|from the) tin(?= (?:of|box|and|with)|[.,;])|tin can|canister",
  toaster: "toaster|microwave|blender",
  tray: "tray|platter",
  thermos:
    "(?:thermos|vacuum|water|hot) flask|waterskin|canteen(?= (?:of|and|from|to|on|at)|[.,;])|thermos(?: flask)?|canteen|water bottle",
  pizza: "pizza",
  doughnut: "(?:doughnut|donut)s?|pretzel",
  milk: "milk bottle|carton of milk|(?:carton|bottle|pint|jug) of milk|milk(?! ?(?:shake|man|tooth|teeth|bottle))",
  "sake-bottle": "sake(?! of)",
  sushi: "sushi",
});

export const TABLE_WORDS_JA = thingsJa({
  cup: "紙コップ|杯(?=が|も|は)(?<!\\p{Script=Han}杯)|コーヒーカップ|ティーカップ|湯呑み|茶(?=と|も|が|に|、)(?<!\\p{Script=Han}茶)|緑茶|抹茶|ほうじ茶|お湯(?=を(?:飲|すす))|カフェオレ|カプチーノ|カフェラテ|酒杯|マグカップ|盃|杯(?=を|に)|ぐい呑み|お猪口|猪口|マグ(?!ロ|ネ|マ)|カップ|湯のみ|湯飲み|湯呑|コーヒー|お茶|茶(?=を(?:すす|飲|いれ|淹|入れ|注|出し|運|の[せっ]|載|もら|置|差し))(?<!\\p{Script=Han}茶)|紅茶|茶碗|コップ|ココア",
  bottle:
    "洗剤|インク(?:壺|瓶)|墨汁|リンス|ウイスキー|ウィスキー|ブランデー|シャンパン|哺乳瓶|毒薬|(?<!花|薬|鉄)瓶|ビン(?=を|が|に|の)|びん(?=を|が|に|の)|ボトル|酒瓶|ラムネ|ペットボトル|瓢箪|ひょうたん(?=を|が|の)|フラスコ|ビーカー|香油|シャンプー|ワイン(?!グラス)|(?:葡萄|ぶどう)酒|焼酎",
  fish: "鯉(?!のぼり)|鰻|うなぎ|ウナギ|マグロ|まぐろ|鮪|鰹|カツオ|鱒|ニジマス|アジ(?=を|の|が)|鯵|イワナ|ヤマメ|焼き魚|魚(?=と|や|も|の|を|が)(?<![人金熱深淡木半]魚)|鯛(?!焼)|鮎|鯖|イワシ|サバ(?!イ)|干物|(?<!人|木|半|金)魚(?!屋|市場|河岸|雷|眼)|さかな|煮干し|鰯|秋刀魚|さんま|鮭",
  bread:
    "サンドパン|フランスパン|ロールパン|蒸しパン|パン(?=くず|屑)|バゲット|乾パン|バター(?:トースト|ロール)|ホットドッグ|ナン(?=を(?:ちぎ|食))|パン(?=くず)|食パン|トースト|クロワッサン|ハンバーガー|(?<![ァ-ヴー])パン(?=を|が|の|、|と|は|に|[。も])|(?:あん|メロン|カレー|菓子|クリーム)パン|コッペパン",
  bowl: "すり鉢|チャーハン|炒飯|納豆|離乳食|カップ(?:麺|ラーメン)|そば(?=を(?:食|すす|頼)|が(?:来|出|運))|餌皿|天丼|カツ丼|豚汁|けんちん汁|汁粉|おしるこ|ぜんざい|焼きそば|おでん|茶漬け|丼飯|親子丼|牛丼|カレー(?:ライス)?|スパゲッティ|パスタ|サラダ|ボウル|雑煮|ご飯(?=を(?:食|よそ|盛|かき)|が)|米(?=を(?:とい|研))|丼|どんぶり|お?椀|ラーメン|うどん|そば(?=を(?:食|すす))|おかゆ|そうめん|素麺|味噌汁|雑炊",
  "rice-ball": "おにぎり|握り飯|おむすび",
  apple: "りんご(?!飴)|リンゴ(?!飴)|林檎(?!飴)|果物|くだもの",
  orange:
    "みかん|デコポン|蜜柑|グレープフルーツ|夏蜜柑|ゆず(?=を|が|の)|ミカン|オレンジ(?!色|の(?:光|空|夕|服|花)|ジュース)|干し柿|柿(?!色|の木)|夏みかん|柚子",
  melon:
    "パイナップル|ココナ[ッツ]+|メロン(?!パン|ソーダ)|スイカ|(?<![ぁ-ん](?<![のをがはともで]))すいか|西瓜",
  pot: "寸胴|圧力鍋|飯盒|はんごう|おかゆの鍋|羽釜|お釜|鍋料理|鍋物|すき焼き|しゃぶしゃぶ|水がめ|水甕|かめ(?=の水|に水)|(?<!鉄)鍋(?!焼)|鉄鍋|甕|土鍋|釜(?!山)|スープ|シチュー|味噌汁",
  kettle: "やかん|薬缶|ヤカン|鉄瓶",
  teapot: "急須|ティーポット|ポット",
  pan: "中華鍋|鉄板(?!焼)|玉子焼き器|フライパン",
  knife: "皮むき器|ピーラー|カッター(?:ナイフ)?|銃剣|メス(?=を|で)|ペーパーナイフ|包丁|ナイフ|小刀|短刀|短剣",
  spoon: "(?:大|小)さじ|フライ返し(?=を|で|が)|れんげ(?=を|で)|スプーン|匙|しゃもじ|杓子|ヘラ(?=で|を)",
  chopsticks: "箸(?!置)|割り箸",
  plate: "食器(?!棚|洗|用)|お皿|小皿|大皿|取り皿|(?<!灰|目を)皿(?!洗)",
  glass:
    "シャンパングラス|水(?=を(?:一杯|ごくり|飲み干))|レモネード|カクテル|炭酸水|ソーダ(?!ファ)|コーラ|ハイボール|お冷|おひや|冷たい水を|ワイングラス|ビールジョッキ|ジョッキ|オレンジジュース|ジュース|(?<!サン)グラス(?!ハ)|コップの(?:水|牛乳|ミルク|ジュース|酒|麦茶)|麦茶|サイダー|ビール|(?:水|牛乳|ジュース)の?コップ",
  cake: "ホットケーキ|パンケーキ|カステラ|ロールケーキ|タルト|アップルパイ|パイ(?=を|が)|マフィン|ワッフル|シュークリーム|エクレア|クレープ|(?:誕生日|ショート|チョコ)?ケーキ",
  egg: "スクランブルエッグ|オムレツ|温泉卵|生卵|目玉焼き|ゆで卵|卵焼き|卵|たまご|玉子",
  "ice-cream": "シャーベット|ジェラート|アイスキャンディー?|氷菓|アイス(?:クリーム)?|ソフトクリーム|かき氷",
  candy:
    "キャラメル|ガム(?!テ|シ)|マシュマロ|飴玉|飴細工|ドロップ(?=を|が|の缶)|あめ(?=を(?:なめ|舐め|くれ|もら|配|口))|グミ|綿菓子|わたあめ|綿あめ|(?<!水)飴(?!色)|水飴|キャンディー?|あめ玉|金平糖|チョコ(?:レート)?(?!ケ)",
  pudding: "ババロア|杏仁豆腐|寒天|ところてん|プリン(?!ト|ス|セ)|ゼリー",
  carrot: "にんじん|ニンジン|人参",
  pumpkin: "かぼちゃ|カボチャ|南瓜",
  mushroom: "しいたけ|しめじ|松茸|まつたけ|えのき|きのこ|キノコ|茸|椎茸",
  cheese: "チーズ",
  meat: "とんかつ|豚カツ|トンカツ|ハンバーグ|ステーキ|バーベキュー|ベーコン|ウインナー|ソーセージ|[牛豚鶏]肉|焼き?肉|骨付き肉|(?<!筋)肉(?!体|親|声|眼|球|屋|薄)|ハム(?!スタ)|唐揚げ",
  rice: "米袋|米(?=の袋|を(?:担|運))|米俵|俵",
  butter: "バター(?!ナイフ)|マーガリン",
  jar: "ジャム(?=が|と|や|も|は|、)|ピクルス|(?:砂糖|梅干しの|茶|骨|漬物の)?壺|(?:砂糖|ガラス|蜂蜜|茶|塩|ジャム)(?:の)?(?:瓶|壺|つぼ)|つぼ(?=を|に|の中)|蜂蜜|はちみつ|ジャム(?=を|の瓶)",
  jug: "水差し|ピッチャー(?=を|から)|ポット(?=から水)",
  fork: "フォーク(?!ダ|ソ|リ|ボ|で(?:干し草|藁|わら|牧草|堆肥|草)|ナー)",
  potato: "じゃがいも|ジャガイモ|じゃが芋|さつまいも|サツマイモ|焼き芋|焼きいも|里芋|芋(?=を|が)",
  tomato: "(?:ミニ)?トマト(?!ソース)",
  banana: "チョコバナナ|バナナ",
  grapes:
    "チェリー|ベリー|キイチゴ|あけび|プラム|すもも|桑の実|ザクロ|無花果|いちじく|ぶどう(?!酒)|ブドウ(?!酒)|葡萄(?!酒)|さくらんぼ|サクランボ|木いちご|ブルーベリー|梅干し",
  lemon: "レモン(?!色|ティー)",
  strawberry: "いちご(?!大福)|苺|イチゴ",
  corn: "とうもろこし|トウモロコシ|玉蜀黍",
  onion: "球根|ニンニク|玉ねぎ|タマネギ|玉葱|にんにく",
  lunchbox: "(?:お)?弁当(?:箱)?(?!屋)|重箱|駅弁|おせち",
  can: "茶缶|ブリキの缶|クッキーの缶|牛乳缶|ペンキ(?=を|が|と)|粉ミルク(?:の缶)?|石油缶|灯油缶|缶(?=は|も|と|や|、|入り)|ミルク缶|茶筒|ペンキの缶|(?:ペンキ|クッキー|お茶|一斗)缶|(?:空き|缶ジュースの|桃)?缶(?!切|詰工|蹴)(?=を|が|に|の|から|コ)|缶(?:コーヒー|ビール|ジュース)|空き缶|缶詰|ブリキ缶",
  toaster:
    "レンジ(?=が(?:鳴|止))|ポップアップトースター|ジューサー|コーヒーメーカー|トースター|電子レンジ|ミキサー(?=を|に|が)|電気ポット",
  tray: "お盆(?!休|の(?:時期|ころ|頃|夜|前|間))|(?:銀|木|漆|塗り)の(?:お)?盆|盆(?=に[^。、]{0,8}(?:の[せっ]|載|乗|並べ)|を(?:持|運|差|置|抱)|の上)|トレイ|トレー(?!ナ|ニ|ド|ラ|ス)",
  thermos: "ポット(?=の湯|から湯)|水筒|まほうびん|タンブラー|水袋|魔法瓶|ポットボトル",
  pizza: "ピザ",
  doughnut: "ドーナツ|プレッツェル",
  milk: "ミルク(?!ティ|クティ|コーヒー|チョコ|パン)(?=を|が|の|、|と|は|に)|牛乳(?!瓶)|ミルク(?!ティ|クティ)|牛乳パック|牛乳瓶",
  "sake-bottle":
    "日本酒|お?神酒|甘酒|地酒|熱燗|濁り酒|どぶろく|徳利|とっくり|お銚子|銚子(?!市|港)|一升瓶|酒(?=を(?:注|つ|飲|持|出|あお))",
  sushi: "恵方巻き?|海苔巻き|いなり寿司|稲荷ずし|手巻き|ちらし寿司|太巻き|巻き寿司|寿司(?!屋)|鮨(?!屋)|刺身",
});
