// Compares the offline reader's people with LitBank's coreference: for each mention of a person, whether the reader resolves it to the
// same person. `node scripts/scores/litbank-people.ts CORPUS [--test] [--misses]`, CORPUS as for litbank-speakers.ts.
import { parseArgs } from "node:util";
import type { Mention } from "../../lib/models/offline/reader/facts.ts";
import { findPeople } from "../../lib/models/offline/reader/people/people.ts";
import { litBankBook, litBankNames } from "./litbank.ts";
import { samePeople } from "./same-people.ts";

/** `double`: a second person of the reader for the same person. `other`: a different person. `nobody`: the reader has no mention there. */
const VERDICTS = ["right", "double", "other", "nobody"] as const;
type Verdict = (typeof VERDICTS)[number];
const FORMS: readonly Mention["form"][] = ["name", "noun", "pronoun"];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { test: { type: "boolean" }, misses: { type: "boolean" } },
});
const [corpus] = positionals;
if (corpus === undefined)
  throw new Error("litbank-people CORPUS: the folder of a checkout of dbamman/litbank");
const counts = new Map<string, number>();
const add = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
for (const name of litBankNames(corpus, values.test ? "test" : "development")) {
  const book = await litBankBook(corpus, name);
  const found = findPeople(book.story);
  const same = samePeople(book.story, found, book.people);
  const mostly = samePeople(book.story, found, book.people, "same");
  const misses = new Map<string, number>();
  for (const [unit, { sentences }] of book.story.units.entries())
    for (const sentence of sentences.keys()) {
      const at = { unit, sentence };
      const own = found.mentions(at).filter(({ form }) => form !== "left-out");
      for (const { form, from, to, who } of book.people.mentions(at)) {
        if (!FORMS.includes(form)) continue;
        const meant =
          own.find((one) => one.to === to) ??
          own.find((one) => one.from < to && from < one.to && one.to <= to);
        const [id, label = ""] = [
          meant?.who.value.length === 1 ? (meant.who.value[0] ?? "") : "",
          who.value[0],
        ];
        const verdict: Verdict =
          id === ""
            ? "nobody"
            : same.get(id) === label
              ? "right"
              : mostly.get(id) === label
                ? "double"
                : "other";
        add(`${form} ${verdict}`);
        if (verdict === "right" || verdict === "nobody") continue;
        const text = book.story.units[unit]?.unit.text.slice(from, to);
        const shown = found.people.find((one) => one.id === id);
        const miss = `${verdict} ${form} [${text}] ${label} → ${id} ${shown?.name} (${shown?.aliases.slice(0, 3).join(" / ")}) = ${mostly.get(id)}`;
        misses.set(miss, (misses.get(miss) ?? 0) + 1);
      }
    }
  if (values.misses) {
    const doubles = found.people.filter(({ id }) => mostly.has(id) && !same.has(id));
    console.log(
      `${name}: doubles ${doubles.map((one) => `${one.name} (${one.aliases.slice(0, 3).join(" / ")}) of ${mostly.get(one.id)}`).join("; ")}`,
    );
    for (const [miss, times] of [...misses].toSorted((a, b) => b[1] - a[1]))
      console.log(`  ${times} ${miss}`);
  }
  for (const { id } of found.people)
    add(`people ${same.has(id) ? "right" : mostly.has(id) ? "double" : "nobody"}`);
}
for (const form of [...FORMS, "people"]) {
  const of = (verdict: Verdict) => counts.get(`${form} ${verdict}`) ?? 0;
  const all = VERDICTS.reduce((sum, verdict) => sum + of(verdict), 0);
  console.log(
    `${form}: ${VERDICTS.map((one) => `${one} ${((100 * of(one)) / Math.max(1, all)).toFixed(1)} %`).join(", ")} of ${all}`,
  );
}
