// Maps an English noun to a drawn kind, by its usual sense and the nearest hypernym that `synsets.ts` lists.
import { ANIMALS, NO_PEOPLE, NOTHING, PEOPLE, PLACES } from "./synsets.ts";
import { THINGS } from "./thing-synsets.ts";
import { UNSURE } from "./unsure-nouns.ts";
import type { WordNet } from "./wordnet.ts";

/** `place workshop`, `thing bowl`, `animal horse`, `person adult female`, `-` for a noun without a drawing. */
export type Kind = string;

/** Minimum share of a noun's tagged uses that have its first sense, or other senses of the same kind. */
const USUAL = 0.75;

/** Nouns of this length rarely have other meanings in use. */
const LONG = 7;

/** Maximum number of steps to a hypernym: things under a more distant one do not look alike. */
const FARTHEST = 7;

export interface Meanings {
  kindOf: (noun: string) => Kind | undefined;
}

const unsure = new Set(UNSURE.trim().split(/\s+/u));

export function meaningsOf(wordNet: WordNet): Meanings {
  const named = namedSynsets(wordNet);
  const known = new Map<string, Kind | undefined>();
  const kindOfSynset = (id: string): Kind | undefined => {
    if (!known.has(id)) known.set(id, nearestKind(id, wordNet, named));
    return known.get(id);
  };
  return { kindOf: (noun) => (unsure.has(noun) ? undefined : kindOfNoun(noun, wordNet, kindOfSynset)) };
}

function kindOfNoun(
  noun: string,
  { nouns, synsets, otherUses }: WordNet,
  kindOfSynset: (id: string) => Kind | undefined,
): Kind | undefined {
  const senses = (nouns.get(noun) ?? []).filter(({ synset }) => synsets.get(synset)?.isInstance === false);
  const [first] = senses;
  const kind = first && kindOfSynset(first.synset);
  if (!first || !kind || !synsets.get(first.synset)?.words.includes(noun)) return undefined;
  const uses = senses.reduce((sum, { tagged }) => sum + tagged, 0);
  const alike = senses.filter(({ synset }) => isAlike(kindOfSynset(synset), kind));
  if ((otherUses.get(noun) ?? 0) > uses) return undefined;
  // A noun without tagged uses is accepted if most of its senses have the same kind, or if it is long and has two senses.
  if (uses === 0) {
    const isSure = alike.length > senses.length / 2 || (senses.length === 2 && noun.length >= LONG);
    return isSure ? kind : undefined;
  }
  return alike.reduce((sum, { tagged }) => sum + tagged, 0) >= uses * USUAL ? kind : undefined;
}

const isAlike = (one: Kind | undefined, other: Kind): boolean => one?.split(" ")[0] === other.split(" ")[0];

/** The synsets that `synsets.ts` lists, each with its kind; an empty text for synsets without a drawing. */
function namedSynsets(wordNet: WordNet): Map<string, Kind> {
  const named = new Map<string, Kind>();
  const name = (kind: Kind, words: string) => {
    for (const word of words.trim().split(/\s+/u)) {
      const [lemma = "", number = "1"] = word.split("#");
      const sense = wordNet.nouns.get(lemma.replaceAll("_", " ").toLowerCase())?.[Number(number) - 1];
      if (!sense) throw new RangeError(`WordNet has no noun "${word}" (${kind})`);
      const other = named.get(sense.synset);
      if (other !== undefined && other !== kind)
        throw new RangeError(`"${word}" is both ${other} and ${kind}`);
      named.set(sense.synset, kind);
    }
  };
  for (const [group, table] of Object.entries({ place: PLACES, thing: THINGS, animal: ANIMALS }))
    for (const line of table.trim().split("\n")) {
      const [id = "", words = ""] = line.split(": ");
      name(`${group} ${id}`, words);
    }
  name("", NOTHING);
  name("", NO_PEOPLE);
  name("person", PEOPLE);
  return named;
}

function nearestKind(id: string, wordNet: WordNet, named: ReadonlyMap<string, Kind>): Kind | undefined {
  let layer = [id];
  for (let steps = 0; layer.length > 0 && steps <= FARTHEST; steps += 1) {
    const found = layer.flatMap((one) => named.get(one) ?? []);
    if (found[0] !== undefined) return found[0] === "person" ? personOf(id, wordNet) : found[0] || undefined;
    layer = layer.flatMap((one) => wordNet.synsets.get(one)?.above ?? []);
  }
  return undefined;
}

const FEMALE =
  /^(?:an? )?(?:[a-z-]+ ){0,2}(?:woman|girl|female|lady|wife|queen|daughter|mother|noblewoman|actress)\b/u;
const MALE =
  /^(?:an? )?(?:[a-z-]+ ){0,2}(?:man|boy|male|gentleman|husband|king|son|father|nobleman|lad|fellow)\b/u;
const YOUNG = /^(?:an? )?(?:young |small |little )?(?:child|boy|girl|infant|baby)\b(?! (?:or|with)\b)/u;
const INSULT = /\b(?:slur|offensive|disparag|derogat|vulgar|obscene|slang)/u;
const OLD = /^(?:an? )?(?:very )?(?:old|elderly|aged) (?:man|woman|person)/u;

/** Age and sex by the hypernyms of a person, else by the beginning of the gloss. */
function personOf(id: string, { synsets, nouns }: WordNet): Kind | undefined {
  const senseOf = (word: string, number = 1) => nouns.get(word)?.[number - 1]?.synset ?? "";
  const above = new Set<string>();
  const climb = (one: string) => {
    if (above.has(one)) return;
    above.add(one);
    for (const next of synsets.get(one)?.above ?? []) climb(next);
  };
  climb(id);
  const { gloss = "", words = [] } = synsets.get(id) ?? {};
  if (INSULT.test(gloss)) return undefined;
  const isUnder = (word: string, number = 1) => above.has(senseOf(word, number));
  const female =
    isUnder("female", 2) || FEMALE.test(gloss) || words.some((word) => /woman$|[^n]ess$/u.test(word));
  const male = isUnder("male", 2) || MALE.test(gloss) || words.some((word) => /(?<!wo)man$/u.test(word));
  const age =
    isUnder("oldster") || OLD.test(gloss)
      ? "elder"
      : isUnder("juvenile") || YOUNG.test(gloss)
        ? "child"
        : "adult";
  const sex = female === male ? "-" : female ? "female" : "male";
  return `person ${age} ${sex}`;
}
