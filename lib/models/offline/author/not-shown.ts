// What a text names and a picture does not show: what is missing, what something is only compared to, what a vessel holds, and,
// where nobody of the story is, what a sentence only says in passing.

/** The rest of the sentence. */
const restOf = (after: string): string => /^[^.!?。！？]*/u.exec(after)?.[0] ?? "";

/** 傘がない, `without her umbrella`, 刀を忘れてきた, `could not find her keys`: what is not there is not drawn. */
export function isMissing(before: string, after: string): boolean {
  return (
    /^が(?:[^。、]{0,6})?(?:欲し|ほし|必要|要[るりら]|あれば|あったら|なければ)|^も?を?持たず|^[をも]持って(?:いな|な|来な|こな)[いか]|^を(?:欲し|ほし)が?(?!が?った?[^。]*(?:渡|やっ|買))|^を(?:探|捜|さが)し(?:た|て(?:い|、)|回|まわ)(?!ら|[^。]*(?:見つけ|あった))/u.test(
      after,
    ) ||
    /\b(?:(?:look|search|hunt|feel|rummag|grop|fumbl)(?:ed|ing)|felt|(?:give|given|pay) (?:anything|a lot|everything)) (?:[a-z]+ ){0,4}for (?:an?|the|his|her|my) (?:[a-z]+ )?$|\b(?:[Nn]either|[Nn]obody|[Nn]one|[Nn]o one)\b[^.,;]*\b(?:had|brought|has|owned|carried) (?:an?|the|any) (?:[a-z]+ )?$/u.test(
      before,
    ) ||
    /\b(?:(?:want|need|wish|long|hop)(?:ed|s|ing)(?: for)?|(?:look|search)(?:ed|ing) for) (?:an?|any|some|(?<=for )(?:the|his|her|my)) (?:[a-z]+ )?$/iu.test(
      before,
    ) ||
    /^(?:が|も|は)、?(?:(?:ひとつ|[一1][つ個枚本冊粒滴]|どこに|少し|まったく|全く|影も形)も?)?(?:な[いかく]|見つからな|見当たらな)|^[がもは]?[^。、]{0,4}(?:溶け|消え[たてるさ])/u.test(
      after,
    ) ||
    /^を(?:[^。、]{0,6})?(?:忘れ(?:て|た)|失[いくっ]|な(?:く|くし)(?:した|して)|無くし|さが?した(?:が|けれど)|探し(?:た(?:が|けれど)|ても)[^。]*な(?:い|かった))/u.test(
      after,
    ) ||
    /^ (?:melted|vanished|disappeared|was gone|had gone)\b/u.test(after) ||
    /\b(?:(?:good|great) deal|smears?|traces?|stains?|hint|specks?) of (?:[a-z]+ )?$/iu.test(before) ||
    /\b(?:no|without (?:an?|the|his|her|my|their)|(?:los(?:t|e|ing)|forg[eo]t(?:ten)?|(?:could|can|did|do) ?(?:not|n['’]t) (?:find|have|see)|cannot (?:find|see)|never (?:found|saw|had)|(?:if only|wished) (?:I|he|she|we|they) had|nobody knew where|(?:looked|searched|hunted) (?:everywhere )?for) (?:an?|the|his|her|my|their|any)) (?:[a-z]+ )?$/iu.test(
      before,
    ) ||
    /^[^.;]{0,24}\b(?:years ago|long ago|was nowhere)\b/u.test(after)
  );
}

/** コップの牛乳, `a flask of tea`: what a vessel is filled with is not seen besides it. */
export const isWithin = (thing: string, before: string): boolean =>
  FILLS.test(thing) &&
  /(?:コップ|グラス|カップ|水筒|徳利|湯のみ|茶碗|鍋|椀|瓶|ポット|湯飲み|湯呑み?|ジョッキ|皿)(?:の(?:ふた|蓋))?(?:の|に|で)$|\b(?:bottle|flask|thermos|glass|cup|mug|bowl|pot|jug|pitcher|can|tin|jar|pint|carton|goblet|tankard|saucer|bucket|barrel)s? (?:of|with|full of) (?:[a-z]+ )?$/iu.test(
    before,
  );

const FILLS =
  /^(?:お?茶|紅茶|コーヒー|ココア|牛乳|ミルク|ジュース|麦茶|ビール|ワイン|酒|水|味噌汁|スープ|蜂蜜|ジャム|tea|coffee|cocoa|hot chocolate|wine|beer|milk|soup|stew|honey|jam|juice|sake|lemonade|cider|whisk(?:e)?y|rum|brandy|ale|mead|lager|stout|vodka|broth|porridge)$/iu;

/** 鏡のような海, `as big as a sail`, `I am a fish`, `smelled of leeks`, 剣の夢: what is only compared to, or told of without being there. */
export const isLikened = (before: string, after: string): boolean =>
  /^の(?:よう|ごと)|^(?:みたい|さながら|に似た|じみた)/u.test(after) ||
  LIKE_WHO_DOES.test(after) ||
  CALLED.test(before) ||
  /^の(?:(?:匂い|におい|香り)(?!をか[いぐ]|を嗅)|話|夢|噂|こと|値段|名前)|^を[^。、]{1,8}夢/u.test(after) ||
  /\b(?:I am|I['’]m|you are|you['’]re|(?:he|she) (?:is|was)|(?:he|she)['’]s) (?:such )?(?:an?|the) (?:[a-z]+ ){0,2}$|\b(?:like|as [a-z]+ as|than) (?:an?|the|some|two|old) (?:[a-z]+ ){0,2}$|(?:, |\b(?:was|were|is|are|grew|turned|went|face|stood|lay|and) )(?!used|worked|dressed|known|disguised)[a-z]+ as an? (?:[a-z]+ )?$|\bhair [^.,;]*\bin (?:[a-z]+ ){0,2}$|\b(?:smell(?:ed|s|ing)?|smelt|stank|reek(?:ed|ing)|tast(?:ed|ing)|dream(?:ed|t|ing)|thought|spoke|talked) of (?:an?|the|some|her|his)? ?(?:[a-z]+ (?:and )?){0,2}$|\bsmell(?:ed|s)? (?:the )?(?:[a-z]+ )?$/iu.test(
    before,
  );

/** バトンを渡すように席を譲った: as somebody does with such a thing; 割れないように and 見えるように say what for. */
const LIKE_WHO_DOES = /^を[^。、ない]{1,6}(?<![えけせてねめれべげぜ]る)ように(?![^。、]{0,3}[言命頼促])/u;

/** `the river was a mirror`, `his face was a mask`: what is no thing is called one. */
const CALLED =
  /\b(?:face|faces|voice|smile|eyes?|hair|sky|sea|moon|sun|river|lake|water|snow|town|city|night|world|life|heart|mind|mouth|silence|time|love|valley|morning|fog|mist|road|body|brain|words?|laugh|grief|fear|anger|hope) (?:was|were|is|are|became|had become) (?:(?:an?|the|all|only|one) )?(?:[a-z]+ ){0,2}$/iu;

/** 剣の時代, ピアノの稽古: of a thing that need not be there. */
const OF_IT =
  /^の(?:時代|国|町|村|里|歴史|腕|達人|稽古|修行|練習|勉強|授業|仕事|商売|職人|作り方|使い方|弾き方|持ち主|主人|味|色|形|数|種類|代わり|代金|約束|発表会|大会|試合|季節|神|王|名|音色|好き|嫌い|方が|ほうが|意味|存在|正体|秘密|噂|運転)/u;

/**
 * Whether a sentence that tells of nobody only says a thing in passing: 刀で斬られた跡, `cut with a sword`, 剣の時代. What it is about,
 * what stands in it somewhere, and what is named and no more, is there.
 */
export function isAside(before: string, after: string): boolean {
  const sentence = `${before.split(/[.!?。！？]/u).at(-1) ?? ""}¦${restOf(after)}`;
  return FAR.test(sentence) || UNSAID.test(sentence) || isAsideJa(sentence, after) || ASIDE_EN.test(sentence);
}

const FAR = /遠くで|どこかで|\b(?:far (?:away|off)|distant|in the distance|somewhere (?:an?|the|in|far))\b/iu;

/** What would be, and what is always so. */
const UNSAID =
  /\b(?:would|might|should|if|nobody knew|always|every (?:day|week|month|year)|never|used to|once upon a time)\b|かもしれ|だろう|という(?:話|噂|もの)|とされ|ことがある/iu;

/** `cut with a sword`, `the age of swords`, `a hook for coats`: said with a thing of something else. */
const ASIDE_EN =
  /\b(?!(?:filled|covered|littered|piled|crowded|stuffed|lined|stacked|loaded|packed|decorated|furnished|scattered|crammed|lighted)\b)(?:[a-z]+ed|cut|hewn|sewn|struck|bound|built|made|hit|torn|broken) (?:[a-z]+ ){0,2}with (?:an?|the|his|her|its) (?:[a-z]+ ){0,2}¦|\b(?:about|for|without|made (?:of|from)|(?:age|time|days|art|land|history|story|tale|price|king|god|dreams?|fear|love|name|colou?r|shape|size|sound) of) (?:(?:an?|the|his|her|its|their|some) )?(?:[a-z]+ ){0,2}¦/iu;

/** Particles that take a thing into the sentence as what is done to, done with, gone to or told of; of a list the last one counts. */
function isAsideJa(sentence: string, after: string): boolean {
  if (!/\p{Script=Hiragana}/u.test(sentence)) return false;
  const told = /^[とや、](?![をがはもにで])[^。をがはもにで]*/u.test(after)
    ? after.replace(/^[とや、][^。をがはもにで]*/u, "")
    : after;
  if (/^の/u.test(told)) return OF_IT.test(told);
  if (/^を/u.test(told)) return !OPENED.test(told) && !/(?<!で)[が][^。¦]*¦/u.test(sentence);
  if (/^で/u.test(told))
    return !/^で(?:あ[るっ]|し[たて]|、|[^。]{0,20}(?:いっぱい|埋ま|散らか|あふれ|山積み))/u.test(told);
  if (/^から/u.test(told))
    return !/^から[^。]{0,16}(?:流れ|聞こえ|鳴|響|上が|出て|落ち|こぼれ|のぞ)/u.test(told);
  return /^(?:へ|より|まで|しか|だけ(?![がは]))/u.test(told);
}

/** 引き出しを開けると: what is seen is what comes to light. */
const OPENED = /^を(?:開け|あけ|めく|のぞ|覗)[^。]{0,6}と/u;
