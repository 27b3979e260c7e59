// Words for music, play and sport, in both languages.
import { REFEREE } from "./field-words-ja.ts";
import { thingsEn, thingsJa } from "./thing-tables.ts";

export const PLAY_WORDS_EN = thingsEn({
  ball: "ping-?pong ball|(?:the|a|his|her|red|rubber|bouncy) balls?|(?:snow|base|foot|basket|beach )?balls?",
  piano:
    "synthesi[sz]er|(?:church |pipe )?organ(?= |[.,;])|piano(?! (?:exam|lessons?|teacher|music|player|key))",
  "fishing-rod":
    "rod and (?:line|reel)|(?<=\\b(?:cast|his|her|grandfather['’]s) )rods?(?= |[.,;])|fishing (?:rods?|poles?)|(?:was|were|sat|stood|been|kept) fishing(?! (?:boat|village|rod|pole|line|net|port))|fished(?= (?:from|off|in|all|with|there))",
  drum: "bongos?|tom-toms?|drums?(?! (?:roll|up)|sticks?)",
  flute: "recorders?(?<!tape recorder|voice recorder|video recorder|cassette recorder|flight recorder)",
  trumpet:
    "french horns?|cornets?(?! of)|(?:his|her|the|a|blew (?:a|his|the)) horn(?= (?:and|to|from|again|three|twice|once|sounded|rang|blew|echoed)|[.,;])(?<!\\b(?:car|the truck|the bus|the taxi|fog) horn)",
  microphone: "mike(?= (?:and|in|stand|again))(?<=\\b(?:the|a) mike)",
  balloon: "(?<!hot-air )(?<!hot air )balloons?",
  cards:
    "(?:deck|pack|hand) of cards|uno(?= cards)|(?<=\\b(?:his|her|their|the|of|from) )cards(?! (?:on the wall|index|from))|(?:the|her|his|a) (?:ace|king|queen|jack) of (?:hearts|spades|clubs|diamonds)|(?:playing |deck of |pack of |hand of )?cards(?! (?:index|for (?:christmas|easter)))|(?:a|the|another|top) card(?= (?:from the (?:deck|pack)|up|face))",
  dice: "die(?= (?:rolled|fell|showed|on the table))|(?:a|the) die(?= (?:rolled|fell|showed))",
  bat: "(?:swung|swinging|gripped|picked up|raised|dropped|lifted|with|grabbed|took|held|holding|threw down) (?:the|a|his|her) (?:[a-z]+ )?bat(?= |[.,;!?])",
  racket: "(?:ping-?pong|table[- ]tennis) (?:bat|paddle)s?",
  "paper-plane": "paper (?:air)?planes?",
  whistle:
    "~whistle(?! (?:blew|sounded|of|from|while|a tune))(?<!\\b(?:low|long|a low|soft|shrill|piercing|train|thin) whistle)|(?:a|the|his|her|silver|tin) whistle(?! (?:blew|sounded|of|from))",
  swing:
    "~swing(?! (?:of|at|music|door|round|it|open|by|around|state))|(?:a|the|two|empty|garden|tyre|tire|on|old) swings?(?= |[.,;!?])",
  marble: "marbles?(?=[.,;!?]| (?:in|from|rolled|and|into|on)\\b)",
  dinosaur:
    "(?:plastic|toy|rubber|stuffed) (?:dinosaur|dragon|lizard|crocodile)|dinosaur(?=[.,;]| (?:toy|with|in|on|and))",
  "toy-train": "(?:toy|model|wooden) (?:train|engine)s?",
  "toy-robot":
    "(?:clockwork|plastic|metal|model) (?:robot|soldier|knight)s?|robots?(?= (?:made of|out of) )(?! made of)|lead soldiers?|toy soldiers?|tin soldiers?|(?:toy|tin|wind-up|little tin) (?:robot|soldier)s?",
  "yo-yo": "yo-?yos?",
  puzzle:
    "jigsaw pieces?|puzzles?(?= (?:on|with|and|of|from|box)|[.,;])(?<!\\ba puzzle)(?<=\\b(?:the|jigsaw|his|her|wooden|their|a (?:jigsaw|wooden)) puzzles?)|(?:jigsaw )?puzzles?(?= (?:piece|on|with|and|of)|[.,;])",
  skis: "~ski(?! (?:lift|slope|resort|pass|jump|instructor|trip|holiday|mask|run))|skis?(?= |[.,;])",
  skates: "roller ?skates?|ice ?skates?|roller ?blades?|(?:ice |roller )?skates",
  "chess-piece":
    "chess ?(?:pieces?|m[ae]n)|(?:white|black) (?:king|queen|bishop|rook|knight|pawn)s?(?= (?:to|across|off|forward|from|on|in|of the chess)|[.,;])|pawns?(?= |[.,;])(?<=\\b(?:the|a|his|her|two|white|black|one) pawns?)",
  saxophone: "sax(?= |[.,;])",
  "toy-boat":
    "(?:toy|model|paper|tin|little wooden|clockwork) (?:sail ?)?(?:boat|ship|yacht|steamer)s?|ships? in (?:a|the) bottle",
  "toy-car":
    "(?:toy|model|matchbox|die-cast|remote-controlled?|clockwork|wind-up|pedal|tin|little tin|dinky) (?:racing |sports |police )?(?:car|truck|lorry|bus|fire engine|tractor|digger|van|ambulance|tank)(?:s|es)?",
});

export const PLAY_WORDS_JA = thingsJa({
  ball: "玉(?=を(?:投|転|打)|が(?:転|飛))(?<!\\p{Script=Han}玉)|まり(?=を(?:つ[いき]|投|追)|が(?:転|はず|弾|落))|ボール(?!ペン|ド)(?<!段ボール|ダンボール)",
  piano: "鍵盤(?=を|に)",
  "fishing-rod":
    "竿(?=を(?:振|出|握|上げ|垂|引|立)|が(?:しな|曲|揺|引))|リール(?=を|が)|釣り?竿|釣りを(?=して|し、)",
  drum: "太鼓(?!橋|腹|判|持ち)|ドラム(?!缶)|鼓(?!動|舞)",
  flute: `クラリネット|縦笛|横笛|(?<![汽警口霧])笛(?!吹峠|吹)(?<!${REFEREE}[^。、]{0,6}笛)|フルート|リコーダー|尺八|オカリナ`,
  trumpet: "ほら貝(?=を吹)|法螺貝(?=を吹)",
  microphone: "(?<![ァ-ヴー])マイク(?!ロ)",
  kite: "(?<![ぁ-ん](?<![のをにがはとやもで]))たこ(?=を(?:あげ|揚げ|飛ば|作)|が(?:空|舞))",
  "spinning-top":
    "こま(?=を(?:回|まわ)|が(?:回|まわ))|コマ(?=を(?:回|持|取|投)|が(?:回|倒))|コマ(?=を回|が回)",
  cards: "面子(?=を(?:打|叩|集))|カード(?=を(?:切|配|めく|引)|が)|札(?=を(?:めく|切|配|出))",
  dice: "さい(?=を振|の目)",
  bat: "バット(?=と|や|も|は|の|に|、)|(?:金属)?バット(?=を|で|が)",
  "paper-crane": "折り?鶴",
  whistle: "口笛(?!を吹)",
  sled: "そり(?=は|の|で)(?<=(?:^|[のをにがはとやもで、。「])そり)|(?<!かみ|く|み|い)そり(?=を|に|が)",
  gramophone:
    "レコード(?:盤)?(?=を|が|の|は|に)(?!(?:会社|店))|蓄音[機器]|レコード(?=が(?:回|流)|を(?:かけ|聴))",
  shamisen: "琵琶(?!湖)|琴(?=を|が|の)",
  dinosaur: "恐竜(?=の(?:おもちゃ|人形|模型)|を)",
  "toy-train":
    "(?:電車|汽車|新幹線|列車|車|消防車)の(?:おもちゃ|玩具|模型)|(?:おもちゃ|玩具|模型|ブリキ)の(?:汽車|電車|車|自動車|機関車)",
  "toy-robot": "ロボットの(?:おもちゃ|玩具|人形)|(?:おもちゃ|玩具|ブリキ)の(?:ロボット|兵隊)",
  puzzle: "パズル(?=と|や|も|は|に|、)|パズル(?=の|を|が)",
  skis: "スキー(?!場|ウ)(?:板)?(?=を|が|で|板)",
  skates: "スケート(?=を履)",
});
