// Sentences with the things that their words name, in order, labelled by hand; `-` where a word only looks like a thing's.
import { expect, it } from "vitest";
import { lexiconOf } from "./lexicons.ts";
import { findThings } from "./thing-cues.ts";

const LABELLED = {
  ja: `
軒で風鈴が鳴った。|wind-chime
祖父はうちわであおいだ。|uchiwa
うちわ揉めはよせ。|-
提灯が並んだ。|paper-lantern
棚に本がある。網棚には荷物がのっている。|shelf book bag
袋から瓶を出した。手袋と寝袋、買い物袋。|sack bottle glove blanket paper-bag
金魚すくいで、弟は金魚の袋をもらった。|goldfish-bag goldfish-bag
金魚鉢のそばに、雪だるまの絵葉書。|aquarium snowman letter
絵馬を掛けて、賽銭箱の前に立った。|ema offering-box
だるまに目を入れた。|daruma
だるまさんがころんだ。|-
門松のある門を出た。|kadomatsu gate
鯉のぼりと、店ののぼり。|koinobori flag
注連縄と縄。|shimenawa rope
滑り台、シーソー、砂場。|slide seesaw sandbox
シーソーゲームが続いた。|-
ランプを提げて外へ出た。ランプが灯った。|lantern lamp
先生が笛を吹いた。少年が笛を吹いた。|whistle flute
茶碗にご飯をよそい、茶碗を置いた。|bowl cup
駒をつまんだ。駒を並べた。|chess-piece chessboard
黙って球をつまむ。踏み台に乗る。|ball chair
噴水のそばのハンモック。|fountain hammock
浮き輪が流れた。|lifebuoy
クリスマスツリーに星を飾った。ツリーハウスがある。|christmas-tree
キックボード、バイク、スクーター。|kick-scooter motorcycle scooter
マウンテンバイクでバイトへ行く。|bicycle
三輪車とベビーカー。|tricycle pram
一輪車を押す祖父と、一輪車に乗る妹。|wheelbarrow
泡立て器とおたま。池におたまじゃくし。|whisk ladle
スポンジケーキとスポンジとたわし。|cake sponge scrub-brush
缶切りとおろし金と箸置き。|can-opener grater chopstick-rest
炊飯器からご飯をよそう。|rice-cooker bowl
ストローとコルク抜きとクーラーボックス。|drinking-straw corkscrew cooler
流し台の蛇口をひねる。|sink tap
積み木のそばに木馬。回転木馬は遠い。|blocks rocking-horse
道のブロックが割れた。|-
貯金箱とスノードーム。|piggy-bank snow-globe
けん玉、シャボン玉、ゲーム機。|kendama soap-bubbles game-console
おしゃぶりを外し、ガラガラを振った。雷がガラガラと鳴る。|pacifier rattle
糸電話と万華鏡と竹馬。竹馬の友だ。|string-phone kaleidoscope stilts
フラフープを回す。|hula-hoop
方位磁石と磁石。|compass magnet
黒板消しが筆箱に当たった。|board-eraser pencil-case
コンセントを抜いて、ドライヤーを置いた。|plug hair-dryer
試験管と接着剤。|test-tubes glue
体重計にのる。秤で量る。|bathroom-scale scale
竹刀を握り、刀を見た。|bamboo-sword sword
道場で、彼は面を外した。|kendo-mask
祭りで、彼は面を外した。|mask
街灯の下に公衆電話があった。|streetlamp phone-box
鳥居をくぐり、ジャングルジムを見た。|torii climbing-frame
サッカーのゴールと、バスケットゴール。人生のゴール。|goal basketball-hoop
矢は的に当たった。目的に当たる。|bow target
サンドバッグ、切り株、犬小屋。|punchbag stump kennel
物干し竿に洗濯ばさみ。|clothesline clothes-peg
消火栓とカラーコーン。|hydrant traffic-cone
気球が戦車とヨットを越えた。|hot-air-balloon tank yacht
屏風の前に豆腐とコロッケ。|folding-screen tofu croquette
たい焼き、たこ焼き、りんご飴。|taiyaki takoyaki candy-apple
フライドポテトとポップコーンとオムライス。|fries popcorn omelette
氷を入れた。つららが落ちた。氷のように冷たい。|ice icicle
帯を解き、包帯を巻いた。|belt bandage
鞍と蹄鉄と首輪。|saddle horseshoe collar
レバーを引き、制御盤を叩いた。|lever control-panel
手裏剣とダーツ。|shuriken dart
譜面台、メトロノーム、カスタネット。|music-stand metronome castanets
粘土をろくろに置く。ろくろ首。|clay potters-wheel
臼のそばで、臼歯が痛む。|mortar
救命胴衣と釣り針。|life-jacket fish-hook
ヒトデと珊瑚、珊瑚礁。|starfish coral
神輿と駕籠と人力車。|mikoshi palanquin rickshaw
石灯籠にてるてる坊主。|stone-lantern teru-teru-bozu
鏡餅とすすき。鏡を見た。|kagami-mochi pampas-grass mirror
クラッカーを鳴らした。|party-popper
フリスビーとルービックキューブ。|frisbee puzzle-cube
便器、トイレットペーパー、歯磨き粉。|toilet toilet-paper toothpaste
シャワーを浴び、湯たんぽを抱いた。|shower hot-water-bottle
おむつと眼帯と水着。|nappy eye-patch swimsuit
かつらを脱いだ。かつらむきにする。|wig
電池と基板とドローン。|battery circuit-board drone
反物に刺繍をする。|cloth-roll embroidery-hoop
鉋とやすりと万力。|wood-plane file vise
ディスクが回る。|disc
`,
  en: `
A wind chime rang under the eaves.|wind-chime
She fanned him with a round fan.|uchiwa
Paper lanterns swung along the street.|paper-lantern
A goldfish in a plastic bag swung from her wrist.|goldfish-bag
The goldfish swam in its bowl.|aquarium bowl
He hung up a votive tablet by the offering box.|ema offering-box
She painted one eye of the daruma.|daruma
A carp streamer flew over the roof.|koinobori
The girl sat on the slide by the seesaw and the sandpit.|slide seesaw sandbox
"Next slide," he said, and the landslide came on.|-
A fountain pen lay beside the fountain.|pen fountain
He slept in the hammock.|hammock
She threw him the lifebuoy, and her wedding ring flew off.|lifebuoy ring
They decorated the tree. The Christmas tree shone.|christmas-tree christmas-tree
A kick scooter, a motor scooter, a motorbike.|kick-scooter scooter motorcycle
The tricycle stood beside the stroller.|tricycle pram
He pushed the wheelbarrow past the mountain bike.|wheelbarrow bicycle
She took the whisk and the ladle. He whisked her away.|whisk ladle
A sponge cake lay by the sponge and the scrubbing brush.|cake sponge scrub-brush
The can opener, the grater, the rice cooker.|can-opener grater rice-cooker
A corkscrew, a paper straw, a straw hat.|corkscrew drinking-straw straw-hat
The cooler stood in the shade, and the air was cooler.|cooler
She turned off the tap over the sink. A tap on the shoulder. Ships sink.|tap sink ship
A tower of blocks beside the rocking horse. It was two blocks away.|blocks rocking-horse
The piggy bank stood behind the snow globe.|piggy-bank snow-globe
He blew bubbles with a game console in his hand.|soap-bubbles game-console
The pacifier, a silver rattle, a rubber duck. Shutters rattle.|pacifier rattle rubber-duck
A kaleidoscope, a string telephone, a hula hoop, stilts.|kaleidoscope string-phone hula-hoop stilts
The magnet stuck to the pencil case.|magnet pencil-case
She pulled the plug of the hair dryer.|plug hair-dryer
A test tube broke. The board eraser and the glue stick lay there.|test-tubes board-eraser glue
She stepped on the scales.|bathroom-scale
He raised his bamboo sword and took off the kendo mask.|bamboo-sword kendo-mask
The phone booth stood under the streetlight.|phone-box streetlamp
A torii stood behind the jungle gym.|torii climbing-frame
The ball flew into the goal. Her goal was to win.|ball goal
He threw it at the basketball hoop.|basketball-hoop
The dart hit the dartboard. She darted off.|dart target
A punching bag hung by the kennel. A stump of his arm.|punchbag kennel
Sun fell on the clothesline. He took a clothes peg.|clothesline clothes-peg
A fire hydrant and a traffic cone.|hydrant traffic-cone
A hot-air balloon drifted over the yacht. Army tanks waited.|hot-air-balloon yacht tank
Behind the folding screen lay tofu and croquettes.|folding-screen tofu croquette
Takoyaki, taiyaki, a toffee apple.|takoyaki taiyaki candy-apple
Popcorn, an omelette, a bag of fries.|popcorn omelette fries
Ice cubes clinked, icicles dripped, ice cream melted.|ice icicle ice-cream
The dog collar hung on the saddle by a horseshoe.|collar saddle horseshoe
He pulled the lever on the control panel. She consoles him.|lever control-panel
A throwing star. The music stand, a metronome, castanets.|shuriken music-stand metronome castanets
A lump of clay lay on the potter's wheel.|clay potters-wheel
He pounded rice in the mortar.|mortar
Life jackets, a fishhook, a starfish, a piece of coral. The coral reef.|life-jacket fish-hook starfish coral
She unbuckled the leather belt.|belt
A portable shrine, a palanquin, a rickshaw.|mikoshi palanquin rickshaw
Moss grew on the stone lantern by the pampas grass.|stone-lantern pampas-grass
He threw a frisbee and turned a Rubik's cube.|frisbee puzzle-cube
A party popper went off. She ate a cracker.|party-popper bread
The toilet flushed. A toilet roll, toothpaste, a hot-water bottle.|toilet toilet-paper toothpaste hot-water-bottle
Under the shower she laughed. A shower of sparks fell.|shower
A diaper, a wig, an eyepatch, a swimsuit.|nappy wig eye-patch swimsuit
The batteries, the circuit board, the drone. The bees drone on.|battery circuit-board drone
A bolt of silk lay by her embroidery.|cloth-roll embroidery-hoop
A nail file, a wooden plane, a bench vice.|file wood-plane vise
She slid the DVD in.|disc
He picked up two rusty saws. She saw the dog. He made her watch the door.|saw door
They hung a board on the door.|sign door
He threaded a needle. The nurse filled a syringe. Pine needles fell.|needle syringe
She ate a hamburger, a hot dog and a bowl of noodles.|hamburger hot-dog noodles
A pineapple, three cherries, a pear, a slice of watermelon.|pineapple cherry pear watermelon
He stirred the porridge. She ate her porridge.|pot bowl
He poured tea from a flask. The wizard shook a flask.|thermos bottle
The laptop stood by the microwave and the cash register.|laptop microwave cash-register
A chess piece lay by the toy boat and a clockwork car.|chess-piece toy-boat toy-car
The blacksmith struck the anvil behind the beehive.|anvil beehive
A girl on a scooter passed the old man's scooter.|kick-scooter scooter
`,
} as const;

const READ = Object.entries(LABELLED).flatMap(([language, lines]) =>
  lines
    .trim()
    .split("\n")
    .map((line) => [language, ...line.split("|")] as const),
);

it.each(READ)("in %s: %s", (language, sentence = "", things) => {
  const lexicon = lexiconOf(language === "ja" ? "ja" : "en");
  const named = findThings(sentence, lexicon).map(({ value }) => value);
  expect(named.join(" ") || "-").toBe(things);
});
