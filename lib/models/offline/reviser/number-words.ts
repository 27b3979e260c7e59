// Numbers as people write them in wishes: digits, kanji, English words.

const KANJI = "〇一二三四五六七八九";
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100 };

/** A run of digits or kanji below a thousand: `72`, `七十二`, `七二`, `百三`. */
export const NUMBER_JA = `(?:\\d{1,3}|[${KANJI}十百]{1,5})`;

const SMALL = [
  ...[
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
  ],
  ...["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"],
];
const TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const ONES = SMALL.slice(1, 10).join("|");

/** Digits or words up to a hundred: `72`, `seventy-two`, `a hundred`. */
export const NUMBER_EN = `(?:\\d{1,3}|(?:${TENS.join("|")})(?:[- ](?:${ONES}))?|${SMALL.slice(1).toReversed().join("|")}|(?:a|one) hundred)`;

/** Tens with which people count their age: `thirties`. */
export const DECADE_EN = TENS.map((ten) => ten.replace(/y$/u, "ies")).join("|");

/** Undefined for what is no such number. */
export function numberOf(said: string): number | undefined {
  const words = said.toLowerCase();
  if (/^\d+$/u.test(words)) return Number(words);
  if (/^(?:a|one) hundred$/u.test(words)) return 100;
  if (/^[a-z]/u.test(words)) return englishOf(words);
  return kanjiOf(words);
}

/** `thirties` is 30. */
export function decadeOf(said: string): number | undefined {
  const at = TENS.indexOf(said.toLowerCase().replace(/ies$/u, "y"));
  return at < 0 ? undefined : (at + 2) * 10;
}

function englishOf(words: string): number | undefined {
  const [first = "", second] = words.split(/[- ]/u);
  const ten = TENS.indexOf(first);
  const one = SMALL.indexOf(second ?? first);
  if (ten < 0) return second === undefined && one >= 0 ? one : undefined;
  return (ten + 2) * 10 + (second === undefined ? 0 : one);
}

function kanjiOf(said: string): number | undefined {
  if (!/[十百]/u.test(said)) return Number([...said].map((letter) => KANJI.indexOf(letter)).join(""));
  let total = 0;
  let pending: number | undefined;
  for (const letter of said) {
    const unit = UNITS[letter];
    if (unit === undefined) {
      // Two digits before a unit are no number.
      if (pending !== undefined) return undefined;
      pending = KANJI.indexOf(letter);
      continue;
    }
    total += (pending ?? 1) * unit;
    pending = undefined;
  }
  return total + (pending ?? 0);
}
