// Verbs and turns of speech for what people do, by the pose that shows it, in both languages. English verbs stand in their base form,
// irregular ones with all of their forms apart by commas; of Japanese what all forms of a word begin with.
import type { Expression, Pose } from "../../closed/staging.ts";

/** Turns of speech, which tell more than the verbs in them. */
export const POSE_PHRASES: Readonly<Partial<Record<Pose, string>>> = {
  walk: "^pass(?:es|ed|ing)?$|pass(?:es|ed|ing)? (?:on|by|through|along|down|up)|hand in hand|arm in arm|[馬牛犬]を(?:引|連れ)|綱を引|手を引|連れ立",
  hold: "twirl(?:s|ed|ing)? (?!a?round|about|and|in|on|across)[a-z]+|str(?:ike|ikes|iking|uck) (?:an? |the |another )?(?:match|light)|(?:pull|take|draw|pulls|takes|draws|pulled|took|drew|pulling|taking|drawing) out",
  stand:
    "(?:get|got|stand|stood)(?:s|ting|ing)? up|ris(?:es|ing) to (?:his |her |their )?feet|立ち上が|起き上が",
  crouch:
    "hug(?:s|ging|ged)? (?:his |her |their |both |one's )?knees|knees? (?:drawn|pulled) up|curl(?:s|ed|ing)? (?:up|into a ball)|on (?:his|her|its|their) haunches|背中を丸め|膝を抱え|ひざを抱え|体育座り|三角座り|丸くな|丸まっ",
  kneel: "(?:on|to|onto) (?:his|her|their|one|both|bended) knees?|正座|片膝|膝立ち|土下座|膝をつ|ひざまず",
  lie: "lies? (?:down|back|flat)|stretched out on|face down|(?:flat|l(?:ies|ying|ay)|sprawled) (?:[a-z]+ )?on (?:his |her |their |its )?(?:back|belly|stomach|side)|大の字|仰向け|うつ伏せ|腹這い|寝そべ|寝転",
  "arms-crossed":
    "arms (?:are )?(?:crossed|folded)|(?:cross|fold)(?:s|es|ed|ing)? (?:his |her |their )?arms|腕を組|腕組",
  "hands-on-hips":
    "(?:hands?|fists?) on (?:his|her|their|both)? ?(?:hips?|waist)|(?:arms|hands) akimbo|腰に手|手を腰|仁王立ち",
  "hands-on-face":
    "(?:hands?|palms?|fingers) (?:over|to|on|against) (?:his|her|their|the) (?:face|mouth|eyes|cheeks?|ears|head)|(?:cover|hide|bury|burie|clutche|hold|rub)(?:s|es|ed|ing|d)? (?:his |her |their )?(?:face|mouth|eyes?|ears?|head|cheeks?)|facepalms?|wip(?:es?|ing|ed) (?:his |her |their )?(?:eyes?|tears?|brow|face)|shield(?:s|ed|ing)? (?:his |her |their )?eyes?|顔を覆|頭を抱え|口を(?:押|おさ|覆)|頬を(?:押|おさ)|目を(?:こす|覆|拭)|涙を(?:拭|ぬぐ)|耳をふさ|顔を洗",
  "arms-up":
    "(?:hands?|arms?|fists?) (?:up|raised|in the air|(?:over|above) (?:his |her |their )?head)|(?:rais|throw|threw|lift|thrust)(?:e|es|s|ing|ed)? (?:up )?(?:(?:his|her|their|both) )?(?:hands?|arms?|fists?)|両手を(?:上|挙|あげ|広)|両腕を(?:上|広)|手を(?:挙|上)げ|拳を突き上|万歳|ばんざい|バンザイ|ガッツポーズ|背伸び|伸びをす",
  "look-back":
    "look(?:s|ed|ing)? (?:back|behind|over (?:his |her |their )?shoulder)|glanc(?:es?|ed|ing) (?:back|behind|over)|turn(?:s|ed|ing)? (?:a?round|back|to look)|sw(?:ings?|inging|ung) (?:a?round|about)|振り返|ふり返|振り向|ふり向|後ろを見",
  "look-up":
    "(?:look|gaz|star|peer|glanc|squint)(?:e|es|s|ed|ing)? up|(?:look|gaz|star|peer)(?:e|es|s|ed|ing)? at the (?:sky|stars?|moon|ceiling|clouds?|sun)|stargaz(?:e|es|ing)|見上げ|仰ぎ|仰い|上を(?:見|向)|空を(?:見|眺)|星を(?:見|眺)|月を(?:見|眺)",
  "look-down":
    "(?:look|gaz|star|peer|glanc)(?:e|es|s|ed|ing)? (?:down|into)|(?:hang|bow|lower|hung|droop)(?:s|ed|ing)? (?:his |her |their |its )?(?:head|eyes|gaze)|head (?:down|bowed)|bend(?:s|ing)? over|見下ろ|覗き込|のぞき込|俯|うつむ|下を(?:見|向)|目を伏せ|項垂|うなだれ",
  think:
    "scratch(?:es|ed|ing)? (?:his |her |their )?(?:head|chin|beard)|(?:hand|finger)s? (?:on|to|under) (?:his |her |their )?chin|chin (?:in|on) (?:his |her |their )?hands?|tilt(?:s|ed|ing)? (?:his |her |their )?head|首を(?:かしげ|傾げ)|頬杖|ほおづえ|顎に手|あごに手",
  wave: "wav(?:es?|ed|ing) (?:goodbye|hello|at|to|his|her|their)|beckon(?:s|ed|ing)?|手を振|手招き|手をふ",
  offer:
    "hold(?:s|ing)? (?:[a-z' ]{1,24} )?out\\b|hand(?:s|ed|ing)? (?:over|[a-z' ]{1,24} to)|stretch(?:es|ing)? out (?:his|her|their|a) hand with|差し出|さし出|差し伸べ|手渡|渡し|渡す|贈|捧げ",
  reach:
    "reach(?:es|ed|ing)? (?:out|for|up|into|toward|towards|across|down)|stretch(?:es|ed|ing)? (?:out )?(?:his|her|their|a|an|one) (?:hand|arm)|hold(?:s|ing)? hands|tak(?:es?|ing) (?:his |her |their )?hand|shak(?:es?|ing) hands|手を伸ば|手をのば|手をつな|手を繋|手を(?:取|握)|握手",
  point: "point(?:s|ed|ing)?|aim(?:s|ed|ing)? (?:a|his|her|their) finger|指(?:差|さ|し示)|指を(?:差|さ)",
  pray: "hands (?:together|clasped|folded)|clasp(?:s|ed|ing)? (?:his |her |their )?hands|say(?:s|ing)? grace|手を合わせ|合掌|両手を組",
  bow: "(?:bow|duck)(?:s|ed|ing)? (?:deeply|low)|tak(?:es?|ing) a bow|頭を下げ|お辞儀|おじぎ|会釈|一礼",
  embrace:
    "肩を組|arms (?:a?round|about) (?:his|her|their|him|each|one)|in each other's arms|hold(?:s|ing)? (?:him|her|them|each other) (?:close|tight)|抱き(?:し|合|つ|寄)|抱擁|肩を抱|ハグ",
  carry:
    "in (?:his|her|their|both) arms|(?:on|over) (?:his |her |their )?(?:back|shoulders?)|抱え|背負|担|抱い|だっこ|抱っこ|おんぶ|運[びぶんば]",
  phone:
    "(?:on|into|answer(?:s|ing)?|pick(?:s|ing)? up) (?:the|a|his|her) (?:tele)?phone|talk(?:s|ing)? on the phone|電話(?:を|に|で|中)|スマホ(?:を|に)|受話器|通話",
  sleep:
    "(?:nod|drop|drift|doz)(?:s|es|ped|ping|ding|ded|ing|ed)? off|fast asleep|sound asleep|falls? asleep|fallen asleep|tak(?:es?|ing) a nap|居眠り|うたた寝|昼寝|寝息|熟睡",
  ride: "(?:on|mounts?) (?:a|the|his|her) (?:horse|pony|donkey|bicycle|bike|camel|motorcycle|scooter|skateboard)|またが|跨|乗馬|馬に乗|(?:自転車|バイク|馬|ロバ)(?:に|を)(?:乗|の|漕|こ)",
  climb:
    "(?:up|down) (?:a|the) (?:ladder|tree|rope|cliff|wall|mast|drainpipe)|よじ登|登[りるっ]|のぼ[りるっ]|梯子を|はしごを",
};

/** Verbs by pose: what means the same, as far as a picture tells. */
export const POSE_VERBS: Readonly<Partial<Record<Pose, string>>> = {
  stand:
    "stand,stood|wait|ask|answer|reply|announce|exclaim|question|admit|thank|implore|invite|grumble|chant|chatter|explain|object|agree|refuse|promise|insist|realize|realise|notice|see,saw,seen|hear,heard|find,found|meet,met|live|help|lose,lost|admire|know,knew,known|rise,rose,risen|wake,woke,woken|turn|bark|howl|yelp|growl|whine|shudder|blush|nod|聞[くい]|答え|訊[くい]|尋ね|見[るて]|pause|halt|stop|linger|loiter|freeze,froze,frozen|pose|remain|stay|lean|loom|queue|face|watch|listen|look|stare|gaze|talk|speak,spoke|say,said|tell,told|whisper|murmur|mutter|耳打|chat|shrink,shrank|shout|smile|laugh|cry|weep,wept|hesitate|立|佇|たたず|待[ちつっ]|止ま|待機|見守|見つめ|眺め|話|語|もたれ|寄りかか",
  walk: "walk|stroll|mov(?:e|es|ed|ing)(?! (?:lips?|mouth|[a-z]+ lips?|[a-z]+ mouth)\\b)|start|set out|slow|prowl|shamble|hasten|bustle|steal up|get into|get away|get out|emerge|proceed|head for|shuffle|wander|step|march|approach|cross|tiptoe|limp|stalk|pace|enter|leave,left|come,came|go,went|stride,strode|amble|trudge|saunter|hike|shuffle|stagger|plod|creep,crept|sneak|follow|lead,led|depart|arrive|patrol|roam|advance|return|descend|ascend|歩|散歩|横切|通り過ぎ|通りかか|近づ|近寄|去[りるっ]|進[みむん]|帰[りるっ]|向か[いうっ]|出かけ|さまよ|散策|行進|巡回|忍び|入[りるっ]|来[るた]|行[くっ]",
  run: "run,ran|sprint|dash|race|rush|hurry|flee,fled|bolt|dart|chase|gallop|jog|charge|escape|scurry|scamper|speed,sped|pursue|走|駆け|駈け|ダッシュ|逃げ|追いかけ|追[いうっ]|急[いぐぎ]|急ぎ|逃走|疾走|突進",
  sit: "sit,sat|perch|settle|seat|squat on|lounge|recline|slump|straddle|座|すわ[るりっ]|坐|腰掛|腰かけ|腰を(?:下|降|掛|か)|着席|あぐら|胡座|胡坐",
  kneel: "kneel,knelt|genuflect|跪",
  crouch:
    "crouch|squat|huddle|duck|cower|hunker|stoop|hide,hid,hidden|しゃが|うずくま|蹲|屈[むんみ]|かが[むんみ]|縮こま|身を(?:かが|屈|縮|潜)|隠れ",
  lie: "lie,lies,lay,lain,lying|sprawl|sunbathe|recover|横たわ|横にな|倒れて|寝込",
  sleep: "sleep,slept|doze|snore|nap|slumber|snooze|眠|寝[てるた]|まどろ",
  fall: "(?:falls?|fell|fallen|falling)(?! (?:silent|quiet|asleep|in love|ill|still|to))|trip|slip|tumble|stumble|collapse|faint|topple|plunge|drop|swoon|腰を抜か|転[ぶんび]|倒れ|落ち|滑[るっり]|つまず|躓|よろけ|崩れ落|気絶|転落|墜落",
  jump: "jump|leap,leapt|hop|rear|spring,sprang,sprung|pounce|bounce|dive,dove|vault|skip|跳[ねびんぶ]|飛び(?:上|跳|越|込|出|降|つ|か)|ジャンプ|スキップ",
  climb: "climb|clamber|scramble|scale|shin|登",
  reach:
    "reach|cling,clung|clasp|grope|fumble|grab|snatch|grasp|touch|pet|stroke|pat|caress|catch,caught|seize|tap|(?:feel|feels|feeling|felt) (?:for|the|his|her|their|its|along|around|about|over|under)|pluck|pick|receive|accept|触[れっ]|撫で|なで|つか[むみも]|掴|受け取|叩[くいき]|摘[むんみ]",
  hold: "hold,held|clutch|grip|carry on|raise|lift|show,shown|brandish|wield|display|take,took|produce|open|examine|inspect|study|use|light|pour|pick up|play|strum|blow,blew|photograph|film|操|構え|握|持[ちつっ]|掲げ|手に(?:し|持)|弾[くいき]|奏で|演奏|吹[くいき]|撮[るっり]|撮影|点け|灯[すし]|注[ぐい]",
  carry: "carry|haul|lug|cradle|bear,bore,borne|shoulder|transport|bring,brought|drag|tow|担[ぐいぎ]|背負",
  offer:
    "offer|^hand|give,gave,given|^present|^pass|serve|deliver|lend,lent|pay|feed,fed|share|差し[出だ]|渡[すし]|与え|配[るっり]|ふるま|貸[すし]",
  wave: "wave|beckon|greet|signal|hail|salute|挨拶|敬礼|合図",
  "arms-up": "cheer|celebrate|surrender|rejoice|exult|yawn and stretch|歓喜|喝采|降参|祝[うっい]|応援",
  "hands-on-face": "blush and hide|despair|facepalm|嘆[くい]|絶望",
  think:
    "think,thought|ponder|wonder|consider|muse|contemplate|reflect|puzzle|plan|deliberate|meditate|brood|remember|imagine|考え|思案|悩[むんみ]|瞑想|思い出|想像|物思い|推理",
  bow: "bow|curtsy|curtsey|apologize|apologise|謝[るっり]|礼を",
  embrace: "hug|embrace|cuddle|snuggle|kiss|comfort|console|nuzzle|抱[くいき]|キス|口づけ|慰め|寄り添",
  fight:
    "fight,fought|punch|kick|strike,struck|slash|swing,swung|attack|hit|tackle|wrestle|duel|spar|stab|^box|parry|block|battle|slap|defend|grapple|^fence|combat|shoot,shot|戦[うっい]|殴[るっり]|蹴[るっり]|斬[るっり]|切りかか|襲[うっい]|打ち込|組み合|突[くい]|格闘|決闘|喧嘩|けんか|撃[つっち]|防[ぐい]|切り結|稽古",
  throw:
    "throw,threw,thrown|toss|hurl|fling,flung|pitch|cast|lob|scatter|sow|bowl|skim|投げ|放[るっり]|投じ|撒[くい]|ばらま|まく",
  push: "push|shove|pull|tug|press|knock|bang|pound|shut|clos(?:e|es|ed|ing)(?! (?:to|eyes?|mouth|[a-z]+ eyes?|[a-z]+ mouth)\\b)|slam|lock|unlock|wheel|open the|heave|押[すし]|引[くい]|引っ張|叩く|ノック|閉め|閉じ|開け|突き飛ば",
  row: "row|paddle|scull|punt|漕[ぐいぎ]|こ[ぐい]で",
  read: "read|leaf|browse|読[むんみ]|読書|目を通|めく[るっり]",
  write:
    "write,wrote,written|scribble|draw,drew,drawn|sketch|^sign|jot|^type|^note|^record|compose|calculate|書[くいき]|描[くいき]|記[すし]|メモ|署名|写生|タイプ|計算",
  eat: "eat,ate,eaten|chew|bite,bit,bitten|munch|nibble|gobble|lick|dine|devour|taste|feast|swallow|slurp|graze|食[うっ]|食べ|かじ[るっり]|噛[むん]|頬張|ほおば|舐め|なめ|味わ|食事|啜|すす[るっり]|平らげ|つまみ食い",
  drink: "drink,drank,drunk|sip|gulp|toast|quaff|飲[むんみ]|乾杯|一杯",
  shrug: "shrug|肩をすくめ",
  pray: "pray|worship|beg|plead|bless|祈[るっり]|拝[むんみ]|願[うっい]|参拝|懇願",
  dance:
    "dance|twirl|spin,spun|waltz|pirouette|sway|prance|cavort|踊[るっり]|舞[うっ]|舞い踊|ダンス|くるくる",
  phone: "phone|telephone|call|dial|電話|通話",
  ride: "ride,rode,ridden|pedal|cycle|mount|乗[るっり]",
};

/** Verbs whose own pose is not drawn, by the nearest. */
export const POSE_KIN: Readonly<Partial<Record<Pose, string>>> = {
  hold: "cook|stir|sweep,swept|mop|brush|paint|wash|polish|sharpen|repair|fix|mend|knit|sew|stitch|embroider|weave,wove|carve|cut|chop|slice|peel|knead|bake|fry|boil|fish|juggle|shovel|water|iron|fold|hang,hung|build,built|shave|comb|clean|scrub|dust|wipe|pack|unpack|wrap|unwrap|measure|weigh|count|sort|arrange|decorate|hammer|saw|drill|weld|forge|grind,ground|mix|whisk|load|untie|tie|knot|buckle|put,puts,putting|dress|undress|wear,wore|smoke|gamble|水をや|点て|破[るっり]|毬をつ|まりをつ|料理|混ぜ|煮[るて]|焼[くい]|炒め|揚げ|掃[くいき]|掃除|磨[くいき]|研[ぐい]|直[すし]|修理|編[むんみ]|縫[うっい]|織[るっり]|彫[るっり]|切[るっり]|刻[むん]|剥[くい]|釣[るっり]|洗[うっい]|拭[くい]|干[すし]|畳[むん]|折[るっり]|包[むん]|結[ぶん]|組み立て|作[るっり]|建て|数え|測[るっり]|量[るっり]|着替え|着[るて]|被[るっり]|脱[ぐい]|吸[うっ]|打[つっち]",
  stand:
    "balance|sing,sang,sung|guard|lecture|preach|recite|teach,taught|argue|negotiate|trade|sell,sold|buy,bought|haggle|perform|act|work|glow|burn|transform|sweat|sigh|whistle|vanish|appear|disappear|店番|見張[るっり]|番[をす]|歌[うっい]|教え|演説|説[くい]|売[るっり]|買[うっい]|働[くい]|演じ|叱[るっり]|現れ|消え|ため息",
  crouch:
    "dig,dug|weed|crawl|plant|harvest|milk|spy|ambush|burrow|rummage|forage|掘[るっり]|這[うっい]|耕[すし]|植え|収穫|草むしり|草取り|雑巾|敷[くい]|覗[くい]|潜[むん]|漁[るっり]",
  kneel: "grovel|mourn|propose|prostrate|ひれ伏|平伏|拝み倒",
  lie: "sunbathe|recover|die,died,dying|faint away|bleed,bled|drown|死[んぬ]|溺れ|療養|日光浴",
  jump: "fly,flew,flown|hover|soar|float|somersault|swim,swam,swum|levitate|glide|cartwheel|飛ぶ|飛ん|飛行|舞い上|浮[かい]|宙返り|泳[ぐいぎ]|潜[るっり]",
  sit: "drive,drove,driven|steer|sail|bathe|soak|pilot|operate|gather|camp|rest|relax|travel|運転|操縦|入浴|湯に|浸か|休[むんみ]|くつろ|旅[すを]",
  walk: "skate|ski|surf|plough|plow|explore|search|hunt|parade|smuggle|migrate|スケート|スキー|滑走|探[すし]|捜[すし]|狩[るり]|見回[るり]",
  sleep: "dream|hibernate|夢を見|冬眠",
  fight: "execute|draw a sword|抜[くいき]|assassinate|behead|thresh|振り下ろ|振り回|薪割り|退治|成敗|素振り",
  "arms-up": "conduct|exercise|referee|体操|指揮|ストレッチ",
  "hands-on-face": "sneeze|cough|yawn|sniffle|くしゃみ|咳|あくび",
};

/** Feelings by the face that shows them. */
export const FACE_WORDS: Readonly<Record<Expression, string>> = {
  calm: "calm|neutral|deadpan|serene|peaceful|relaxed|composed|placid|tranquil|patient|stoic|impassive|blank|expressionless|attentive|serious|quiet|at ease|indifferent|bored|安らか|平静|落ち着|穏やか|静か|無表情|冷静|平然|真顔|退屈",
  smile:
    "gleeful(?:ly)?|smil(?:e|es|ed|ing)|happ(?:y|ily|iness)|content(?:ed)?|pleased|glad|joy(?:ful|fully|ous)?|cheer(?:ful|fully|y)|warm(?:ly)?|gentle|gently|kind(?:ly)?|fond(?:ly)?|grateful|thankful|relie(?:f|ved)|tender(?:ly)?|loving(?:ly)?|love|affection(?:ate)?|hope(?:ful)?|friendly|delight(?:ed)?|satisfied|welcoming|bliss(?:ful)?|sympathetic|nostalgi(?:a|c)|bright(?:ly)?|嬉し|うれし|喜|微笑|ほほえ|ほほ笑|笑顔|笑み|にっこり|幸せ|満足|優し|やさし|安心|安堵|ほっと|感謝|懐かし|愛|楽し|希望|温か|にこにこ|満ち足り",
  laugh:
    "laugh(?:s|ed|ing|ter)?|giggl(?:e|es|ing)|chuckl(?:e|es|ing)|amused|hilarious|merry|mirth|elated|ecstatic|overjoyed|euphoric|excited|exhilarated|thrilled|jubilant|大笑|爆笑|笑[いうっ]|大喜び|興奮|はしゃ|面白|愉快|有頂天|わくわく",
  grin: "grin(?:s|ned|ning)?|mischie(?:f|vous|vously)|playful|wink(?:s|ing)?|sly|cheeky|naughty|impish|teasing|にやり|にやにや|ニヤ|いたずら|悪戯|からか|茶目",
  sad: "melanchol(?:y|ic)|rueful|sad(?:ly|ness)?|unhappy|resigned|sorrow(?:ful)?|gloomy|dejected|downcast|depressed|lonely|lonesome|mournful|wistful|disappoint(?:ed|ment)|heartbroken|griev(?:es?|ing)|grief|forlorn|regret(?:ful)?|homesick|guilty|ashamed|sorry|despair(?:ing)?|miserable|悲し|哀し|寂し|さびし|淋し|切な|落ち込|しょんぼり|がっかり|失望|憂鬱|後悔|孤独|沈ん|名残惜し|申し訳|絶望|憂い",
  cry: "cr(?:y|ies|ied|ying)|weep(?:s|ing)?|wept|sob(?:s|bed|bing)?|tears?|teary|tearful|in tears|bawl(?:s|ing)?|whimper(?:s|ing)?|泣|涙|号泣|嗚咽|うるうる",
  angry:
    "恨[めみ]|ang(?:ry|rily|er)|annoyed|irritated|cross|scowl(?:s|ing)?|glar(?:es?|ing)|frown(?:s|ing)?|grumpy|indignant|resentful|jealous|envious|stern|hostile|disgust(?:ed)?|contempt(?:uous)?|bitter|impatient|displeased|defiant|suspicious|sulk(?:s|ing|y)?|pout(?:s|ing)?|憮然|怒|腹を立|悔し|むき|苛立|いらいら|イライラ|むっと|睨|にら|不機嫌|憤|嫉妬|不満|拗ね|すね|膨れ|厳し|嫌悪|軽蔑|疑",
  furious:
    "furious(?:ly)?|fury|enraged|rag(?:e|ing)|livid|fuming|seething|outraged|wrath(?:ful)?|incensed|激怒|憤怒|怒り狂|激昂|逆上",
  shout:
    "shout(?:s|ed|ing)?|yell(?:s|ed|ing)?|bellow(?:s|ing)?|roar(?:s|ing)?|call(?:s|ing)? out|sing(?:s|ing)?|叫|怒鳴|大声|わめ|吠え|歌",
  surprised:
    "ぽかん|目を見張|surpris(?:e|ed)|startled|amaz(?:ed|ement)|astonish(?:ed|ment)|awe(?:d|struck)?|wonder(?:struck)?|curious|wide-eyed|baffled|puzzled|confused|bewildered|perplexed|intrigued|impressed|呆れ|あきれ|驚|びっくり|目を(?:丸|見開)|呆気|きょとん|感心|好奇|不思議|混乱|戸惑|当惑|感動|はっと",
  shocked:
    "shock(?:ed)?|stunned|aghast|appalled|horrif(?:ied|ying)|dumbfounded|speechless|pale|dismay(?:ed)?|愕然|呆然|茫然|衝撃|ショック|青ざめ|絶句|唖然|凍りつ",
  terrified:
    "terrif(?:ied|ying)|terror|panic(?:ked|king|stricken)?|scream(?:s|ed|ing)?|petrified|hysterical|恐怖|悲鳴|パニック|震え上が|怯えきっ",
  afraid:
    "afraid|scared|fear(?:ful)?|frightened|trembl(?:es?|ing)|shiver(?:s|ing)?|timid|freezing|怖|恐れ|恐ろし|怯|おびえ|震え|びくびく|臆病|寒",
  worried:
    "worr(?:y|ied)|anxious(?:ly)?|nervous(?:ly)?|uneas(?:y|ily)|concern(?:ed)?|uncertain|unsure|not sure|hesitant|tense|troubled|apprehensive|doubtful|torn|stressed|restless|awkward|distress(?:ed)?|desperate|flustered|冷や汗|心配|不安|緊張|困|焦|ためら|迷|気がかり|気まず|動揺|そわそわ|必死|おろおろ",
  shy: "shy(?:ly)?|bash(?:ful|fully)|blush(?:es|ed|ing)?|embarrass(?:ed|ment)|coy|modest|flattered|sheepish|in love|infatuated|smitten|照れ|恥|はにか|赤面|頬を(?:染|赤)|もじもじ|恋|ときめ|どきどき",
  determined:
    "determin(?:ed|ation)|resolute|resolved|brave(?:ly)?|courage(?:ous)?|focus(?:ed)?|concentrat(?:es?|ing|ed|ion)|confident|firm(?:ly)?|intent|eager|earnest|alert|heroic|grim|fierce|ambitious|ready|vigilant|きりっ|決意|決心|覚悟|真剣|集中|勇敢|勇気|自信|凛|毅然|やる気|意気込|闘志|警戒",
  tired:
    "seasick|queasy|nauseous|jaded|tired|exhaust(?:ed|ion)|weary|wearily|sleepy|drowsy|fatigued|yawn(?:s|ing)?|worn out|groggy|drained|hungry|sick|ill|疲れ|眠[いたそ]|くたびれ|ぐったり|へとへと|だる|空腹|腹ぺこ|病",
  pain: "pain(?:ed|ful)?|hurt(?:ing)?|agony|winc(?:es?|ing)|grimac(?:es?|ing)|ach(?:es?|ing)|suffer(?:s|ing)?|sneez(?:es?|ing)|groan(?:s|ing)?|gritted teeth|痛|苦し|呻|うめ|つら|辛[いそ]|くしゃみ|しかめ",
  smug: "smug(?:ly)?|proud(?:ly)?|pride|smirk(?:s|ing)?|triumphant(?:ly)?|haughty|arrogant|boast(?:s|ful|ing)?|superior|self-satisfied|cocky|vain|condescending|scornful|得意|自慢|誇らし|誇り|偉そう|傲慢|勝ち誇|どや|高慢|尊大|ふんぞり",
  thoughtful:
    "thoughtful(?:ly)?|pensive(?:ly)?|contemplative|reflective|dream(?:y|ily|ing)|absorbed|lost in thought|wondering|solemn|reverent|distant|meditative|sceptical|skeptical|considering|preoccupied|しみじみ|物思い|考え込|思案|思慮|夢見|うっとり|ぼんやり|神妙|遠い目|瞑想",
  asleep:
    "asleep|sleeping|dozing|unconscious|fainted|dead|eyes closed in sleep|眠って|眠る|寝て|気絶|失神|意識を失|死ん",
};
