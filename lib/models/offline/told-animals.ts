// The animals that a text has there, once for who reads a story and who draws it: which, how many, of what colour, and the words about
// them. What is only likened to one, spoken of, carved, eaten or missing is none.
import { ANIMALS, type Animal, type AnimalWords, pluralOf } from "./animal-words.ts";
import { kindOfNoun } from "./noun-kinds.ts";
import { remembering } from "./remembering.ts";
import { sieveOf } from "./words/needles.ts";

export interface Told {
  animal: Animal;
  /** As the text calls it. */
  word: string;
  at: number;
  end: number;
  /** It and what describes it: `two old grey horses`, 白い馬. */
  phrase: string;
  /** From 1 to `MOST`. */
  count: number;
  /** What of its sentence is about it and no other animal. */
  about: string;
  /** From its name to the end of that: what it does. */
  does: string;
  /** It is one more than who is known: `another crow`, もう一匹の犬. */
  another: boolean;
}

/** More of a kind than these are a flock, and a flock is drawn as so many. */
const MOST = 5;

type Found = Omit<Told, "about" | "does" | "end">;

/** A page is asked about again and again while it is framed. */
const remembered = remembering<readonly Told[]>(400);

export const animalsTold = (text: string): readonly Told[] => remembered(text, () => readAnimals(text));

function readAnimals(text: string): Told[] {
  const english = /\p{Script=Latin}{3}/u.test(text) && !/[ぁ-んァ-ヴ]/u.test(text);
  const found = (english ? inEnglish(text) : inJapanese(text)).toSorted((a, b) => a.at - b.at);
  return found.map((one, i) => {
    const [from, to] = spanOf(text, one.at, [found[i - 1], found[i + 1]]);
    return {
      ...one,
      end: one.at + one.word.length,
      about: text.slice(from, to),
      does: text.slice(one.at, to),
    };
  });
}

/** The sentence round a place, cut at the commas or an `and` between it and other animals in it. */
function spanOf(
  text: string,
  at: number,
  [before, after]: readonly [Found | undefined, Found | undefined],
): [from: number, to: number] {
  let from = Math.max(...[..."。.!?！？\n"].map((end) => text.lastIndexOf(end, at - 1))) + 1;
  let to = at + (/^[^。.!?！？\n]*/u.exec(text.slice(at))?.[0].length ?? 0);
  if (before && before.at >= from) from = lastParting(text, before.at, at) ?? from;
  if (after && after.at < to) to = lastParting(text, at, after.at) ?? to;
  return [from, to];
}

function lastParting(text: string, from: number, to: number): number | undefined {
  const parts = [...text.slice(from, to).matchAll(/[,、;]|\b(?:and|while|but)\b/gu)];
  const last = parts.at(-1);
  return last ? from + last.index : undefined;
}

// English

const NUMBERS: Readonly<Record<string, number>> = {
  ...{
    a: 1,
    an: 1,
    one: 1,
    another: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 5,
    seven: 5,
    eight: 5,
    nine: 5,
    ten: 5,
  },
  ...{ couple: 2, pair: 2, both: 2, few: 3, some: 3, several: 4, many: 5, dozen: 5, dozens: 5, hundreds: 5 },
  ...{
    flock: 5,
    herd: 5,
    pack: 4,
    swarm: 5,
    school: 5,
    row: 4,
    line: 4,
    group: 4,
    crowd: 5,
    lot: 5,
    lots: 5,
  },
};
const GROUPS =
  "couple|pair|few|dozen|flock|herd|pack|swarm|school|row|line|group|crowd|lot|lots|dozens|hundreds";
const DETERMINER = `(?:an?|the|this|that|these|those|another|each|every|both|one|two|three|four|five|six|seven|eight|nine|ten|some|several|many|(?:an? )?(?:[a-z]+ )?(?:${GROUPS})(?: of)?(?: the)?|his|her|their|my|our|your|its)`;
/** Made to look like one. */
const MADE =
  "(?!teddy|toy|stuffed|wooden|stone|clay|china|paper|painted|plastic|chocolate|rocking|hot|tin|iron|brass|bronze|glass|knitted|carved|cartoon|origami|embroidered|inflatable|robot|who|that|of|and|or|in|on|at|to|with|like|as|from|by|was|were|is|for|had|no|not|never)";
/** What makes another thing of it. */
const COMPOUND =
  "house|houses|clocks?|food|collar|show|hole|stew|soup|mask|fur|skin|rug|trap|traps|eggs?|feathers?|pond|coop|sheds?|pen|barn|stalls?|stables?|market|bowl|cage|bath|feeder|box|bumps|bones?|prints?|tracks?|droppings|shop|toy|costume|picture|statue|whistle|hair|race|races|meat|sandwich|pie|curry|nuggets|wings|flap|milk|cheese|oil|nest|nests|song|songs|calls?|shit|dung|manure|leather|horn|man|men|boy|girl|woman|lover|tooth|teeth|fight|ride|rides|sitter|walker|catcher|hunter|hunt|seller|stories|story|suit|pen|field|gate|trailer|tank|net|bait|hook|sticks?|fillet";
const BODY =
  "neck|head|mane|back|sides?|flanks?|nose|ears?|tail|reins|bridle|muzzle|eyes?|mouth|paws?|hooves|hoof|wings?|beak|legs?|belly|breath|saddle|leash|rope|halter|horns?|throat|chin|whiskers|shoulder";
const LIKENED =
  /\b(?:like|as|than|no|without|not|nor|never|of a|shaped|playing|pretend(?:ed)? to be) $|\b(?:pictures?|drawings?|paintings?|photos?|statues?|story|stories|songs?|books?|shapes?|masks?|smell(?:ed|s)?|sounds?|bark|howl|voice|names?|thoughts?|dream(?:ed|s|t)?|word|kinds?|year|afraid|scared|frightened|terrified|wary|tired|fond|beware|sp(?:eak|oke)|th(?:ink|ought)|t(?:ell|old)|know|knew|signs?|heads?|skull|herd) (?:of|about) $|\b(?:hate[sd]?|lov(?:e|es|ed)|talk(?:ed|ing)? about|read(?:s|ing)? about|want(?:s|ed)?|wish(?:ed)? for|drew|draw(?:ing|s)?|painted|wrote|believ(?:e|ed) in|hunt(?:ed|ing)? for|search(?:ed|ing)? for|missed|lost|imagin(?:e|ed)|afraid of|remember(?:ed|s)?|bought|ate|eat|eating|roast(?:ed)?|cook(?:ed)?|fr(?:y|ied)|heard) $/iu;
/** `My little bird,`: somebody is called so. */
const ENDEARING = /^my (?:(?:own|dear|dearest|sweet|little|precious|poor|brave),? ){1,2}[a-z]+$/iu;
/** Done by it though it is heard first: then it is there. */
const GONE = /^[^.,;]{0,24}\b(?:was|were|is|are|had) (?:gone|missing|lost|dead for years|nowhere)\b/iu;

/** Nouns that are machines and tools as well, and what the living ones have about them. */
const TWOFOLD: readonly (readonly [RegExp, RegExp])[] = [
  [
    /^cranes?$/u,
    /\b(?:wings?|feathers?|fl(?:y|ies|ew|ying)|marsh|reeds?|pond|beak|paddy|birds?|nest|one leg|danced?|white)\b/iu,
  ],
  [
    /^bats?$/u,
    /\b(?:wings?|fl(?:y|ies|ew|ying)|cave|attic|squeak\w*|rafters|dusk|upside|swooped|flutter\w*)\b/iu,
  ],
  [/^does$/u, /\b(?:fawns?|stags?|deer|graz\w+)\b/iu],
  [/^(?:mouse|mice)$/u, /^(?!.*\b(?:click|clicked|computer|cursor|keyboard|screen)\b)/isu],
];

/** Any noun at all, for a quick look: most sentences have none. */
const NOUN_EN = new RegExp(
  `(?<![\\p{L}-])(?:${ANIMALS.flatMap(({ en }) => en.flatMap((noun) => [pluralOf(noun), noun])).join("|")})(?![\\p{L}-])`,
  "giu",
);

const BARE_VERB =
  " (?:[a-z]{2,}ed|were|flew|sat|stood|swam|sang|ran|rose|fell|came|went|hung|lay|fought|ate|slept|crept|swung|leapt|began)\\b";

interface Entry {
  animal: Animal;
  singular: ReadonlySet<string>;
  plural: ReadonlySet<string>;
  pattern: RegExp;
}

const entryOf = ({ animal, en, unsure }: Pick<AnimalWords, "animal" | "en" | "unsure">): Entry => {
  const all = en.flatMap((noun) => [pluralOf(noun), noun]);
  const bare = en.filter((noun) => !unsure.has(noun)).map(pluralOf);
  // `Crows wheeled`: before its verb, a sentence begins with many of them.
  const first = en.filter((noun) => unsure.has(noun)).map(pluralOf);
  if (first.length > 0) bare.push(`(?<=^|[.!?\\n]['’"”]? ?)(?:${first.join("|")})(?=${BARE_VERB})`);
  const after = `(?![\\p{L}-]|['’](?!s? (?:${BODY})\\b)|s? (?:${COMPOUND})\\b)`;
  return {
    animal,
    singular: new Set(en),
    plural: new Set(en.map(pluralOf)),
    pattern: new RegExp(
      `(?<![\\p{L}-])(?:(${DETERMINER}) ((?:${MADE}[a-z-]+,? ){0,3}?)(${all.join("|")})|()()(${bare.join("|") || "(?!)"}))${after}`,
      "giu",
    ),
  };
};

const EN = ANIMALS.map(entryOf);

const unlisted = remembering<Entry>(50);

/** Of nouns that our table has not: a cormorant is a bird. */
const entriesBeside = (text: string): Entry[] =>
  [...new Set(text.match(/(?<![\p{L}’'-])[a-z]{4,}(?![\p{L}-])/gu))].flatMap((noun) => {
    const kind = kindOfNoun(noun, "en");
    if (kind?.is !== "animal") return [];
    const one = noun.endsWith("s") && kindOfNoun(noun.slice(0, -1), "en") ? noun.slice(0, -1) : noun;
    const en = [one];
    return isListed(one)
      ? []
      : unlisted(one, () => entryOf({ animal: kind.animal, en, unsure: new Set(en) }));
  });

const isListed = (noun: string): boolean =>
  EN.some(({ singular, plural }) => singular.has(noun) || plural.has(noun));

function inEnglish(text: string): Found[] {
  const nouns = new Set([...text.matchAll(NOUN_EN)].map(([noun]) => noun.toLowerCase()));
  const named = EN.filter(({ singular, plural }) =>
    [...nouns].some((noun) => singular.has(noun) || plural.has(noun)),
  );
  return [...named, ...entriesBeside(text)].flatMap(({ animal, singular, plural, pattern }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const [whole, determiner = match[4] ?? "", adjectives = "", noun = match[6] ?? ""] = match;
      const before = text.slice(0, match.index);
      const at = match.index + whole.length - noun.length;
      const after = text.slice(at + noun.length);
      if (LIKENED.test(before) || GONE.test(after)) return [];
      if (ENDEARING.test(whole) && /(?:^|[.,!?;:“"]) ?$/u.test(before) && /^(?:[.,!?…;:]|$)/u.test(after))
        return [];
      // `Fox` alone is a name; a noun begins with a small letter wherever something stands before it.
      if (/^\p{Lu}/u.test(noun) && whole !== noun) return [];
      const said = noun.toLowerCase();
      if (TWOFOLD.some(([word, alive]) => word.test(said) && !alive.test(text))) return [];
      const counted = numberIn(determiner) ?? numberIn(adjectives);
      const many = plural.has(said) && (!singular.has(said) || (counted !== 1 && !ONE.test(determiner)));
      const count = many ? Math.max(2, counted ?? 3) : 1;
      const another = /^(?:another|one)\b|\bother\b/iu.test(whole);
      return [{ animal, word: noun, phrase: whole, at, count, another }];
    }),
  );
}

const ONE = /^(?:an?|the|this|that|another|one|his|her|their|my|our|your|its|each|every)$/iu;

const numberIn = (words: string): number | undefined =>
  words
    .toLowerCase()
    .split(/[\s,]+/u)
    .flatMap((word) => (word === "a" || word === "an" ? [] : (NUMBERS[word] ?? [])))[0] ??
  (/^an?$/iu.test(words) ? 1 : undefined);

// Japanese

const DIGITS: Readonly<Record<string, number>> = {
  ...{ 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 5, 七: 5, 八: 5, 九: 5, 十: 5, 数: 4, 何: 4, 両: 2 },
};
const COUNTER = "([一二三四五六七八九十数何両\\d０-９]+)(?:匹|頭|羽|ぴき|ひき|びき|わ)";
/** What may stand right before a noun that is all kanji and not make another word of it. */
const PREFIX =
  "[子仔小大親母父白黒赤茶灰青老若雄雌野飼山海川渡番猛愛一二三四五六七八九十匹頭羽栗斑痩]|野良|三毛|年老";
const FOLLOWS =
  "(?=[はがもをにへとや、。！？!?」』…]|たち|達|ども|から|まで|で(?=[、す])|だ(?=[。っ])|です|[一二三四五六七八九十数何]+[匹頭羽]|[\\d０-９]+[匹頭羽]|$|" +
  "の(?!よう|ごと|話|こと|夢|絵|写真|ぬいぐるみ|縫い|置物|像|人形|お?面|仮面|皮|毛皮|肉|餌|えさ|エサ|糞|ふん|巣|足跡|あしあと|骨|鳴き?声|声|匂い|におい|名|模様|形|歌|物語|本|年|刻|国|神|王様?の|着ぐるみ|被り|マーク|バッジ|シール|恩返し|世話|気配|飼い主|小屋|墓|ため|仲間|真似|まね|卵|たまご))";
const MADE_JA =
  /(?:ぬいぐるみ|木彫り|折り紙|張り子|置物|おもちゃ|玩具|紙|陶器|石|石造り|木|影絵|雪|絵|刺繍|粘土|海苔|毛糸|飴|ガラス|招き|狛|伝説|昔話|夢)の?$|で(?:作[っられり]|折[っられり]|編[んまみ]|彫[っられり]|できた|出来た)[^。、がはを]{0,3}$/u;
const LIKENED_JA =
  /^(?:の(?:よう|ごと)|みたい|さながら|そっくり|に似|じみ|並み|ほど(?:の|も)|らしい|顔負け|では?ない|じゃない|扱い|さん|ちゃん|くん|君|様|さま|氏)/u;
const UNSEEN_JA =
  /^(?:たち)?(?:は|が|も|の姿[はがも]|一[匹頭羽])[^。、]{0,8}(?:いない|いなかった|いなくな|見えない|見えなかった|見当たらな)|^(?:が|は)(?:大?好き|嫌い|苦手|怖い|飼いたい|ほしい|欲しい)|^(?:を|と)(?:思い(?:出|浮)|想像|描[いき]|飼いたい|呼ば|食べ|焼[いき]|[^。、]{0,3}買[っい])|^と(?:いう|呼)|^(?:が|を)食べたい/u;

const JA = ANIMALS.map(({ animal, ja }) => ({
  animal,
  pattern: new RegExp(`(?:${ja.map(alone).join("|")})${FOLLOWS}`, "gu"),
}));

const likelyJa = sieveOf(JA.map(({ pattern }) => pattern));

/** A noun by itself: カメ is none in カメラ, 馬 none in 馬鹿 and 熊本, 鳥 none in 鳥肌. */
function alone(word: string): string {
  if (/^[ァ-ヴー]/u.test(word)) return `(?<![ァ-ヴー])${word}`;
  if (/^[ぁ-ん]/u.test(word)) return `(?<=^|[^ぁ-ん]|[のいなたるがをにはもと])${word}`;
  return `(?:(?<![\\p{Script=Han}])|(?<=${PREFIX}))${word}`;
}

function inJapanese(text: string): Found[] {
  const likely = likelyJa(text);
  const found = JA.filter((_, index) => likely.has(index)).flatMap(({ animal, pattern }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const [word] = match;
      const at = match.index;
      const before = text.slice(0, at);
      const after = text.slice(at + word.length);
      if (MADE_JA.test(before) || LIKENED_JA.test(after) || UNSEEN_JA.test(after)) return [];
      const phrase = `${/[^。、はがをにへと]{0,8}$/u.exec(before)?.[0] ?? ""}${word}`;
      return [{ animal, word, phrase, at, count: countJa(before, after), another: ANOTHER_JA.test(before) }];
    }),
  );
  // 白鳥 is no bird besides, nor 子猫 a cat twice.
  const end = ({ at, word }: Found) => at + word.length;
  return found.filter(
    (one) => !found.some((other) => other !== one && other.at < one.at && end(other) >= end(one)),
  );
}

const ANOTHER_JA = /(?:もう[一１1][匹頭羽]の?|別の|ほかの|他の)$/u;
const BEFORE_JA = new RegExp(`${COUNTER}(?:の|もの)?[^。、はがをに]{0,8}$`, "u");
const AFTER_JA = new RegExp(`^(?:たち|達)?(?:が|を|は|も|の)?、?[^。、]{0,8}?${COUNTER}`, "u");

function countJa(before: string, after: string): number {
  const said = AFTER_JA.exec(after)?.[1] ?? BEFORE_JA.exec(before)?.[1];
  if (said !== undefined) return Math.max(1, Math.min(MOST, japaneseNumber(said)));
  if (
    /^の群れ|^(?:が|は|も)[^。、]{0,4}(?:群れ|並[びんぶべ]|集ま|たくさん|大勢|いっぱい|うじゃ|ずらり)/u.test(
      after,
    ) ||
    /(?:たくさん|大勢|無数)の$/u.test(before)
  )
    return MOST;
  if (/^の親子|^(?:が|は)[^。、]{0,2}つがい/u.test(after)) return 2;
  return /^(?:たち|達|ども)/u.test(after) ? 3 : 1;
}

function japaneseNumber(said: string): number {
  const plain = Number(
    said.replaceAll(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)),
  );
  if (Number.isFinite(plain)) return plain;
  return said.length > 1 ? MOST : (DIGITS[said] ?? 1);
}
