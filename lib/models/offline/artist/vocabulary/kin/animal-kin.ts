// Animals that the artist does not draw, by the nearest one that it does, and what of them the drawing lacks.
import type { Animal } from "../../closed/animals.ts";
import { wordTable } from "../phrase.ts";

export const ANIMAL_KIN = wordTable<Animal>({
  horse:
    "camel|dromedary|zebra|giraffe|unicorn|pegasus|centaur|okapi|kirin|ラクダ|らくだ|駱駝|シマウマ|しまうま|縞馬|キリン|麒麟|ユニコーン|一角獣|ペガサス|天馬|ケンタウロス",
  donkey: "ラバ|騾馬",
  cow: "elephant|rhinoceros|rhino|mammoth|hippopotamus|hippo|wildebeest|gnu|minotaur|bonnacon|象|ゾウ|ぞう|サイ|犀|マンモス|カバ|河馬|ヌー|水牛|ミノタウロス|バッファロー",
  sheep: "llama|alpaca|lama|リャマ|アルパカ|ラマ",
  goat: "ibex|chamois|markhor|カモシカ|アイベックス",
  deer: "impala|kudu|caribou|springbok|tapir|ガゼル|トナカイ|ヘラジカ|バク",
  pig: "aardvark|peccary|いのしし|ツチブタ",
  cat: "lynx|ocelot|serval|wildcat|bobcat|オオヤマネコ|山猫|ヤマネコ|化け猫|猫又",
  dog: "狛犬|dingo|hyena|seal|sea lion|walrus|ディンゴ|ハイエナ|アザラシ|あざらし|アシカ|セイウチ|トド|オットセイ",
  fox: "fennec|jackal|kitsune|九尾の狐|九尾|管狐|フェネック|ジャッカル",
  wolf: "coyote|werewolf|cerberus|fenrir|コヨーテ|狼男|人狼|フェンリル",
  rabbit: "kangaroo|wallaby|jackalope|jerboa|カンガルー|ワラビー",
  bear: "panda|koala|sloth|yeti|wombat|パンダ|コアラ|ナマケモノ|ウォンバット|雪男",
  mouse:
    "hedgehog|porcupine|mole|shrew|lemming|capybara|chinchilla|ハリネズミ|はりねずみ|ヤマアラシ|モグラ|もぐら|土竜|カピバラ|チンチラ|ハムスター",
  squirrel:
    "weasel|ferret|mink|stoat|mongoose|marten|ermine|sugar glider|イタチ|鼬|フェレット|オコジョ|テン|ムササビ|モモンガ|マングース",
  raccoon:
    "red panda|skunk|otter|beaver|coati|tanuki|レッサーパンダ|スカンク|カワウソ|かわうそ|ビーバー|ラッコ",
  monkey:
    "gorilla|orangutan|lemur|gibbon|bigfoot|meerkat|ゴリラ|オランウータン|チンパンジー|キツネザル|ミーアキャット",
  lion: "puma|cougar|sphinx|griffin|gryphon|chimera|ピューマ|グリフォン|スフィンクス|キマイラ|獅子舞の獅子",
  tiger: "leopard|jaguar|cheetah|panther|snow leopard|豹|ヒョウ|ジャガー|チーター|黒豹",
  bird: "hummingbird|hoopoe|nightjar|magpie robin|ハチドリ|鶯|ウグイス|うぐいす|雲雀|ヒバリ|メジロ|カナリア|キツツキ|カワセミ|ホトトギス",
  parrot: "toucan|オオハシ|コンゴウインコ",
  gull: "pelican|puffin|booby|petrel|ペリカン|アホウドリ",
  crow: "cormorant|鵜|八咫烏",
  hawk: "phoenix|condor|roc|thunderbird|鳳凰|フェニックス|不死鳥|朱雀|コンドル|はやぶさ|隼|ハヤブサ",
  duck: "penguin|platypus|grebe|coot|loon|ペンギン|カモノハシ|おしどり|鴛鴦",
  chicken:
    "peacock|peahen|turkey|quail|dodo|guinea fowl|grouse|孔雀|クジャク|雉|キジ|きじ|七面鳥|ウズラ|雷鳥",
  crane:
    "flamingo|ostrich|emu|ibis|spoonbill|shoebill|フラミンゴ|ダチョウ|駝鳥|エミュー|朱鷺|トキ|コウノトリ|ハシビロコウ",
  frog: "lizard|gecko|newt|salamander|axolotl|chameleon|iguana|トカゲ|とかげ|ヤモリ|イモリ|サンショウウオ|ウーパールーパー|カメレオン|イグアナ",
  turtle: "crocodile|alligator|armadillo|pangolin|kappa|ワニ|わに|鰐|アルマジロ|センザンコウ|スッポン",
  snake:
    "eel|worm|sea serpent|leviathan|basilisk|centipede|大蛇|海蛇|ミミズ|ムカデ|百足|ウナギ|八岐大蛇|青龍|ツチノコ",
  crab: "lobster|crayfish|prawn|hermit crab|ザリガニ|ロブスター|伊勢海老|ヤドカリ|海老",
  fish: "koi|whale|dolphin|shark|orca|narwhal|manatee|piranha|stingray|seahorse|squid|マグロ|鯨|クジラ|くじら|イルカ|いるか|海豚|サメ|さめ|鮫|シャチ|ジンベエザメ|エイ|タツノオトシゴ|イカ|サケ|鮭|マンタ",
  dragonfly: "mayfly|lacewing|カゲロウ|イトトンボ",
  bee: "fly|mosquito|gnat|horsefly|midge|bluebottle|ハエ|蠅|蚊|アブ|スズメバチ",
  spider: "scorpion|tick|tarantula|サソリ|蠍|タランチュラ|女郎蜘蛛",
  snail: "slug|caterpillar|leech|maggot|larva|ナメクジ|毛虫|芋虫|青虫|いも虫",
  beetle:
    "ant|mantis|praying mantis|locust|weevil|scarab|flea|termite|stag beetle|earwig|アリ|蟻|カマキリ|バッタ|コオロギ|鈴虫|キリギリス|ゴキブリ|虫|コガネムシ",
  bat: "pterodactyl|vampire bat|flying fox|翼竜|プテラノドン",
});

/** What a drawing lacks of them, by the word: of a notice. */
export const LACKS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "its hump": "camel|dromedary|ラクダ|らくだ|駱駝",
    "its stripes": "zebra|シマウマ|しまうま|縞馬",
    "its long neck": "giraffe|キリン|llama|alpaca|リャマ|アルパカ|ostrich|ダチョウ|駝鳥",
    "its horn": "unicorn|narwhal|rhinoceros|rhino|ユニコーン|一角獣|サイ|犀",
    "its wings": "pegasus|griffin|gryphon|ペガサス|天馬|グリフォン",
    "its trunk": "elephant|mammoth|象|ゾウ|ぞう|マンモス",
    "its spines": "hedgehog|porcupine|ハリネズミ|はりねずみ|ヤマアラシ",
    "its shell": "armadillo|pangolin|アルマジロ|センザンコウ",
    "its pouch": "kangaroo|wallaby|カンガルー|ワラビー",
    "its spots": "leopard|jaguar|cheetah|豹|ヒョウ|ジャガー|チーター",
  }).flatMap(([lack, words]) => words.split("|").map((word) => [word, lack] as const)),
);
