// Lines that their words give to anybody but whoever has just done something: "You saved it!", 大丈夫？; and what a caller gets to
// hear from nobody else: 「じいちゃん」 from a grandchild.

import type { StoryUnit } from "../../../manga/story.ts";
import type { Person } from "../closed/concept.ts";
import { addresses, calledIn } from "./manners.ts";
import type { Mention } from "./mentions.ts";
import type { Around, Clue, Speaker } from "./speakers.ts";

const TO_ACTOR =
  /^(?:(?:お|おい|ねえ|ちょっと)、)?(?:(?:大丈夫|だいじょうぶ)(?:[？?]|か|です|なの|そう)|[怪け]我は|痛(?:い|む|くない)(?:か|の|です)?[？?]|しっかりし|よくやった|でかした|起き[てろ]|立[てっち]|(?:泥棒|どろぼう|ドロボウ|待て|止まれ)[！!、。っ]|(?:寝|起き|休ん|座っ)て(?:なくて|いて)?(?:いいの|いい[？?]|平気)|(?:何|なに)を?(?:し|見|読|書い|食べ|作っ|描い|考え|やっ)て(?:る|い|ん)|(?:こんな|そんな)ところで|何者|何の用|どこ(?:へ|に)行く|名を名乗れ|動くな|そこで何|気をつけ|よせ|やめ[てろな]|(?:ひどい|いい|すごい|きれいな|変な|上手|うまい|下手)(?:音|声|顔|歌|絵|字|格好)?(?:だ|ね|です|じゃ|もん|な))|^You(?:['’]ve| have|['’]d)? (?:(?:just|really|actually|nearly) )?(?:[a-z]+ed|saved|did|made|won|found|got|caught|broke|came|stole|lied|hit|dropped)\b(?! to\b)|^(?:Are you (?:all right|okay|ok|hurt|crazy|mad)|You all right|You okay|Does it hurt|How (?:do|are) you feel(?:ing)?|What happened to you|Well done|Nice one|Good (?:girl|boy|catch|shot)|Get up|What are you doing|Where have you been|Where are you going|Look at you|Careful|Watch out|(?:Stop[,!]? )?(?:Thief|Thieves)|Stop (?:him|her|them|thief)|Come back(?: here)?(?=!))\b/iu;

/** Whether a line is said to whoever has just done something, and so by somebody else. */
export const isToActor = (line: string): boolean => TO_ACTOR.test(line);

/** `Wren sprang up`: whoever starts at what they see or hear has done nothing that they could be told. */
export const isStart = (told: string): boolean =>
  /\b(?:(?:sprang|jumped|leap(?:ed|t)|shot|started) (?:up|back|to (?:his|her) feet)|(?:spun|whirled) (?:a?round|about)|(?:stared|pointed|glared) at|turned (?:red|white|pale|scarlet)|gasped|went (?:white|pale|red))\b/u.test(
    told,
  );

const GIVES =
  /渡[しすされ]|差し出|放[っり]|投げ|くれた|よこし|置い|注[いぎ]|押しつけ|手に[^。]{0,6}載せ|貸し|見せ|並べた|配[っり]|貼[っり]|塗[っり]|つね|叩い|殴|押した|蹴/u;
const TAKES =
  /^…*(?:あ、|わあ、)?(?:ありがと|サンキュ|どうも|いただきます|すみません|助かり|痛|いて[っえて]|いたた|冷た|熱[っい]|これ(?:[、はって]+)?(?:何|なに|なん|誰|だれ)|何[？?だよ]|なに[？?これ]|なんだ、?これ)/u;

/** 遠藤は三浦にハンカチを渡した。/ 「ありがと」: whoever was given something says so. */
export const takesWhat = (line: string, deed: string): boolean => TAKES.test(line) && GIVES.test(deed);

/** 「おい、坊主」, 「お姉ちゃん！」: nothing else is said. */
export const isOnlyCall = (line: string): boolean =>
  /^(?:(?:おい|ねえ|なあ|ちょっと|よう|あの)、)?[^、。！？!?…]{1,8}[！!。…]*$/u.test(line);

/** Whoever comes to somebody excuses themselves; whoever is found does not. */
export const isOfComer = (line: string): boolean =>
  /^(?:(.)、(?=\1))?(?:あの[うー]?|すみません|すいません|ごめんください|失礼|お邪魔|ごめん|遅くなっ[^、。]{0,8}|お待たせ[^、。]{0,6}|Excuse me|I['’]m sorry|Sorry|Please)(?=[、。,.…！!]|$)/iu.test(
    line,
  );

/** 祖母はいつまでも餅を運んできた: no moment in which a line is said. */
export const isLasting = (told: string): boolean =>
  /いつまでも|何度も|何回も|ずっと|次々|毎[日朝晩週年]|^[^。、]{1,3}[年月]前|^昔/u.test(told);

const OLD =
  /(?:^|[、。！？!?…　])お?(?:じい|ばあ)ちゃん(?=[、。！？!?…]|$)|(?:^|[,.!?…] )(?:grandpa|grandad|granddad|grandma|granny|gran|nana)(?=[,.!?…]|$)/iu;
const GRANDCHILD = /^(?:孫|孫娘|grandson|granddaughter|grandchild)$/iu;

/** Whether a line calls somebody as this person would, who is told of as a grandchild. */
export const callsAsKin = (line: string, { name, aliases }: Person): boolean =>
  OLD.test(line) && [name, ...aliases].some((one) => GRANDCHILD.test(one));

const TURNS =
  /戸を|ドアを|扉を|襖を|起きて|降りて|振り(?:向|返)|顔を(?:上|出|覗|のぞ)|のぞい|覗い|駆け寄|飛んで|やって来|\b(?:put|stuck|poked) (?:his|her) head\b|\b(?:looked|turned) (?:up|round|around)\b|\b(?:came|ran|hurried|appeared|jumped)\b/iu;

/** `"Kit!"` Kit put her head round the door: whoever was called and comes waits to be told why. */
export const comesWhenCalled = (
  before: StoryUnit | undefined,
  told: StoryUnit | undefined,
  called: readonly Person[],
  subject: Mention | undefined,
): boolean =>
  before?.kind === "speech" &&
  told?.kind === "narration" &&
  subject !== undefined &&
  called.includes(subject.person) &&
  isAtAnEnd(before.text, subject.person) &&
  TURNS.test(told.text.slice(subject.end));

/** ノックした。/ 「どうぞ」: whoever is inside says so. */
export const isInvited = (line: string, told: string): boolean =>
  /ノック|[戸扉]を[^。、]{0,4}(?:叩|たた)|ドアを[^。、]{0,4}(?:叩|たた)|呼び鈴|チャイムを|インターホン|ベルを鳴ら/u.test(
    told,
  ) && /^(?:はい|はーい|どうぞ|お?入|開いて|誰|だれ|どなた|どちら|うるさ|今|いま)/u.test(line);

/** 「無理だって。西村先生、見てる」 calls nobody to come. */
const isAtAnEnd = (line: string, { name, aliases }: Person): boolean => {
  const bare = line.replaceAll(/(?:さん|ちゃん|くん|君|様|先生|先輩)?[。、！？!?…—,.]+$/gu, "");
  return [name, ...aliases].some(
    (one) => line.startsWith(one) || bare.endsWith(one) || line.startsWith(`おい、${one}`),
  );
};

/** Whoever sees a ghost says so. */
export const isStartled = (line: string): boolean =>
  /^(?:.、)?(?:出た|うわ|ひっ|ひい|きゃ|ぎゃ|わあ|わっ|お化け|おばけ|幽霊)/u.test(line);

const ASKS = /(?:[?？]|(?<!も)の|か|^[^。、]{1,12}は)[。…]*$/u;

/**
 * 「親分、てえへんだ」 / 新吉が飛びこんできた。 / 「騒がしいな」: whoever acts between two lines, and was not called by the first, has
 * said the first where it calls somebody else; that one answers. Whoever was called before the first has answered with it.
 */
export function turnOf(
  person: Person,
  { story, index, roll, people, unit }: Around,
  speakers: ReadonlyMap<string, Speaker>,
): Clue | undefined {
  const paragraph = story.units[index - 1]?.paragraph ?? 0;
  const first = story.units.findIndex((one) => one.paragraph === paragraph);
  const line = story.units[first - 1];
  if (line?.kind !== "speech" || paragraph === unit.paragraph || line.paragraph !== paragraph - 1)
    return undefined;
  const known = speakers.get(line.id);
  if (known?.person) return undefined;
  const called = people.filter((one) => calledIn(line, roll).includes(one) || addresses(line, one));
  const tells = /[、。！？!?…].{2,}/u.test(line.text);
  // 「おい、坊主」 / 大介が顔を出した: whoever has only called goes on.
  if (called.length > 0 && isOnlyCall(line.text)) return undefined;
  if (tells && called.length === 1 && called[0] && called[0] !== person)
    return { likely: called[0], not: person };
  if (first !== index - 1) return undefined;
  const asks = ASKS.test(unit.text);
  const before = story.units[first - 2];
  // The question that opens a story is asked by whoever is told of then.
  if (!before || before.kind === "heading")
    return ASKS.test(line.text) && !asks ? { not: person } : undefined;
  const asked =
    before.kind === "speech" && line.paragraph === before.paragraph + 1 ? calledIn(before, roll) : [];
  if (asked.includes(person) && asks && !ASKS.test(line.text)) return { not: person };
  const question = story.units.slice(0, first - 1).findLastIndex(({ kind }) => kind === "speech");
  const asker = story.units
    .slice(question + 1, first - 1)
    .flatMap(({ text }) => roll.mentions(text))
    .findLast(({ subject }) => subject)?.person;
  return asks &&
    asker &&
    asker !== person &&
    first - question <= 4 &&
    !ASKS.test(line.text) &&
    ASKS.test(story.units[question]?.text ?? "")
    ? { likely: asker, not: person }
    : undefined;
}
