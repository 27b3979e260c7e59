// Words of feeling of both languages with their traits for framing, mood and effects (`feelings.ts`). Each row starts with the offline
// artist's name for the face. Own work: words that stories use, collected for this table. A word that is missing here counts as calm.
import type { FeelingTrait } from "./feelings.ts";
import type { WordRow } from "./phrase-table.ts";

export const FEELING_WORDS: readonly WordRow<FeelingTrait>[] = [
  [
    ["in-lonely", "in-tense"],
    "calm, neutral, composed, serene, peaceful, indifferent, blank, expressionless, impassive, patient, quiet, relaxed, cool, unmoved, attentive, interested, bored, serious, stern, solemn, polite, earnest, grave, cold, silent",
    "穏やか, 落ち着く, 落ち着いた, 平静, 冷静, 無表情, 静か, 平然, 無関心, 真面目, 真剣, 退屈, 丁寧, 冷たい, 淡々",
  ],
  [
    ["in-warm", "in-romantic", "in-comic"],
    "smile, happy, glad, pleased, content, cheerful, friendly, kind, gentle, warm, grateful, thankful, relieved, relief, satisfied, fond, affectionate, loving, tender, hopeful, welcoming, merry, sunny, amused, charmed, in love, touched, trusting, bright, jolly, comforted, happiness",
    "笑顔, 微笑む, 微笑み, ほほえむ, 嬉しい, うれしい, 楽しい, 幸せ, 満足, 優しい, やさしい, 親切, 感謝, 安心, ほっとする, ほっと, 愛しい, 希望, 朗らか, にこにこ, 機嫌, 和やか, うっとり, 感動",
  ],
  [
    ["worth-seeing", "strong", "in-warm", "in-romantic", "in-comic"],
    "laugh, laughter, joy, joyful, overjoyed, ecstatic, elated, delighted, delight, thrilled, jubilant, hilarious, beaming, euphoric, excited, excitement, enraptured, exuberant, giggle, chuckle, radiant, triumph with joy, blissful, bliss, guffaw, tickled",
    "大笑い, 爆笑, 笑う, 歓喜, 大喜び, 喜ぶ, 喜び, 興奮, わくわく, はしゃぐ, 有頂天, げらげら, 狂喜",
  ],
  [
    ["rises", "in-warm", "in-comic"],
    "grin, mischievous, playful, cheeky, impish, teasing, sly, roguish, naughty, grinning",
    "にやり, にやにや, いたずらっぽい, 茶目っ気, ニヤリ, 悪戯っぽい",
  ],
  [
    ["sinks", "in-sad", "in-lonely", "in-tense"],
    "sad, sadden, sadness, unhappy, gloomy, melancholy, sorrow, sorrowful, disappointed, dejected, downcast, lonely, homesick, regretful, regret, guilty, guilt, ashamed, wistful, miserable, depressed, forlorn, mournful, resigned, hopeless, let down, longing, blue, glum, crestfallen, disheartened",
    "悲しい, 悲しむ, 悲しみ, 哀しい, 寂しい, さびしい, 淋しい, 切ない, 落ち込む, 落胆, がっかり, 失望, 憂鬱, 後悔, しょんぼり, 申し訳ない, うなだれる, 虚しい, 名残惜しい",
  ],
  [
    ["worth-seeing", "strong", "eyes", "sinks", "in-sad", "in-tense"],
    "cry, tears, tearful, weep, wept, sob, crying, grief, grieving, heartbroken, anguish, despair, despairing, devastated, desolate, wail, bawl, brokenhearted, inconsolable, moved to tears, bereft",
    "泣く, 泣き叫ぶ, 涙, 号泣, 嘆く, 絶望, すすり泣く, 涙ぐむ, 悲嘆, 大泣き, 悲痛",
  ],
  [
    ["loud", "strong", "eyes", "in-comic", "in-tense"],
    "angry, anger, annoyed, irritated, cross, mad, indignant, resentful, offended, displeased, frustrated, bitter, hostile, sulky, grumpy, exasperated, impatient, jealous, disgusted, contemptuous, scorn, outraged, vexed, envy, hatred, hate, spiteful, disgust",
    "怒る, 怒り, 腹を立てる, 苛立つ, いらいら, イライラ, むっとする, ムッと, 不満, 不機嫌, 憤る, 悔しい, 憎い, 憎しみ, 嫉妬, 軽蔑, ふくれる, 呆れる, うんざり",
  ],
  [
    ["loud", "worth-seeing", "strong", "eyes", "rises", "in-comic", "in-tense"],
    "furious, rage, enraged, raging, livid, wrath, fury, seething, murderous, berserk, irate, incensed, ferocious, wild with anger",
    "激怒, 激昂, 憤怒, 怒り狂う, 逆上, 怒髪, 憤慨, 殺気",
  ],
  [
    ["loud", "worth-seeing", "strong", "in-comic", "in-tense"],
    "shout, yell, roar, bellow, scream with anger, shouting, hollering, vehement",
    "叫ぶ, 怒鳴る, わめく, 絶叫, 吠える",
  ],
  [
    ["loud", "strong", "eyes", "in-comic", "in-tense"],
    "surprised, surprise, startled, astonished, astonishment, amazed, amazement, puzzled, baffled, confused, bewildered, perplexed, taken aback, stunned by, wonder, wondering, awe, awed, impressed, curious, astounded, disbelief, incredulous, dumbfounded, flabbergasted, speechless",
    "驚く, 驚き, びっくり, きょとん, 目を丸くする, 仰天, 戸惑う, 困惑, 混乱, 感心, 不思議, 意外, 唖然, ぽかん, あっけ, 好奇心, はっとする, ハッと",
  ],
  [
    ["loud", "worth-seeing", "strong", "eyes", "in-comic", "in-tense"],
    "shocked, shock, horrified, horror, terrified, terror, aghast, stunned, appalled, petrified, panic, panicked, panicking, dismayed, thunderstruck, frantic, hysterical, dread, mortal fear",
    "衝撃, 愕然, 呆然, 恐怖, 戦慄, 恐慌, パニック, 青ざめる, 凍りつく, 恐れおののく, ぞっとする, 取り乱す, ショック",
  ],
  [
    ["loud", "worth-seeing", "strong", "eyes", "sinks", "in-tense"],
    "afraid, fear, fearful, frightened, scared, alarmed, timid, cowardly, spooked, trembling, intimidated, fright",
    "怖い, 恐い, こわい, 怖がる, 怯える, おびえる, 恐れる, 震える, びくびく, 怖気づく, 臆する",
  ],
  [
    ["in-sad", "in-lonely", "in-tense"],
    "worried, worry, anxious, nervous, uneasy, concerned, troubled, apprehensive, tense, doubtful, suspicious, hesitant, uncertain, unsure, wary, uncomfortable, distressed, stressed, cautious, restless, anxiety, suspicion, skeptical, reluctant, torn",
    "心配, 不安, 気がかり, 緊張, 困る, 迷う, 疑う, 怪しむ, 警戒, 焦る, そわそわ, ためらう, 気まずい, 落ち着かない, 案じる",
  ],
  [
    ["strong", "in-warm", "in-romantic", "in-comic"],
    "shy, embarrassed, bashful, blush, blushing, flustered, sheepish, flattered, self conscious, coy, lovestruck, embarrassment, smitten",
    "照れる, 恥ずかしい, 恥じらう, はにかむ, 赤面, 赤くなる, どぎまぎ, もじもじ, ときめく, 照れくさい",
  ],
  [
    ["loud", "strong", "eyes", "rises", "in-tense"],
    "determined, determination, resolute, resolved, brave, courageous, defiant, focused, steadfast, fierce, concentrated, intent, stubborn, fearless, unyielding, grim, heroic, bold, firm, courage, steely, eager, desperate",
    "決意, 決然, 覚悟, 毅然, 勇ましい, 勇敢, 勇気, 必死, 懸命, 強気, 断固, 凛々しい, 集中, 意気込む, 一心, 負けん気",
  ],
  [
    ["sinks", "in-sad", "in-lonely", "in-tense"],
    "tired, weary, exhausted, sleepy, drowsy, worn out, fatigued, listless, weak, ill, dizzy, drained, faint, groggy, sick, exhaustion, hungry, cold and tired",
    "疲れる, 疲れた, くたびれる, 眠い, ぐったり, へとへと, だるい, 病, 弱る, 眠たい, 空腹",
  ],
  [
    ["worth-seeing", "strong", "in-sad", "in-tense"],
    "pain, pained, hurt, agony, agonized, suffering, wounded, aching, tormented, in pain, wince, grimace, tortured, anguished",
    "痛い, 痛む, 痛み, 苦しい, 苦しむ, 苦痛, 苦悶, 傷つく",
  ],
  [
    ["rises", "in-comic", "in-tense"],
    "smug, proud, pride, confident, haughty, arrogant, triumphant, self satisfied, superior, boastful, sarcastic, mocking, cunning, sneer, condescending, conceited, victorious, wicked, cruel, cocky",
    "得意, 自慢, 誇らしい, 自信, 傲慢, 勝ち誇る, したり顔, 余裕, 嘲る, 見下す, 意地悪, 偉そう, 不敵",
  ],
  [
    ["eyes", "in-sad", "in-lonely", "in-tense"],
    "thoughtful, pensive, reflective, contemplative, dreamy, absorbed, lost in thought, nostalgic, musing, distant, absent minded, brooding, preoccupied, faraway",
    "思案, 物思い, 考え込む, 思慮, 懐かしい, 感慨, 夢見る, 遠い目, 思いつめる, しみじみ",
  ],
  [["sinks", "in-tense"], "asleep, sleeping, unconscious, dead, lifeless", "眠る, 寝る, 熟睡, 気絶, 意識"],
];
