// Selects the nouns whose usual sense is a visible thing: `door`, `dust`, `blossom`, but not `idea`, and not `house`, which is a place.
import { singularsOf } from "../../../lib/models/offline/noun-kinds.ts";
import type { JapaneseNoun } from "./edict.ts";
import type { Kind } from "./meanings.ts";
import { PLACES } from "./synsets.ts";
import type { Synset, WordNet } from "./wordnet.ts";

/** The kinds in the table. */
export type Seen =
  | "thing"
  | "food"
  | "plant"
  | "nature"
  | "substance"
  | "animal"
  | "garment"
  | "body"
  | "sky";

/** Hypernyms of each kind; the nearest one counts. A number after `#` is the sense, default the first. */
const NAMED: Readonly<Record<Seen | "", string>> = {
  thing:
    "artifact barrier door window supporting_structure floor#2 ceiling signboard step#4 rail#2 fireplace opening#10 currency#1 coin document note#2 letter book photograph#1 web#1 fire#3 light#2 nest#2 candy#1 cigarette cigar ball#3 flame excrement",
  garment: "clothing garment footwear headdress jewelry attire",
  food: "food food#2 beverage",
  plant: "plant#2 plant_part fruit vegetation",
  nature: "natural_object land#4 cloud#2 wave#1 dew ice#2",
  substance: "water dust ice snow#2 mud soil#2 smoke steam#1 fog ash fuel metal wood fiber froth cinder",
  animal: "animal",
  body: "body_part body_covering#1 hair#1",
  sky: "moon sun star#3 sky rainbow lightning#2 moonlight sunlight",
  "": "building area#5 room way#6 structure facility line#18 layer#2 surface#1 excavation region location person group part#2 communication act cell land#2 microorganism organ#1 tissue chemical_element drug chemical surface#3 celestial_body universe product#2 opening#10 psychological_feature",
};

/** Nouns that in stories mostly mean something visible, unlike in the texts that WordNet counted. */
const ALSO: Readonly<Partial<Record<Seen, string>>> = {
  thing:
    "note letter book sign bill board roof light floor ceiling flag string chain paper picture fire flame key card sheet post club match line pole stick bar block mask pipe record screen roll tap knob handle ring crown cross basin tear seat hole bow blade iron glass shell ball egg nest web branch log cigarette cigar chair bench barrel trap bomb rocket money gold silver gift present parcel basket net rope wire watch rake handkerchief wall doorway ladder chimney diamond barrier slip eaves soot print beam grave step stove lantern fence box cup table fork arrow saw thread fan carriage sail train newspaper drawer cradle cage cart wagon ball spear lance cake-tin tray spoon bottle plate dish bowl mat cushion quilt futon tobacco pipe sandal clog mask doll toy magazine parcel sickle spade hoe plow harness saddle rein whip reins crutch cane staff bell drum flute horn trumpet photograph wreath ribbon button needle scissors comb razor brush soap towel tub bucket cask barrel crate trunk chest coffin cross tomb gravestone statue lantern torch candle match shoji screen tatami rag cloth bandage letter envelope stamp postcard poster placard ticket coin purse wallet key lock padlock bolt bar chain rope cord",
  food: "bread cake meat fish egg rice candy sweet cookie biscuit dumpling tea coffee wine beer sake soup porridge apple fruit cheese butter milk",
  animal:
    "donkey ass pony puppy kitten lamb calf chick tortoise lizard worm eel whale seal squirrel hedgehog mole bat wasp moth snail fox dog cat horse cow ox pig sheep goat bird hen cock rooster wolf bear lion tiger snake frog fly bee spider ant butterfly mouse rat rabbit hare deer monkey fish crab turtle duck goose crow sparrow swallow owl hawk",
  plant: "pine cedar bamboo weed branch leaf blossom bud root seed bush straw hay",
  nature: "rock stone cloud wave pebble bubble flood",
  substance: "rain snow frost smoke dust mist fog blood",
  sky: "star moon",
};

/** For these kinds WordNet has far more names than stories use, so names of two words without a count are omitted. */
const NAMES_OF_MANY: ReadonlySet<Seen | ""> = new Set(["body", "plant", "animal", "substance", "nature"]);

/** Share of a noun's counted uses that must be of visible senses. */
const USUAL = 0.7;

export function seenNouns({ nouns, synsets }: WordNet): Map<string, Seen> {
  const named = namedIn({ nouns, synsets });
  const known = new Map<string, Seen | "" | undefined>();
  const seenOf = (id: string): Seen | "" | undefined => {
    if (!known.has(id)) known.set(id, nearest(id, synsets, named));
    return known.get(id);
  };
  const found = new Map<string, Seen>();
  for (const [noun, senses] of nouns) {
    if (!/^[a-z]{2,}(?:[ -][a-z]{2,})?$/u.test(noun)) continue;
    const single = senses.filter(({ synset }) => synsets.get(synset)?.isInstance === false);
    const first = single[0] && seenOf(single[0].synset);
    if (!first || synsets.get(single[0]?.synset ?? "")?.words.includes(noun) !== true) continue;
    const weight = (of: (kind: Seen | "" | undefined) => boolean) =>
      single.reduce(
        (sum, { synset, tagged }, at) => sum + (of(seenOf(synset)) ? tagged + 0.5 / (at + 1) : 0),
        0,
      );
    const uses = single.reduce((sum, { tagged }) => sum + tagged, 0);
    if (NAMES_OF_MANY.has(first) && uses === 0 && (first === "body" || noun.includes(" "))) continue;
    if (weight((kind) => !!kind) >= USUAL * weight(() => true)) found.set(noun, first);
  }
  for (const kind of ["thing", "food", "animal", "plant", "nature", "substance", "sky"] as const)
    for (const noun of (ALSO[kind] ?? "").split(" ")) if (nouns.has(noun)) found.set(noun, kind);
  // `iron gate` is covered by `gate`; Latin names and breeds are dropped.
  return new Map(
    [...found].filter(([noun, kind]) => {
      const head = /[ -]([a-z]+)$/u.exec(noun)?.[1];
      return head === undefined || found.get(head) !== kind;
    }),
  );
}

/**
 * The kind of a Japanese noun's first gloss, by its last word or the one before `of`. Of two words with the same spelling, the common one
 * counts.
 */
export function seenJapanese(
  entries: readonly JapaneseNoun[],
  english: ReadonlyMap<string, Seen>,
): Map<string, Seen> {
  const all = new Map<string, { kind: Seen | undefined; isCommon: boolean }>();
  for (const { word, glosses, isCommon } of entries) {
    const [gloss = ""] = glosses;
    const kind = isCommon || !gloss.includes(" ") ? ofGloss(gloss, english) : undefined;
    const other = all.get(word);
    if (other === undefined || (isCommon && !other.isCommon)) all.set(word, { kind, isCommon });
    else if (other.isCommon === isCommon) other.kind = isCommon ? (other.kind ?? kind) : undefined;
  }
  const isRare = (kind: Seen, word: string) => RARE_IN_KATAKANA.has(kind) && /[ァ-ヴ]{5,}/u.test(word);
  const seen = new Map<string, Seen>();
  for (const [word, { kind, isCommon }] of all)
    if (kind !== undefined && (isCommon || word.length < 4) && !isRare(kind, word)) seen.set(word, kind);
  return new Map([...seen].filter(([word, kind]) => seen.get(word.slice(-2)) !== kind || word.length < 3));
}

/** Adds the names of drawn animals and things. */
export function withDrawn(
  seen: ReadonlyMap<string, Seen>,
  drawn: ReadonlyMap<string, Kind>,
): Map<string, Seen> {
  const all = new Map(seen);
  for (const [noun, kind] of drawn) {
    const [group] = kind.split(" ");
    if ((group === "animal" || group === "thing") && !all.has(noun)) all.set(noun, group);
  }
  return all;
}

const RARE_IN_KATAKANA: ReadonlySet<Seen> = new Set(["animal", "plant", "substance"]);

/** Words that mostly mean something else in glosses. */
const OTHERS: ReadonlySet<string> = new Set(
  "club line board bill note match sign record post party".split(" "),
);

function ofGloss(gloss: string, english: ReadonlyMap<string, Seen>): Seen | undefined {
  const [phrase = ""] = gloss.split(/ (?:of|for|with|in|on|from|used|made|who|that|where)\b|,/u);
  if (!/^[a-z][a-z '-]*$/u.test(phrase) || phrase.split(" ").length > 3) return undefined;
  const head = phrase.split(" ").at(-1) ?? "";
  if (OTHERS.has(head)) return undefined;
  return (
    english.get(phrase) ?? english.get(head) ?? singularsOf(head).flatMap((one) => english.get(one) ?? [])[0]
  );
}

function namedIn({ nouns }: Pick<WordNet, "nouns" | "synsets">): Map<string, Seen | ""> {
  const named = new Map<string, Seen | "">();
  const name = (kind: Seen | "", words: string) => {
    for (const word of words.trim().split(/\s+/u)) {
      const [lemma = "", number = "1"] = word.split("#");
      const sense = nouns.get(lemma.replaceAll("_", " "))?.[Number(number) - 1];
      if (sense === undefined) throw new RangeError(`WordNet has no noun "${word}"`);
      named.set(sense.synset, kind);
    }
  };
  for (const line of PLACES.trim().split("\n")) name("", line.split(": ")[1] ?? "");
  for (const kind of [
    "",
    "thing",
    "garment",
    "food",
    "plant",
    "nature",
    "substance",
    "animal",
    "body",
    "sky",
  ] as const)
    name(kind, NAMED[kind]);
  return named;
}

function nearest(
  id: string,
  synsets: ReadonlyMap<string, Synset>,
  named: ReadonlyMap<string, Seen | "">,
): Seen | "" | undefined {
  let layer = [id];
  for (let steps = 0; layer.length > 0 && steps < 14; steps += 1) {
    for (const one of layer) if (named.has(one)) return named.get(one);
    layer = layer.flatMap((one) => synsets.get(one)?.above ?? []);
  }
  return undefined;
}
