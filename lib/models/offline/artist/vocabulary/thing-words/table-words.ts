// Words for what is eaten and drunk, and what it is cooked and served in, in both languages.
import { thingsEn, thingsJa } from "./thing-tables.ts";

export const TABLE_WORDS_EN = thingsEn({
  cup: "mocha|cuppa|chai|mulled wine|hot toddy|eggnog|ovaltine|herbal tea|ale(?= |[.,;])|lager|stein|beer stein|sippy cup|~cup(?! (?:board|of kindness|final))|hot chocolate|coffee cup|tea cup|paper cup|plastic cup|beaker of|pint of tea|latte|(?:paper |tea|coffee )?cups?|mug|tankard|tea(?! ?(?:pot|spoon|room|shop|leaves|cup|towel|tray))|coffee(?! (?:shop|cup|pot|beans?|table))|cocoa|espresso|cappuccino",
  bottle:
    "ink pot|vodka|tequila|liqueur|absinthe|cognac|bourbon|mead|grog|moonshine|liquor|prosecco|cordial|mouthwash|soy sauce|(?:olive|cooking|sesame|engine) oil|turpentine|(?:suntan|sun|body) lotion|sunscreen|hair conditioner|bubble bath|disinfectant|antiseptic|iodine|cruet|demijohn|syrup|antidote|baby's bottle|feeding bottle|smelling salts|hot sauce|tabasco|ampoule|holy water|flasks?(?! of (?:tea|coffee|soup|cocoa|broth|chocolate|hot))|washing-up liquid|beer|wine|whisk(?:e)?y|whiskies|brandy|rum(?= |[.,;])|gin(?= |[.,;])|champagne|cider|port wine|sherry|insect repellent|poison|phial|hip flask|sun cream|lotion|detergent|bleach|elixir|ketchup|vinegar|baby bottle|mineral water|bottle|potion|vial|decanter|shampoo|beaker|ink ?(?:wells?|bottles?)|wine(?! glass)|beer(?! mug)",
  fish: "kipper|cod(?= |[.,;])|haddock|eel|anchov(?:y|ies)|halibut|plaice|cat fish|minnow|stickleback|sea bass|catch of the day|~carp(?= |[.,;])|fish(?!ing| (?:scales?|hooks?|bones?|market|shop|oil))|sardine|salmon|mackerel|trout|herring|tuna",
  bread:
    "brioche|pitta?|naan|tortilla|chapati|flatbread|bread ?sticks?|rusk|crispbread|cornbread|hot cross bun|crouton|hardtack|dough|muffins?(?= and butter)|(?<=\\b(?:ate|had|buttered|hot|of) )toast|~crust|~roll(?! (?:of|call))|slice of toast|toast and|crust(?:s)?(?= of bread)|rye bread|sourdough|crumpet|bread roll|rolls(?= (?:and|from|in|with)|[.,;])|bap|baguette|bread|loaf|bun|croissant|gingerbread|bagel|cracker|(?:a|the|cut the|bread|cinnamon) rolls?(?! of)|scone",
  // Before the bowls: porridge that is stirred is in its pot yet.
  pot: "cauldrons|stew pan|stew pot|sauce pot|caldron|pressure cooker|slow cooker|double boiler|fondue|dutch oven|chamber pot|tag?jine|pans of (?:water|soup)|(?<=\\b(?:stirr(?:ed|ing)|cook(?:ed|ing)|boil(?:ed|ing)|simmer(?:ed|ing)|burn(?:ed|t)) (?:the|some|her|his|a|more) )(?:porridge|sauce|curry|beans|rice|custard|gruel|broth|pasta|noodles|spaghetti|chilli|oatmeal|jam|gravy|risotto|polenta)|stockpot|cooking pot|billy can|billy(?= |[.,;])|dixie can|crockpot|tureen|(?:bamboo |rice )?steamers?|(?<!\\b(?:cactus|plant|fern|tree|geranium|rose|orchid|seedling|flower)s? in (?:an?|the|its|their) (?:[a-z]+ )?)(?:cooking |flower|stew|coffee )?pots?(?! of gold| roast)|saucepan|casserole|(?<!bowl of |bowls of |cup of )soup|stew",
  bowl: "stir-fry|paella|fried rice|pilaf|biryani|couscous|goulash|gumbo|chowder|bouillon|borscht|minestrone|gazpacho|hotpot|coleslaw|guacamole|hummus|salsa|mashed potato(?:es)?|lentils|rice pudding|dog food|cat food|granola|yogh?urt|chili|mush(?= |[.,;])|baked beans|(?:boiled|steamed|plain|brown|white|cooked) rice|(?<=\\b(?:ate|eat|eating|finished|with) (?:his|her|the|their|some) )rice(?! (?:ball|cake|cooker|paper|field))|washing-up bowl|curry|sugar bowl|chilli|gruel|broth|porridge|muesli|cornflakes|dog bowl|risotto|bowls?(?: of (?:soup|stew|rice))?|cereal|salad|oatmeal",
  "rice-ball": "rice ball",
  apple:
    "pomegranate|quince|windfalls|apples?(?! (?:trees?|pies?|tart))|fruits?(?! (?:trees?|stalls?|juice))",
  orange:
    "clementine|satsuma|mandarin|kumquat|grapefruit|blood orange|(?:an|the|his|her|my|one|another|half an) orange(?=[.,;!?]|$| (?:from|in|on|and|out|to|at|that|which|into|for|as|off|under|behind|rolled|fell|lay|was|with)\\b)|oranges|tangerine|persimmon",
  melon: "honeydew(?: melon)?|galia|coconut|melon|cantaloupe",
  kettle: "samovar|tea kettle|kettle",
  teapot: "coffee ?pots?|percolator|cafeti[eè]re|tea (?:set|service|things)|chocolate pot|teapot",
  pan: "omelette pan|baking (?:tin|tray)|muffin tin|roasting pan|~pan(?! (?:pipe|of the))|baking sheet|roasting tin|(?:frying |the |a |iron )pan|frying pan|skillet|wok|griddle",
  knife:
    "dirk|shiv|poniard|(?:bowie|craft|stanley|paring|palette|putty|hunting|fish|butter|cheese|fruit) kni(?:fe|ves)|box cutter|swiss army knife|pen ?kni(?:fe|ves)|peeler|bayonet|letter opener|paper knife|jack ?kni(?:fe|ves)|flick ?kni(?:fe|ves)|switchblade|stiletto|steak knife|carving knife|(?:his|her|the) blade|(?:pen|pocket|kitchen |bread )?kni(?:fe|ves)|razor|dagger|cleaver|scalpel",
  spoon:
    "dessert spoon|soup spoon|table spoon|serving spoon|ice-cream scoop|slotted spoon|fish slice|~scoop(?! (?:of|up|it))|(?:tea|table|wooden )?spoons?|spatula",
  chopsticks: "chopsticks",
  plate:
    "pie dish|casserole dish|cake stand|soup plate|(?:the|best|good) china(?= |[.,;])|~dish(?! (?:cloth|washer|towel|rag|antenna|out|up))|~plate(?! (?:glass|armour|tectonic|number))|plates|platter|crockery|china plate|side plate|kidney dish|petri dish|(?:dinner |empty |china |paper )?plates?(?! number)|saucer|dish",
  glass:
    "(?:ginger|root) beer|ginger ale|orangeade|smoothie|iced tea|tonic water|wine glass|brandy glass|gin and tonic|margarita|coke|pepsi|fizzy drink|soft drink|squash(?= and|[.,;])(?<=\\b(?:orange|lemon) squash)|(?<=\\b(?:a|his|her|another|two|their|cold|stiff|the|your|some) )drinks?(?= |[.,;!?])(?! (?:of|from|to|some|it|his|her|up|too|the|and drive))|(?:wine|whisky|champagne|beer|shot|water|empty|tall|crystal|tooth) glass(?:es)?|tumbler|juice|lemonade|milkshake|(?<=\\b(?:pour|fill)(?:ed|ing) [^.]{2,40} into )(?:an?|the|his|her) glass(?! (?:jar|bowl|bottle|case))|(?:clinked|raised|filled|refilled|poured|drained|emptied|lifted|washed|dried|polished|two|three|four|of) (?:(?:the|their|his|her) )?glasses(?! case)|(?:a|the|his|her|another) glass(?= (?:from|down|in (?:his|her) hand|to (?:his|her) lips|on the (?:table|bar)|and drank))|(?:drained|emptied|filled|refilled|raised|lifted|brought|handed|gave|fetched|passed|drank)(?: (?!of|the|a)\\p{L}+)? (?:an?|the|his|her|another) glass(?=[.,;]| (?:and|to|with|at)\\b)|pint(?= of (?:beer|ale|milk)| glass)|soda|cola|martini|cocktail|glass(?:es)? of (?:water|milk|juice|wine|lemonade|beer)|(?:his|her|empty|wine|water|tall) glass(?! (?:eye|slipper|door|case|wall))",
  cake: "cheese cake|gateau|[eé]clair|meringue|cream puff|strudel|flan|quiche|past(?:y|ies)(?= |[.,;])|pastr(?:y|ies)|fruit cake|shortcake|tea cake|tartlet|baklava|profiterole|swiss roll|pavlova|tiramisu|souffl[eé]|crumble(?= and|[.,;])|(?<!pan )(?:birthday |chocolate |wedding |cup)?cakes?|tart|(?:apple |cherry |pumpkin |meat )?pies?|muffin|brownie|waffle",
  egg: "poached eggs?|boiled eggs?|fried eggs?|easter eggs?|scrambled eggs|egg",
  "ice-cream":
    "ice loll(?:y|ies)|sorbet|gelato|choc-?ice|ice-cream cone|frozen yogurt|ice cream|sundae|popsicle",
  candy:
    "bubble gum|butterscotch|nougat|marzipan|turkish delight|truffle|praline|cough drop|barley sugar|boiled sweet|gobstopper|jaw breaker|jelly bab(?:y|ies)|gummy bear|sweetie|~sweet(?= |[.,;])(?! (?:smile|little|girl|child|voice|boy|old|and|smell|scent|shop|potato|tooth|pea|corn|tea))|sugar plum|stick of rock|(?<=\\b(?:chew(?:ed|ing)|of|piece of) )gum|candyfloss|cotton candy|(?:chewing |bubble)gum|gumdrop|jelly bean|liquorice|peppermint|mints?(?= |[.,;])(?!ed)|humbug|fudge|candy cane|sherbet|marshmallow|chocolates?(?! (?:cake|milk|biscuit|brown|egg))|(?:bar of |box of )?chocolates?(?! cake)|lozenge|candy|lollipop|caramel|toffee|bonbon|sweets",
  pudding:
    "trifle(?= and|[.,;])(?<!\\ba trifle)|blancmange|mousse|cr[eè]me br[uû]l[eé]e|jello|panna cotta|rice pudding|pudding|custard|jelly",
  carrot: "carrot",
  pumpkin:
    "marrow(?= and|[.,;])(?<=\\b(?:giant|enormous|huge|prize|a) marrow)|butternut(?: squash)?|gourd|jack-o['’]?-?lanterns?|pumpkin",
  mushroom: "fungus|fungi|morel|chanterelle|puffball|mushroom|toadstool",
  cheese: "brie|cheddar|parmesan|mozzarella|feta|camembert|stilton|cheese",
  meat: "pork(?= |[.,;])(?! (?:pie|chop))|mutton|venison|lamb chops?|(?:roast|fried|grilled|cold|cooked) (?:chicken|turkey|goose|duck|pork|lamb)|spare ribs|chicken (?:wing|nugget|leg|thigh)s?|fillet of (?:beef|pork)|rashers?|brisket|joint of (?:beef|meat|lamb|pork)|schnitzel|meat loaf|corned beef|pepperoni|chorizo|frankfurter|bratwurst|black pudding|haggis|p[aâ]t[eé](?= |[.,;])|sirloin|lamb shank|bacon|chicken leg|pork chop|(?:lamb|pork|mutton|veal) chops?|ham|roast beef|beef(?= |[.,;])|salami|ribs(?= (?:and|of|from) )|roast(?= (?:lamb|pork|turkey|goose))|meatball|turkey leg|jerky|patties|(?:the|a) roast(?=[.,;])|meat|drumstick|roast chicken|steak|sausage",
  rice: "(?:bag|bale|sack)s? of rice",
  butter:
    "(?<=\\b(?:the|some|melted|more|with) )butter(?= |[.,;])(?! (?:knife|dish))|lard|butter dish|butter(?! ?(?:fly|knife|cup))|margarine",
  jar: "amphora|honey ?pots?|(?:pot|pots) of (?:jam|honey|cream|ink|paint|marmalade)|(?:hand|face|cold|shaving) cream|vaseline|chutney|relish(?= and|[.,;])|mayonnaise|treacle|nutella|pickled onions|(?<=\\b(?:the|some|more) )sugar(?! (?:bowl|lump|cube|cane|beet))|jam jar|pickle jar|cookie jar|jam(?= |[.,;])(?<!traffic jam)(?! session)|marmalade|peanut butter|preserves|mustard|jar|honey|jam(?=[.,;]| (?:on|and|from|jar))|urn",
  jug: "ewer|flagon|creamer|gravy boat|sauce boat|toby jug|jug|pitcher|carafe",
  fork: "cutlery|silverware|forks?(?! in the(?! other))(?!lift)",
  potato: "yam|spud|tater|sweet potato|potato",
  tomato: "cherry tomato|tomato",
  banana: "banana",
  grapes:
    "raisin|sultana|currants|gooseberr(?:y|ies)|cranberr(?:y|ies)|elderberr(?:y|ies)|mulberr(?:y|ies)|damson|prune|figs?(?! tree)|olives?(?! (?:tree|oil|grove|green|branch))|grape(?!vine)|grapes|(?:black|blue|rasp)?berr(?:y|ies)|plums?(?! (?:tree|blossom))",
  lemon: "lemons?(?!ade)|lime",
  strawberry: "strawberry",
  corn: "maize|sweet corn|corn cob|corn(?!er)|cob",
  onion: "spring onion|clove of garlic|onion|garlic|shallot",
  lunchbox:
    "lunch pail|dinner pail|lunch tin|packed lunch|lunch bag|tupperware|sandwich box|snack box|lunch box|bento(?: box)?",
  can: "baked beans tin|(?:tinned|canned) (?:peaches|tomatoes|fish|tuna|beans|meat|fruit|food|pineapple)|six-pack|beer cans?|jerry ?cans?|fuel can|cat food tin|spam(?= |[.,;])|~tin(?! (?:roof|soldier|hat|opener|whistle|bath|cup|box|can|robot|mug|plate|foil|man|drum|tray|lid|tub|toy|mines?))|paint (?:tin|pot|can)s?|(?:biscuit|cake|cookie|tobacco|tea|baking|mess|sardine|soup|toffee|collection|petrol|powder) tins?|tins?(?= (?:of|box))|jerry can|milk churn|oil can|(?:a|the|his|her|an empty|last) can(?= (?:of|and|from|with|on the|rolled|in his|in her|open\\b)|[.,;])|(?:in|from|of|inside) the tin\\b|tins(?= (?:of|and|in|on)|[.,;])|cans(?= (?:of|and|in|on)|[.,;])|spray can|aerosol|(?:tin|soda|beer|cola|sardine|empty|paint|oil|gas|petrol) cans?(?= |[.,;])|(?:a|the|opened a) can of|(?:a|the|from a|from the) tin(?= (?:of|box|and|with)|[.,;])|tin can|canister",
  toaster:
    "food processor|juicer|waffle (?:iron|maker)|coffee (?:maker|machine)|espresso machine|sandwich (?:maker|toaster)|toaster|blender",
  tray: "salver|tea tray|lazy susan|tray|platter",
  thermos:
    "water skin|hip canteen|travel mug|(?:poured|drank|drinking|pouring|sipped|shared) (?:the |some |hot )?(?:tea|coffee|soup|cocoa|broth|chocolate) (?:from|out of) (?:a|the|his|her|their) flasks?|flasks?(?= of (?:hot |warm |sweet )?(?:tea|coffee|soup|cocoa|broth|chocolate))|water-?bottles?|(?:thermos|vacuum|water|hot) flask|waterskin|canteen(?= (?:of|and|from|to|on|at)|[.,;])|thermos(?: flask)?|canteen|water bottle",
  pizza: "pizza",
  doughnut: "doughnut|(?:doughnut|donut)s?|pretzel",
  milk: "buttermilk|(?:bottles?|pints?|cartons?|glass) of milk|milk bottle|carton of milk|(?:carton|bottle|pint|jug) of milk|milk(?! ?(?:shake|man|tooth|teeth|bottle))",
  "sake-bottle": "sake(?! of)",
  sushi: "sashimi|sushi",
  cauldron: "cauldron|caldron",
  cherry: "cherr(?:y|ies)(?! (?:tree|blossom|tomato|red|pie|orchard|brandy|lips|picker))",
  hamburger: "(?:ham|cheese|beef|veggie )?burgers?(?! (?:bar|van|joint|shop|restaurant|king|bun))",
  "hot-dog": "hot[- ]?dog|corn dog|chili dog",
  microwave: "microwave(?: oven)?",
  noodles:
    "(?:bowls? of |plates? of )?(?:noodles?(?! (?:shop|bar|stall|stand))|ramen|spaghetti|macaroni|pasta)|chow mein|udon|soba|linguine|vermicelli|tagliatelle",
  pancake: "pan cake|crumpets? with syrup|flap ?jacks? with syrup|hot cakes",
  pear: "pears?(?! (?:tree|shaped|drop|orchard))|avocado",
  pineapple: "pineapple",
  watermelon: "water melon",
});

export const TABLE_WORDS_JA = thingsJa({
  cup: "甘酒|紙コップ|杯(?=が|も|は)(?<!\\p{Script=Han}杯)|コーヒーカップ|ティーカップ|湯呑み|茶(?=と|も|が|に|、)(?<!\\p{Script=Han}茶)|緑茶|抹茶|ほうじ茶|お湯(?=を(?:飲|すす))|カフェオレ|カプチーノ|カフェラテ|酒杯|マグカップ|盃|杯(?=を|に)|ぐい呑み|お猪口|猪口|マグ(?!ロ|ネ|マ)|カップ|湯のみ|湯飲み|湯呑|コーヒー|お茶|茶(?=を(?:すす|飲|いれ|淹|入れ|注|出し|運|の[せっ]|載|もら|置|差し))(?<!\\p{Script=Han}茶)|紅茶|茶碗(?!に[^。、]{0,3}(?:ご飯|ごはん|飯|粥|味噌汁)|の(?:ご飯|飯))|コップ|ココア",
  bottle:
    "洗剤|インク(?:壺|瓶)|墨汁|リンス|ウイスキー|ウィスキー|ブランデー|シャンパン|哺乳瓶|毒薬|(?<!花|薬|鉄)瓶|ビン(?=を|が|に|の)|びん(?=を|が|に|の)|ボトル|酒瓶|ラムネ|ペットボトル|瓢箪|ひょうたん(?=を|が|の)|フラスコ|ビーカー|香油|シャンプー|ワイン(?!グラス)|(?:葡萄|ぶどう)酒|焼酎",
  fish: "鯉(?!のぼり)|鰻|うなぎ|ウナギ|マグロ|まぐろ|鮪|鰹|カツオ|鱒|ニジマス|アジ(?=を|の|が)|鯵|イワナ|ヤマメ|焼き魚|魚(?=と|や|も|の|を|が)(?<![人金熱深淡木半]魚)|鯛(?!焼)|鮎|鯖|イワシ|サバ(?!イ)|干物|(?<!人|木|半|金)魚(?!屋|市場|河岸|雷|眼)|さかな|煮干し|鰯|秋刀魚|さんま|鮭",
  bread:
    "サンドパン|フランスパン|ロールパン|蒸しパン|パン(?=くず|屑)|バゲット|乾パン|バター(?:トースト|ロール)|ナン(?=を(?:ちぎ|食))|パン(?=くず)|食パン|トースト|クロワッサン|(?<![ァ-ヴー])パン(?=を|が|の|、|と|は|に|[。も])|(?:あん|メロン|カレー|菓子|クリーム)パン|コッペパン",
  bowl: "すり鉢|チャーハン|炒飯|納豆|離乳食|カップ(?:麺|ラーメン)|そば(?=を(?:食|すす|頼)|が(?:来|出|運))|餌皿|天丼|カツ丼|豚汁|けんちん汁|汁粉|おしるこ|ぜんざい|おでん|茶漬け|丼飯|親子丼|牛丼|カレー(?:ライス)?|サラダ|ボウル|雑煮|ご飯(?=を(?:食|よそ|盛|かき)|が)|米(?=を(?:とい|研))|丼|どんぶり|お?椀|そば(?=を(?:食|すす))|おかゆ|味噌汁|雑炊",
  "rice-ball": "おにぎり|握り飯|おむすび",
  apple: "りんご(?!飴)|リンゴ(?!飴)|林檎(?!飴)|果物|くだもの",
  orange:
    "みかん|デコポン|蜜柑|グレープフルーツ|夏蜜柑|ゆず(?=を|が|の)|ミカン|オレンジ(?!色|の(?:光|空|夕|服|花)|ジュース)|干し柿|柿(?!色|の木)|夏みかん|柚子",
  melon: "ココナ[ッツ]+|メロン(?!パン|ソーダ)|(?<![ぁ-ん](?<![のをがはともで]))すいか",
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
  cake: "カステラ|ロールケーキ|タルト|アップルパイ|パイ(?=を|が)|マフィン|ワッフル|シュークリーム|エクレア|クレープ|(?:誕生日|ショート|チョコ)?ケーキ",
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
    "ベリー|キイチゴ|あけび|プラム|すもも|桑の実|ザクロ|無花果|いちじく|ぶどう(?!酒)|ブドウ(?!酒)|葡萄(?!酒)|木いちご|ブルーベリー|梅干し",
  lemon: "レモン(?!色|ティー)",
  strawberry: "いちご(?!大福)|苺|イチゴ",
  corn: "とうもろこし|トウモロコシ|玉蜀黍",
  onion: "球根|ニンニク|玉ねぎ|タマネギ|玉葱|にんにく",
  lunchbox: "(?:お)?弁当(?:箱)?(?!屋)|重箱|駅弁|おせち",
  can: "茶缶|ブリキの缶|クッキーの缶|牛乳缶|ペンキ(?=を|が|と)|粉ミルク(?:の缶)?|石油缶|灯油缶|缶(?=は|も|と|や|、|入り)|ミルク缶|茶筒|ペンキの缶|(?:ペンキ|クッキー|お茶|一斗)缶|(?:空き|缶ジュースの|桃)?缶(?!切|詰工|蹴)(?=を|が|に|の|から|コ)|缶(?:コーヒー|ビール|ジュース)|空き缶|缶詰|ブリキ缶",
  toaster:
    "レンジ(?=が(?:鳴|止))|ポップアップトースター|ジューサー|コーヒーメーカー|トースター|ミキサー(?=を|に|が)|電気ポット",
  tray: "お盆(?!休|の(?:時期|ころ|頃|夜|前|間))|(?:銀|木|漆|塗り)の(?:お)?盆|盆(?=に[^。、]{0,8}(?:の[せっ]|載|乗|並べ)|を(?:持|運|差|置|抱)|の上)|トレイ|トレー(?!ナ|ニ|ド|ラ|ス)",
  thermos: "ポット(?=の湯|から湯)|水筒|まほうびん|タンブラー|水袋|魔法瓶|ポットボトル",
  pizza: "ピザ",
  doughnut: "ドーナツ|プレッツェル",
  milk: "ミルク(?!ティ|クティ|コーヒー|チョコ|パン)(?=を|が|の|、|と|は|に)|牛乳(?!瓶)|ミルク(?!ティ|クティ)|牛乳パック|牛乳瓶",
  "sake-bottle":
    "日本酒|お?神酒|地酒|熱燗|濁り酒|どぶろく|徳利|とっくり|お銚子|銚子(?!市|港)|一升瓶|酒(?=を(?:注|つ|飲|持|出|あお))",
  sushi: "恵方巻き?|海苔巻き|いなり寿司|稲荷ずし|手巻き|ちらし寿司|太巻き|巻き寿司|寿司(?!屋)|鮨(?!屋)|刺身",
});
