// Words for what somebody is, how old they are, how they look and what they wear, in both languages.
import type { CharacterDesign, Fill } from "../../closed/cast.ts";
import type { Person } from "../../closed/person.ts";
import { says, type Tests, wordTable } from "../phrase.ts";

type Clothes = CharacterDesign["clothes"];
export type Top = Clothes["top"];
export type Bottom = Clothes["bottom"];
export type Hat = Clothes["hat"];

/** What means the same as a kind. */
export const KIND_WORDS = wordTable<Person["kind"]>({
  human:
    "person|people|man|woman|boy|girl|child|baby|kid|infant|toddler|teenager|adult|lady|gentleman|witch|wizard|knight|samurai|ninja|prince|princess|king|queen|monk|nun|pirate|soldier|human being|humanoid|人|人間|男|女|男性|女性|少年|少女|子供|子ども|男の子|女の子|赤ん坊|赤ちゃん|老人|老婆|侍|武士|忍者|魔女|魔法使い|王|女王|王子|姫|僧|僧侶|巫女|人物|ヒト",
  robot: "robot|android|droid|automaton|mech|mecha|ロボット|アンドロイド|機械人形|自動人形|メカ",
  ghost:
    "ghost|spirit|phantom|spectre|specter|apparition|wraith|poltergeist|幽霊|亡霊|お化け|おばけ|霊|怨霊|座敷わらし",
  creature:
    "creature|monster|being|beast|fantastic creature|mythical creature|怪物|生き物|化け物|魔物|妖怪|もののけ|物の怪",
});

/** Whose own kind is not drawn, by the nearest. */
export const KIND_KIN = wordTable<Person["kind"]>({
  human:
    "elf|dwarf|fairy|pixie|mermaid|merman|vampire|angel|god|goddess|giant|giantess|nymph|demigod|hobbit|valkyrie|dryad|faun|satyr|zombie|mummy|clone|superhero|statue come alive|homunculus|エルフ|ドワーフ|妖精|人魚|吸血鬼|天使|神|女神|巨人|小人|天女|天狗|雪女|仙人|鬼女|ゾンビ|ミイラ|サキュバス|花の精",
  robot:
    "cyborg|golem|computer|artificial intelligence|ai|hologram|machine|drone|spaceship|tin man|clockwork doll|サイボーグ|ゴーレム|人工知能|コンピュータ|機械|からくり人形",
  ghost:
    "shadow|skeleton|reaper|grim reaper|banshee|voice|will-o'-the-wisp|jinn|genie|lich|cloud|wind|soul|死神|影|骸骨|鬼火|人魂|魂|精霊|声|風|雲|ジン",
  creature:
    "海坊主|dragon|troll|goblin|ogre|orc|demon|devil|imp|alien|gremlin|kappa|oni|yokai|gargoyle|hydra|kraken|slime|kaiju|blob|tree|plant|flower|cactus|scarecrow|snowman|doll|teddy bear|toy|puppet|竜|龍|ドラゴン|鬼|悪魔|宇宙人|異星人|河童|小鬼|ゴブリン|オーク|トロール|怪獣|スライム|付喪神|木|樹|かかし|雪だるま|人形|ぬいぐるみ|からかさ小僧|一つ目小僧|だるま",
});

/** Bands of age; years are read as numbers. */
export const AGE_WORDS: Tests<Person["age"]> = [
  [
    "teen",
    says(
      "teens?|teenagers?|teenaged?|adolescents?|youths?|student|high school|late teens|十代|10代|思春期|青年|高校生|中学生|若者|少年|少女",
    ),
  ],
  [
    "adult",
    says(
      "adults?|grown|grown-up|middle-?aged|young (?:adult|man|woman|lady)|twenties|thirties|forties|fifties|mature|prime|大人|成人|中年|壮年|熟年|若い|二十代|三十代|四十代|五十代|[2-5]0代",
    ),
  ],
  [
    "elder",
    says(
      "elder(?:ly|s)?|old|aged|ancient|senior|grand(?:ma|pa|mother|father)|centuries|immortal|venerable|老|お年寄り|年配|高齢|長老|古老|百歳|千年",
    ),
  ],
  [
    "child",
    says(
      "child(?:ren|hood)?|kids?|bab(?:y|ies)|infants?|toddlers?|little|boys?|girls?|newborn|schoolchild|pup|kitten|子供|子ども|幼|赤ん坊|赤ちゃん|児|小学生|園児",
    ),
  ],
];

/** A colour by the tone that it is printed as. */
export const FILL_WORDS: Tests<Fill> = [
  [
    "light",
    says(
      "light|pale|yellow|pink|cream|beige|gold|golden|sand|sandy|lavender|turquoise|mint|peach|lemon|sky[- ]blue|salmon|tan|lilac|淡|薄|明る|黄|桃色|ピンク|水色|桜色|ベージュ|クリーム|金色|空色|藤色|若草",
    ),
  ],
  [
    "dark",
    says(
      "dark|navy|indigo|burgundy|maroon|charcoal|chestnut|chocolate|midnight|deep|mahogany|plum|umber|暗|濃|紺|藍|焦げ茶|こげ茶|深緑|葡萄色|海老茶|栗色",
    ),
  ],
  ["black", says("black|jet|ebony|raven|sable|ink|黒|漆黒|墨|くろ")],
  ["white", says("white|ivory|snowy|snow-white|pearl|silver|白|しろ|銀|生成り|象牙色")],
  [
    "mid",
    says(
      "red|blue|green|brown|gr[ae]y|purple|orange|crimson|scarlet|teal|khaki|violet|rust|bronze|copper|emerald|magenta|olive|ginger|auburn|rose|striped|checked|plaid|patterned|colou?rful|mid|赤|青|緑|茶|紫|灰|橙|朱|紅|オレンジ|グレー|鼠色|カーキ|縞|チェック|柄",
    ),
  ],
];

/** Tones of hair, where they are others than those of cloth. */
export const HAIR_FILLS: Tests<Fill> = [
  [
    "white",
    says(
      "white|silver|gr[ae]y(?:ing)?|blond(?:e)?|fair|golden|platinum|flaxen|salt and pepper|白髪|白い?|銀髪|銀|金髪|金色|ブロンド|灰色|白髪混じり",
    ),
  ],
  [
    "light",
    says("light|pale|sandy|pink|yellow|honey|strawberry|straw-coloured|薄|亜麻色|ピンク|桃色|水色|明る|黄色"),
  ],
  ["mid", says("red|brown|ginger|auburn|purple|orange|blue|green|copper|hazel|茶|赤|紫|青|緑|オレンジ|栗毛")],
  ["black", says("black|jet|raven|ebony|dark|黒|漆黒|濡羽色|暗い")],
  ["dark", says("deep|chestnut|dark brown|mahogany|chocolate|焦げ茶|こげ茶|濃|栗色")],
];

type HairStyle = CharacterDesign["hair"]["style"];

export const HAIR_WORDS: Tests<HairStyle> = [
  [
    "bald",
    says(
      "bald(?:ing)?|receding|thinning|shav(?:ed|en)(?: head)?|hairless|no hair|tonsured?|禿げ?|はげ|坊主|スキンヘッド|剃髪|剃り上げ",
    ),
  ],
  [
    "twin-tails",
    says(
      "twin[- ]?tails|pig-?tails|(?:two|twin) (?:braids|plaits|buns|ponytails)|braids|plaits|cornrows|ツインテール|二つ結び|ふたつ結び|おさげ|お下げ|三つ編み|みつあみ",
    ),
  ],
  [
    "ponytail",
    says(
      "pony-?tail|braid(?:ed)?|plait(?:ed)?|tied (?:back|up)|queue|pulled back|high tail|ポニーテール|一つ結び|ひとつ結び|束ね|後ろで結|総髪",
    ),
  ],
  [
    "bun",
    says(
      "buns?|chignon|top-?knot|updo|beehive|pinned up|in a knot|chonmage|お団子|団子|髷|まげ|結い上げ|日本髪|島田|アップ|丁髷|ちょんまげ",
    ),
  ],
  [
    "curly",
    says(
      "curl(?:y|s|ed)|wavy|waves|ringlets|afro|frizzy|perm(?:ed)?|kinky|dreadlocks|巻き毛|縦ロール|カール|縮れ|くせ毛|天パ|パーマ|ウェーブ|アフロ|ドレッド",
    ),
  ],
  [
    "spiky",
    says(
      "spiky|spiked|spikes|mohawk|mohican|gelled|standing on end|つんつん|ツンツン|逆立|モヒカン|とげとげ",
    ),
  ],
  [
    "messy",
    says(
      "messy|tousled|unkempt|wild|shaggy|dishevelled|disheveled|untidy|windswept|bed[- ]?head|scruffy|mane|matted|ぼさぼさ|ボサボサ|寝癖|乱れ|もじゃもじゃ|蓬髪|ざんばら",
    ),
  ],
  [
    "swept",
    says(
      "swept(?: back)?|slicked(?: back)?|side part(?:ed|ing)?|parted|combed|pompadour|quiff|fringe|bangs|undercut|mullet|オールバック|七三|リーゼント|撫でつけ|流し|前髪",
    ),
  ],
  [
    "bob",
    says(
      "bob(?:bed)?|pageboy|chin-length|bowl cut|pixie bob|shoulder-length|hime cut|おかっぱ|ボブ|肩まで|切りそろえ|切り揃え|姫カット|ワンレン",
    ),
  ],
  [
    "crop",
    says(
      "crop(?:ped)?|crew cut|buzz(?: ?cut)?|pixie|close-cut|very short|shorn|military cut|刈り上げ|五分刈り|丸刈り|角刈り|ベリーショート|スポーツ刈り",
    ),
  ],
  [
    "long",
    says(
      "long|flowing|waist-length|hip-length|straight and long|loose|down to|rapunzel|長|ロング|腰まで|背中まで|垂髪|さらさら",
    ),
  ],
  ["short", says("short|neat|tidy|trimmed|plain|straight|短|ショート|さっぱり|刈")],
];

export const BEARD_WORDS: Tests<CharacterDesign["beard"]> = [
  ["none", says("none|no beard|clean-?shaven|beardless|なし|無し|つるつる")],
  ["stubble", says("stubble|stubbly|unshaven|five o'clock shadow|無精(?:ひげ|髭|ヒゲ)")],
  [
    "moustache",
    says("(?:mo|mu)staches?|walrus|handlebar|口(?:ひげ|髭|ヒゲ)|ちょびひげ|カイゼル(?:ひげ|髭)?"),
  ],
  ["full", says("full|beards?|bearded|goatee|whiskers|sideburns|long|bushy|ひげ|髭|ヒゲ|鬚|あごひげ")],
];

export const BUILD_WORDS: Tests<CharacterDesign["build"]> = [
  ["small", says("small|short|tiny|petite|little|diminutive|slight|compact|小柄|小さ|ちび|低い|小兵")],
  [
    "broad",
    says(
      "broad|stout|fat|burly|muscular|heavy(?:set)?|large|huge|big|plump|stocky|chubby|massive|strong|round|portly|athletic|sturdy|大柄|大きい?|太|がっしり|たくまし|筋肉|恰幅|ずんぐり|巨|ふくよか|ぽっちゃり",
    ),
  ],
  [
    "slim",
    says(
      "slim|thin|skinny|slender|lean|lanky|tall|wiry|gaunt|willowy|delicate|bony|細|痩|やせ|ほっそり|すらり|高い|長身|のっぽ|華奢",
    ),
  ],
  ["average", says("average|normal|medium|ordinary|regular|普通|平均|中肉中背|標準")],
];

/** What is worn, by the piece that is drawn: `kin`, where it is near only. */
export const WORN_WORDS = wordTable<Top | Bottom | Hat>({
  shirt:
    "blouse|t-shirt|tee|tunic|polo|undershirt|vest top|camisole|tank top|aloha shirt|singlet|jersey|シャツ|ブラウス|tシャツ|半袖|肌着|チュニック|タンクトップ|ユニフォームシャツ",
  sweater: "jumper|cardigan|pullover|knit|turtleneck|セーター|カーディガン|ニット|トレーナー",
  jacket:
    "blazer|waistcoat|vest|suit jacket|suit|tuxedo|bolero|leather jacket|bomber|denim jacket|gilet|tailcoat|ジャケット|ブレザー|背広|スーツ|上着|ベスト|タキシード|燕尾服|革ジャン|ジャンパー",
  coat: "overcoat|trench coat|trenchcoat|raincoat|parka|anorak|duffel coat|lab coat|white coat|duster|frock coat|poncho|mackintosh|コート|外套|レインコート|合羽|白衣|ダッフルコート|トレンチコート|半纏|羽織|陣羽織|ダウン",
  uniform:
    "school uniform|military uniform|police uniform|gakuran|livery|overalls|boiler suit|scrubs|制服|学ラン|学生服|軍服|詰襟|作業着|作務衣|つなぎ",
  sailor: "sailor suit|sailor uniform|sailor fuku|セーラー服|セーラー",
  kimono:
    "yukata|furisode|haori|kosode|happi|jinbei|dobok|gi|hanbok|hanfu|ao dai|着物|浴衣|振袖|小袖|和服|留袖|甚平|法被|道着|袴姿|打掛|十二単|狩衣|直垂|道中着",
  robe: "cloak|cape|gown|habit|cassock|toga|dressing gown|bathrobe|vestment|monk's robe|mantle|shroud|kaftan|abaya|djellaba|ローブ|マント|法衣|袈裟|僧衣|ガウン|トーガ|外衣",
  apron: "pinafore|smock|エプロン|割烹着|前掛け|白い前掛け",
  armor: "armour|armor|plate|chainmail|breastplate|mail|cuirass|鎧|甲冑|具足|胴丸|鎖帷子",
  hoodie: "sweatshirt|hooded sweatshirt|tracksuit top|fleece|パーカー|スウェット|フリース",
  trousers:
    "pants|jeans|slacks|leggings|breeches|chinos|jodhpurs|monpe|pantaloons|joggers|cargo pants|ズボン|ジーンズ|スラックス|もんぺ|股引|パンツ|タイツ|レギンス",
  skirt:
    "mini skirt|miniskirt|kilt|pleated skirt|petticoat|sarong|tutu|スカート|ミニスカート|プリーツスカート|腰巻",
  shorts:
    "bermudas|short pants|swim trunks|loincloth|fundoshi|半ズボン|短パン|ブルマ|海パン|ふんどし|褌|ショートパンツ",
  hakama: "袴|馬乗袴",
  dress:
    "sundress|ball gown|ballgown|frock|evening dress|wedding dress|sari|qipao|cheongsam|jumper dress|nightgown|one-piece|ワンピース|ドレス|サリー|チャイナドレス|ネグリジェ|ウェディングドレス",
  cap: "baseball cap|beret|flat cap|peaked cap|newsboy cap|kepi|sailor cap|beanie|knit cap|nightcap|キャップ|野球帽|学生帽|制帽|ベレー帽|ハンチング|ニット帽|軍帽|烏帽子",
  hat: "top hat|bowler|fedora|bonnet|cowboy hat|witch's hat|witch hat|wizard hat|pointed hat|tricorn|sombrero|turban|fez|sun hat|crown|tiara|帽子|シルクハット|山高帽|三角帽子|とんがり帽子|ターバン|麦藁|冠|王冠|ティアラ",
  "straw-hat":
    "sedge hat|kasa|conical hat|bamboo hat|麦わら帽子|麦わら帽|麦藁帽子|麦藁帽|笠|菅笠|編み笠|三度笠|陣笠",
  helmet: "hard hat|motorcycle helmet|kabuto|space helmet|pith helmet|ヘルメット|兜|かぶと",
  hood: "cowl|veil|headscarf|wimple|hijab|kerchief|shawl over the head|フード|頭巾|ずきん|ベール|被衣|ほっかむり",
  headband:
    "bandana|hachimaki|hair band|hairband|ribbon|sweatband|circlet|hair ribbon|flower crown|鉢巻き|鉢巻|はちまき|バンダナ|カチューシャ|リボン|ヘアバンド|ねじり鉢巻",
});

/** Clothes of which only something near is drawn. */
export const WORN_KIN = wordTable<Top | Bottom | Hat>({
  coat: "sheepskin|fur|mino|feather cloak|蓑|毛皮|羽衣",
  uniform:
    "space suit|spacesuit|wet suit|wetsuit|jumpsuit|hazmat suit|diving suit|costume|pyjamas|pajamas|swimsuit|bathing suit|leotard|bikini|lederhosen|宇宙服|ウェットスーツ|潜水服|防護服|着ぐるみ|パジャマ|寝間着|水着|全身タイツ|レオタード",
  robe: "blanket|sheet|rags|wings|毛布|シーツ|ぼろ|襤褸",
  hat: "horns|antlers|halo|wig|headdress|feather headdress|laurel|mitre|角|かつら|光輪|羽根飾り|花冠|角隠し|綿帽子",
  helmet: "mask|gas mask|goggles|diving helmet|仮面|お面|狐面|ゴーグル|面頬",
  headband:
    "headphones|ear muffs|earmuffs|hairpin|kanzashi|barrette|hair clip|bow|ヘッドホン|イヤーマフ|簪|かんざし|髪飾り|ヘアピン",
});

export const SWORD = says(
  "swords?|katana|sabres?|sabers?|rapier|wakizashi|blade|scimitar|cutlass|daisho|two swords|刀|剣|太刀|脇差|大小|サーベル|日本刀",
);
export const GLASSES = says(
  "(?:eye)?glasses|spectacles|pince-nez|monocle|sunglasses|specs|眼鏡|めがね|メガネ|サングラス|片眼鏡|丸眼鏡",
);
