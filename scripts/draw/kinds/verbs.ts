// English translations of Japanese verbs from EDICT, and the kind of action of English verbs from WordNet.
import { readFileSync } from "node:fs";

/** Lexicographer files of verbs (lexnames(5WN)), with their names in the table. */
const FILES: Readonly<Record<number, string>> = {
  29: "body",
  30: "change",
  31: "cognition",
  32: "communication",
  33: "competition",
  34: "consumption",
  35: "contact",
  36: "creation",
  37: "emotion",
  38: "motion",
  39: "perception",
  40: "possession",
  41: "social",
  42: "stative",
  43: "weather",
};

/** Single verbs and verbs with a particle, each with the kind of most of its uses. */
export function englishVerbs(
  verbs: ReadonlyMap<string, readonly { file: number; share: number }[]>,
): Map<string, string> {
  const kinds = new Map<string, string>();
  for (const [verb, [first]] of verbs) {
    const kind = first && FILES[first.file];
    if (kind === undefined || !/^[a-z]{2,}(?: [a-z]{2,5})?$/u.test(verb)) continue;
    const head = verb.split(" ")[0] ?? "";
    if (head === verb || kinds.get(head) !== kind) kinds.set(verb, kind);
  }
  return kinds;
}

/** `座る [すわる] /(v5r,vi) (1) to sit/to squat/(v5r,vi) (2) …` */
const LINE =
  /^(\S+) (?:\[(\S+)\] )?\/\((?:[a-z0-9-]+,)*(v[1-5][a-z-]*|vs|vk|vz|vs-i|vs-s)(?:,[a-z-]+)*\) (.*)\/$/u;

/** Common verbs by spelling, with the English verb of the first gloss. In kana only if a single common verb has that reading. */
export function japaneseVerbs(file: string, known: ReadonlyMap<string, string>): Map<string, string> {
  const written = new Map<string, string>();
  const read = new Map<string, Set<string>>();
  for (const line of readFileSync(file, "utf8").split("\n")) {
    const [, word = "", reading = "", part = "", rest = ""] = LINE.exec(line) ?? [];
    if (word === "" || /\((?:obs|arch|vulg|X|derog|sl|hist)\)/u.test(rest.slice(0, 60))) continue;
    const isCommon = rest.endsWith("/(P)");
    const isNoun = part.startsWith("vs");
    if (!isCommon && (isNoun || word.length > 4)) continue;
    const verb = verbOf(rest, isNoun, known);
    if (verb === undefined) continue;
    const base = isNoun && !word.endsWith("する") ? `${word}する` : word;
    if (isCommon || !written.has(base)) written.set(base, verb);
    if (reading === "" || isNoun || !(isCommon || rest.includes("(uk)"))) continue;
    read.set(reading, (read.get(reading) ?? new Set()).add(verb));
  }
  for (const [reading, verbs] of read) {
    const [verb] = verbs;
    if (verbs.size === 1 && verb !== undefined && !written.has(reading)) written.set(reading, verb);
  }
  return written;
}

/** The first gloss of a sense that is a verb in WordNet, with its particle. */
function verbOf(rest: string, isNoun: boolean, known: ReadonlyMap<string, string>): string | undefined {
  const [sense = ""] = rest.split(/\/\([^/]*\) ?\(2\)/u);
  for (const gloss of sense.split("/")) {
    const plain = gloss.replaceAll(/\([^)]*\)|\{[^}]*\}/gu, "").trim();
    if (!isNoun && !plain.startsWith("to ")) continue;
    const words = plain.replace(/^to /u, "").trim().split(/\s+/u);
    for (const count of [2, 1]) {
      const verb = words.slice(0, count).join(" ");
      if (known.has(verb) || (count === 2 && PARTICLES.has(words[1] ?? "") && known.has(words[0] ?? "")))
        return verb;
    }
  }
  return undefined;
}

const PARTICLES: ReadonlySet<string> = new Set(
  "up down out off away back over in on around round along through forward together apart into onto".split(
    " ",
  ),
);
