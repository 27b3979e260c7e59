// Hours that are told as a clock tells them: 午後七時, `at half past seven` of a day that has begun.
import type { Hour } from "../closed/staging.ts";

const EN =
  /\b(?:at|by|until|around|about|past|(?<!\bfrom [a-z]+ )to) (?:half[- ]past |quarter[- ]past |quarter[- ]to |nearly |just after )?(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?= ?(?:o['’]clock|p\.?m\.?|a\.?m\.?|sharp)|[,.;]|$| (?:she|he|they|the|that|in|when|on)\b)/iu;
const NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split(" ");
const JA = /(午前|午後|朝の?|夜の?|夕方の?)?([一二三四五六七八九十]{1,2}|1?\d)時(?!間|代|計)/u;

interface Known {
  /** The hour that the sentence names by a word. */
  named: Hour | undefined;
  known: Hour | undefined;
  pastNoon: boolean;
  /** What a clock told last, of a day's first half. */
  since?: number | undefined;
  /** What a clock told last, at whatever hour. */
  last?: number | undefined;
}

/** The number that an English sentence has a clock tell. */
export function clockNumber(text: string): number | undefined {
  const word = EN.exec(text)?.[1];
  return word === undefined ? undefined : NUMBERS.indexOf(word.toLowerCase()) + 1;
}

/** The hour that a sentence tells by the clock, besides the words for hours in it; half of a day where the day before it shows which half. */
export function clockIn(text: string, { named, known, pastNoon, since, last }: Known): Hour | undefined {
  const ja = JA.exec(
    text.replaceAll(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)),
  );
  const later = /午後|夜|夕/u.test(ja?.[1] ?? "") || (ja?.[1] === undefined && pastNoon);
  if (ja?.[2] && ja[1] === "午前") return beforeNoon(kanjiHour(ja[2])) ?? named;
  if (ja?.[2]) return later ? (afterNoon(kanjiHour(ja[2])) ?? named) : named;
  if (named) return named;
  const en = EN.exec(text);
  if (!en?.[1] || /\ba\.?m\b|in the morning/iu.test(text)) return undefined;
  const hour = NUMBERS.indexOf(en[1].toLowerCase()) + 1;
  // Nine o'clock, and then eleven: still before noon.
  if (since !== undefined && hour >= since && known === "day") return undefined;
  // Four o'clock at night, and then seven: the night is over.
  if (known === "night" && last !== undefined && last < hour && last <= 6 && hour >= 5 && hour <= 11)
    return hour <= 7 ? "dawn" : "day";
  return known === undefined || known === "night" || known === "dawn" ? undefined : afterNoon(hour);
}

const beforeNoon = (hour: number): Hour | undefined =>
  hour <= 3 || hour === 12 ? "night" : hour <= 5 ? "dawn" : undefined;

const afterNoon = (hour: number): Hour | undefined =>
  hour >= 7 && hour <= 11 ? "night" : hour >= 5 && hour <= 6 ? "dusk" : undefined;

function kanjiHour(text: string): number {
  const digit = Number(text);
  if (!Number.isNaN(digit)) return digit;
  const [, ten, one] = /^(十?)([一二三四五六七八九]?)$/u.exec(text) ?? [];
  return (ten ? 10 : 0) + (one ? "一二三四五六七八九".indexOf(one) + 1 : 0);
}

const SOON =
  /^meanwhile\b|^(?:その|同じ)(?:ころ|頃)|^(?:(?:half an|an?|one|two|three|five|ten|twenty|a few|some) )?(?:hours?|minutes?|seconds?|moments?|while) later\b|^(?:[一二三五十数]+(?:分|秒)後|しばらくして|しばらくすると|まもなく|間もなく|やがて)/iu;

/** Whether a sentence begins so soon after the one before that the hour is still what it was. */
export const isSoonAfter = (text: string): boolean => SOON.test(text);
