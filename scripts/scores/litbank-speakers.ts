// Compares the offline reader's speakers with LitBank's quotations, once with the people of the corpus (its coreference) and once with
// those that the reader finds. `node scripts/scores/litbank-speakers.ts CORPUS [--test] [--misses [--found]]`, CORPUS is a checkout of
// https://github.com/dbamman/litbank. Half of the books are the development set (default), the other half (`--test`) is measured once.
import { parseArgs } from "node:util";
import { litBankBook, litBankNames } from "./litbank.ts";
import { inWords, joined, scoreSpeakers, scoreWithFound } from "./speaker-labels.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { test: { type: "boolean" }, misses: { type: "boolean" }, found: { type: "boolean" } },
});
const [corpus] = positionals;
if (corpus === undefined)
  throw new Error("litbank-speakers CORPUS: the folder of a checkout of dbamman/litbank");
const scores = [];
const found = [];
let unread = 0;
for (const name of litBankNames(corpus, values.test ? "test" : "development")) {
  const book = await litBankBook(corpus, name);
  const own = scoreSpeakers(book.story, book.people, book.lines);
  unread += book.unread;
  const real = scoreWithFound(book.story, book.people, book.lines);
  found.push(real);
  if (values.misses && own.misses.length + real.misses.length > 0)
    console.log(
      `${name}: ${inWords(own)}\n  with found people: ${inWords(real)}\n${(values.found ? real : own).misses.join("\n")}`,
    );
  scores.push(own);
}
console.log(`people of the corpus: ${inWords(joined(scores))}; ${unread} quotations were not read as lines`);
console.log(`found people, doubles counted wrong: ${inWords(joined(found))}`);
