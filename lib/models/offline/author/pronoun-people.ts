// People of a story that names nobody: the she or he of its narration, else the voices of its lines.

import type { Story } from "../../../manga/story.ts";
import type { Person } from "../closed/concept.ts";

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
  const lines = story.units.filter(({ kind }) => kind === "speech").map(({ text }) => text);
  const names = story.language === "ja" ? ["ひとり", "もうひとり"] : ["One", "The Other"];
  const genders = gendersOf(lines);
  return names
    .slice(0, Math.min(2, lines.length))
    .map((name, index) => person(index, { name, aliases: [], gender: genders[index] ?? "unknown" }));
}

type Gender = Person["gender"];

/** Words that only a woman or a man says of themselves, and those by which they are called. */
const SAYS: readonly (readonly [RegExp, Gender])[] = [
  [/あたし|(?:わよ|だわ|かしら)(?:ね|よ)?[。！？!?…]*$/u, "female"],
  [/(?<!\p{Script=Han})(?:俺|おれ|僕|ぼく)(?=[はがもにのをと、])/u, "male"],
];
const CALLED: readonly (readonly [RegExp, Gender])[] = [
  [/(?:お?兄|おとう|お?父|おじ|じい)(?:ちゃん|さん)|\b(?:dad|daddy|brother|grandpa|sir)\b/iu, "male"],
  [/(?:お?姉|おかあ|お?母|おば|ばあ)(?:ちゃん|さん)|\b(?:mum|mom|mommy|sister|grandma|madam)\b/iu, "female"],
];

/** Of two who take turns: what their own words betray, and what the other calls them. */
function gendersOf(lines: readonly string[]): [Gender, Gender] {
  const genders: [Gender, Gender] = ["unknown", "unknown"];
  for (const [index, line] of lines.entries()) {
    const said = SAYS.find(([when]) => when.test(line))?.[1];
    if (said && genders[index % 2] === "unknown") genders[index % 2 === 0 ? 0 : 1] = said;
  }
  for (const line of lines) {
    const called = CALLED.find(([when]) => when.test(line))?.[1];
    const known = genders.findIndex((gender) => gender !== "unknown");
    if (called && known >= 0 && genders[1 - known] === "unknown" && genders[known] !== called)
      genders[known === 0 ? 1 : 0] = called;
  }
  return genders;
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
