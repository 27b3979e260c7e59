// Words for what is worn, and for the care of body and clothes, in both languages.
import { thingsEn, thingsJa } from "./thing-tables.ts";

export const BODY_WORDS_EN = thingsEn({
  ring: "signet(?: ring)?|~ring(?! (?:of|at the|finger|binder|road|master|on the (?:door|bell)|tone|leader|a bell|him|her|the))(?<!\\bgave (?:him|her|me|them|us) a ring)(?<!\\b(?:boxing|telephone|circus|key|smoke|fairy|spy|in the|into the|gas|rubber|teething) rings?)|(?:signet|sapphire|ruby|magic|brass|diamond|plain|emerald|pearl|opal|heavy|thin|stolen|missing|golden) rings?|(?:a|the|her|his|my) (?:[a-z]+ )?ring(?! (?:of|at the|finger|binder|road|master|on the (?:door|bell)))(?= (?:on|from|in|into|off|and|was|fell|rolled|to|out|with|glittered|box)|[.,;!?])(?<!\\bgave (?:him|her|me|them) a ring)(?<!boxing ring)(?<!telephone ring)|(?:wedding|gold|golden|silver|diamond|engagement) rings?(?! of| finger)",
  mirror: "(?:hand )?mirrors?",
  hat: "tricorne?|sou['’]?wester|(?:shower|swimming|bathing) caps?|wool(?:ly|len) hat|tam-o['’]-shanter|wizard(?:['’]s)? hat|chef(?:['’]s)? hat|(?:two|three|old|odd|of|their|our) hats?|bowlers?(?= hat)|(?:bowler|top|felt|fur|cowboy|bobble|paper|sun) hats?|(?:his|her|a|the) (?:(?!straw|sedge|bamboo)\\w+ )?hat",
  cap: "cap(?= (?:on|from|off|and|in|over|back|down|with)|[.,;])(?<=\\b(?:his|her|my|their|your|that|another|second|spare|new|baseball|flat|peaked|a|the|woollen|knitted|school|cloth|old|sailor['’]s) cap)|(?:took off|taking off|doffed|tipped|lifted|raised) (?:his|her) cap",
  comb: "(?:an?|the|her|his|my|silver|tortoiseshell|broken|little) comb(?= |[.,;])|(?:an?|the|her|his|my) (?:\\w+ )?comb",
  "straw-hat": "sun ?hats?(?= |[.,;])|panama(?: hat)?|straw hats?",
  "sedge-hat": "(?:sedge|bamboo|conical) hats?",
  thread:
    "reels? of (?:cotton|thread)|balls? of (?:wool|yarn)|(?<=\\b(?:of|the|red|blue|white|grey|green|black|yellow|soft|some) )wool(?! (?:coat|hat|scarf|blanket|sock|jumper|sweater))|wool(?= (?:and|from|in|round|around)|[.,;])(?<=\\b(?:red|blue|white|grey|green|the|of|her|black|yellow) wool)|(?:spool|reel) of thread",
  needle:
    "(?<!\\b(?:pine|knitting|her|compass|hypodermic|gramophone|record|phonograph|fir|speedometer|larch|spruce) )needles?(?! (?:in a haystack|work|point|of (?:the|a) (?:compass|gauge|dial|speedometer)|swung|flickered|crept|trembled|pointed))",
  necklace:
    "jewel(?:le)?ry(?! (?:box|shop|store|case))|chains?(?= (?:round|around) (?:his|her) neck)|string of (?:pearls|beads)",
  mask: "masks?(?!ed)",
  glove:
    "oven (?:glove|mitt)s?|rubber gloves?|baseball (?:glove|mitt)s?|glove(?! (?:compartment|box|puppet))|(?:a|one|the|lost|red|single) (?:glove|mitten)",
  scarf:
    "head ?scar(?:f|ves)|boas?(?= |[.,;])(?<=\\bfeather boas?)|~wrap(?= (?:and|around|round|over)|[.,;])|scar(?:f|ves)",
  handkerchief:
    "paper towels?|~rag(?! (?:doll|time|and bone))|flannels?(?= (?:and|over|on|from)|[.,;])(?<=\\b(?:a|the|wet|cold|damp|face) flannels?)|(?:a|the|damp|wet|clean|white|his|her|oily|soft|piece of|red|polishing|old) cloths?(?= |[.,;])(?<!table ?cloth)|dusters?(?<!feather duster|crop duster)|scraps? of cloth|tissues?(?! paper)|(?:a|the|damp|wet|clean|white) cloth",
  shoe: "shoes?(?! ?(?:shop|store|box|horn|lace|shine|string|polish|tree|cupboard|repair|maker|rack|brush))|flip-?flops|clogs?(?= |[.,;])|pumps(?= and)",
  ribbon:
    "(?:red|blue|pink|silk|satin|velvet|hair|yellow|white|green|big|pretty) bows?(?= |[.,;])(?! and arrows?)|hair ?(?:band|tie)s?|lace(?= |[.,;])(?<=\\b(?:of|white|old) lace)|bows?(?= in her hair)",
  medicine:
    "vitamins?|sleeping (?:pill|tablet)s?|cough (?:medicine|mixture|syrup)|(?:two|headache|sleeping|aspirin) tablets|~capsule(?! of the| hotel)",
  coat: "slicker(?= |[.,;])|fleeces?(?= |[.,;])(?<=\\b(?:a|his|her|the|warm) fleece)|~suit(?! (?:of|case|yourself))|vest(?= (?:and|from|on|over)|[.,;])|(?:over|rain|trench |fur |winter )?coats?(?! of)",
  uniform: "gym (?:kit|clothes)|nurse(?:['’]s)? uniform|overalls(?= (?:on|from|over))",
  dress:
    "bridesmaid(?:['’]s)? dress|~dress(?! (?:rehearsal|up|shop|code|circle|maker|him|her|and left))|costumes?(?= |[.,;])|(?:a|the|her|wedding|evening|old|silk|party|white|red|blue|new) dress(?!e?d)",
  shirt:
    "bra(?= |[.,;])|clothes(?! (?:line|peg|pin|hanger|horse|shop|brush|press|rack|basket|dryer))|washing(?= (?:on|from|in|hung|out|and|into)|[.,;])(?<=\\b(?:the|wet|clean|her|his|dry|of) washing)|shorts(?= (?:on|from|and|over)|[.,;])|clothes(?= (?:on the line|from the line|in the basket|over))|pants(?= (?:on|from|off|over)|[.,;])|(?:T-|t-|clean |white )?shirts?|jeans(?= (?:on|from|in|over))|washing(?= (?:on|from|in|hung))",
  sock: "knee socks?",
  towel: "(?:tea |bath |beach |wet )?towels?",
  tie: "bow-?ties?|(?:bow |neck)ties?|(?:a|his|the|silk|striped) tie(?= |[.,;])",
  button:
    "~button(?! (?:on the (?:lift|wall|machine|phone|remote|console|panel)))(?<!\\b(?:press|push|hit|touch|thumb|jabb)(?:ed|ing)? (?:the|a|his|her|every|another|one|two|that) (?:[a-z]+ )?buttons?)|buttons?(?= (?:on|from|was|were|in|under|fell|lay|rolled|and|with)|[.,;!?])(?<!(?:press|push|hit|touch|thumb)(?:ed|ing)? (?:the|a|his|her|every|all|another) (?:[a-z]+ )?button)|toggles?(?= |[.,;])|buttons?(?= (?:on|from|was|were|in|under|fell|lay|rolled)|[.,;!?])(?<!pressed (?:the|a) button)(?<!pushed (?:the|a) button)",
  hairpin:
    "cameo(?= |[.,;])|hair ?(?:grip|clip|slide)s?|~pin(?! (?:number|code|him|her|it|down|board|cushion|stripe|ball|drop))(?<!\\b(?:rolling|bowling|drawing|cricket|hair|tent) pins?)|(?:a|the|dress|drawing|long|silver|gold|diamond) pins?(?= |[.,;])(?<!drawing pins?|rolling pin|bowling pin|ninepins?)|pins(?= (?:and|in|from)|[.,;])|slides?(?= in her hair)|clasp(?= in her hair)",
  knitting:
    "knitting needles?|knitting(?! (?:club|needles))|(?:knitting |her )needles|knitt(?:ed|ing) (?:an?|the|her|his) (?:[a-z]+ )?(?:scarf|sock|sweater|hat|blanket|shawl|cap|jumper)",
  soap: "shaving (?:foam|soap)|soap(?! opera)",
  iron: "(?:the|an|a|hot|steam) iron(?=[.,;!?]| (?:and|is|was|on|in|from|stood)\\b)",
  bandage:
    "strips? of (?:cloth|linen)|(?:sticking |a |the )?plasters?(?= (?:on|over|from|and|cast|round)|[.,;])(?<!wall plaster)|slings?(?= |[.,;])(?<=\\b(?:a|in a|the|his|her|arm) slings?)|band-?aids?|dressings?(?= (?:on|over)|[.,;])(?<!salad dressing)|plasters?(?= (?:on|over|from))",
  crutch: "walker(?= and)",
  perfume: "lip (?:balm|gloss)",
  skeleton: "skeletons?(?! (?:key|crew|staff|in the cupboard|in the closet))",
  syringe: "hypodermic(?: (?:needle|syringe))?",
});

export const BODY_WORDS_JA = thingsJa({
  ring: "リング(?=を|が|に|は)",
  mirror:
    "鏡(?=と|や|も|は|が|を|に|の)(?<!眼鏡|遠鏡|微鏡)|(?<!眼|望遠|双眼|虫眼|顕微)(?:手)?鏡(?!台|餅)|コンパクト(?=を)",
  cap: "(?:軍|制)帽|キャップ(?=を|が)",
  comb: "(?<![ぁ-ん](?<![のをにがはとやもで]))くし(?=で(?:髪|とか|す[いく])|を(?:拾|取|通|髪|入れ|使))|ブラシ(?=で髪)|くし(?=で(?:髪|とか)|を(?:拾|取|通))",
  "straw-hat": "麦(?:わら|藁)(?:帽子?)?",
  "sedge-hat": "(?:菅|三度|編み?|深編|陣)?笠(?![原置松間地雲])",
  thread: "弦(?=が|を)|(?<!蜘蛛の)糸(?!口|電話)",
  needle: "針(?=と糸|を|で|に(?:糸|毛糸)|が)(?<!\\p{Script=Han}針)(?<!の針(?=が|を))|(?:縫い|まち|待ち)針",
  syringe: "注射(?:器)?",
  necklace: "真珠(?!貝|湾)",
  crown: "冠(?!婚|水)",
  mask: "面(?=をつけ|をかぶ|を外|を取)(?<!\\p{Script=Han}面)|(?:狐の|鬼の|ひょっとこの)?(?:お面|仮面|能面)|面(?=をつけ|をかぶ|を外)",
  handkerchief: "布(?=が|の切れ|きれ|と|に包)(?<!\\p{Script=Han}布)|手拭い?|布(?=を|で(?:拭|包|磨))|鉢巻き?",
  shoe: "(?:運動|体育館|革)靴|スパイク(?=を|が|と)|上履き(?=と|や|も|、|の)|下駄(?=と|や|も|、|の鼻緒)|スリッパ(?=と|や|も|、)|靴(?=を(?:脱|揃|そろ|磨|持|並|拾|放)|が(?:並|脱|一足|片|落|転))|草履(?=と|や|の)|サンダル(?=が|と|を)|(?:片方の|片|ガラスの|新しい|赤い|古い|革)靴(?=を(?:脱|拾|磨|持|置|並)|が|は|、)|(?:片方の|片|ガラスの|新しい|赤い)靴|下駄(?=を|が)|スリッパ(?=を|が)|ハイヒール(?=を|が)|サンダル(?=を|が)|草履(?=を|が)|上履き(?=を|が)",
  medicine:
    "薬(?=と|や)(?<!\\p{Script=Han}薬)|カプセル(?=を飲)|(?<![火弾農試劇])薬(?!売|指|局|屋|師|剤|缶|品)",
  coat: "スーツ(?=と|や|も|、)|背広(?=と|や|も|、)|コート(?=と|や|も|、|を)|白衣(?=と|や|も|、|の(?:ポケ|袖|裾))|合羽(?=を|が|と)|レインコート(?=が|と|の)|雨合羽(?=が|と|も)|マント(?=と|や|も|の(?:裾|下|中)|、)|法被(?=を|が|と)|はっぴ(?=を|が|と)|袈裟(?=を|が)|蓑(?=を|が|と|や)|バスローブ(?=を|が)|ガウン(?=を|が)|セーター(?=が|と|や|も|、|を)|ジャンパー(?=を|が|と)|パーカー(?=を|が|と)|ベスト(?=を(?:脱|編|渡|着せ|縫))|毛皮(?=を|が)|雨合羽(?=を)|白衣(?=を|が)|スーツ(?=を|が)|コート(?!の(?:女|男|人|少|娘|老))(?=を|が|は|の(?:ポケ|袖|襟|裾))|ジャケット(?=を|が|は)|上着(?=を|が|は)|カーディガン(?=を)|セーター(?=を(?:編|脱|渡|差|畳|たた|取))|マント(?=を|が)|背広(?=を|が)|羽織(?=を|が)|半纏(?=を)|レインコート(?=を)",
  uniform:
    "(?:学生|軍|制|作業)服(?=と|や|も|、)|ユニフォーム(?=と|や|も|は|、)|(?:学生|軍|制)服(?=を|が|は(?!着|き))|ユニフォーム(?=を|が)|セーラー服(?=を|が)|袴(?=を)|道着(?=を|が)",
  dress:
    "浴衣(?=と|や|も|、|の(?:袖|裾))|着物(?=と|や|も|、|の(?:袖|裾))|ドレス(?=と|や|も|、|の裾)|ローブ(?=を|が)|ドレス(?=を|が|は)|ワンピース(?=を|が)|着物(?=を|が|は)|浴衣(?=を|が)|スカート(?=を|が)|振袖(?=を|が)",
  shirt: "(?:T|ワイ|Y)?シャツ(?=を|が)|パジャマ(?=を|が)|ズボン(?=を|が)|ブラウス(?=を|が)",
  apron: "エプロン(?=と|や|も|、|姿)|エプロン(?=を|が)|割烹着(?=を|が)|前掛け(?=を|が)",
  sock: "足袋(?=を|が)",
  towel: "(?:バス|濡れ)?タオル(?!ケット)",
  veil: "ベール(?=を|が)",
  tie: "(?:蝶)?ネクタイ",
  button:
    "ボタン(?=と|や|も|は|を|の|に|、)(?<!(?:非常|呼び出し)ボタン)|ボタン(?=が(?:取れ|とれ|落|ひとつ|一つ|外)|を(?:拾|縫|見つけ|付け|つけ|落|握))",
  hairpin: "ピン(?=で(?:髪|前髪)|を(?:髪|外))",
  knitting: "(?:セーター|マフラー|手袋)を編",
});
