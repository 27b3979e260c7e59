// Selects the nouns of both languages for the tables, each with its kind.
import type { JapaneseNoun } from "./edict.ts";
import type { Kind, Meanings } from "./meanings.ts";
import { UNLIKELY_ENDINGS, UNSURE_JAPANESE } from "./unsure-nouns.ts";
import type { WordNet } from "./wordnet.ts";

/** Words of one or two parts. `church bell` is omitted if it has the same kind as `bell`. */
const ENGLISH = /^[a-z]{3,}(?:[ -][a-z]{3,})?$/u;

export function englishKinds({ nouns }: WordNet, meanings: Meanings): Map<string, Kind> {
  const kinds = new Map<string, Kind>();
  for (const noun of nouns.keys()) {
    const kind = ENGLISH.test(noun) ? meanings.kindOf(noun) : undefined;
    if (kind !== undefined && kind !== kindOfHead(noun, meanings)) kinds.set(noun, kind);
  }
  return kinds;
}

const kindOfHead = (noun: string, meanings: Meanings): Kind | undefined => {
  const head = / ([a-z]+)$/u.exec(noun)?.[1];
  return head === undefined ? undefined : meanings.kindOf(head);
};

const unsure = new Set(UNSURE_JAPANESE.trim().split(/\s+/u));

export function japaneseKinds(entries: readonly JapaneseNoun[], meanings: Meanings): Map<string, Kind> {
  const found = new Map<string, { kind: Kind | undefined; isCommon: boolean }>();
  for (const { word, glosses, isCommon, isSpecies } of entries) {
    const told = kindOfGlosses(glosses, meanings);
    const isUnlikely = !isCommon && UNLIKELY_ENDINGS[groupOf(told) ?? ""]?.test(word) === true;
    const kind = isUnlikely || (isSpecies && /^(?:person|place)/u.test(told ?? "")) ? undefined : told;
    const other = found.get(word);
    if (!other || (isCommon && !other.isCommon)) found.set(word, { kind, isCommon });
    // Two words with the same spelling: both are dropped unless they have the same kind.
    else if (other.isCommon === isCommon && groupOf(other.kind) !== groupOf(kind)) other.kind = undefined;
  }
  const kinds = new Map<string, Kind>();
  for (const [word, { kind }] of found) if (kind !== undefined && !unsure.has(word)) kinds.set(word, kind);
  return withoutCompounds(kinds);
}

const groupOf = (kind: Kind | undefined): string | undefined => kind?.split(" ")[0];

/** The kind of the first gloss, unless the second contradicts it. */
function kindOfGlosses([first = "", second = ""]: readonly string[], meanings: Meanings): Kind | undefined {
  const kind = kindOfGloss(first, meanings);
  const other = kindOfGloss(second, meanings);
  return other === undefined || groupOf(other) === groupOf(kind) ? kind : undefined;
}

/** The kind of a gloss's last word, or of the last word before `of`: `earthenware teapot`, `master of a ship`. */
function kindOfGloss(gloss: string, meanings: Meanings): Kind | undefined {
  const [phrase = ""] = gloss.split(/ (?:of|for|with|in|on|from|used|made|who|that|where)\b|,/u);
  const words = phrase.split(" ");
  if (!/^[a-z][a-z '-]*$/u.test(phrase) || words.length > 3) return undefined;
  return meanings.kindOf(phrase) ?? (words.length > 1 ? meanings.kindOf(words.at(-1) ?? "") : undefined);
}

/** Omits compounds that have the kind of their last part: 缶詰工場 as 工場. */
function withoutCompounds(kinds: ReadonlyMap<string, Kind>): Map<string, Kind> {
  const isTold = (word: string, kind: Kind): boolean => {
    for (let start = 1; start <= word.length - 2; start += 1) {
      const head = word.slice(start);
      if (!/^\p{Script=Han}+$/u.test(head)) continue;
      const known = kinds.get(head);
      if (known !== undefined) return known === kind;
    }
    return false;
  };
  return new Map([...kinds].filter(([word, kind]) => !isTold(word, kind)));
}
