// Converts words of an answer to the book's data (`OpenWordSchema`, `SaidSchema`): on one line, within their limits, and absent where the
// answer has none. Pure; reads at most `READ` characters of a text.
import type { Held } from "../../manga/moment.ts";

/** Limits of the schemas, in UTF-16 units. */
const MOST = { word: 120, said: 300 } as const;
const READ = 2_400;

/** A text on one line, cut between characters. */
export function clipped(text: string, most: number = MOST.said): string {
  const line = text.slice(0, READ).replaceAll(/\s+/gu, " ").trim();
  if (line.length <= most) return line;
  return line
    .slice(0, most)
    .replace(/[\uD800-\uDBFF]$/u, "")
    .trim();
}

/** Answers that mean "nothing". */
const NOTHING =
  /^(?:none|no|nothing|nobody|nowhere|not told|untold|unknown|unspecified|n\/?a|null|-+|なし|無し|不明|特になし)\.?$/iu;

/** A word or short phrase; undefined for an empty answer. */
export function openWord(text: string | undefined): string | undefined {
  const word = clipped(text ?? "", MOST.word);
  return word === "" || NOTHING.test(word) ? undefined : word;
}

/** One or two sentences; undefined for an empty answer. */
export function saidIn(text: string | undefined): string | undefined {
  const said = clipped(text ?? "");
  return said === "" || NOTHING.test(said) ? undefined : said;
}

/** The distinct phrases of a text, separated by semicolons, or by commas if it has none. */
export function wordsIn(text: string | undefined, most: number): string[] {
  return openWords(partsOf(text ?? ""), most);
}

/** The distinct words in order, without empty answers. */
export function openWords(texts: readonly string[], most: number): string[] {
  return [...new Set(texts.flatMap((text) => openWord(text) ?? []))].slice(0, most);
}

function partsOf(text: string): string[] {
  const line = text.slice(0, READ);
  return /[;；]/u.test(line) ? line.split(/[;；]/u) : line.split(/[,，、]/u);
}

/** The most things in `ActingSchema`. */
const MOST_HELD = 4;

/** Things in a character's hands, from `umbrella (over the head); letter`. */
export function parseHands(text: string): Held[] {
  const held = new Map<string, Held>();
  const parts = partsOf(text).flatMap((part) =>
    part.includes("(") ? [part] : part.split(/ and |と(?=\S)/u),
  );
  for (const part of parts) {
    const { noun = "", manner } =
      /^(?<noun>[^(（]*)(?:[(（](?<manner>[^)）]*)[)）]?)?/u.exec(part)?.groups ?? {};
    const what = openWord(noun.replace(/^\s*(?:an?|the|his|her|their|its) /iu, ""));
    const how = openWord(manner);
    if (what !== undefined && !held.has(what)) held.set(what, { what, ...(how !== undefined && { how }) });
  }
  return [...held.values()].slice(0, MOST_HELD);
}

/** Things in an answer's notation: `umbrella (over the head); letter`. */
export const handsText = (hands: readonly Held[]): string =>
  hands.map(({ what, how }) => (how === undefined ? what : `${what} (${how})`)).join("; ");

/** Whether two words name the same thing, as `letter` and `folded letter` do. */
export function isSameThing(a: string, b: string): boolean {
  const [one, other] = [a, b].map((text) => ` ${text.toLowerCase().replaceAll("-", " ")} `);
  return one !== undefined && other !== undefined && (one.includes(other) || other.includes(one));
}
