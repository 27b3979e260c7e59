// Counts how many facts of a labelled story (`en/eveline`) are in the panels of a finished book: `node scripts/scores/book-facts.ts
// LANGUAGE/NAME BOOK.json`. Prints the counts and the missing facts. Exits with 1 below 95 percent, with 2 for invalid arguments.
import { readFileSync } from "node:fs";
import { BookSchema } from "../../lib/manga/book.ts";
import { LanguageSchema } from "../../lib/manga/language.ts";
import { labelledStory } from "./labelled-story.ts";
import { FACTS, scriptedFacts } from "./panels/scripted-facts.ts";

const LEAST_KEPT = 0.95;

function main([story = "", file]: readonly string[]): number {
  const [language, name] = story.split("/");
  const known = LanguageSchema.safeParse(language).data;
  if (known === undefined || !name || file === undefined) {
    process.stderr.write(
      "arguments: LANGUAGE/NAME BOOK.json, for example en/eveline out/Eveline/book.json\n",
    );
    return 2;
  }
  const { cast, places, pages } = BookSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  const facts = scriptedFacts(labelledStory(known, name), {
    ...{ people: cast.characters, places, panels: pages.flatMap(({ panels }) => panels) },
  });
  const counts = FACTS.map((fact) => `${fact} ${facts.counts[fact].kept}/${facts.counts[fact].told}`);
  const share = `${(100 * facts.share).toFixed(1)} %`;
  const lines = [`${story}: ${share} (${counts.join(", ")}), ${facts.unshown} not shown`, ...facts.missing];
  process.stdout.write(`${lines.join("\n  ")}\n`);
  return facts.share >= LEAST_KEPT ? 0 : 1;
}

process.exitCode = main(process.argv.slice(2));
