// Whom a line itself means: those it addresses by name or by a word of kinship are not its speaker, nor, as a rule, are those it tells of.
import type { FoundPerson } from "../facts.ts";
import type { Line } from "./lines.ts";
import type { LineSigns, Reading } from "./sign-kinds.ts";

/** Whom the line addresses, and whom it tells of. A word of kinship that means nobody known still has a sex and an age. */
export function readCalls({ story, people, words }: Reading, line: Line, found: LineSigns): void {
  const read = story.units[line.unit];
  if (read === undefined) return;
  const narrator = people.people.find((person) => person.narrator);
  for (const [sentence, { vocatives }] of read.sentences.entries()) {
    const at = { unit: line.unit, sentence };
    for (const phrase of vocatives) {
      const meant = people.meant(at, phrase);
      for (const who of meant?.value ?? []) found.signs.push({ kind: "calls", who, share: meant?.sure ?? 0 });
      const [sex, age] = (words.value("kin", phrase.head.toLowerCase()) ?? "").split(" ");
      if ((meant?.value.length ?? 0) > 0) continue;
      if (narrator && story.language === "en" && isName(phrase.head))
        found.signs.push({ kind: "calls", who: narrator.id, share: BY_KIND });
      if (sex === undefined || age === undefined) continue;
      const suited = people.people.filter((person) => couldBe(person, sex, age));
      if (suited.length > MOST_SUITED) continue;
      for (const { id } of suited)
        found.signs.push({ kind: "calls", who: id, share: BY_KIND / suited.length });
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

/** How sure a word of kinship is of the only person that it fits. */
const BY_KIND = 0.6;
const MOST_SUITED = 6;

function couldBe(person: FoundPerson, sex: string, age: string): boolean {
  if (person.sex.value !== sex || person.kind.value !== "human") return false;
  const is = person.age.value;
  if (is === "unknown") return true;
  if (age === "child") return is === "child" || is === "baby" || is === "teen";
  if (age === "elder") return is === "elder";
  return is === "adult" || is === "elder" || (age === "older" && is === "teen");
}
