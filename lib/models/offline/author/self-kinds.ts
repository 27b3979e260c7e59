// Who says what they are: "I am Ember. I am a dragon." tells more of Ember than anything that is told of him.

import type { Story } from "../../../manga/story.ts";
import type { Person } from "../closed/concept.ts";
import type { Candidate } from "./evidence.ts";
import { ROLES_EN, ROLES_JA } from "./roles.ts";

const OTHER_EN = ROLES_EN.filter(({ kind }) => kind !== "human");
const OTHER_JA = ROLES_JA.filter(({ kind }) => kind !== "human");
const nounsOf = (roles: readonly { noun: string }[]) => roles.map(({ noun }) => noun).join("|");

const SELF_EN = new RegExp(
  `\\b(?:I am|I['’]m|[Mm]y name is|[Mm]y name['’]s|[Cc]all me) (?<name>\\p{Lu}\\p{L}+)[.,!]? (?:(?:and )?(?:I am|I['’]m) )?an? (?:[a-z]+ )?(?<noun>${nounsOf(OTHER_EN)})\\b`,
  "u",
);
const SELF_JA = new RegExp(
  `(?:ぼく|僕|私|わたし|俺|おれ|あたし|わし|われ|我)は、?(?<name>[\\p{L}ー]+?)(?:だ|です|という|と申します)?。(?:[^。]{0,8}は)?(?<noun>${nounsOf(OTHER_JA)})(?:だ|です|なん|さ|よ|$)`,
  "u",
);

/** The candidates, those who say what they are as that; whoever is called by its noun alone is the same. */
export function asTheySay(candidates: readonly Candidate[], story: Story): Candidate[] {
  const pattern = story.language === "ja" ? SELF_JA : SELF_EN;
  const roles = story.language === "ja" ? OTHER_JA : OTHER_EN;
  const said = new Map<string, { noun: string; kind: Person["kind"] }>();
  for (const { kind, text } of story.units) {
    const { name, noun } = (kind === "speech" ? pattern.exec(text)?.groups : undefined) ?? {};
    const role = roles.find((one) => one.noun === noun);
    if (name && role) said.set(name, role);
  }
  const nouns = new Set([...said.values()].map(({ noun }) => noun));
  return candidates
    .filter(({ type, name }) => type !== "role" || !nouns.has(name.toLowerCase().replace(/^the /u, "")))
    .map((candidate) => {
      const role = said.get(candidate.name);
      return role && candidate.kind === undefined
        ? { ...candidate, kind: role.kind, aliases: new Set([...candidate.aliases, role.noun]) }
        : candidate;
    });
}
