// English translations of common Japanese verbs, by which the deeds of Japanese books are compared with English labels. The table
// `verb-meanings.tsv` is derived from EDICT: `node scripts/scores/verb-meanings.ts` generates it (`apt-get install edict`).
import { readFileSync, writeFileSync } from "node:fs";

const TABLE = new URL("verb-meanings.tsv", import.meta.url);
const EDICT = "/usr/share/edict/edict.utf8";

let table: ReadonlyMap<string, readonly string[]> | undefined;

function meanings(): ReadonlyMap<string, readonly string[]> {
  table ??= new Map(
    readFileSync(TABLE, "utf8")
      .split("\n")
      .map((line) => [line.slice(0, line.indexOf("\t")), line.slice(line.indexOf("\t") + 1).split(" ")]),
  );
  return table;
}

/** Whether a deed such as `門をたたく` translates to an English verb, by its longest suffix that is a known verb. */
export function meansVerb(doing: string, english: string): boolean {
  const [first = ""] = doing.split(",");
  const verb = first.slice(first.lastIndexOf("を") + 1);
  for (let from = 0; from <= verb.length - 2; from += 1) {
    const found = meanings().get(verb.slice(from));
    if (found !== undefined) return found.includes(english);
  }
  return false;
}

/** For each spelling of each common Japanese verb: the first words of EDICT's English verbs. */
function meaningsOf(edict: string): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const line of edict.split("\n")) {
    const slash = line.indexOf("/");
    const glosses = line.slice(slash).toLowerCase();
    if (!line.endsWith("(P)/") && !glosses.includes("/(p)/")) continue;
    const verbs = [...glosses.matchAll(/(?:\/|\) )to ([a-z-]+)/gu)].flatMap(([, verb]) => verb ?? []);
    const spellings = line
      .slice(0, slash)
      .replaceAll(/\([^)]*\)/gu, "")
      .split(/[\s[\];]+/u);
    for (const spelling of spellings)
      if (spelling !== "" && verbs.length > 0)
        found.set(spelling, new Set([...(found.get(spelling) ?? []), ...verbs]));
  }
  return found;
}

if (import.meta.main) {
  const lines = [...meaningsOf(readFileSync(EDICT, "utf8"))].map(
    ([word, verbs]) => `${word}\t${[...verbs].join(" ")}`,
  );
  writeFileSync(TABLE, `${lines.toSorted().join("\n")}\n`);
}
