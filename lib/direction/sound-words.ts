// Audible actions and movements of things, with the letters drawn for them (描き文字). Each row: loudness (1 faint, 5 deafening), hard or soft
// shape, the letters in both languages, then the verbs for `phrase-table.ts`. Own work: sounds that comics of both languages use.
import type { Language } from "../manga/language.ts";

export interface DrawnSound extends Readonly<Record<Language, string>> {
  loudness: 1 | 2 | 3 | 4;
  hard: boolean;
}

const soft = (loudness: DrawnSound["loudness"], ja: string, en: string): DrawnSound => ({
  ...{ loudness, hard: false, ja, en },
});
const hard = (loudness: DrawnSound["loudness"], ja: string, en: string): DrawnSound => ({
  ...{ loudness, hard: true, ja, en },
});

export type SoundRow = readonly [sound: DrawnSound, english: string, japanese: string];

/** Actions of people and animals. */
export const DEED_SOUNDS: readonly SoundRow[] = [
  [
    hard(3, "コンコン", "KNOCK KNOCK"),
    "knock, rap at, tap at the door",
    "ノック, 戸を叩く, ドアを叩く, 扉を叩く, 門を叩く, 戸をたたく, ドアをたたく, 扉をたたく, 門をたたく",
  ],
  [
    hard(3, "ダダダッ", "TMP TMP TMP"),
    "run, ran, sprint, dash, rush, race, hurry, flee, fled, bolt, charge, chase, run away, pursue, hasten",
    "走る, 走り出す, 走り去る, 駆ける, 駆け出す, 駆け寄る, 駆け抜ける, 駆け込む, 駆け下りる, 駆け上がる, 急ぐ, 馳ける, 駈ける, 駈け出す, 駈け降りる, 駈け寄る, 駈け込む, 馳け出す, 駆け降りる, 逃げる, 逃げ出す, 追いかける, 突進, 疾走",
  ],
  [
    soft(1, "コツ コツ", "TAP TAP"),
    "walk, stroll, stride, strode, pace, march, walk away, come in, walk in, approach, enter, go, went, come, came, leave, left, step",
    "歩く, 歩み寄る, 歩き出す, 歩き回る, 歩む, 近づく, 近寄る, 立ち去る, 行進, 行く, いく, 来る, くる, 入る, はいる, 出る, 帰る, 戻る",
  ],
  [soft(1, "ソロリ", "SHFF"), "tiptoe, creep, crept, sneak, prowl, stalk", "忍び寄る, 忍び込む, 忍び足"],
  [soft(1, "トボトボ", "CRUNCH"), "trudge, plod, shuffle, stagger, limp", "とぼとぼ, よろめく"],
  [
    hard(3, "ドサッ", "THUD"),
    "fall, fell, tumble, collapse, topple, fall down, falls over, trip, stumble, crash, throw down, put down a load",
    "落ちる, 転ぶ, 倒れる, 崩れ落ちる, つまずく, 転落, ひっくり返る, 尻もち",
  ],
  [
    hard(4, "バシッ", "WHACK"),
    "fight, fought, attack, strike, struck, hit, punch, kick, slap, beat",
    "戦う, 闘う, 殴る, 蹴る, 蹴飛ばす, 叩きつける, 襲いかかる, 平手打ち, 打つ",
  ],
  [hard(4, "ザシュッ", "SLASH"), "stab, slash, parry, duel, swing a sword", "斬る, 斬りかかる, 刺す"],
  [hard(4, "パァン", "BANG"), "shoot, shot, fire a gun, fires a gun", "撃つ, 発砲"],
  [
    soft(2, "ヒュッ", "WHOOSH"),
    "throw, threw, toss, hurl, fling, flung, lob, sling, swing, swung",
    "投げる, 投げつける, 投げ捨てる, 放り投げる, 放る, 放り込む, 放り出す, 抛る, 抛り出す, ほうる, ほうり出す, 投り込む, 振り回す, 振り切る",
  ],
  [
    soft(2, "バッ", "FWIP"),
    "jump, leap, leapt, spring, sprang, pounce, dive, dove, jump up, vault, start up, throw up arms, throw up hands",
    "跳ぶ, 飛び上がる, 跳び上がる, 飛び越える, 飛びかかる, 飛び降りる, 飛び退く, 飛び出す, 飛び込む",
  ],
  [soft(1, "ピョン", "HOP"), "hop, skip, bounce", "跳ねる, 飛び跳ねる, スキップ"],
  [soft(2, "ランララン", "TA-DA-DUM"), "dance, waltz, twirl, whirl", "踊る, おどる, 舞う"],
  [
    hard(2, "ドンッ", "SHOVE"),
    "shove, push away, push aside, elbow, jostle",
    "払いのける, はらいのける, 押しのける, おしのける, 突き飛ばす, 突き放す",
  ],
  [soft(2, "ズルズル", "DRAAAG"), "drag, haul, tow, lug", "引きずる, ひきずる"],
  [hard(2, "ガリガリ", "SCRATCH"), "scratch, claw, scrape", "引っかく, 引っ掻く, 掻きむしる"],
  [soft(2, "ジャブ ジャブ", "SLOSH"), "wash, rinse, bathe, scrub floor", "洗う, あらう, すすぐ"],
  [hard(2, "パチパチ", "CLAP CLAP"), "clap, applaud", "拍手, 手を叩く, 手をたたく"],
  [
    soft(1, "モグモグ", "MUNCH"),
    "eat, ate, chew, munch, nibble, devour, bite into, graze",
    "食べる, かじる, 頬張る, 食う, 噛む",
  ],
  [soft(1, "ゴクッ", "GULP"), "drink, drank, sip, gulp, swallow, swig", "飲む, 飲み干す, すする"],
  [
    soft(2, "ハハハ", "HA HA HA"),
    "laugh, chuckle, guffaw, giggle, burst out laughing",
    "笑う, 大笑い, 爆笑, 笑い出す",
  ],
  [soft(1, "シクシク", "SOB"), "cry, weep, wept, sob, wail, bawl", "泣く, すすり泣く, 号泣, 泣き出す"],
  [soft(1, "ハァ", "SIGH"), "sigh, breathe out, pant", "ため息, 溜め息, 息をつく, 喘ぐ"],
  [hard(3, "ハクション", "ACHOO"), "sneeze", "くしゃみ"],
  [hard(2, "ゴホッ", "COUGH"), "cough, clear one's throat", "咳, せき込む"],
  [soft(1, "ブルッ", "BRRR"), "shiver, tremble, shudder, quiver", "震える, 身震い, ふるえる"],
  [soft(1, "コクリ", "NOD"), "nod", "うなずく, 頷く"],
  [
    soft(1, "ジーッ", "STARE"),
    "stare, gaze, peer, peek, glare, watch closely",
    "見つめる, 睨む, にらむ, 覗く, のぞく, 凝視",
  ],
  [
    soft(1, "クルッ", "WHIP"),
    "turn around, turn round, look back, turn back, look over shoulder",
    "振り返る, 振り向く, 振りかえる",
  ],
  [
    soft(1, "ストン", "PLOP"),
    "sit down, take a seat, sink down, slump",
    "腰を下ろす, 腰を降ろす, 座り込む, 腰掛ける, 腰かける",
  ],
  [
    soft(2, "ガタッ", "CLATTER"),
    "rise, rose, stand up, get up, stood up, got up",
    "立ち上がる, 立ち上る, 起き上がる",
  ],
  [soft(1, "ペコリ", "DIP"), "bow, bow down, curtsy", "お辞儀, 頭を下げる, 一礼, 会釈"],
  [
    soft(1, "カリカリ", "SCRITCH"),
    "write, wrote, scribble, note down, jot, sign",
    "書く, 書き込む, 記す, 署名",
  ],
  [soft(1, "パラ…", "FLIP"), "leaf through, turn the page, browse", "めくる, 頁を繰る"],
  [hard(2, "ザクッ", "CHUK"), "dig, plough, plow, shovel", "掘る, 耕す"],
  [hard(2, "トントン", "CHOP CHOP"), "chop, hammer, slice, saw, nail", "刻む, 打ちつける"],
  [soft(1, "トクトク", "GLUG"), "pour, fill", "注ぐ"],
  [
    soft(1, "シャッ", "SHKK"),
    "sweep, rake, sharpen, polish, scrub, strike a match, strike match, light cigar, light pipe",
    "掃く, 研ぐ, とぐ, 磨く, 擦る, こする",
  ],
  [
    soft(2, "ギィッ", "CREAK"),
    "row, paddle, push, pull, heave, open the door, open door, open the gate, open gate, opens the door",
    "漕ぐ, こぐ, 引く, 引っ張る, 押し開ける, 戸を押す, 扉を押す, 戸を開ける, 扉を開ける, ドアを開ける",
  ],
  [
    soft(2, "パタン", "THUNK"),
    "shut the door, shut door, close the door, close door, shuts the door, closes the door",
    "戸を閉める, 扉を閉める, ドアを閉める, 閉める",
  ],
  [hard(3, "バタン", "SLAM"), "slam", "乱暴に閉める"],
  [hard(2, "カチャ", "CLICK"), "lock, unlock, turn the key, turn key, load", "鍵をかける, 鍵を開ける"],
  [
    soft(1, "サッ", "SWIP"),
    "snatch, grab, seize, draw, drew, take out, pull out, hide, hid, duck",
    "奪う, ひったくる, 取り出す, 隠れる, 伏せる",
  ],
  [
    soft(2, "ギュッ", "SQUEEZE"),
    "embrace, hug, clutch, grip, cling, hold tight, clasp, squeeze",
    "抱きしめる, 抱きつく, 握りしめる, しがみつく, 抱く",
  ],
  [soft(2, "ザブン", "SPLASH"), "swim, swam, wade, plunge, splash", "泳ぐ, 潜る"],
  [soft(2, "バサバサ", "FLAP FLAP"), "fly, flew, flap, flutter, swoop, soar", "飛ぶ, 羽ばたく, 舞い上がる"],
  [soft(2, "パカッ パカッ", "CLIP CLOP"), "gallop, trot, ride a horse, rides a horse", "馬を駆る"],
  [
    soft(1, "グゥ…", "ZZZ"),
    "sleep, slept, doze, nap, snore, fall asleep, asleep, slumber",
    "眠る, 眠り込む, 居眠り, 昼寝, うたた寝, 寝る",
  ],
  [hard(3, "ワン ワン", "WOOF"), "bark", "吠える, 吼える, ほえる"],
  [hard(2, "ガルル", "GRRR"), "growl, snarl", "唸る, うなる"],
  [soft(2, "ニャー", "MEOW"), "meow, mew, purr", "ニャーと鳴く"],
  [soft(1, "スパ…", "PUFF"), "smoke, puff, blow", "煙草を吸う, タバコを吸う"],
];

/** Movements of things (`how`). */
export const THING_SOUNDS: readonly SoundRow[] = [
  [hard(3, "リン リン", "DING DING"), "ring, rings, chime, jingle, toll", "鳴る, 鳴り響く"],
  [soft(2, "ギィ…", "CREAK"), "open, opens, creak", "開く, きしむ"],
  [hard(3, "ガラッ", "RATTLE"), "slide, slides, slides open", "滑る"],
  [soft(2, "パタン", "THUNK"), "shut, shuts, close, closes", "閉まる"],
  [hard(3, "バタン", "SLAM"), "slam, slams", "乱暴に閉まる"],
  [hard(3, "ガシャン", "CRASH"), "break, breaks, crash, shatter, smash", "割れる, 砕ける, 壊れる"],
  [hard(2, "ゴトッ", "CLUNK"), "fall, falls, drop", "落ちる, 倒れる"],
  [soft(2, "ヒュッ", "WHOOSH"), "thrown, flung, flies, fly", "飛ぶ"],
  [soft(1, "パチ パチ", "CRACKLE"), "burn, burns, crackle", "燃える"],
];
