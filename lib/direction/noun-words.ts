// Nouns of both languages with their traits for framing (`nouns.ts`): too large for a hand, extending far beyond it, animals, tall places.
// Own work: nouns that stories use, collected for this table. A thing that is missing here counts as small enough for a hand.
import type { NounTrait } from "./nouns.ts";

/** Traits, then the nouns that have them: English in the singular, then Japanese, both separated by commas. */
export const NOUN_WORDS: readonly (readonly [
  traits: readonly NounTrait[],
  english: string,
  japanese: string,
])[] = [
  [
    ["large", "fixed", "door"],
    "door, doorway, gate, shutter, entrance",
    "扉, ドア, 戸, 門, 障子, 襖, 玄関, 引き戸, 門扉",
  ],
  [
    ["large", "seat"],
    "chair, bench, sofa, couch, bed, mattress, armchair, stool, futon",
    "椅子, いす, イス, ベンチ, ソファ, ソファー, ベッド, 布団, 長椅子",
  ],
  [
    ["large", "fixed"],
    "window, footprint, handprint, tap, faucet, shower, air conditioner",
    "窓, 足跡, 手形, 蛇口",
  ],
  [
    ["large"],
    "hammock, chandelier, campfire, bonfire, stove, fireplace, sign, signpost, billboard, blackboard, whiteboard, easel, space suit, armour, armor, suit of armour, wheelchair, stretcher, drip, ironing board, cauldron, rice, shelf, bookshelf, bookcase, drawer, chest of drawers, cupboard, cabinet, wardrobe, closet, curtain, carpet, rug, cradle, crib, bath, bathtub, fridge, refrigerator, freezer, oven, washing machine, television, tv, printer, safe, vending machine, bin, trash can, sink, folding screen, toilet, throne, cash register, shopping cart, ladder, anchor, antenna, control panel, console, potters wheel, mortar, anvil, lawnmower, cannon, piano, grand piano, harp, organ, gramophone, music stand, swing, trampoline, rocking horse, punchbag, snowman, scarecrow, flag, banner, fence, railing, wall, gravestone, grave, tombstone, mailbox, post box, well, tent, chest, trunk, barrel, traffic light, satellite, solar panel, streetlamp, street lamp, lamp post, lamppost, torii, target, stump, log, kennel, clothesline, phone box, phone booth, hydrant, beehive, coffin, skeleton, offering box, kadomatsu, koinobori, christmas tree, mikoshi, stone lantern, slide, seesaw, sandbox, fountain, climbing frame, goal, basketball hoop, bicycle, bike, car, taxi, bus, truck, lorry, van, train, tram, scooter, cart, wagon, sleigh, tractor, ship, aeroplane, airplane, plane, rocket, spaceship, kick scooter, motorcycle, motorbike, tricycle, pram, stroller, wheelbarrow, hot air balloon, tank, yacht, palanquin, rickshaw, irori, engine, machine, cage, carriage, helicopter, submarine, tree, bush, hedge, rock, boulder, pillar, column, altar, stage, house, hut, tower, bridge, crane, windmill, mirror on the wall, sarcophagus, ladder truck, coffin lid, jukebox, pool table",
    "焚き火, ストーブ, 暖炉, 看板, 標識, 黒板, イーゼル, 宇宙服, 鎧, 車椅子, 担架, 大釜, 稲, 棚, 本棚, 引き出し, 箪笥, たんす, 食器棚, 戸棚, カーテン, 絨毯, じゅうたん, ゆりかご, 風呂, 浴槽, 冷蔵庫, オーブン, 洗濯機, テレビ, 印刷機, 金庫, 自動販売機, 自販機, ゴミ箱, 流し, 屏風, 便器, 玉座, レジ, 梯子, はしご, 錨, アンテナ, ろくろ, 臼, 大砲, ピアノ, 竪琴, オルガン, 蓄音機, ブランコ, 木馬, 雪だるま, かかし, 旗, 柵, 塀, 壁, 墓, 墓石, ポスト, 井戸, テント, 樽, 信号, 信号機, 街灯, 鳥居, 的, 切り株, 丸太, 犬小屋, 物干し, 電話ボックス, 蜂の巣, 棺, 骸骨, 賽銭箱, 門松, 鯉のぼり, クリスマスツリー, 神輿, 灯籠, 石灯籠, 滑り台, シーソー, 砂場, 噴水, ジャングルジム, 自転車, 車, 自動車, タクシー, バス, トラック, 電車, 列車, 荷車, 橇, トラクター, 船, 飛行機, ロケット, 宇宙船, バイク, 三輪車, 乳母車, ベビーカー, 手押し車, 気球, 戦車, ヨット, 駕籠, 人力車, 囲炉裏, エンジン, 機械, 檻, 馬車, ヘリコプター, 潜水艦, 木, 大木, 桜の木, 岩, 石像, 銅像, 柱, 祭壇, 舞台, 家, 小屋, 塔, 橋, 風車",
  ],
  // Nouns that are named like an animal or a large thing, but are neither.
  [
    [],
    "toy train, toy boat, toy car, bathroom scale, music box, statue, wood plane, paper plane, hand flag, snow globe, game console, rubber duck, pampas grass, teddy bear, hot dog, paper crane, stuffed animal, gummy bear, sea horse, house key, car key, door key, gold fish, fire fly, bird cage, birdcage, doorknob, doorbell, playing card, wall clock, table lamp, tree branch, house plant, tree house model, ladybird book, tablecloth, rice ball, rice cake, bus ticket, train ticket, boat hook, toilet paper, piano key, bench vise",
    "招き猫, 竹馬, ぬいぐるみ, 折り鶴, たい焼き, 車の鍵, 家の鍵, 木の実, 木の葉, 海老",
  ],
  [
    ["large", "surface"],
    "table, desk, counter, workbench, worktop",
    "机, テーブル, 卓, ちゃぶ台, 食卓, 作業台, カウンター",
  ],
  [
    ["large", "vessel"],
    "boat, rowing boat, rowboat, canoe, kayak, raft, ferry, dinghy, gondola, punt",
    "舟, 小舟, 渡し舟, ボート, カヌー, 筏, いかだ",
  ],
  [
    ["long"],
    "umbrella, parasol, broom, oar, paddle, stick, staff, cane, spear, lance, halberd, pole, fishing rod, shovel, spade, rake, hoe, scythe, net, crutch, hose, rope, flagpole, trident, pike, javelin",
    "傘, 日傘, 箒, ほうき, 櫂, オール, 杖, 槍, 棒, 竿, 釣り竿, 釣竿, シャベル, スコップ, 熊手, 鍬, 大鎌, 網, 松葉杖, ホース, 縄, 綱, ロープ, 薙刀, 竹竿, 棍棒",
  ],
  [["long", "both"], "bow, longbow, skis, plank, ski, surfboard, bamboo", "弓, スキー, 板, 竹, サーフボード"],
  [
    ["both"],
    "firewood, picture, painting, typewriter, globe, box, crate, parcel, knitting, sewing machine, plant, potted plant, crystal ball, tray, microwave, melon, pumpkin, cabbage, watermelon, pillow, cushion, blanket, tub, computer, radio, speaker, electric fan, vacuum, vacuum cleaner, aquarium, laptop, wheel, microscope, scale, guitar, violin, drum, flute, accordion, shamisen, cymbals, xylophone, cello, saxophone, chessboard, sled, projector, baby, armful, sack of flour",
    "薪, 絵, 絵画, タイプライター, 地球儀, 箱, 木箱, 荷物, 編み物, ミシン, 植木鉢, 水晶玉, お盆, 盆, 電子レンジ, メロン, かぼちゃ, 南瓜, キャベツ, スイカ, 西瓜, 枕, 座布団, 毛布, たらい, パソコン, ラジオ, 扇風機, 掃除機, 水槽, 車輪, 顕微鏡, 天秤, ギター, バイオリン, 太鼓, 笛, フルート, アコーディオン, 三味線, シンバル, 木琴, チェロ, サックス, そり, 赤ん坊, 赤ちゃん",
  ],
  [
    ["scenery"],
    "hand, foot, feet, eye, face, finger, tear, crowd, people, passers by, smoke, puddle, pond, splash, lens, planet, moon, sun, star, sky, cloud, rain, snow, fog, mist, wind, storm, lightning, thunder, fire, flame, dust, steam, shadow, light, beam, sunlight, moonlight, horizon, mountain, hill, sea, ocean, wave, river, lake, waterfall, forest, road, path, street, floor, ground, ceiling, roof, grass, sand, mud, blood, petals, leaves, spark, city lights, building, skyline",
    "手, 足, 目, 顔, 指, 涙, 人混み, 群衆, 人々, 煙, 水たまり, 池, 水しぶき, レンズ, 惑星, 月, 太陽, 星, 空, 雲, 雨, 雪, 霧, 風, 嵐, 稲妻, 雷, 火, 炎, 埃, 湯気, 影, 光, 日差し, 月明かり, 地平線, 山, 丘, 海, 波, 川, 湖, 滝, 森, 道, 床, 地面, 天井, 屋根, 草, 砂, 泥, 血, 花びら, 落ち葉, 火花, 建物, ビル",
  ],
  [
    ["animal", "small"],
    "cat, siamese cat, pussycat, kitten, tomcat, tabby, moggy, dog, bloodhound, dachshund, retriever, labrador, terrier, spaniel, bulldog, mongrel, whippet, poodle, collie, beagle, puppy, hound, mutt, pup, pug, fox cub, rabbit, bunny, hare, leveret, mouse, mice, rat, hamster, gerbil, vole, dormouse, guinea pig, squirrel, chipmunk, hedgehog, ferret, mole, weasel, raccoon, badger, bird, sparrow, swallow, pigeon, dove, crow, raven, rook, magpie, jackdaw, gull, seagull, owl, hawk, falcon, eagle, kestrel, buzzard, parrot, parakeet, canary, robin, wren, lark, finch, thrush, cuckoo, nightingale, woodpecker, kingfisher, blackbird, starling, songbird, duck, duckling, mallard, chicken, hen, rooster, cockerel, chick, turkey, pheasant, goose, geese, gander, penguin, frog, toad, turtle, tortoise, snake, viper, adder, lizard, gecko, newt, goldfish, carp, butterfly, moth, dragonfly, bee, bumblebee, wasp, hornet, firefly, spider, snail, slug, worm, caterpillar, ant, fly, mosquito, beetle, ladybird, ladybug, grasshopper, cricket, cicada, cockroach, lamb, piglet, otter",
    "猫, 三毛猫, 野良猫, 子猫, 仔猫, 黒猫, 白猫, ネコ, ねこ, 犬, 野良犬, 子犬, 仔犬, 柴犬, イヌ, いぬ, 兎, うさぎ, ウサギ, 鼠, ネズミ, ねずみ, ハムスター, 栗鼠, リス, ハリネズミ, モグラ, イタチ, 狸, たぬき, タヌキ, アナグマ, アライグマ, 鳥, 小鳥, 雀, スズメ, 燕, ツバメ, 鳩, ハト, 烏, カラス, 鴉, カモメ, 鷗, フクロウ, 梟, 鷹, タカ, 鷲, 鳶, トンビ, インコ, オウム, 鴨, アヒル, 鶏, ニワトリ, ヒヨコ, ひよこ, 雛, 鵞鳥, ガチョウ, ペンギン, 蛙, カエル, 亀, カメ, 蛇, ヘビ, トカゲ, ヤモリ, 金魚, 鯉, メダカ, 蝶, 蝶々, 蛾, トンボ, とんぼ, 蜂, ハチ, 蛍, ホタル, 蜘蛛, クモ, カタツムリ, ミミズ, 毛虫, 蟻, アリ, 蠅, ハエ, 蚊, 虫, カブトムシ, テントウムシ, バッタ, コオロギ, 蝉, セミ, 蝙蝠, コウモリ, 子羊, 子豚, カワウソ",
  ],
  [["animal", "small", "food"], "fish, crab, lobster, trout, salmon", "魚, 小魚, 蟹, カニ"],
  [
    ["animal"],
    "animal, beast, fox, vixen, wolf, wolf cub, greyhound, wolfhound, sheepdog, mastiff, husky, bear, bear cub, monkey, chimpanzee, baboon, ape, gorilla, lion, lion cub, lioness, tiger, leopard, panther, cheetah, horse, stallion, mare, foal, colt, pony, steed, donkey, mule, cow, bull, ox, oxen, calf, cattle, buffalo, bison, yak, goat, sheep, ram, ewe, deer, stag, doe, fawn, reindeer, moose, elk, antelope, gazelle, pig, boar, hog, sow, swan, crane, heron, stork, egret, peacock, ostrich, albatross, camel, llama, alpaca, elephant, giraffe, zebra, hippo, hippopotamus, rhino, rhinoceros, kangaroo, koala, panda, seal, walrus, whale, dolphin, shark, crocodile, alligator, dragon, unicorn",
    "動物, 獣, 狐, キツネ, きつね, 狼, オオカミ, 熊, クマ, 猿, サル, ゴリラ, ライオン, 獅子, 虎, トラ, 豹, ヒョウ, 馬, ウマ, 子馬, 仔馬, 白馬, ポニー, 驢馬, ロバ, 牛, ウシ, 子牛, 仔牛, 山羊, ヤギ, 羊, ヒツジ, 鹿, シカ, 子鹿, 豚, ブタ, 猪, イノシシ, 白鳥, 鶴, ツル, 鷺, サギ, 孔雀, 駱駝, ラクダ, 象, ゾウ, キリン, シマウマ, カバ, サイ, カンガルー, コアラ, パンダ, アザラシ, 鯨, クジラ, イルカ, サメ, ワニ, 龍, 竜, ドラゴン",
  ],
  [
    ["tall"],
    "lighthouse, castle, temple, cathedral, pagoda, skyscraper, shrine, fortress, palace, monastery, minaret, bell tower, clock tower, watchtower",
    "灯台, 城, 寺, 神社, 大聖堂, 五重塔, 塔, 要塞, 宮殿, 修道院, 時計塔, 鐘楼, 摩天楼",
  ],
];
