// Verbs of both languages with their traits for framing and blocking (`deeds.ts`). Each row starts with the offline artist's name for the
// pose. Own work: verbs that stories use, collected for this table. A verb that is missing here is unknown.
import type { DeedTrait } from "./deeds.ts";
import type { WordRow } from "./phrase-table.ts";

export const DEED_WORDS: readonly WordRow<DeedTrait>[] = [
  [
    ["idle", "one-handed", "free"],
    "stand, stood, wait, linger, remain, stay, pause, stop, halt, freeze, froze, hesitate, loiter, listen, stand still, stand there, keep still, is silent, speak, say, talk, answer, reply, ask, chat, whisper, murmur, mutter, explain, tell",
    "立つ, 立ち尽くす, 立ち止まる, 佇む, たたずむ, 待つ, 待ち受ける, 突っ立つ, 棒立ち, 止まる, とどまる, 黙る, 聞く, 耳を澄ます, 話す, 言う, 云う, 答える, 尋ねる, 訊く, 呼ぶ, 喋る, しゃべる, 語る, 囁く, 呟く, つぶやく",
  ],
  [
    ["goes", "moves", "one-handed", "free"],
    "walk, stroll, wander, stride, strode, march, step, pace, tiptoe, creep, crept, sneak, trudge, limp, stagger, shuffle, amble, saunter, plod, prowl, stalk, head, enter, leave, left, exit, arrive, approach, come, came, cross, follow, pass, return, depart, advance, retreat, back away, step back, step forward, go, goes, went, come in, walk in, walk away, slip away, wade, hike, roam, drift",
    "歩く, 歩み寄る, 歩き出す, 歩き回る, 歩む, 散歩, 進む, 近づく, 近寄る, 立ち去る, 去る, 入る, 出る, 出て行く, 入って来る, 通る, 通り過ぎる, 渡る, 横切る, 向かう, うろつく, さまよう, 忍び寄る, 忍び込む, 後ずさる, 後退, 帰る, 戻る, ついて行く, 追う, 行進, よろめく",
  ],
  [
    ["goes", "moves", "one-handed"],
    "run, ran, sprint, dash, rush, race, hurry, flee, fled, bolt, charge, chase, gallop, jog, scramble, scurry, tear, tore, speed, dart, escape, run away, hasten, pursue, burst in, storm in, fly, flew, swoop, swim, swam, skate, ski, slide, slid, float, soar",
    "走る, 走り出す, 走り去る, 駆ける, 駆け出す, 駆け寄る, 駆け抜ける, 駆け込む, 駆け下りる, 駆け上がる, 急ぐ, 逃げる, 逃げ出す, 追いかける, 突進, 疾走, 飛び込む, 飛び出す, ダッシュ, 泳ぐ, 飛ぶ, 滑る, 浮かぶ, すっ飛ぶ",
  ],
  [
    ["seated", "one-handed"],
    "sit, sat, sit down, take a seat, settle, perch, squat on, rest, slump",
    "座る, 坐る, すわる, 腰掛ける, 腰かける, 腰を下ろす, 腰を降ろす, 座り込む, 着席, もたれる",
  ],
  [
    ["seated", "down", "one-handed"],
    "kneel, knelt, fall to knees, drop to knees, genuflect",
    "跪く, ひざまずく, 膝をつく, ひざをつく, 正座",
  ],
  [
    ["down", "one-handed"],
    "crouch, squat, stoop, duck, cower, huddle, hunch, bend, bent, bend down, bend over, hide, hid, lean over, crawl",
    "しゃがむ, うずくまる, 屈む, かがむ, かがみ込む, 身をかがめる, 隠れる, 伏せる, 這う, 這いつくばる",
  ],
  [
    ["lies", "seated", "down"],
    "lie, lay, lain, lie down, recline, sprawl, sleep, slept, doze, nap, fall asleep, snore, dream, faint, lie still, pass out, asleep, slumber, curl up",
    "横たわる, 寝る, 寝転ぶ, 寝転がる, 寝そべる, 眠る, 眠り込む, 居眠り, 昼寝, 倒れている, 気を失う, 気絶, 横になる, 丸くなる, うたた寝",
  ],
  [
    ["moves", "down"],
    "fall, fell, tumble, trip, collapse, slip, topple, drop to, plunge, sink, sank, crash, stumble, falls over, fall down, drown",
    "落ちる, 転ぶ, 転がる, 倒れる, 崩れ落ちる, つまずく, 転落, 墜落, 沈む, 溺れる, 滑り落ちる, ひっくり返る",
  ],
  [
    ["goes", "moves", "up"],
    "jump, leap, leapt, hop, bounce, spring, sprang, pounce, vault, jump up, skip",
    "跳ぶ, 跳ねる, 飛び上がる, 跳び上がる, 飛び跳ねる, 飛び越える, 飛びかかる, ジャンプ, 飛び降りる, 飛び退く",
  ],
  [
    ["goes", "moves"],
    "climb, clamber, scale, ascend, descend, climb up, climb down, ride, rode, mount, drive, drove, steer, pedal, cycle, sail, gallop off, travel",
    "登る, 上る, のぼる, 昇る, よじ登る, 降りる, 下りる, 乗る, またがる, 運転, 漕ぎ出す, 乗り込む, 飛び乗る",
  ],
  [
    ["gesture", "one-handed"],
    "point, wave, beckon, salute, signal, gesture, nod at, clap, snap, raise a hand, raise hand, gesticulate, shake a fist, shake fist, wag",
    "指さす, 指差す, 指を差す, 手を振る, 振る, 手招き, 敬礼, 合図, 手を挙げる, 手を上げる, 拍手, 手を叩く",
  ],
  [
    ["gesture", "hands", "handles", "touches", "one-handed"],
    "reach, reach out, stretch out, grab, grasp, touch, feel for, pluck, pat, stroke, caress, poke, tug, pet, snatch, tap, knock, reach for, pick, rub",
    "手を伸ばす, 差し伸べる, 触る, 触れる, 掴む, つかむ, 撫でる, なでる, つまむ, 奪う, ひったくる, 叩く, ノック, さする",
  ],
  [
    ["gesture", "hands", "handles", "one-handed"],
    "hold out a hand, pick up, take out, took out, take, took, pull out, draw, drew, unwrap, open, close, unfold, fold, polish, wipe, clean, wash, sharpen, repair, mend, fix, sew, knit, stitch, weave, carve, paint, cut, slice, chop, stir, cook, knead, bake, fry, pour, fill, mix, tie, untie, wind, unlock, lock, turn the key, light, strike a match, play, strum, load, aim, dig, sweep, rake, water, plant, iron, scrub, mop, type, count, measure, hammer, saw, put down, set down, put, place, lay down, wear, put on, take off, button, comb, brush, pack, wrap, dial, press",
    "回す, まわす, 拾う, 拾い上げる, 取る, 取り出す, 抜く, 開ける, 閉める, 開く, 広げる, 畳む, 磨く, 拭く, 洗う, 研ぐ, 直す, 修理, 縫う, 編む, 彫る, 描く, 切る, 刻む, かき混ぜる, 料理, こねる, 焼く, 注ぐ, 混ぜる, 結ぶ, ほどく, 巻く, 鍵をかける, 火をつける, 灯す, 弾く, 吹く, 狙う, 掘る, 掃く, 植える, 打つ, 数える, 測る, 置く, 着る, 脱ぐ, かぶる, 詰める, 包む, 押さえる, 作る",
  ],
  [
    ["gesture", "hands", "handles", "one-handed", "keeps"],
    "hold, held, grip, clutch, clasp, lift, raise, hold up, show, examine, inspect",
    "持つ, 握る, 握りしめる, 掲げる, 持ち上げる, 抱える, くわえる, 咥える, 構える, 見せる",
  ],
  [
    ["gesture", "hands", "moves", "one-handed", "keeps"],
    "carry, haul, lug, bear, bore, drag, bring, brought, fetch, deliver, carry off, pull, heave, shoulder",
    "運ぶ, 担ぐ, 背負う, 引きずる, 引っ張る, 持って来る, 抱えて走る, 届ける, 引く",
  ],
  [
    ["gesture", "hands", "touches", "offers", "one-handed"],
    "offer, give, gave, hand over, hold out, present, pass over, hand, serve, feed, fed, return to, pay, share",
    "差し出す, 渡す, 手渡す, 与える, あげる, 贈る, 配る, 返す, 払う, 食べさせる",
  ],
  [
    ["gesture"],
    "arms up, raise arms, raise both arms, throw up arms, cheer, arms crossed, cross arms, fold arms, hands on hips, bow, bow down, curtsy, rejoice, celebrate, surrender, stretch, banzai",
    "両手を上げる, 両手を挙げる, 万歳, ばんざい, 腕を組む, 腕組み, 腰に手を当てる, お辞儀, 頭を下げる, 一礼, 会釈, 降参, 伸びをする",
  ],
  [
    ["face"],
    "hands on face, cover face, cover eyes, hide face, wipe eyes, wipe tears, rub eyes, dry eyes, smile, cry, cried, weep, wept, sob, sniffle, blush, frown, scowl, grin, wink, blink, squint",
    "顔を覆う, 顔を隠す, 目を拭う, 目をぬぐう, 涙を拭う, 涙をぬぐう, 涙を拭く, 目をこする, 目を細める, 眉をひそめる, 微笑む, ほほえむ, 泣く, 泣き出す, すすり泣く, 涙ぐむ, 赤らめる, まばたき",
  ],
  [
    [],
    "think, thought, ponder, wonder, consider, reflect, shrug, pray, meditate, worry, remember, shiver, tremble, shake, nod, sigh, breathe, laugh, shout, scream, yell, call, sing, yawn, sneeze, cough, sweat",
    "考える, 考え込む, 悩む, 思案, 肩をすくめる, 祈る, 拝む, 瞑想, 震える, うなずく, 頷く, ため息, 笑う, 叫ぶ, 怒鳴る, 歌う, あくび, くしゃみ, 咳, 首を振る, 首をかしげる",
  ],
  [
    ["moves", "touches", "embraces"],
    "embrace, hug, cuddle, kiss, hold each other, cling, wrap arms, hold tight, dance together",
    "抱く, 抱きしめる, 抱き合う, 抱きつく, 抱き寄せる, しがみつく, 口づけ, キス",
  ],
  [
    ["moves", "touches", "strikes", "one-handed"],
    "fight, fought, attack, strike, struck, hit, punch, kick, slap, wrestle, stab, slash, swing, swung, parry, duel, beat, bite, bit, claw, tackle, block, dodge, struggle, grapple, shove away, ram, shoot, shot",
    "戦う, 闘う, 殴る, 蹴る, 蹴飛ばす, 叩きつける, 斬る, 斬りかかる, 刺す, 襲う, 襲いかかる, 噛む, 噛みつく, 組み合う, もみ合う, 取っ組み合う, 避ける, かわす, 撃つ, 平手打ち",
  ],
  [
    ["gesture", "moves", "throws", "one-handed"],
    "throw, threw, toss, hurl, fling, flung, pitch, lob, cast, scatter, sling, throw away, drop, bowl, spill",
    "投げる, 投げつける, 投げ捨てる, 放る, 放り投げる, 捨てる, 撒く, まく, 落とす",
  ],
  [
    ["gesture", "hands", "moves", "touches"],
    "push, shove, wheel, press against, roll, lean against, nudge, slam",
    "押す, 押しのける, 突き飛ばす, 押し開ける, 転がす",
  ],
  [
    ["moves"],
    "row, paddle, dance, twirl, spin, spun, whirl, perform, waltz, exercise, wrestle free",
    "漕ぐ, こぐ, 踊る, 舞う, 回る, 体操",
  ],
  [
    ["hands", "handles", "one-handed"],
    "read, leaf through, study, browse, consult, look through, pore over",
    "読む, 読み上げる, めくる, 読みふける, 調べる",
  ],
  [
    ["hands", "handles"],
    "write, wrote, scribble, draw a, sketch, sign, note down, jot, copy out, draw",
    "書く, 書き込む, 記す, 署名, メモ",
  ],
  [
    ["hands", "one-handed"],
    "eat, ate, chew, bite into, munch, nibble, devour, taste, drink, drank, sip, gulp, swallow, phone, telephone, take a photo, photograph, smoke, lick, text, swig, dine",
    "食べる, 噛みしめる, かじる, 頬張る, 味わう, 飲む, 飲み干す, すする, 電話, 電話をかける, 撮る, 吸う, 食う, なめる",
  ],
  [
    ["looks", "turns", "one-handed", "free"],
    "look back, look over shoulder, turn around, turn back, glance back, look behind, turn round, turn, glance over shoulder",
    "振り返る, 振り向く, 見返る, 振りかえる",
  ],
  [
    ["looks", "up", "one-handed", "free"],
    "look up, gaze up, stare up, look at the sky, raise head, peer up",
    "見上げる, 仰ぐ, 仰ぎ見る, 顔を上げる",
  ],
  [
    ["looks", "down", "one-handed", "free"],
    "look down, stare at the ground, lower head, hang head, bow head, look at the floor, gaze down, look away, avert eyes",
    "見下ろす, うつむく, 俯く, 目を伏せる, 下を向く, うなだれる, 目をそらす, 目を逸らす",
  ],
  [
    ["looks", "one-handed", "free"],
    "look, gaze, stare, watch, glance, peer, peek, observe, see, saw, look around, look at, glare, squint, notice, search, spy",
    "見る, 見つめる, 眺める, 睨む, にらむ, 覗く, のぞく, 見守る, 見渡す, 見回す, 凝視, 探す, 見入る, 目を凝らす",
  ],
];
