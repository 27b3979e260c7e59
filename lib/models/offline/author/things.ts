// Which of the things that a text names a picture shows: those that somebody holds, those that the sentence is about,
// those that stand where they belong. Doors and windows are part of a setting, glasses part of a face.
import type { PlaceKind, Prop } from "../closed/staging.ts";
import { type Ground, isFurniture, traitsOf } from "../thing-traits.ts";
import { WITH_OWN_EN } from "./grips.ts";
import { isLookEn } from "./grips-en.ts";
import { isBoundJa } from "./grips-ja.ts";
import type { Lexicon } from "./lexicon.ts";
import { lexiconOf } from "./lexicons.ts";
import type { Mention } from "./mentions.ts";
import { isAside, isLikened, isMissing, isWithin } from "./not-shown.ts";
import { isIndoors } from "./settings.ts";
import { findThings } from "./thing-cues.ts";

/** Parts of a setting or of a face, which are drawn with those. */
const PARTS = new Set<Prop>(["door", "window", "glasses"]);

/** A door that somebody opens, knocks at or stands before is seen; one that is only there belongs to its wall. */
const usesDoor = (text: string): boolean => DOOR_USED.test(text);

const DOOR_USED =
  /\b(?:kick(?:ed|ing)?|lean(?:ed|ing|t)? (?:on|against)|ran to|listen(?:ed|ing) at) the (?:[a-z]+ )?door\b|(?:扉|ドア|戸)(?:に(?:もたれ|寄りかか|耳)|を蹴)|\bthrough (?:the|a) (?:[a-z]+ )?door(?:way)?\b|障子に[^。]{0,4}穴|\b(?:open(?:ed|ing)?|push(?:ed|ing)?|pull(?:ed|ing)?|knock(?:ed|ing)? (?:on|at)|bang(?:ed|ing)? on|clos(?:ed|ing)|shut|slam(?:med|ming)?|(?:un)?lock(?:ed|ing)?|(?:stood|waited|stopped|paused) (?:in|at|by|before|outside|in front of)) (?:open |shut )?(?:the|an?|his|her|their|my) (?:[a-z]+(?:['’]s)? ){0,2}door(?:way)?\b|\bdoor (?:opened|flew open|swung|creaked|slammed|burst open)\b|(?:扉|ドア|戸)(?:の前|(?:を|が)[^。、]{0,8}(?:開|閉|叩|たた|ノック|押)|に鍵)/iu;

/** A window that somebody opens or wipes, or on whose sill something lies, is looked at; any other is part of its wall. */
const SILL =
  /\b(?:open(?:ed|ing)|clos(?:ed|ing)|shut|wip(?:ed|ing)|clean(?:ed|ing)|smash(?:ed|ing)|broke|climb(?:ed|ing) (?:in |out )?(?:through|of)|lean(?:ed|ing|t) out of|(?:knock|tapp)(?:ed|ing) (?:on|at)) (?:the|an?|his|her) (?:[a-z]+ )?window\b|窓(?:ガラス)?(?:を(?:開け|あけ|閉め|拭|叩|割|破|磨)|から(?:飛び|身を乗|忍び|逃げ|入っ))|\bon the (?:[a-z]+ )?window ?sill\b|\bon the sill\b|窓(?:辺|際|枠|台)の?上?に/iu;

/** Glasses that somebody has in the hand, and not on the nose. */
const TAKEN_OFF =
  /\b(?:took off|wip(?:ed|ing)|clean(?:ed|ing)|polish(?:ed|ing)|fold(?:ed|ing)|picked up|put down|laid|held|holding|dropped|found|lost|(?:gave|handed|passed|brought) (?:him|her|them|me)) (?:his|her|the|an?|two) (?:[a-z]+ )?(?:(?:sun)?glasses|spectacles|specs|goggles|monocle|pince-nez)\b|\b(?:sunglasses|spectacles|goggles|his glasses|her glasses) (?:lay|were lying|on the (?:desk|table|floor|shelf|ground|sill))\b|(?:眼鏡|めがね|メガネ|サングラス|ゴーグル)(?:を(?:外|はず|拭|磨|取っ|手に|[^。、]{0,6}置|拾|渡|差し出|買|落と|踏|割|持っ|見つけ|[一二三四])|[がと][^。、]{0,8}(?:あっ|ある|落ち|置|転が|並ん|残|割れ))/iu;

/** Rooms whose wall behind the people may have a window more. */
const WINDOWED: ReadonlySet<PlaceKind> = new Set([
  ...(["room", "kitchen", "office", "shop", "hospital", "workshop", "library"] as const),
]);

/** Places with walls that have doors in them. */
const DOORED: ReadonlySet<PlaceKind> = new Set([
  ...(["street", "alley", "room", "kitchen", "classroom", "corridor", "office", "shop", "hospital"] as const),
  ...(["church", "workshop", "dojo", "gym", "museum", "library"] as const),
  ...(["city", "village", "castle"] as const),
  // Out in the country the house that somebody comes to stands by itself.
  ...(["shore", "garden", "field", "forest", "mountain"] as const),
]);

/** Things that text names; a person called Daisy is no flower. Where nobody is there, only what the sentence is about. */
export function readProps(
  text: string,
  lexicon: Lexicon,
  mentions: readonly Mention[],
  peopled: boolean,
): Prop[] {
  const named = ({ at }: { at: number }) => mentions.some((mention) => mention.at <= at && at < mention.end);
  const things = findThings(text, lexicon).filter(
    (cue) =>
      (!PARTS.has(cue.value) ||
        (cue.value === "door" && usesDoor(text)) ||
        (cue.value === "glasses" && TAKEN_OFF.test(text)) ||
        (cue.value === "window" && SILL.test(text))) &&
      !named(cue) &&
      !isMissing(text.slice(0, cue.at), text.slice(cue.at + cue.text.length)) &&
      !isWithin(cue.text, text.slice(0, cue.at)) &&
      !isLikened(text.slice(0, cue.at), text.slice(cue.at + cue.text.length)) &&
      !isWorn(cue.value, text.slice(0, cue.at), text.slice(cue.at + cue.text.length)) &&
      (peopled ||
        STRANGERS.test(text) ||
        !isAside(text.slice(0, cue.at), text.slice(cue.at + cue.text.length))),
  );
  return [...new Set(things.map(({ value }) => value))].slice(0, MOST_NAMED);
}

/** Somebody who is nobody of the story does something with it. */
const STRANGERS =
  /\b(?:an?|another|two|three|some|the other) (?:[a-z]+ )?(?:m[ae]n|wom[ae]n|boys?|girls?|child(?:ren)?|workers?|porters?|waiters?|soldiers?|guards?)\b[^.]* (?:carr|push|pull|roll|h[eo]ld|brought|dragg|lift|set|wav|swung|wore)|(?:男|女|人|子|員|士|者|師|兵|客|少年|少女|娘|警官|[父母祖]|婆|爺|たち|ん|ロボット)(?:が|は)[^。]*[をで][^。]{1,6}|を(?:持|抱え|担い|振|掲げ|提げ|背負)[^。、]{0,4}(?:男|女|人|子|員|士|者|師|兵|客|少年|少女|娘|警官|たち)/iu;

/** As many as a picture holds. */
export const MOST_THINGS = 5;

/** As many as a moment has: what its own picture has no room for is seen beside it. */
export const MOST_NAMED = 8;

/** Clothes that somebody takes off, puts on, hangs up, mends or hands over, or that lie or hang somewhere; `¦` stands for them. */
const HANDLED =
  /\b(?:h[au]ng|hanging|untied|untying|undid|unbuttoned|unwound|brushed|took off|taking off|pulled (?:off|on)|put(?:ting)? on|slipped (?:off|on)|tied on|fold(?:ed|ing)|iron(?:ed|ing)|wash(?:ed|ing)|mend(?:ed|ing)|sew(?:ed|ing)|pack(?:ed|ing)|threw|toss(?:ed|ing)|dropp(?:ed|ing)|hand(?:ed|ing)|gave|held|holding|picked up|found|bought|brought|fetched|grabbed|lay|lifted|drap(?:ed|ing)|unfold(?:ed|ing)|shook|stole|lent|laid|put|set|left|took|carried|polish(?:ed|ing)|clean(?:ed|ing)|tr(?:ied|ying)|clutch(?:ed|ing)|collect(?:ed|ing)|gather(?:ed|ing)|stuff(?:ed|ing)|there (?:was|were)|inside (?:was|were)) (?:up |out |off |on |down |away )?(?:(?:an?|the|his|her|my|their|some|two|three|back) )?(?:[a-z'’-]+ ){0,2}¦|¦[a-z]* ?(?:lay|hung|was lying|were lying|was hanging|on the (?:chair|hook|bed|floor|wall|line)|over the (?:chair|back))\b|¦[^。、]{0,3}(?:と[^。、をが]{1,12})?を(?:脱|掛|かけ|たた|畳|吊|干|洗|縫|拾|差し?出|渡|持|抱|広げ|手に|取|見せ|しま|投げ|はず|外|編|着せ|貸|取り込|ほど|置|並べ|詰め|[一二三四五六七八九十数][つ枚着足本]|[^。、]{0,6}に入れ)|¦[^。、]{0,3}(?:と[^。]{0,20})?が[^。、]{0,8}(?:掛|かか|吊|干|落|畳|置|並|入っ|あっ|散らば|転が|残|脱ぎ|揺れ|はため|ひるがえ|翻|丸ま|出て)/iu;

/** `waved with her scarf`, `wiped it with a towel`: what something is done with is in the hand. */
const USED_WITH =
  /\b(?:wav|wip|cover|dri|dry|fann|beat|hit|rubb|polish|tied|tying|mopp|scrubb|bound|gagg)[a-z]* (?:[a-z]+ ){0,4}with (?:an?|the|his|her|its) (?:[a-z]+ )?$/iu;

const SHAKEN =
  /\b(?:shook|brushed|wiped|shaking) (?:the |some )?[a-z]+ (?:from|off) (?:his|her) (?:[a-z]+ )?$/iu;

/** 麦わら帽子の女の子 */
const ON_SOMEBODY =
  /^の[^。、はがをに]{0,3}(?:女の?子|男の?子|女|男|少[女年]|青年|老人|老婆|婦人|娘|おじ|おば|子ども|子供)/u;

/** 笠をかぶり, `wearing a straw hat`: what is worn is part of whoever wears it. */
function isWorn(prop: Prop, before: string, after: string): boolean {
  if (AT_THE_HIP.test(`${before}¦${after}`) && !DRAWN.test(before)) return true;
  const { worn } = traitsOf(prop);
  if (isBoundJa({ before, after })) return true;
  if (CARRIED.test(after)) return false;
  if (worn && ON_SOMEBODY.test(after)) return true;
  if (worn === "clothes" && WITH_OWN_EN.test(before)) return true;
  if (!worn || USED_WITH.test(before) || SHAKEN.test(before)) return false;
  if (isLookEn({ thing: prop, before })) return true;
  if (worn === "clothes" && !HANDLED.test(`${before}¦${after}`)) return true;
  return (
    /^[をの][^。、]{0,4}(?:かぶ|被|巻[いき]|はめ|履|はい|結[んび]|直[しす]|鳴ら)|^を(?:して|つけて|身につけ)|^(?:で|に)顔を隠/u.test(
      after,
    ) ||
    /\b(?:(?:wearing|wore|in|with|from|out of|wrapped in) (?:an?|the|his|her|its)|under (?:an?|his|her|its)) (?:[a-z]+ )?$/iu.test(
      before,
    )
  );
}

/** `with her shoes in her hand`. */
const CARRIED =
  /^[a-z]* (?:in|under|over) (?:his|her|one|its|the other) (?:[a-z]+ )?(?:hands?|arms?)\b|^を(?:[片両右左]?手|小?脇|腕)に/u;

/** 腰に刀をさしている, `a sword at his hip`: part of how somebody looks. */
const AT_THE_HIP =
  /腰に[^。、]{0,6}¦を(?:さし|差し|帯び|下げ|提げ)|¦ (?:hung |hanging )?(?:at|by|on) (?:his|her) (?:hip|belt|side|waist)\b/iu;

const DRAWN = /\b(?:drew|draws|drawing|unsheathed|pulled) (?:an?|the|his|her) (?:[a-z]+ )?$/iu;

/** 袋から瓶を取り出した, `took a key out of his pocket`: what comes out is in the hand, what it was in is not. */
const TAKES_OUT =
  /(?:袋|鞄|かばん|カバン|バッグ|リュック|ランドセル|箱|籠|かご|トランク)の?(?:中|奥|底)?から[^。]*(?:出[しす]|取[っり])|\b(?:took|pulled|drew|fished|lifted|produced|brought)\b[^.]*\b(?:out of|from) (?:the|an?|his|her|its|my|their) (?:[a-z]+ )?(?:bag|box|basket|case|suitcase|chest|backpack|satchel)\b/iu;

const VESSELS: ReadonlySet<Prop> = new Set([
  ...(["bag", "sack", "box", "basket", "suitcase", "chest", "backpack", "bundle", "toolbox"] as const),
]);

/** Whether something is taken out of this, so that it stands there open. */
export const isEmptied = (prop: Prop, action: string): boolean => VESSELS.has(prop) && TAKES_OUT.test(action);

/** Where things may stand that are too large for a hand. */
const STANDS: Readonly<Record<Ground, (place: PlaceKind) => boolean>> = {
  indoors: isIndoors,
  // Steps go up to shrines as often as to bedrooms.
  outdoors: (place) => isGround(place) && (!isIndoors(place) || place === "stairs"),
  ground: isGround,
  roads: (place) => /^(?:street|city|village|bridge)$/u.test(place),
  ways: (place) => /^(?:street|city|village|bridge|field|garden|shore|alley)$/u.test(place),
  waters: (place) => /^(?:sea|shore|river|lighthouse)$/u.test(place),
};

/** Where there is a floor or ground to stand on. */
function isGround(place: PlaceKind): boolean {
  return place !== "sea" && place !== "sky" && place !== "space";
}

/** Whether something large stands where such things do: a chest of drawers in a field is shown where it is named, and no longer. */
export function isAtHome(prop: Prop, place: PlaceKind): boolean {
  const { stands } = traitsOf(prop);
  return stands === undefined || STANDS[stands](place);
}

/** The lamps that stand in a street are no lamps of rooms. */
const lampOf = (place: PlaceKind, text: string): Prop =>
  STANDS.roads(place) && /\blamps?\b/u.test(text) ? "streetlamp" : "lamp";

/** What a thing is where it stands: a lamp of a road, and a fire out of doors, which no word calls a stove. */
export const thingAt = (prop: Prop, place: PlaceKind, text: string): Prop =>
  prop === "lamp"
    ? lampOf(place, text)
    : prop === "stove" && OUT_OF_DOORS.has(place) && /\bfires?\b/iu.test(text) && !/\bstoves?\b/iu.test(text)
      ? "campfire"
      : prop;

const OUT_OF_DOORS: ReadonlySet<PlaceKind> = new Set([
  "forest",
  "field",
  "mountain",
  "shore",
  "river",
  "garden",
]);

/** What somebody leaves behind: it is where it is named, and in nobody's hand. */
const TRACES: ReadonlySet<Prop> = new Set(["footprints", "handprint"]);

export const isTrace = (prop: Prop): boolean => TRACES.has(prop);

export const isLarge = (prop: Prop): boolean => isFurniture(prop);

const SET_DOWN =
  /に(?:は|も)?[、，]?[^。]{0,14}が(?:ある|あっ|あり)|置[いくか]|落(?:ち|し|と(?!しそう))|捨て|沈[みん]|(?:が|は)[^。、]{0,4}(?:飛[んび]|割れ|舞い)|腰に[^。、]*[さ差][しす]|転が|並[べん]|貼[っらり]|飾[っらり]|掛か[っり]|\b(?:pinned|hung|taped|lay|lying|put|set|laid|stood (?:the|an?|his|her|two|three)|dropped|threw away|sank|fell|flew|broke|shattered|stood on|left (?:the|a|two|his|her))\b/iu;

/** `in her basket`, 膝の上に: things that are on somebody, not on the ground. */
const ON_BODY =
  /\bin (?:his|her|its|their|my) (?:lap|arms?|hands?|mouth|beak|basket|bag|pocket)\b|(?:膝|ひざ|手|腕|口|胸)の?(?:上|中)?に/iu;

/** Whether a sentence has a thing on somebody: a loaf that lies in her lap does not bring the lamp beside her there. */
export const isOnBody = (prop: Prop, action: string): boolean =>
  ON_BODY.test(action) &&
  action.split(/(?<=[.!?。！？])/u).some((sentence) => {
    if (!ON_BODY.test(sentence)) return false;
    const named = findThings(sentence, wordsFor(action));
    return named.length === 0 || named.some(({ value }) => value === prop);
  });

/** `an enormous lamp`, 巨大な鍋: more than hands hold. */
export const isHuge = (prop: Prop, action: string): boolean =>
  HUGE.test(action) &&
  findThings(action, wordsFor(action)).some(
    ({ value, at }) => value === prop && HUGE_BEFORE.test(action.slice(0, at)),
  );

const HUGE = /\b(?:enormous|huge|giant|gigantic|immense|massive|colossal)\b|巨大な|とてつもなく大きな/iu;
const HUGE_BEFORE = new RegExp(`(?:${HUGE.source})[^.,;。、]{0,16}$`, "iu");

export const wordsFor = (action: string): Lexicon =>
  lexiconOf(/\p{Script=Latin}{3}/u.test(action) ? "en" : "ja");

/** Things on furniture or a wall, which outdoors the setting has not, so that they would float. */
const ON_TOP =
  /\bon (?:the|a|his|her) (?:[a-z]+ )?(?:table|desk|shelf|counter|windowsill|wall|roof|steps)\b|腰に|(?:机|棚|卓|テーブル|壁|台|屋根)の?上?[にで]/iu;

/** Whether an action is about things that lie somewhere by themselves. */
export const isSetDown = (action: string): boolean => SET_DOWN.test(action) && !ON_BODY.test(action);

/** A bicycle that is pushed through the kitchen is there. */
const BROUGHT =
  /\b(?:pushing|pushed|wheeled|wheeling|holding|held) (?:a|the|his|her) (?:[a-z]+ )?(?:bicycle|bike|handlebars)\b|自転車を押/iu;

/** Where nobody leaves a trace. */
const TRACKLESS: ReadonlySet<PlaceKind> = new Set(["sea", "sky", "space", "river"]);

/** Whether a thing that nobody holds is drawn in a place; a car that a text names may wait at a lake. */
export function belongs(prop: Prop, place: PlaceKind, action: string): boolean {
  if (isTrace(prop)) return !TRACKLESS.has(place);
  if (prop === "window") return WINDOWED.has(place);
  if (prop === "door") return DOORED.has(place) && usesDoor(action);
  const { stands } = traitsOf(prop);
  if (stands)
    return (
      BROUGHT.test(action) ||
      STANDS[stands](place) ||
      (stands === "indoors" && isGround(place)) ||
      (/^(?:roads|ways)$/u.test(stands) && isGround(place) && !isIndoors(place)) ||
      (stands === "waters" && isGround(place) && ASHORE.test(action))
    );
  if (isSetDown(action) && !isIndoors(place)) return !ON_TOP.test(action);
  return !AFLOAT.has(place);
}

/** `A rowing boat lay upside down under the bridge`: what else is on the water is on land there. */
const ASHORE =
  /\b(?:boats?|canoe|dinghy|kayak|rowboat|skiff)\b[^.]{0,16} (?:lay|lying|rested|resting|was|hung|stood|on (?:a|the|two|its) (?:trailer|grass|sand|barrels|side|roof|shore|beach))\b|\b(?:hung|lay|stood|repair(?:ed|ing)|mend(?:ed|ing)|paint(?:ed|ing)|buil(?:t|ding)) (?:an?|the|his|her) (?:[a-z]+ )?(?:boat|canoe|dinghy|kayak|rowboat|skiff)\b|[舟船ボ][ート]{0,2}(?:が|を)[^。、]{0,6}(?:伏せ|横た|引き上げ|吊|置)/iu;

/** Where a thing that nobody holds has nothing to lie on. */
const AFLOAT: ReadonlySet<PlaceKind> = new Set(["sea", "sky"]);

/**
 * Whether a thing that is there, and of which no word says where, wants a table under it: between walls small things do not lie
 * on the floor.
 */
const wantsTable = (prop: Prop, place: PlaceKind, action: string): boolean =>
  isIndoors(place) &&
  place !== "stairs" &&
  !isLarge(prop) &&
  traitsOf(prop).rests === undefined &&
  (!isSetDown(action) || ON_TOP.test(action));

export const liesOnFloors = (prop: Prop): boolean => traitsOf(prop).rests === "floor";

/** Things that nobody holds, with a table for those that would else lie on the floor. */
export function setOut(props: Prop[], { place, action }: { place: PlaceKind; action: string }): Prop[] {
  if (props.includes("table")) return props;
  return props.some((prop) => wantsTable(prop, place, action)) ? ["table", ...props] : props;
}
