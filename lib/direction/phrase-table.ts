// Looks up a free phrase (`sprints down the alley`, 路地を駆け抜ける) in a table of words with traits. Made for the short fields of a beat on
// actions and feelings, not for prose.

/** Traits, then the words that have them: English in the base form, Japanese in the dictionary form, both separated by commas. */
export type WordRow<T extends string> = readonly [traits: readonly T[], english: string, japanese: string];

export type Traits<T extends string> = ReadonlySet<T>;

/** A word that was found in a phrase. */
interface Found<T extends string> {
  traits: Traits<T>;
  at: number;
  length: number;
}

/** Returns the traits of the known words of a phrase in order, without negated words (`not angry`, 怒らない). */
export type PhraseTable<T extends string> = (phrase: string) => readonly Traits<T>[];

export function phraseTable<T extends string>(rows: readonly WordRow<T>[]): PhraseTable<T> {
  const english = new Map<string, Traits<T>>();
  const japanese: JapaneseWord<T>[] = [];
  for (const [names, en, ja] of rows) {
    const traits = new Set(names);
    for (const word of listOf(en)) english.set(word, traits);
    for (const word of listOf(ja)) japanese.push(...stemsOf(word).map((stem) => ({ ...stem, traits })));
  }
  const read = (phrase: string): readonly Traits<T>[] =>
    (isJapanese(phrase) ? findJapanese(phrase, japanese) : findEnglish(phrase, english)).map(
      ({ traits }) => traits,
    );
  const known = new Map<string, readonly Traits<T>[]>();
  return (phrase) => {
    const found = known.get(phrase) ?? read(phrase);
    // Results are cached: each framing of a beat looks its phrases up again, and a book has some hundreds of phrases.
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(phrase, found);
    return found;
  };
}

const MOST_KNOWN = 1000;

const listOf = (words: string): string[] =>
  words
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "");

const isJapanese = (text: string): boolean =>
  /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(text);

// English

const LONGEST_PHRASE = 4;
const DENIES = new Set(["not", "never", "no", "cannot", "without", "stops", "refuses", "t"]);

function findEnglish<T extends string>(phrase: string, words: ReadonlyMap<string, Traits<T>>): Found<T>[] {
  const tokens = phrase.toLowerCase().match(/[a-z]+/gu) ?? [];
  const found: Found<T>[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const hit = longestAt(tokens, at, words);
    if (!hit) continue;
    if (!tokens.slice(Math.max(0, at - 2), at).some((token) => DENIES.has(token))) found.push(hit);
    at += hit.length - 1;
  }
  return found;
}

function longestAt<T extends string>(
  tokens: readonly string[],
  at: number,
  words: ReadonlyMap<string, Traits<T>>,
): Found<T> | undefined {
  const bases = baseForms(tokens[at] ?? "");
  for (let length = Math.min(LONGEST_PHRASE, tokens.length - at); length >= 1; length -= 1) {
    const rest = tokens.slice(at + 1, at + length);
    for (const base of bases) {
      const phrase = [base, ...rest].join(" ");
      // The phrase may have the singular: `cross arm` for `cross arms`.
      const traits = words.get(phrase) ?? (length > 1 ? words.get(`${phrase}s`) : undefined);
      if (traits) return { traits, at, length };
    }
  }
  return undefined;
}

/** The forms of which a token may be an inflection, itself first: `running` → `running`, `runn`, `runne`, `run`. */
function baseForms(token: string): string[] {
  const forms = [token];
  const without = (ending: string) => (token.endsWith(ending) ? token.slice(0, -ending.length) : undefined);
  const plain = without("s");
  if (plain !== undefined) forms.push(plain);
  const es = without("es");
  if (es !== undefined) forms.push(es);
  const ies = without("ies") ?? without("ied") ?? without("ily");
  if (ies !== undefined) forms.push(`${ies}y`);
  const dying = without("ying");
  if (dying !== undefined) forms.push(`${dying}ie`);
  for (const stem of [without("ing"), without("ed"), without("er"), without("ingly"), without("edly")]) {
    if (stem === undefined || stem.length < 2) continue;
    forms.push(stem, `${stem}e`);
    if (stem.at(-1) === stem.at(-2)) forms.push(stem.slice(0, -1));
  }
  for (const stem of [without("ly"), without("ness"), without("ful"), without("fully")])
    if (stem !== undefined) forms.push(stem);
  return forms;
}

// Japanese

interface JapaneseStem {
  stem: string;
  /** Kana that may follow the stem. Undefined: anything may. */
  follow?: string;
}
type JapaneseWord<T extends string> = JapaneseStem & { traits: Traits<T> };

/** First kana of the endings of a consonant verb (五段), by the last kana of its dictionary form. */
const ROWS: Readonly<Record<string, string>> = {
  う: "わいうえおっ",
  く: "かきくけこい",
  ぐ: "がぎぐげごい",
  す: "さしすせそ",
  つ: "たちつてとっ",
  ぬ: "なにぬねのん",
  ぶ: "ばびぶべぼん",
  む: "まみむめもん",
  る: "らりるれろっ",
};
/** Kana before the る of a vowel verb (一段), which drops る: 食べる, 食べて, 食べない. */
const VOWEL_ENDINGS = "いえきけぎげしせじちてにねひへびべみめりれ";

/** Stems of a word. Nouns stay unchanged; adjectives lose い, verbs their last kana. */
function stemsOf(word: string): JapaneseStem[] {
  const [stem, last, before] = [word.slice(0, -1), word.at(-1) ?? "", word.at(-2) ?? ""];
  if (stem === "") return [{ stem: word }];
  if (last === "い") return [{ stem, follow: "いくかけさそげ" }];
  const row = ROWS[last];
  if (row === undefined) return [{ stem: word }];
  // 見る and 寝る are vowel verbs whose stem is a single kanji.
  const isVowel = last === "る" && (VOWEL_ENDINGS.includes(before) || /\p{Script=Han}/u.test(before));
  return [{ stem, follow: row }, ...(isVowel ? [{ stem, follow: "るてたなまよれらずつ、。" }] : [])];
}

const DENIED = ["ない", "なかっ", "ません"];
const DENIED_AT_ONCE = ["ず", "ぬ", "なく"];

/** Finds the words of a phrase. Of overlapping words the longest counts: 振り返る is not 振る. */
function findJapanese<T extends string>(phrase: string, words: readonly JapaneseWord<T>[]): Found<T>[] {
  const hits = words.flatMap(({ stem, follow, traits }): Found<T>[] => {
    const at = phrase.lastIndexOf(stem);
    if (at < 0) return [];
    const after = phrase.slice(at + stem.length);
    // A stem at the end is the 連用形 of a vowel verb, or a noun.
    if (follow !== undefined && after !== "" && !follow.includes(after[0] ?? "")) return [];
    return isDenied(after) ? [] : [{ traits, at, length: stem.length }];
  });
  const longest = hits
    .toSorted((a, b) => b.length - a.length)
    .filter(
      (one, index, all) =>
        !all
          .slice(0, index)
          .some((other) => one.at < other.at + other.length && other.at < one.at + one.length),
    );
  return longest.toSorted((a, b) => a.at - b.at);
}

/** Whether a negative ending follows: 怒っていない, 逃げない, 逃げずに. */
const isDenied = (after: string): boolean =>
  DENIED.some((ending) => after.slice(0, 5).includes(ending)) ||
  DENIED_AT_ONCE.some((ending) => after.startsWith(ending) || after.slice(1).startsWith(ending));
