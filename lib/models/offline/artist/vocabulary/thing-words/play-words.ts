// Words for music, play and sport, in both languages.
import { REFEREE } from "./field-words-ja.ts";
import { thingsEn, thingsJa } from "./thing-tables.ts";

export const PLAY_WORDS_EN = thingsEn({
  ball: "soft ball|medicine ball|beachball|volley ball|hand ball|tennis ball|golf ball|rugby ball|beach ball|rubber ball|snow ball|cricket ball|ping-?pong ball|cannon ball|bowling ball|football|basketball|(?:the|a|his|her|red|rubber|bouncy) balls?|(?:snow|base|foot|basket|beach )?balls?",
  guitar: "mandolin|balalaika|bass guitar|electric guitar|sitar|guitar|ukulele",
  piano:
    "harpsichord|baby grand|grand piano|synthesi[sz]er|spinet|clavichord|pianola|pianoforte|(?:church |pipe )?organ(?= |[.,;])|piano(?! (?:exam|lessons?|teacher|music|player|key))",
  "fishing-rod":
    "fishing tackle|rod and (?:line|reel)|fly rod|(?<=\\b(?:cast|his|her|grandfather['’]s) )rods?(?= |[.,;])|fishing (?:rods?|poles?)|(?:was|were|sat|stood|been|kept) fishing(?! (?:boat|village|rod|pole|line|net|port))|fished(?= (?:from|off|in|all|with|there))",
  violin: "fiddles|viola|violin|fiddle",
  drum: "bongos?|timpani|kettle drum|snare|tom-toms?|drum kit|bass drum|drums?(?! (?:roll|up)|sticks?)|tambourine",
  flute:
    "pan pipe|cor anglais|shawm|didgeridoo|tin whistle|penny whistle|pan pipes|recorders?(?<!tape recorder|voice recorder|video recorder|cassette recorder|flight recorder)|bassoon|clarinet|oboe|ocarina|fife|flute|piccolo",
  trumpet:
    "flugelhorn|sousaphone|euphonium|post horn|~cornet|french horns?|french horn|tuba|bugle|trombone|cornets?(?! of)|hunting horn|(?:his|her|the|a|blew (?:a|his|the)) horn(?= (?:and|to|from|again|three|twice|once|sounded|rang|blew|echoed)|[.,;])(?<!\\b(?:car|the truck|the bus|the taxi|fog) horn)|fanfare trumpets|vuvuzela|trumpet",
  microphone: "mike(?= (?:and|in|stand|again))(?<=\\b(?:the|a) mike)|~mic|microphone",
  kite: "kite",
  balloon: "(?<!hot-air )(?<!hot air )balloons?",
  "spinning-top": "spinning top|wooden top",
  cards:
    "card deck|(?:deck|pack|hand) of cards|poker hand|uno(?= cards)|(?<=\\b(?:his|her|their|the|of|from) )cards(?! (?:on the wall|index|from))|flash card|pack of cards|tarot card|(?:the|her|his|a) (?:ace|king|queen|jack) of (?:hearts|spades|clubs|diamonds)|playing card|(?:playing |deck of |pack of |hand of )?cards(?! (?:index|for (?:christmas|easter)))|(?:a|the|another|top) card(?= (?:from the (?:deck|pack)|up|face))",
  dice: "die(?= (?:rolled|fell|showed|on the table))|dice|(?:a|the) die(?= (?:rolled|fell|showed))",
  bat: "(?:swung|swinging|gripped|picked up|raised|dropped|lifted|with|grabbed|took|held|holding|threw down) (?:the|a|his|her) (?:[a-z]+ )?bat(?= |[.,;!?])|baseball bat|cricket bat",
  racket: "badminton racket|(?:ping-?pong|table[- ]tennis) (?:bat|paddle)s?|tennis racquet|racket|racquet",
  "paper-crane": "paper crane|origami",
  "paper-plane": "paper (?:air)?planes?",
  skateboard: "skateboard",
  whistle:
    "~whistle(?! (?:blew|sounded|of|from|while|a tune))(?<!\\b(?:low|long|a low|soft|shrill|piercing|train|thin) whistle)|(?:a|the|his|her|silver|tin) whistle(?! (?:blew|sounded|of|from))",
  sled: "bob sled|bob sleigh|dog sled|luge|sled|sledge|sleigh|toboggan",
  pinwheel: "pinwheel|paper windmill",
  swing:
    "tyre swing|porch swing|~swing(?! (?:of|at|music|door|round|it|open|by|around|state))|(?:a|the|two|empty|garden|tyre|tire|on|old) swings?(?= |[.,;!?])",
  trampoline: "trampoline",
  gramophone: "gramophone|phonograph|record player|jukebox",
  harp: "zither|psaltery|dulcimer|harp|lyre",
  accordion: "squeezebox|hurdy-gurdy|barrel organ|bandoneon|accordion|concertina",
  shamisen: "oud|shamisen|koto|biwa|banjo|lute",
  harmonica: "harmonica|mouth organ",
  marble: "marbles?(?=[.,;!?]| (?:in|from|rolled|and|into|on)\\b)",
  dinosaur:
    "(?:plastic|toy|rubber|stuffed) (?:dinosaur|dragon|lizard|crocodile)|dinosaur(?=[.,;]| (?:toy|with|in|on|and))",
  "toy-train":
    "train set|model railway|clockwork train|electric train set|(?:toy|model|wooden) (?:train|engine)s?",
  "toy-robot":
    "(?:clockwork|plastic|metal|model) (?:robot|soldier|knight)s?|robots?(?= (?:made of|out of) )(?! made of)|lead soldiers?|toy soldiers?|tin soldiers?|transformer toy|(?:toy|tin|wind-up|little tin) (?:robot|soldier)s?",
  "yo-yo": "yo-?yos?",
  puzzle:
    "jigsaw pieces?|jigsaw|jigsaw puzzle|puzzles?(?= (?:on|with|and|of|from|box)|[.,;])(?<!\\ba puzzle)(?<=\\b(?:the|jigsaw|his|her|wooden|their|a (?:jigsaw|wooden)) puzzles?)|(?:jigsaw )?puzzles?(?= (?:piece|on|with|and|of)|[.,;])",
  skis: "~ski(?! (?:lift|slope|resort|pass|jump|instructor|trip|holiday|mask|run))|skis?(?= |[.,;])|snowboard|snowshoes",
  skates: "roller ?skates?|ice ?skates?|roller ?blades?|in-line skates|(?:ice |roller )?skates",
  cello: "cello|double bass|violoncello|string bass|contrabass",
  "chess-piece":
    "chess ?(?:pieces?|m[ae]n)|(?:white|black) (?:king|queen|bishop|rook|knight|pawn)s?(?= (?:to|across|off|forward|from|on|in|of the chess)|[.,;])|pawns?(?= |[.,;])(?<=\\b(?:the|a|his|her|two|white|black|one) pawns?)",
  megaphone: "megaphone|bull horn|loud hailer|speaking trumpet",
  saxophone: "saxophone|sax(?= |[.,;])",
  "toy-boat":
    "(?:toy|model|paper|tin|little wooden|clockwork) (?:sail ?)?(?:boat|ship|yacht|steamer)s?|ships? in (?:a|the) bottle",
  "toy-car":
    "(?:toy|model|matchbox|die-cast|remote-controlled?|clockwork|wind-up|pedal|tin|little tin|dinky) (?:racing |sports |police )?(?:car|truck|lorry|bus|fire engine|tractor|digger|van|ambulance|tank)(?:s|es)?",
});

export const PLAY_WORDS_JA = thingsJa({
  ball: "パチンコ玉|玉(?=を(?:投|転|打)|が(?:転|飛))(?<!\\p{Script=Han}玉)|ドッジボール|サッカーボール|テニスボール|まり(?=を(?:つ[いき]|投|追)|が(?:転|はず|弾|落))|ビーチボール|ピンポン玉|砲丸|雪玉|ボール(?!ペン|ド)(?<!段ボール|ダンボール)|毬|鞠",
  guitar: "ギター",
  piano: "オルガン|エレクトーン|鍵盤(?=を|に)|ピアノ",
  "fishing-rod":
    "竿(?=を(?:振|出|握|上げ|垂|引|立)|が(?:しな|曲|揺|引))|竿先|リール(?=を|が)|釣り?竿|釣りざお|釣りを(?=して|し、)",
  violin: "バイオリン|ヴァイオリン|胡弓",
  drum: "木魚|和太鼓|小太鼓|大太鼓|タンバリン|ボンゴ|太鼓(?!橋|腹|判|持ち)|ドラム(?!缶)|鼓(?!動|舞)",
  flute: `クラリネット|縦笛|横笛|(?<![汽警口霧])笛(?!吹峠|吹)(?<!${REFEREE}[^。、]{0,6}笛)|フルート|リコーダー|尺八|オカリナ`,
  trumpet: "角笛|ほら貝(?=を吹)|法螺貝(?=を吹)|ホルン|チューバ|ビューグル|トランペット|ラッパ|トロンボーン",
  microphone: "(?<![ァ-ヴー])マイク(?!ロ)",
  kite: "(?<![ぁ-ん](?<![のをにがはとやもで]))たこ(?=を(?:あげ|揚げ|飛ば|作)|が(?:空|舞))|凧|たこあげ",
  balloon: "風船|バルーン",
  "spinning-top":
    "こま(?=を(?:回|まわ)|が(?:回|まわ))|ベーゴマ|ベイゴマ|コマ(?=を(?:回|持|取|投)|が(?:回|倒))|独楽|コマ(?=を回|が回)",
  cards:
    "めんこ|メンコ|面子(?=を(?:打|叩|集))|タロット|カード(?=を(?:切|配|めく|引)|が)|トランプ|百人一首|札(?=を(?:めく|切|配|出))|花札|かるた|カルタ",
  dice: "さい(?=を振|の目)|ダイス|サイコロ|さいころ|賽",
  bat: "バット(?=と|や|も|は|の|に|、)|木のバット|(?:金属)?バット(?=を|で|が)",
  racket: "羽子板|ラケット",
  "paper-crane": "折り?鶴|千羽鶴|折り紙",
  "paper-plane": "紙飛行機|紙ひこうき",
  skateboard: "スケートボード|スケボー",
  whistle: "ホイッスル|呼び子|口笛(?!を吹)",
  sled: "そり(?=は|の|で)(?<=(?:^|[のをにがはとやもで、。「])そり)|(?<!かみ|く|み|い)そり(?=を|に|が)|橇|ソリ",
  pinwheel: "風車|かざぐるま",
  swing: "ブランコ|ぶらんこ",
  trampoline: "トランポリン",
  gramophone:
    "レコード(?:盤)?(?=を|が|の|は|に)(?!(?:会社|店))|蓄音[機器]|レコードプレーヤー|レコード(?=が(?:回|流)|を(?:かけ|聴))",
  harp: "ハープ|竪琴",
  accordion: "アコーディオン|手風琴",
  shamisen: "三味線|琵琶(?!湖)|琴(?=を|が|の)|三線",
  harmonica: "ハーモニカ",
  marble: "ビー玉|おはじき",
  dinosaur: "恐竜(?=の(?:おもちゃ|人形|模型)|を)",
  "toy-train":
    "(?:電車|汽車|新幹線|列車|車|消防車)の(?:おもちゃ|玩具|模型)|(?:おもちゃ|玩具|模型|ブリキ)の(?:汽車|電車|車|自動車|機関車)|プラレール",
  "toy-robot":
    "ロボットの(?:おもちゃ|玩具|人形)|ブリキのロボット|フィギュア|(?:おもちゃ|玩具|ブリキ)の(?:ロボット|兵隊)|超合金",
  "yo-yo": "ヨーヨー",
  puzzle: "パズル(?=と|や|も|は|に|、)|ジグソーパズル|パズル(?=の|を|が)|知恵の輪",
  "bamboo-copter": "竹とんぼ|竹トンボ",
  skis: "スキー(?!場|ウ)(?:板)?(?=を|が|で|板)|スノーボード|かんじき",
  skates: "スケート靴|ローラースケート|スケート(?=を履)",
});
