// People of a story that names nobody: the she or he of its narration, else the voices of its lines.
import type { Person } from "../../../manga/concept.ts";
import type { Story } from "../../../manga/story.ts";

const PRONOUNS = {
  ja: [
    { name: "彼女", aliases: [], when: /彼女[はがも]/gu, gender: "female" },
    { name: "彼", aliases: [], when: /彼[はがも]/gu, gender: "male" },
  ],
  en: [
    { name: "She", aliases: ["she"], when: /\bshe\b/giu, gender: "female" },
    { name: "He", aliases: ["he"], when: /\bhe\b/giu, gender: "male" },
  ],
} as const;

export function namelessPeople(story: Story): Person[] {
  const narration = story.units
    .filter(({ kind }) => kind === "narration")
    .map(({ text }) => text)
    .join("\n");
  const seen = PRONOUNS[story.language].filter(({ when }) => (narration.match(when)?.length ?? 0) >= 2);
  if (seen.length > 0) {
    return seen.map(({ name, aliases, gender }, index) =>
      person(index, { name, aliases: [...aliases], gender }),
    );
  }
  const lines = story.units.filter(({ kind }) => kind === "speech").length;
  const names = story.language === "ja" ? ["ひとり", "もうひとり"] : ["One", "The Other"];
  return names
    .slice(0, Math.min(2, lines))
    .map((name, index) => person(index, { name, aliases: [], gender: "unknown" }));
}

function person(index: number, known: Pick<Person, "name" | "aliases" | "gender">): Person {
  return {
    id: `c${index + 1}`,
    ...known,
    role: index === 0 ? "protagonist" : "partner",
    kind: "human",
    age: "teen",
    notes: "",
  };
}
