// Words for the things of fair, shrine, park and road, in both languages: those of `thing-words-*.ts` go before them.
import { thingsEn, thingsJa } from "./thing-tables.ts";

export const FAIR_WORDS_EN = thingsEn({
  "wind-chime": "wind[- ]?(?:chime|bell)s?",
  uchiwa: "(?:round|flat|bamboo) (?:paper )?fans?",
  "paper-lantern": "(?:red |round |folding )?paper lanterns?|(?:festival|festive|japanese) lanterns?",
  "goldfish-bag":
    "goldfish in (?:an?|the|its|his|her) (?:[a-z]+ )?bag|bags? (?:with|of|holding|containing) (?:an?|the|two|three|live) (?:[a-z]+ )?goldfish|goldfish[- ]scoop(?:ing|s)?",
  poster:
    "(?:wanted |missing |concert |movie |film |travel |election )?posters?(?! ?(?:bed|paint|boy|girl|child))(?<!four-posters?)|(?:missing|wanted|lost)[- ](?:cat|dog|person) notice",
  "paper-bag":
    "(?:paper|shopping|grocery|carrier) bags?|bags? of (?:groceries|shopping)|shopping(?= (?:and|down|on the|in the)|[.,;])(?<=\\b(?:the|her|his|my|with) shopping)",
  sack: "gunny sacks?|(?:drawstring|sand|bin|flour|money) ?bags?|bags? of (?:flour|grain|rice|coal|gold|coins)|(?<=\\b(?:weighed|sifted|measured|bought|more) (?:the |some )?)flour|sacks?(?! trucks?)(?<!(?:bean|ruck|knap|haver|sleeping) ?sacks?)|pouch(?:es)?",
  ema: "ema (?:board|plaque|tablet)s?|votive (?:board|plaque|tablet)s?|(?:wooden )?prayer (?:board|plaque|tablet)s?",
  "offering-box":
    "offer(?:ing|tory)s? box(?:es)?|(?:donation|collection|saisen) box(?:es)?|(?:shrine|temple)['’]s money box",
  daruma: "daruma(?: dolls?)?",
  koinobori: "carp (?:streamer|kite|flag|banner)s?",
  shimenawa: "sacred (?:straw )?ropes?|rice[- ]straw ropes?",
  slide:
    "~slide(?! (?:show|of the|rule|projector|down|into|across))(?<=\\b(?:the|water|metal|a|big|red|playground) slides?)|(?:playground|children['’]s) slides?|(?<=(?:down|up|on|off|under|behind|beside|from|past|climb(?:ed|ing)?|and|near) the (?:big |little |tall |metal |steel |red |yellow |blue |green |rusty |long |wet |muddy )?)slides?(?! (?:shows?|rules?|projectors?|of)\\b)|(?<=(?:a|the) (?:big|little|tall|metal|steel|red|yellow|blue|green|rusty|long) )slides?(?! (?:shows?|rules?|projectors?|of)\\b)",
  seesaw: "see-?saws?|teeter[- ]?totters?",
  sandbox: "sand ?(?:box(?:es)?|pits?)",
  fountain: "(?<!drinking |water )fountains?(?! pens?)",
  hammock: "hammocks?",
  lifebuoy:
    "life ?buoys?|life ?(?:rings?|belts?|preservers?)|(?:rubber|swim|swimming|inflatable|float) rings?(?! of)",
  "christmas-tree": "(?:christmas|xmas) trees?|(?:decorat(?:ed|ing)|trimm(?:ed|ing)) the (?:fir )?tree",
  "kick-scooter":
    "(?<=\\b(?:boys?|girls?|child|children|kid|son|daughter|brother|sister) (?:on|with) (?:an?|the|his|her) (?:[a-z]+ )?)scooters?|(?:kick|push|toy|child['’]s) ?scooters?",
  motorcycle: "motor ?(?:cycles?|bikes?)",
  tricycle: "tricycles?|trikes?",
  pram: "push-?chair|prams?|strollers?|push ?chairs?|perambulators?|baby (?:carriages?|bugg(?:y|ies))",
  wheelbarrow: "wheel ?barrows?|barrows?",
  mikoshi: "portable shrines?",
  palanquin: "palanquins?|sedan chairs?|litter(?= (?:bearers?|carriers?))",
  rickshaw: "rickshaws?",
  "stone-lantern": "stone lanterns?",
  "teru-teru-bozu": "teru[- ]teru[- ]bozu|(?:paper|rain) ghost dolls?|fine[- ]weather dolls?",
  "kagami-mochi": "kagami[- ]mochi|mirror rice cakes?",
  "pampas-grass": "pampas(?: grass)?",
  "party-popper": "party poppers?|christmas crackers?",
  frisbee: "frisbees?|flying discs?",
  "puzzle-cube": "rubik['’]?s cubes?|puzzle cubes?|magic cubes?",
});

export const FAIR_WORDS_JA = thingsJa({
  uchiwa: "うちわ(?!揉め|もめ)",
  "paper-lantern": "(?:赤|高張り?|弓張り?|盆|祭り|紙の)?(?:提灯|ちょうちん)(?!鮟鱇|あんこう)",
  "goldfish-bag":
    "金魚の(?:入った)?(?:ビニール)?袋|(?:ビニール)?袋(?:の中)?の金魚|(?:ビニール)?袋に入(?:った|れ(?:た|られた))金魚",
  poster: "(?<!丸めた)ポスター(?!カラー)|人相書き?",
  "paper-bag": "紙袋(?!を(?:かぶ|被))",
  sack: "肥料(?=の袋|を)|(?<!手|足|寝|有|お|胃|ポチ|香典|熨斗|祝儀|金魚の|紙)袋(?!小路)",
  daruma: "(?<![雪火]|ゆき)だるま(?!さんが|ストーブ|落とし)|達磨(?!大師)",
  shimenawa: "[注標〆]連縄|[注標]連飾り",
  seesaw: "シーソー(?!ゲーム)",
  lifebuoy: "浮き?輪",
  "christmas-tree":
    "クリスマス・?ツリー|(?<![ァ-ヴー])ツリー(?!ハウス)|(?:もみ|モミ|樅)の木(?=[^。、]{0,8}飾)",
  "kick-scooter": "キック(?:ボード|スケーター)",
  motorcycle: "(?<!マウンテン|ロード|クロス|エアロ|フィットネス)バイク(?!ト)",
  mikoshi: "(?:お|御)?神輿|みこし(?=を|が)",
  palanquin: "(?<![一蒸])駕籠(?!の鳥)|輿(?=に乗|を(?:担|下ろ|降ろ)|が)",
  "stone-lantern": "石[灯燈]籠",
  "teru-teru-bozu": "(?:てるてる|照る照る)坊主",
  "pampas-grass": "すすき(?!の(?:交差点|街|夜の街))|ススキ(?!ノ)",
  "party-popper": "クラッカー(?=を(?:鳴|引)|が鳴|の音)",
  wheelbarrow: "一輪車(?!に(?:乗|またが|跨))|(?<![ァ-ヴー])ネコ車",
});
