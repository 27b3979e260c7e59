// What the words of a line betray of who says it: nobody calls their own name, and some words only some people use.

import type { StoryUnit } from "../../../manga/story.ts";
import type { Person } from "../closed/concept.ts";
import { SELVES } from "./self-naming.ts";
import type { Around } from "./speakers.ts";

/** Whether a trade is somebody's, by what the story calls them. */
const isOf =
  (trade: RegExp) =>
  ({ name, aliases }: Person): boolean =>
    [name, ...aliases].some((one) => trade.test(one));

const HEALERS = /(?:医者|医師|獣医|看護師|看護婦|薬師|doctor|nurse|vet|dentist|healer)$|^Dr\b/iu;
const TEACHERS = /(?:先生|教師|担任|teacher|professor)$/iu;

/** Words that only some people use of themselves or at the end of a line. */
const MANNER: readonly { when: RegExp; fits: (person: Person) => boolean }[] = [
  {
    when: /わし|じゃよ?(?:[。！？]|$)|のう[。！？]?$|とらん[。、！？]|とるわい/u,
    fits: ({ age }) => age === "elder",
  },
  {
    when: /(?<!\p{Script=Han})(?:俺|おれ|僕|ぼく)(?=[はがもにのをと、])/u,
    fits: ({ gender }) => gender === "male",
  },
  { when: /あたし|(?:わよ|だわ|かしら|のよ)[。！？!?…]*$/u, fits: ({ gender }) => gender === "female" },
  { when: /^(?:きみ|君|坊や)[、。！？]/u, fits: ({ age }) => age === "adult" || age === "elder" },
  {
    when: /さあねえ|おやおや|[だよたるな]ねえ[。！？]?$/u,
    fits: ({ age }) => age === "adult" || age === "elder",
  },
  { when: /お[姉兄]ちゃん/u, fits: ({ age }) => age === "child" || age === "teen" },
  { when: /(?:^|[、。！？!?…])[姉兄]ちゃん(?=[、。！？!?…]|$)/u, fits: ({ age }) => age !== "elder" },
  { when: /でしょ[。！？!?]*$/u, fits: ({ gender, age }) => gender !== "male" || age !== "elder" },
  { when: /うちの患者|(?<!\p{Script=Han})お大事に|\b(?:my patients?|open wide)\b/iu, fits: isOf(HEALERS) },
  { when: /教科書を(?:開|出し)|授業を(?:始め|終わり)ま|\bopen your books\b/iu, fits: isOf(TEACHERS) },
  {
    when: /(?:じゃ|し|て|ら|か|わ|け|ら|れ|さ)ねえ(?:よ|か|の|し|な|ぞ|や|[。！？!?…]|$)|だろうが|やがって|てめえ|(?:うる|うっ)せえ|くそっ/u,
    fits: ({ gender, kind }) => gender !== "female" || kind !== "human",
  },
  {
    when: /^(?:へい、?)?(?:いらっしゃい|らっしゃい|毎度)|ご注文は|またのお越し|^お客(?:さま|様)[、。]/u,
    fits: isOf(
      /店|主人|車掌|駅員|乗務員|大将|女将|おかみ|マスター|シェフ|コック|バーテン|ウェイ|ウエイ|屋$|板前|バイト|レジ/u,
    ),
  },
  {
    when: /切符を?拝見|ご乗車|まもなく[^。]*(?:発車|到着)/u,
    fits: isOf(/駅員|車掌|運転[手士]|乗務員|駅長/u),
  },
  { when: /検温|お薬の時間|面会時間|お熱を|採血/u, fits: isOf(HEALERS) },
  { when: /おいら/u, fits: ({ gender }) => gender === "male" },
  { when: /^子どもは|^ガキ/u, fits: ({ age }) => age !== "child" },
  { when: /だもん[。！？!…]*$/u, fits: ({ age }) => age === "child" },
  { when: /にゃ|ニャ/u, fits: ({ kind }) => kind === "cat" },
  { when: /^(?:ワン|わん)(?:ワン|わん|[ッっー、。！!…])*$/u, fits: ({ kind }) => kind === "dog" },
  { when: /^m(?:eow|ew|rr)/iu, fits: ({ kind }) => kind === "cat" },
  { when: /^(?:woof|arf)/iu, fits: ({ kind }) => kind === "dog" },
  { when: /^(?:caw|squawk|tweet|kraa?)/iu, fits: ({ kind }) => kind === "bird" },
  { when: /\b(?:my dear|dearie|sonny|when i was young)\b/iu, fits: ({ age }) => age === "elder" },
  { when: /ピピ|ピー|\bbeep\b/iu, fits: ({ kind }) => kind === "robot" },
];

/** Whether the words of a line are not theirs: わし of a child, where somebody else fits. */
export function contradicts(line: string, person: Person, people: readonly Person[]): boolean {
  const manner = MANNER.find(({ when }) => when.test(line));
  return manner !== undefined && !manner.fits(person) && people.some((other) => manner.fits(other));
}

/** Whether a line is what such a speaker says of itself: わん of a dog, わし of an old man. */
export function sounds(line: string, person: Person): boolean {
  return MANNER.find(({ when }) => when.test(line))?.fits(person) ?? false;
}

/** Whether an animal's cry is all there is of a line. */
export const isCry = (line: string): boolean => CRY.test(line);

const CRY = /^(?:(?:にゃ|ニャ|みゃ)[あぁんーアァン]*|ワンワン?|わんわん?|meow|woof|arf)[。！!.…]*$/iu;

/** 「にゃあ」 from a box, in a story without a cat among its people: it is nobody's line, and takes no turn. */
export const isNobodys = ({ kind, text }: StoryUnit, people: readonly Person[]): boolean =>
  kind === "speech" && isCry(text) && !people.some((person) => sounds(text, person));

/** People whom a line calls by name; they are not the ones who say it. */
export function calledIn({ text }: Pick<StoryUnit, "text">, roll: Around["roll"]): Person[] {
  return roll
    .mentions(text)
    .filter(({ at, end }) => !SELVES.test(text.slice(at, end)))
    .filter(({ at, end }) => isVocative(text, at, end) || BIDDEN.test(text.slice(end)))
    .map(({ person }) => person);
}

/** 美咲も来いよ: whoever is told to do something is there and called. */
const BIDDEN = /^も[^。、]{0,8}(?:[いろえけせめ]よ?|なさい|ください|おいで)(?=[。！!]|$)/u;

/** Words that call somebody by what they are, and whom they fit. */
const CALLS: readonly { when: RegExp; fits: (person: Person) => boolean }[] = [
  {
    when: /お?嬢(?:さん|ちゃん)|(?:そこの|町の)娘|\b(?:little girl|young lady|miss)\b/iu,
    fits: ({ gender, age }) => gender === "female" && (age === "child" || age === "teen"),
  },
  {
    when: /坊や|坊主|小僧|\b(?:my boy|young man|sonny)\b/iu,
    fits: ({ gender, age }) => gender === "male" && (age === "child" || age === "teen"),
  },
  {
    when: /(?:^|[、。！？!?…])お?(?:じい|爺)(?:ちゃん|さん|様)(?=[、。！？!?…]|$)|(?:^|[,.!?…] )(?:grandpa|grandad|grandfather|gramps)(?=[,.!?…]|$)/iu,
    fits: ({ gender, age }) => gender === "male" && age === "elder",
  },
  {
    when: /(?:^|[、。！？!?…])お?(?:ばあ|婆)(?:ちゃん|さん|様)(?=[、。！？!?…]|$)|(?:^|[,.!?…] )(?:grandma|granny|nana|grandmother)(?=[,.!?…]|$)/iu,
    fits: ({ gender, age }) => gender === "female" && age === "elder",
  },
  {
    when: /(?:^|[、。！？!?…])お?姉(?:ちゃん|さん|貴)(?=[、。！？!?…]|$)/u,
    fits: ({ name, aliases, gender, age }) =>
      [name, ...aliases].some((one) => one.endsWith("姉")) ||
      (gender === "female" && (age === "teen" || age === "adult")),
  },
  {
    when: /(?:^|[、。！？!?…])お?兄(?:ちゃん|さん|貴)(?=[、。！？!?…]|$)/u,
    fits: ({ name, aliases, gender, age }) =>
      [name, ...aliases].some((one) => one.endsWith("兄")) ||
      (gender === "male" && (age === "teen" || age === "adult")),
  },
  {
    when: /(?:^|[、。！？!?…])(?:お?母さん|母ちゃん|ママ)(?=[、。！？!?…]|$)|(?:^|[,.!?…] )(?:mum|mom|mummy|mommy|mama|mother)(?=[,.!?…]|$)/iu,
    fits: ({ gender, age }) => gender === "female" && age === "adult",
  },
  {
    when: /(?:^|[、。！？!?…])(?:お?父さん|父ちゃん|パパ)(?=[、。！？!?…]|$)|(?:^|[,.!?…] )(?:dad|daddy|papa|father)(?=[,.!?…]|$)/iu,
    fits: ({ gender, age }) => gender === "male" && age === "adult",
  },
  {
    when: /(?:^|[,.!?…] )sir(?=[,.!?…]|$)/iu,
    fits: ({ gender, age }) => gender !== "female" && (age === "adult" || age === "elder"),
  },
  {
    when: /(?:^|[,.!?…] )(?:madam|ma['’]am|my lady)(?=[,.!?…]|$)/iu,
    fits: ({ gender, age }) => gender === "female" && (age === "adult" || age === "elder"),
  },
  {
    when: /(?:^|[、。！？!?…])先生(?=[、。！？!?…]|$)/u,
    fits: ({ name, aliases }) =>
      [name, ...aliases].some((one) => /(?:医者|獣医|医師|教師|先生|博士|師匠|師範|作家|画家)$/u.test(one)),
  },
  {
    when: /(?:^|[、。！？!?…])お(?:じ|っ)(?:さん|ちゃん)(?=[、。！？!?…]|$)/u,
    fits: ({ gender, age }) => gender === "male" && (age === "adult" || age === "elder"),
  },
  {
    when: /(?:^|[、。！？!?…])おば(?:さん|ちゃん)(?=[、。！？!?…]|$)/u,
    fits: ({ gender, age }) => gender === "female" && (age === "adult" || age === "elder"),
  },
  {
    when: /(?:^|, )(?:pet|sweetheart|dearie|love|lad|lass|laddie|kid|kiddo)(?=[,.!?]|$)/iu,
    fits: ({ age, kind }) => kind === "human" && (age === "child" || age === "teen"),
  },
  { when: /お侍(?:さま|さん|様)/u, fits: ({ name, aliases }) => [name, ...aliases].includes("侍") },
];

/** Whether a line calls somebody by a word that fits this person, so that somebody else must have said it. */
export function addresses({ text }: StoryUnit, person: Person): boolean {
  const called = text.replace(SCOLDED, "、");
  return CALLS.some(({ when, fits }) => when.test(called) && fits(person));
}

/** お兄ちゃんのばか！, ケンの、いじわる: whoever is called names is called. */
const SCOLDED =
  /の、?(?=(?:大?(?:ばか|バカ|馬鹿)|いじわる|意地悪|うそつき|嘘つき|けち|ケチ|わからずや|分からず屋|いくじなし|意気地なし)[！!。、…]|(?:ばか|バカ|馬鹿)(?:やろう|野郎))/u;

/** Whether a name in a line calls somebody. */
export function isVocative(line: string, at: number, end: number): boolean {
  let before = at - 1;
  while (before >= 0 && /\s/u.test(line[before] ?? "")) before -= 1;
  if (before >= 0 && !/[、，,。.！？!?…]/u.test(line[before] ?? "")) return false;
  let from = end;
  while (from < line.length && /\s/u.test(line[from] ?? "")) from += 1;
  const after = line.slice(from, from + SCOLDED_LENGTH).replace(SCOLDED, "、");
  return after === "" || /^[、，,。.！？!?…]/u.test(after);
}

/** Longer than what scolds: a line of thousands of names is not read to its end for each of them. */
const SCOLDED_LENGTH = 16;
