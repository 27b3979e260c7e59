// Lines that their words give to anybody but whoever has just done something: "You saved it!", 大丈夫？; and what a caller gets to
// hear from nobody else: 「じいちゃん」 from a grandchild.
import type { Person } from "../../../manga/concept.ts";
import type { StoryUnit } from "../../../manga/story.ts";
import type { Mention } from "./mentions.ts";

const TO_ACTOR =
  /^(?:(?:お|おい|ねえ|ちょっと)、)?(?:大丈夫|だいじょうぶ|[怪け]我は|痛(?:い|む|くない)(?:か|の|です)?[？?]|しっかりし|よくやった|でかした|起き[てろ]|立[てっち]|(?:泥棒|どろぼう|ドロボウ|待て|止まれ)[！!、。っ]|気をつけ|よせ|やめ[てろな]|(?:ひどい|いい|すごい|きれいな|変な|上手|うまい|下手)(?:音|声|顔|歌|絵|字|格好)?(?:だ|ね|です|じゃ|もん|な))|^You(?:['’]ve| have|['’]d)? (?:(?:just|really|actually|nearly) )?(?:[a-z]+ed|saved|did|made|won|found|got|caught|broke|came|stole|lied|hit|dropped)\b(?! to\b)|^(?:Are you (?:all right|okay|ok|hurt|crazy|mad)|You all right|You okay|Does it hurt|How (?:do|are) you feel(?:ing)?|What happened to you|Well done|Nice one|Good (?:girl|boy|catch|shot)|Get up|What are you doing|Where have you been|Where are you going|Look at you|Careful|Watch out|(?:Stop[,!]? )?(?:Thief|Thieves)|Stop (?:him|her|them|thief)|Come back(?: here)?(?=!))\b/iu;

/** Whether a line is said to whoever has just done something, and so by somebody else. */
export const isToActor = (line: string): boolean => TO_ACTOR.test(line);

/** Whoever comes to somebody excuses themselves; whoever is found does not. */
export const isOfComer = (line: string): boolean =>
  /^(?:(.)、(?=\1))?(?:あの[うー]?|すみません|すいません|ごめんください|失礼|お邪魔|ごめん|Excuse me|I['’]m sorry|Sorry|Please)(?=[、。,.…！!]|$)/iu.test(
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
  TURNS.test(told.text.slice(subject.end));
