// Hours that are told as a clock tells them: 午後七時, `at half past seven` of a day that has begun.
import type { Hour } from "../../../manga/staging.ts";

const EN =
  /\b(?:at|by|until|around|about|past|to) (?:half[- ]past |quarter[- ]past |quarter[- ]to |nearly |just after )?(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?= ?(?:o['’]clock|p\.?m\.?|a\.?m\.?|sharp)|[,.;]|$| (?:she|he|they|the|that|in|when|on)\b)/iu;
const NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split(" ");
const JA = /(午前|午後|朝の?|夜の?|夕方の?)?([一二三四五六七八九十]{1,2}|1?\d)時(?!間|代|計)/u;

/** The hour that a sentence tells by the clock, besides the words for hours in it; half of a day where the day before it shows which half. */
export function clockIn(
  text: string,
  { named, known, pastNoon }: { named: Hour | undefined; known: Hour | undefined; pastNoon: boolean },
): Hour | undefined {
  const ja = JA.exec(
    text.replaceAll(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)),
  );
  const later = /午後|夜|夕/u.test(ja?.[1] ?? "") || (ja?.[1] === undefined && pastNoon);
  if (ja?.[2]) return later ? (afterNoon(kanjiHour(ja[2])) ?? named) : named;
  if (named) return named;
  const en = EN.exec(text);
  if (!en?.[1] || /\ba\.?m\b|in the morning/iu.test(text)) return undefined;
  const hour = NUMBERS.indexOf(en[1].toLowerCase()) + 1;
  return known === undefined || known === "night" || known === "dawn" ? undefined : afterNoon(hour);
}

const afterNoon = (hour: number): Hour | undefined =>
  hour >= 7 && hour <= 11 ? "night" : hour >= 5 && hour <= 6 ? "dusk" : undefined;

function kanjiHour(text: string): number {
  const digit = Number(text);
  if (!Number.isNaN(digit)) return digit;
  const [, ten, one] = /^(十?)([一二三四五六七八九]?)$/u.exec(text) ?? [];
  return (ten ? 10 : 0) + (one ? "一二三四五六七八九".indexOf(one) + 1 : 0);
}
