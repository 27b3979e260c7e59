// Joins a noun with which an English story brings somebody in to the name that they give themselves later: `the girl … "I'm Maud."`
import type { Story } from "../../../manga/story.ts";
import type { Candidate, Roster } from "./evidence.ts";
import { genderOfName } from "./given-names.ts";
import { ASKS_NAME } from "./self-naming.ts";
import { SPEECH_EN } from "./verbs-en.ts";

/** How far back somebody who says their name may have come in. */
const BACK = 24;

const OWN =
  /\b(?:I['’]m|I am|[Mm]y name is|[Nn]ame['’]s|[Cc]all me) (\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?)(?=[.,!]|$)/u;

const BARE = /^(\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?)[.,!]?(?:$| \p{Lu})/u;
const TAG = new RegExp(`^,? ?(?:(?:${SPEECH_EN}) )?(?:the |a |an )?`, "u");

type Units = Story["units"];

export function joinOwnNamed(roster: Roster, { units }: Story): void {
  for (const [index, unit] of units.entries()) {
    if (unit.kind !== "speech") continue;
    const asked = units.slice(0, index).findLast(({ kind }) => kind === "speech");
    const said =
      OWN.exec(unit.text)?.[1] ?? (ASKS_NAME.test(asked?.text ?? "") ? BARE.exec(unit.text)?.[1] : undefined);
    const name =
      said === undefined ? undefined : (roster.get(said) ?? roster.get(said.split(" ").at(-1) ?? ""));
    if (name?.type !== "name" || name.first < index) continue;
    const teller = roster.get("I");
    const told = units.some(({ kind, text }) => kind !== "speech" && text.includes(name.name));
    if (teller && teller.mentions >= 3 && !told) {
      roster.merge(name.name, "I");
      continue;
    }
    const pronoun = pronounOf(units, index);
    const nouns = roster
      .all()
      .filter((role) => role.type === "role" && (role.kind ?? "human") === "human" && role.first < index)
      .filter((role) => suits(role, name, pronoun) && !saidBefore(role, units, index))
      .map((role) => ({ role, at: lastMention(role, units, index) }))
      .filter(({ at }) => at >= index - BACK)
      .toSorted((a, b) => b.at - a.at);
    if (nouns[0]) roster.merge(name.name, nouns[0].role.name);
  }
}

/** `She laughed. "I'm Maud."`, `"I'm Maud," he said.` */
function pronounOf(units: Units, index: number): "female" | "male" | undefined {
  const paragraph = units[index]?.paragraph;
  const beside = units
    .slice(Math.max(0, index - 2), index + 2)
    .filter((one) => one.kind === "narration" && one.paragraph === paragraph);
  const [word] = beside.map(({ text }) => /\b(she|he)\b/iu.exec(text)?.[1]?.toLowerCase()).filter(Boolean);
  return word === undefined ? undefined : word === "she" ? "female" : "male";
}

const suits = (role: Candidate, name: Candidate, pronoun: "female" | "male" | undefined): boolean => {
  const sex = name.gender ?? genderOfName(name.name) ?? pronoun;
  return (
    role.gender === undefined ||
    ((sex ?? role.gender) === role.gender && (pronoun ?? role.gender) === role.gender)
  );
};

/** Whoever said the line before is not who answers it. */
function saidBefore({ name }: Candidate, units: Units, index: number): boolean {
  const at = units.slice(0, index).findLastIndex(({ kind }) => kind === "speech");
  const tag = units[at + 1];
  if (tag?.kind !== "narration" || tag.paragraph !== units[at]?.paragraph) return false;
  return tag.paragraph !== units[index]?.paragraph && tag.text.replace(TAG, "").startsWith(name);
}

const lastMention = ({ name }: Candidate, units: Units, before: number): number =>
  units.slice(0, before).findLastIndex(({ kind, text }) => kind === "narration" && text.includes(name));

/** `old Mr. Tamm … The old man`: the only one whom the story brings in as old, where `an old man` never comes. */
export function joinDescribed(roster: Roster, { units }: Story): void {
  for (const [noun, gender] of [
    ["old man", "male"],
    ["old woman", "female"],
    ["old lady", "female"],
  ] as const) {
    const role = roster.get(noun);
    if (
      role?.type !== "role" ||
      units.some(({ text }) => new RegExp(`\\b[Aa]n(?:other)? ${noun}\\b`, "u").test(text))
    )
      continue;
    const plain = roster.get(noun.replace("old ", ""));
    const fits = roster
      .all()
      .filter((one) => one !== role && one.first < role.first && one.type !== "self")
      .filter((one) => one === plain || (one.age === "elder" && sexOf(one) === gender));
    if (fits.length !== 1 || !fits[0]) continue;
    fits[0].age = "elder";
    roster.merge(fits[0].name, noun);
  }
}

const sexOf = ({ name, gender }: Candidate): string | undefined => gender ?? genderOfName(name);
