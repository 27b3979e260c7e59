// Places that a sentence names and nobody is at: seen from afar, called from, drawn, wished for, remembered, likened to. None
// of them moves the story.
import type { PlaceKind } from "../closed/staging.ts";
import type { Found } from "../words/cues.ts";

/** `Across the street, a man stepped out of the bank`: told of by those who stay where they are. */
const AFAR_EN =
  /^(?:(?:From )?(?:[Aa]cross|[Bb]eyond) the [a-z]+|From (?:the (?:far|other|opposite)|somewhere|below|above|outside|far)\b[^,.]*|On the (?:far|other|opposite) (?:bank|shore|side)\b[^,.]*|Somewhere\b[^,.]*|In the distance|Far (?:away|off)\b[^,.]*|Out (?:in|on) the [a-z]+,? (?:an?|the) [^,.]*|Below (?:her|him|them|us)|(?:Somebody|Someone|Something|Footsteps|Voices|A voice|Music|Laughter)\b[^,.]*|(?:Down |Up )?(?:[Ii]n|[Oo]n|[Aa]t) the [a-z ]+,? (?:somebody|someone)\b(?! [a-z]+ (?:them|him|her|us|me)\b)[^,.]*|An? (?:[a-z]+ ){1,3}(?:went|passed|drove|rolled|rattled|roared|sped|raced|rumbled)\b[^,.]*\b(?:street|road|lane|avenue|highway)\b|An? [^,.]* (?:above|below|beyond|outside)(?: (?:them|her|him|us|me))?(?=[.,]))(?! (?:he|she|they|we|I)\b)(?!,? (?:he|she|they|we|I)\b|, \p{Lu})/u;
const AFAR_JA =
  /^(?:遠くから|遠くで|どこか(?:遠く)?で|(?:[^。、]{1,8}で(?:は、?)?)?(?:誰か|だれか)が|(?:通り|道|川|橋|柵)の向こう(?:を|で|に|から))/u;

/** Whether a whole sentence is about what is far from everybody here. */
export const isFarAway = (text: string): boolean =>
  (AFAR_EN.test(text) && !FELT_HERE.test(text)) || AFAR_JA.test(text);

/** `Out on the sea the wind took their breath away`: those are there whom it touches. */
const FELT_HERE = /\b(?:their|our|his|her|my) (?:breath|faces?|hair|clothes|coats?|eyes|hands|lips)\b/u;

/** 庭で鹿おどしが鳴った, 池で鯉がはねた: what happens by itself, within earshot. */
const BY_ITSELF_JA =
  /^[^。、はが]{0,12}(?:(?<!ま)で|から|に)(?:は)?、?[^。、はを]{1,12}[がの][^。、を]{0,12}(?:鳴[っりいき]|響[いき]|はね|跳ね|吠え|聞こえ|音がし|声がし|した|光[っり]|落ち|揺れ|[走通]り(?:過ぎ|すぎ|抜け)|通った|とも[っり])[^。、]{0,8}。$/u;

export const happensByItself = (text: string): boolean => BY_ITSELF_JA.test(text);

const DET = "(?:the|a|an|his|her|my|their|our|its|some|that)";

/** What stands before a place that is only a picture, a wish, or the far end of a line; or where somebody was before now. */
const ONLY_MENTIONED = new RegExp(
  [
    `\\b(?:draw(?:n|ing|s)?|drew|paint(?:ed|ing|s)?|sketch(?:ed|ing)?|imagin(?:ed|ing|es)|pictur(?:ed|ing)|describ(?:ed|ing)) ${DET} (?:[a-z]+ )?$`,
    `\\b(?:in|out|up|down|back|over) from (?:${DET} )(?:[a-z]+ )?$`,
    `\\b(?:photo(?:graph)?|picture|postcard|map|model|poster|painting|drawing|memory|memories|dream|news|smell|story|stories)s? (?:of|about|from) (?:${DET} )?(?:[a-z]+ )?$`,
    `\\b(?:call|shout|yell|wav|whisper|speak|spoke|nodd|talk)[a-z]* (?:out |back |over )?to (?:${DET} )?[\\p{L}.]+ (?:in|at|on|by|behind) (?:${DET} )?(?:[a-z]+ )?$`,
    `\\b(?:was gone|vanished|disappeared) (?:into|through|down|up|behind|out of) (?:${DET} )?(?:[a-z]+ )?$`,
    `\\b(?:believ|confid|specializ)[a-z]* in ${DET} (?:[a-z]+ )?$`,
    "\\b(?:thought|thinking|thinks?|dream(?:ed|ing|s|t)?) (?:of|about) [^.;]{0,60}$",
    "\\bhad (?:just |once |never |already )?been to\\b[^.;,]{0,40}$",
    "\\b(?:look|gaz|star|glanc|peer|point|listen|squint|nodd|wav|shout|yell)(?:e?s|ed|ing)? (?:back |up |down |out |over |across )?(?:at|to|into|towards?|for) [^.,;]{0,40}$",
    "\\b(?:wish(?:ed|es)|imagin(?:ed|es)|dream(?:ed|t|s)|longed)\\b[^.;,]{0,40}$",
    "\\bhad (?:spent|slept|met|learned|learnt|forgotten|seen|heard|played|lost|grown up)\\b[^.;,]{0,40}$",
    "\\b(?:call|phon|ring|text|writ|radio|speak|talk)(?:ed|s|ing)? [^.;,]{0,16}from [^.;,]{0,30}$",
  ].join("|"),
  "iu",
);

/** 窓の外の道を馬車が通る: unless somebody goes there. */
const BEYOND_JA =
  /(?:窓の外の|窓から見える|頭の上の|頭上の|遠くの|向こう岸の|対岸の|はるか下の|ふもとの|麓の|眼下の)$/u;
const GOES_JA = /^(?:の[^。、]{1,3})?(?:に|へ|まで)[^。、]{0,8}(?:入|行|着|来|向|移|走|歩|泳|渡)/u;

/** 山の頂上に立っているような気分, 海の写真, 教室を思い浮かべた. */
const ONLY_SAID_JA =
  /^(?:の(?:よう|話|夢|こと|名|絵|匂い|におい|写真|地図|模型|ポスター|映画|ニュース|思い出|記憶)|みたい|[^。、]{0,14}(?:ような(?:気|感じ|心地|もの)|かのよう|みたい(?:な|に|だ|で))|[^。「」]{0,24}を(?:思い(?:出|浮)|思った)|向こうの|[^。、]{0,14}ばよかった|の窓[にが][^。、]{0,3}(?:明かり|灯|あかり)|[^。]{0,24}こと(?:を|ばかり)[^。、]{0,6}(?:考え|思[いっう]|話)|[^。、はが]{0,10}を[^。]{0,6}(?:思い浮か|想像し|夢見|夢に)|[^。、]{0,14}が[^。]{0,8}(?:(?<!に)浮か[んび]|よみがえ|蘇))/u;

/** Hearsay, what should be, what would be if: 電車に乗っていたはずだ, 工場へ行くのだという, 家に帰っても布団が待っているだけだ. */
const UNREAL_JA =
  /^[^。、]{0,24}はず(?:だ|の|が|な|で)|^[^。、]{0,12}(?:[てで]も|れば)、[^。]*(?:[うくすつぬぶむぐるい]|だけだ|だろう)。$|(?:のだ|んだ|[たるい]|だ)(?:という|そうだ|そうな|らしい)。$|^[にへで][^。、]{0,10}(?:たい|予定|つもり)/u;

/** 教室では誰とも話さなかった, ぼくの村では: what holds somewhere, or did. */
const HOLDS_JA = /^では[^。]*(?:なかった|ない|ません|ものだ|ことだ)。$/u;
const OWN_JA = /(?:ぼく|僕|俺|おれ|私|わたし|うち|故郷|田舎|実家)の$/u;

/** 台所に残してきた煮物, 工場で働く兄, 体育館で見た文字: a place that only tells which. */
const WHICH_JA =
  /^(?:の[^。、]{1,3})?[でに](?:、)?[^。、はが]{0,10}(?:働[いく]|暮ら[すし]|住[むん]|勤め|待[つっ]|残し|置い|忘れ|見[たるか]|聞い|会っ|買っ|拾っ|もら[っう]|習っ|言われ|別れ|出会っ|起き|育っ|生まれ)[^。、はが]{0,6}[うくすつむるた](?!とき|時|瞬間|途端|あと|後|頃|ころ|まま|日|の[は、]|から|ので|のに)(?:はずの)?[\p{Script=Han}ァ-ヴ]/u;

/** 京都の家から声が届いた: nobody here is there. */
const REACHES_JA = /^(?:の[^。、]{1,4})?から[^。、]{0,8}(?:届[いけ]|送られ|送って|電話|かかって)/u;

/** `the school bus was going by`, `waited for the train`: nobody who is told of is in it. */
/** `school uniform`, `the church bell`: a thing of a place is not the place. */
const COMPOUND =
  /^ (?:uniforms?|bags?|books?|lunch|keys?|tickets?|drivers?|teachers?|boys?|girls?|gowns?|badges?|shoes|coat|towels?|balls?|bells?|clock|lamps?|manager|owner|keeper|guards?|nurse|doctor|cat|dog|ghost|parties|party|food|dress|songs?|photos?|signs?|trips?|report|holidays?|play|team|run|screen|mouse|spider|robbery|robbers?)\b/iu;

/** `The village was still an hour away` */
const IS_AWAY =
  /^ (?:was|were|is|lay|stood) (?:still |only |just |not )?[^.,]{0,24}\b(?:away|behind (?:them|him|her|us)|ahead|far below|below (?:them|him|her|us)|in the distance)\b/iu;

/** `The mountain growled.` */
const LOOMS = /^ (?:growled|rumbled|groaned|loomed|smoked|glittered|shimmered|glowed)\b/iu;

/** `Rain hammered on the roof`: heard by those who are under it. */
const RAINS_ON = /\b(?:rain|hail|snow|sleet|wind|branches)\b[^.]* (?:on|against|across) the (?:[a-z]+ )?$/iu;

const VEHICLE = /^(?:bus|tram|train|subway|ship)$/iu;
const PASSED =
  /^ (?:(?:had )?br(?:oke|oken) down|pulled (?:away|in|out|off)|was (?:late|passing|going (?:by|past))|passed|went (?:by|past)|whistled|hooted|honked|rumbled|(?:rattled|roared|thundered|clattered|screeched|rolled|sped|raced) (?:by|past))\b/u;
const PASSES_JA = /^が、?[^。]{0,10}(?:走|通|過ぎ|抜け|遠ざか|行[っき])/u;
const VEHICLE_JA = /^(?:電車|列車|汽車|バス|新幹線|地下鉄)$/u;
const MISSED =
  /\b(?:miss|wait|watch|hear|saw|see|heard|chase)[a-z]* (?:for )?(?:the|a|his|her|their) (?:[a-z]+ )?$/iu;

/** Whether a place stands in a sentence only as what is spoken or thought of; by what is before and behind its name. */
export const isOnlyMentioned = (name: string, before: string, after: string): boolean =>
  (VEHICLE.test(name) && (MISSED.test(before) || PASSED.test(after))) ||
  (name === "tent" && (/\bunder (?:the|a) $/iu.test(before) || after.startsWith(" over "))) ||
  COMPOUND.test(after) ||
  IS_AWAY.test(after) ||
  LOOMS.test(after) ||
  (/^roof$/iu.test(name) && RAINS_ON.test(before)) ||
  (VEHICLE_JA.test(name) && PASSES_JA.test(after)) ||
  ONLY_MENTIONED.test(before) ||
  [ONLY_SAID_JA, UNREAL_JA, HOLDS_JA, WHICH_JA, REACHES_JA].some((when) => when.test(after)) ||
  (OWN_JA.test(before) && /^では/u.test(after)) ||
  (BEYOND_JA.test(before) && !GOES_JA.test(after));

const NAMED_FOR =
  /\b(?:at|in|into|inside|outside|to|of|behind|left|reached) (\p{Lu}[a-z]+(?: \p{Lu}[a-z]+)?['’]s?)(?= (?:was|is|had|that|on|every|for|until|at|after|before|when|while|and|with|because|since|as|by)\b|[.,;!?])|^(\p{Lu}[a-z]+(?: \p{Lu}[a-z]+)?['’]s) (?=(?:was|had|stayed|stood|smelled|opened|closed|served|sold)\b)/u;
const TRADE =
  /\b(?:counter|customers?|menus?|waitress|waiter|barman|bartender|coffee|booths?|burgers?|pancakes?|milkshakes?|beer|drinks?|till|rush|closing|opened|regulars|order(?:ed|s)?|shift|tips?)\b/iu;

/** `Joe's was the only place with a light on`. */
export const isOfItsOwnName = (text: string): boolean => NAMED_FOR.exec(text)?.[2] !== undefined;

/** `the lunch rush at Lou's`: a shop, where its trade is told of; else somebody's home. */
export function namedFor(text: string, next: string): { kind: "shop" | "room"; name: string } | undefined {
  const found = NAMED_FOR.exec(text);
  const name = found?.[1] ?? found?.[2];
  return name ? { kind: found?.[2] || TRADE.test(`${text} ${next}`) ? "shop" : "room", name } : undefined;
}

/** `The tram rang and drove off`: a carriage that comes or goes by itself is looked at from outside. */
export const isSeenOff = (text: string, { at, text: name, value }: Found<PlaceKind>): boolean =>
  (value === "train" || value === "bus") &&
  /(?:^|[.,;] (?:and |but )?)(?:The|A|Another) (?:[a-z]+ ){0,2}$/iu.test(text.slice(0, at)) &&
  /^ (?:rang|honked|hooted|(?:and )?(?:drove|pulled|rolled|rattled) (?:off|away|out|in|up)\b|left\b|departed|arrived|came (?:in|up|round)|drew (?:in|up)|stood at (?:its|the)|went (?:by|past)|passed\b|was (?:late|gone|coming))/u.test(
    text.slice(at + name.length),
  );
