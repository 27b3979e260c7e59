// Words for what is worn, and for the care of body and clothes, in both languages.
import { thingsEn, thingsJa } from "./thing-tables.ts";

export const BODY_WORDS_EN = thingsEn({
  ring: "wedding band|signet(?: ring)?|~ring(?! (?:of|at the|finger|binder|road|master|on the (?:door|bell)|tone|leader|a bell|him|her|the))(?<!\\bgave (?:him|her|me|them|us) a ring)(?<!\\b(?:boxing|telephone|circus|key|smoke|fairy|spy|in the|into the|gas|rubber|teething) rings?)|thimble|(?:signet|sapphire|ruby|magic|brass|diamond|plain|emerald|pearl|opal|heavy|thin|stolen|missing|golden) rings?|(?:a|the|her|his|my) (?:[a-z]+ )?ring(?! (?:of|at the|finger|binder|road|master|on the (?:door|bell)))(?= (?:on|from|in|into|off|and|was|fell|rolled|to|out|with|glittered|box)|[.,;!?])(?<!\\bgave (?:him|her|me|them) a ring)(?<!boxing ring)(?<!telephone ring)|nose ring|napkin ring|(?:wedding|gold|golden|silver|diamond|engagement) rings?(?! of| finger)|earring",
  mirror: "shaving mirror|powder compact|wing mirror|~mirror|(?:hand )?mirrors?|looking glass",
  hat: "deerstalker|homburg|stetson|skullcap|mortarboard|tricorne?|sou['’]?wester|busby|headdress|night cap|(?:shower|swimming|bathing) caps?|bobble hat|wool(?:ly|len) hat|tam-o['’]-shanter|bowler hat|wizard(?:['’]s)? hat|chef(?:['’]s)? hat|(?:two|three|old|odd|of|their|our) hats?|hats|beanie|beret|bonnet|fedora|trilby|sombrero|party hat|turban|fez|top hat|bowlers?(?= hat)|boater|witch's hat|(?:bowler|top|felt|fur|cowboy|bobble|paper|sun) hats?|(?:his|her|a|the) (?:(?!straw|sedge|bamboo)\\w+ )?hat",
  cap: "cap(?= (?:on|from|off|and|in|over|back|down|with)|[.,;])(?<=\\b(?:his|her|my|their|your|that|another|second|spare|new|baseball|flat|peaked|a|the|woollen|knitted|school|cloth|old|sailor['’]s) cap)|baseball cap|flat cap|(?:took off|taking off|doffed|tipped|lifted|raised) (?:his|her) cap",
  comb: "~comb|hair brush|(?:an?|the|her|his|my|silver|tortoiseshell|broken|little) comb(?= |[.,;])|(?:an?|the|her|his|my) (?:\\w+ )?comb|combs",
  "straw-hat": "sun ?hats?(?= |[.,;])|panama(?: hat)?|boater|straw hats?",
  "sedge-hat": "(?:sedge|bamboo|conical) hats?",
  thread:
    "cotton reel|reels? of (?:cotton|thread)|embroidery thread|knitting wool|balls? of (?:wool|yarn)|(?<=\\b(?:of|the|red|blue|white|grey|green|black|yellow|soft|some) )wool(?! (?:coat|hat|scarf|blanket|sock|jumper|sweater))|fishing line|darning wool|skein|wool(?= (?:and|from|in|round|around)|[.,;])(?<=\\b(?:red|blue|white|grey|green|the|of|her|black|yellow) wool)|embroidery silk|needle work|bobbin|(?:spool|reel) of thread|yarn|ball of wool|thread",
  needle:
    "(?<!\\b(?:pine|knitting|her|compass|hypodermic|gramophone|record|phonograph|fir|speedometer|larch|spruce) )needles?(?! (?:in a haystack|work|point|of (?:the|a) (?:compass|gauge|dial|speedometer)|swung|flickered|crept|trembled|pointed))",
  necklace:
    "jewel(?:le)?ry(?! (?:box|shop|store|case))|gold chain|string of beads|~bead|dog tag|pearl necklace|chains?(?= (?:round|around) (?:his|her) neck)|medallion|string of (?:pearls|beads)|choker|scapular|necklace|pendant|locket|amulet|beads|rosary|pearls",
  crown: "coronet|diadem|circlet|crown|tiara",
  mask: "balaclava|ski mask|face mask|surgical mask|diving mask|gas mask|oxygen mask|masks?(?!ed)|mask",
  glove:
    "oven (?:glove|mitt)s?|rubber gloves?|baseball (?:glove|mitt)s?|mitts|glove(?! (?:compartment|box|puppet))|mitten|boxing glove|(?:a|one|the|lost|red|single) (?:glove|mitten)|gloves|mittens",
  scarf:
    "head ?scar(?:f|ves)|boas?(?= |[.,;])(?<=\\bfeather boas?)|muffler|neckerchief|pashmina|feather boa|woollen shawl|~wrap(?= (?:and|around|round|over)|[.,;])|scar(?:f|ves)|shawl",
  handkerchief:
    "hankie|kleenex|baby wipes|paper towels?|bandana|dish rag|chamois|~rag(?! (?:doll|time|and bone))|paper napkin|~tissue|flannels?(?= (?:and|over|on|from)|[.,;])(?<=\\b(?:a|the|wet|cold|damp|face) flannels?)|face cloth|wash cloth|(?:a|the|damp|wet|clean|white|his|her|oily|soft|piece of|red|polishing|old) cloths?(?= |[.,;])(?<!table ?cloth)|dusters?(?<!feather duster|crop duster)|bandanna|serviette|kerchief|scraps? of cloth|napkin|handkerchief|tissues?(?! paper)|hanky|(?:a|the|damp|wet|clean|white) cloth|rag",
  shoe: "plimsoll|stiletto heels|brogue|espadrille|geta|sneaker|sandal|slipper|gym shoe|tennis shoe|court shoe|shoes?(?! ?(?:shop|store|box|horn|lace|shine|string|polish|tree|cupboard|repair|maker|rack|brush))|trainers|high heels|running shoes|ballet shoe|tap shoes|flip-?flops|clogs?(?= |[.,;])|booties|glass slipper|pumps(?= and)|moccasin|loafer|shoe lace",
  ribbon:
    "(?:red|blue|pink|silk|satin|velvet|hair|yellow|white|green|big|pretty) bows?(?= |[.,;])(?! and arrows?)|hair ?(?:band|tie)s?|head band|scrunchie|garter|lace(?= |[.,;])(?<=\\b(?:of|white|old) lace)|streamer|tinsel|hair band|bows?(?= in her hair)|ribbon",
  medicine:
    "painkiller|antibiotic|vitamins?|inhaler|eye drops|salve|sleeping (?:pill|tablet)s?|cough (?:medicine|mixture|syrup)|(?:two|headache|sleeping|aspirin) tablets|~capsule(?! of the| hotel)|medicine|pill|aspirin|ointment|cough syrup",
  helmet: "hard hat|crash helmet|pith helmet|diving helmet|helmet",
  coat: "top coat|great coat|windbreaker|slicker(?= |[.,;])|tuxedo|dinner jacket|fleeces?(?= |[.,;])(?<=\\b(?:a|his|her|the|warm) fleece)|jerkin|doublet|gilet|pea coat|house coat|kaftan|caftan|~suit(?! (?:of|case|yourself))|~mac|blazer|oilskin|dressing gown|bathrobe|raincoat|anorak|windcheater|mackintosh|hoodie|sweatshirt|pullover|waistcoat|poncho|tunic|vest(?= (?:and|from|on|over)|[.,;])|tailcoat|lab coat|white coat|duffel coat|overcoat|(?:over|rain|trench |fur |winter )?coats?(?! of)|jacket|cloak|cape|parka|robe|cardigan|sweater|jumper",
  uniform:
    "boiler suit|jump suit|romper|snow suit|ski suit|cassock|gym (?:kit|clothes)|football kit|judogi|nurse(?:['’]s)? uniform|overalls|tracksuit|leotard|overalls(?= (?:on|from|over))|judo suit|karate suit|school uniform|uniform",
  dress:
    "sarong|kilt|frock|mini skirt|crinoline|toga|bridesmaid(?:['’]s)? dress|cheongsam|~dress(?! (?:rehearsal|up|shop|code|circle|maker|him|her|and left))|petticoat|costumes?(?= |[.,;])|ball gown|wedding dress|sundress|sari|pinafore|tutu|(?:a|the|her|wedding|evening|old|silk|party|white|red|blue|new) dress(?!e?d)|dresses|gown|skirt|kimono",
  shirt:
    "slacks|breeches|knickers|underpants|boxer shorts|bra(?= |[.,;])|corset|camisole|leggings|undershirt|tank top|polo neck|turtle neck|long johns|lingerie|sweatpants|corduroys|nightie|clothes(?! (?:line|peg|pin|hanger|horse|shop|brush|press|rack|basket|dryer))|pants|shorts|jeans|washing(?= (?:on|from|in|hung|out|and|into)|[.,;])(?<=\\b(?:the|wet|clean|her|his|dry|of) washing)|jersey|tee-shirt|nightshirt|nightgown|nightdress|dungarees|shorts(?= (?:on|from|and|over)|[.,;])|clothes(?= (?:on the line|from the line|in the basket|over))|underwear|pants(?= (?:on|from|off|over)|[.,;])|tights|(?:T-|t-|clean |white )?shirts?|blouse|pyjamas|pajamas|trousers|jeans(?= (?:on|from|in|over))|laundry|washing(?= (?:on|from|in|hung))",
  apron: "apron",
  sock: "leg warmers|nylons|pantyhose|knee socks?|sock|stocking",
  towel: "(?:tea |bath |beach |wet )?towels?|dishcloth",
  veil: "veil",
  tie: "cravat|bow-?ties?|ascot|(?:bow |neck)ties?|(?:a|his|the|silk|striped) tie(?= |[.,;])",
  button:
    "~button(?! (?:on the (?:lift|wall|machine|phone|remote|console|panel)))(?<!\\b(?:press|push|hit|touch|thumb|jabb)(?:ed|ing)? (?:the|a|his|her|every|another|one|two|that) (?:[a-z]+ )?buttons?)|buttons?(?= (?:on|from|was|were|in|under|fell|lay|rolled|and|with)|[.,;!?])(?<!(?:press|push|hit|touch|thumb)(?:ed|ing)? (?:the|a|his|her|every|all|another) (?:[a-z]+ )?button)|cuff link|toggles?(?= |[.,;])|buttons?(?= (?:on|from|was|were|in|under|fell|lay|rolled)|[.,;!?])(?<!pressed (?:the|a) button)(?<!pushed (?:the|a) button)",
  hairpin:
    "cameo(?= |[.,;])|hair ?(?:grip|clip|slide)s?|stick pin|~pin(?! (?:number|code|him|her|it|down|board|cushion|stripe|ball|drop))(?<!\\b(?:rolling|bowling|drawing|cricket|hair|tent) pins?)|tie pin|hat pin|(?:a|the|dress|drawing|long|silver|gold|diamond) pins?(?= |[.,;])(?<!drawing pins?|rolling pin|bowling pin|ninepins?)|pins(?= (?:and|in|from)|[.,;])|bobby pin|slides?(?= in her hair)|brooch|hair slide|clasp(?= in her hair)|hair pin|hair clip|barrette|safety pin",
  knitting:
    "crochet|knitting needles?|crochet hook|knitting(?! (?:club|needles))|(?:knitting |her )needles|knitt(?:ed|ing) (?:an?|the|her|his) (?:[a-z]+ )?(?:scarf|sock|sweater|hat|blanket|shawl|cap|jumper)",
  soap: "bar of soap|shaving (?:foam|soap)|soap(?! opera)",
  iron: "flat iron|(?:the|an|a|hot|steam) iron(?=[.,;!?]| (?:and|is|was|on|in|from|stood)\\b)",
  tweezers: "forceps|tongs|tweezers",
  bandage:
    "strips? of (?:cloth|linen)|poultice|cotton wool|swab|~sling|(?:sticking |a |the )?plasters?(?= (?:on|over|from|and|cast|round)|[.,;])(?<!wall plaster)|plaster cast|slings?(?= |[.,;])(?<=\\b(?:a|in a|the|his|her|arm) slings?)|band-?aids?|splint|tourniquet|dressings?(?= (?:on|over)|[.,;])(?<!salad dressing)|compress|bandage|plasters?(?= (?:on|over|from))|gauze",
  crutch: "walking stick frame|walking frame|zimmer frame|walker(?= and)|zimmer|crutch",
  thermometer: "thermometer",
  stethoscope: "stethoscope",
  toothbrush: "toothbrush",
  perfume:
    "after shave|nail varnish|mascara|lip (?:balm|gloss)|eye liner|eye shadow|rouge|face powder|scent bottle|perfume|cologne|lipstick|nail polish",
  bracelet: "anklet|wristband|bracelet|bangle",
  wheelchair: "wheelchair",
  skeleton: "skeletons?(?! (?:key|crew|staff|in the cupboard|in the closet))",
  syringe: "syringe|hypodermic(?: (?:needle|syringe))?|injection|insulin pen",
});

export const BODY_WORDS_JA = thingsJa({
  ring: "指ぬき|指貫|婚約指輪|結婚指輪|指輪|指環|リング(?=を|が|に|は)|イヤリング|耳飾り|ピアス",
  mirror:
    "化粧台|三面鏡|姿見|鏡(?=と|や|も|は|が|を|に|の)(?<!眼鏡|遠鏡|微鏡)|(?<!眼|望遠|双眼|虫眼|顕微)(?:手)?鏡(?!台|餅)|鏡台|コンパクト(?=を)",
  hat: "水泳帽|ベレー帽|シルクハット|山高帽|ニット帽|帽子",
  cap: "学生帽|(?:軍|制)帽|野球帽|キャップ(?=を|が)",
  comb: "(?<![ぁ-ん](?<![のをにがはとやもで]))くし(?=で(?:髪|とか|す[いく])|を(?:拾|取|通|髪|入れ|使))|ブラシ(?=で髪)|つげの櫛|櫛|くし(?=で(?:髪|とか)|を(?:拾|取|通))|ヘアブラシ",
  "straw-hat": "麦(?:わら|藁)(?:帽子?)?",
  "sedge-hat": "(?:菅|三度|編み?|深編|陣)?笠(?![原置松間地雲])",
  thread: "弦(?=が|を)|糸くず|毛糸玉|釣り糸|刺繍糸|(?<!蜘蛛の)糸(?!口|電話)|糸巻き|毛糸",
  needle: "針(?=と糸|を|で|に(?:糸|毛糸)|が)(?<!\\p{Script=Han}針)(?<!の針(?=が|を))|(?:縫い|まち|待ち)針",
  syringe: "注射(?:器)?",
  necklace: "ロケットペンダント|認識票|ドッグタグ|真珠(?!貝|湾)|念珠|首飾り|ネックレス|ペンダント|勾玉|数珠",
  crown: "王冠|冠(?!婚|水)|ティアラ",
  mask: "面(?=をつけ|をかぶ|を外|を取)(?<!\\p{Script=Han}面)|ガスマスク|天狗の面|狐面|鬼面|般若の面|(?:狐の|鬼の|ひょっとこの)?(?:お面|仮面|能面)|面(?=をつけ|をかぶ|を外)",
  glove: "ミトン|鍋つかみ|ボクシンググローブ|ゴム手袋|手ぶくろ|手袋|軍手|グローブ|ミット",
  scarf: "マフラー|襟巻き|スカーフ|ショール",
  handkerchief:
    "布(?=が|の切れ|きれ|と|に包)(?<!\\p{Script=Han}布)|布切れ|布きれ|ボロ布|ぼろきれ|おしぼり|濡れ布巾|ナフキン|バンダナ|タオルハンカチ|手巾|手ぬぐい|ガーゼハンカチ|ハンカチ|雑巾|ぞうきん|手拭い?|ティッシュ|布巾|ふきん|布(?=を|で(?:拭|包|磨))|ナプキン|鉢巻き?|三角巾",
  shoe: "(?:運動|体育館|革)靴|スニーカー|スパイク(?=を|が|と)|上履き(?=と|や|も|、|の)|下駄(?=と|や|も|、|の鼻緒)|スリッパ(?=と|や|も|、)|靴(?=を(?:脱|揃|そろ|磨|持|並|拾|放)|が(?:並|脱|一足|片|落|転))|草履(?=と|や|の)|サンダル(?=が|と|を)|(?:片方の|片|ガラスの|新しい|赤い|古い|革)靴(?=を(?:脱|拾|磨|持|置|並)|が|は|、)|(?:片方の|片|ガラスの|新しい|赤い)靴|下駄(?=を|が)|スリッパ(?=を|が)|ハイヒール(?=を|が)|サンダル(?=を|が)|草履(?=を|が)|上履き(?=を|が)",
  ribbon: "たすき|襷|リボン",
  medicine:
    "軟膏|錠剤|粉薬|風邪薬|薬(?=と|や)(?<!\\p{Script=Han}薬)|頭痛薬|胃薬|睡眠薬|丸薬|カプセル(?=を飲)|漢方|(?<![火弾農試劇])薬(?!売|指|局|屋|師|剤|缶|品)|薬瓶|目薬",
  helmet: "鉄兜|ヘッドギア|潜水帽|安全帽|ヘルメット|兜|鉄かぶと",
  coat: "スーツ(?=と|や|も|、)|背広(?=と|や|も|、)|コート(?=と|や|も|、|を)|白衣(?=と|や|も|、|の(?:ポケ|袖|裾))|合羽(?=を|が|と)|レインコート(?=が|と|の)|雨合羽(?=が|と|も)|マント(?=と|や|も|の(?:裾|下|中)|、)|法被(?=を|が|と)|はっぴ(?=を|が|と)|袈裟(?=を|が)|蓑(?=を|が|と|や)|バスローブ(?=を|が)|ガウン(?=を|が)|セーター(?=が|と|や|も|、|を)|ダウンジャケット|ジャンパー(?=を|が|と)|パーカー(?=を|が|と)|ベスト(?=を(?:脱|編|渡|着せ|縫))|毛皮(?=を|が)|陣羽織|雨合羽(?=を)|白衣(?=を|が)|スーツ(?=を|が)|コート(?!の(?:女|男|人|少|娘|老))(?=を|が|は|の(?:ポケ|袖|襟|裾))|外套|ジャケット(?=を|が|は)|上着(?=を|が|は)|カーディガン(?=を)|セーター(?=を(?:編|脱|渡|差|畳|たた|取))|マント(?=を|が)|背広(?=を|が)|羽織(?=を|が)|半纏(?=を)|レインコート(?=を)",
  uniform:
    "(?:学生|軍|制|作業)服(?=と|や|も|、)|柔道着|剣道着|ユニフォーム(?=と|や|も|は|、)|巫女装束|詰め襟|学ラン|(?:学生|軍|制)服(?=を|が|は(?!着|き))|ユニフォーム(?=を|が)|体操服|セーラー服(?=を|が)|袴(?=を)|道着(?=を|が)",
  dress:
    "浴衣(?=と|や|も|、|の(?:袖|裾))|着物(?=と|や|も|、|の(?:袖|裾))|ドレス(?=と|や|も|、|の裾)|振り袖|晴れ着|十二単|打掛|花嫁衣装|ウェディングドレス|チマチョゴリ|ローブ(?=を|が)|ドレス(?=を|が|は)|ワンピース(?=を|が)|着物(?=を|が|は)|浴衣(?=を|が)|スカート(?=を|が)|振袖(?=を|が)",
  shirt: "(?:T|ワイ|Y)?シャツ(?=を|が)|パジャマ(?=を|が)|ズボン(?=を|が)|洗濯物|ブラウス(?=を|が)",
  apron: "よだれかけ|前掛け|エプロン(?=と|や|も|、|姿)|エプロン(?=を|が)|割烹着(?=を|が)|前掛け(?=を|が)",
  sock: "靴下|足袋(?=を|が)",
  towel: "フェイスタオル|手拭きタオル|(?:バス|濡れ)?タオル(?!ケット)|バスタオル",
  veil: "ベール(?=を|が)|ヴェール|角隠し",
  tie: "ループタイ|(?:蝶)?ネクタイ",
  button:
    "ボタン(?=と|や|も|は|を|の|に|、)(?<!(?:非常|呼び出し)ボタン)|カフス|ボタン(?=が(?:取れ|とれ|落|ひとつ|一つ|外)|を(?:拾|縫|見つけ|付け|つけ|落|握))|金ボタン",
  hairpin:
    "ピン(?=で(?:髪|前髪)|を(?:髪|外))|バレッタ|カチューシャ|櫛飾り|ヘアゴム|ネクタイピン|虫ピン|簪|かんざし|ヘアピン|髪留め|髪飾り|ブローチ|安全ピン",
  knitting: "編み物|編み棒|編み針|(?:セーター|マフラー|手袋)を編",
  soap: "石鹸|せっけん|石けん",
  iron: "アイロンがけ|アイロン",
  tweezers: "ピンセット|毛抜き|トング",
  bandage: "ギプス|湿布|三角巾で吊|添え木|バンドエイド|カットバン|包帯|絆創膏|ばんそうこう|ガーゼ",
  crutch: "松葉杖",
  thermometer: "体温計|温度計",
  stethoscope: "聴診機|聴診器",
  toothbrush: "歯ブラシ|はぶらし",
  perfume: "香水|口紅|マニキュア|おしろい",
  bracelet: "ブレスレット|腕輪|ミサンガ",
  wheelchair: "車イス|車椅子|車いす",
});
