// Whom a line itself means: those it addresses are not its speaker, nor, as a rule, are those it tells of.
import type { Line } from "./lines.ts";
import type { LineSigns, Reading } from "./sign-kinds.ts";

/** Whom the line addresses, and whom it tells of. */
export function readCalls({ story, people }: Reading, line: Line, found: LineSigns): void {
  const read = story.units[line.unit];
  if (read === undefined) return;
  const narrator = people.people.find((person) => person.narrator);
  for (const [sentence, { vocatives }] of read.sentences.entries()) {
    const at = { unit: line.unit, sentence };
    for (const phrase of vocatives) {
      const meant = people.meant(at, phrase);
      for (const who of meant?.value ?? []) found.signs.push({ kind: "calls", who, share: meant?.sure ?? 0 });
      const isUnknown = (meant?.value.length ?? 0) === 0;
      if (narrator && isUnknown && story.language === "en" && isName(phrase.head))
        found.signs.push({ kind: "calls", who: narrator.id, share: UNKNOWN_NAME });
    }
    for (const { from, to, who, form } of people.mentions(at)) {
      if (form !== "name" && form !== "noun") continue;
      if (vocatives.some((phrase) => from < phrase.to && phrase.from < to)) continue;
      for (const id of who.value) found.signs.push({ kind: "names", who: id, share: who.sure });
    }
  }
}

/** A name of nobody known: as a rule whoever tells the story is called so. */
const isName = (word: string): boolean => word[0] !== word[0]?.toLowerCase();

/** How sure such a name is. */
const UNKNOWN_NAME = 0.6;
