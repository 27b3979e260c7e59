// Lines that only a pronoun tags tell of somebody too: `The old man had come for years. … "That is my table," he said.` is an old
// man who speaks, `The bridge creaked, and the troll put out a hand. "Toll," it said` a troll.
import type { Story, StoryUnit } from "../../../manga/story.ts";
import type { Candidate, Roster } from "./evidence.ts";
import { genderOfName } from "./given-names.ts";
import { ADVERB_EN, SPEECH_EN } from "./verbs-en.ts";

const TAG = new RegExp(
  `^,? ?(?:(?:${SPEECH_EN}) (he|she|it)\\b|(he|she|it)(?: ${ADVERB_EN})? (?:${SPEECH_EN})\\b)`,
  "iu",
);

/** How many sentences before its pronoun somebody may be told of. */
const BACK = 14;

/** What a line of one's own is worth, and what going on about somebody is. */
const [SPEAKS, GOES_ON] = [2.4, 0.7];

type Pronoun = "he" | "she" | "it";

/** Gives those whom a story tells of last the lines that pronouns tag, and what a sentence that begins with one says. */
export function creditPronouns(roster: Roster, { units }: Story): void {
  for (const [index, unit] of units.entries()) {
    if (unit.kind !== "narration") continue;
    const before = units[index - 1];
    const tags = before?.kind === "speech" && before.paragraph === unit.paragraph;
    const tag = tags ? TAG.exec(unit.text) : undefined;
    const pronoun = (tag?.[1] ?? tag?.[2] ?? /^(He|She)\b/u.exec(unit.text)?.[1])?.toLowerCase();
    if (pronoun !== "he" && pronoun !== "she" && pronoun !== "it") continue;
    const meant = lastOf(roster.all(), units.slice(Math.max(0, index - BACK), index), pronoun);
    if (!meant) continue;
    meant.score += tag ? SPEAKS : meant.type === "role" || meant.speaks > 0 || isSexed(meant) ? GOES_ON : 0;
    if (tag) meant.speaks += 1;
  }
}

/** Whoever is what the last sentences are about, and can be called so. */
function lastOf(
  roster: readonly Candidate[],
  before: readonly StoryUnit[],
  pronoun: Pronoun,
): Candidate | undefined {
  for (const { kind, text } of before.toReversed()) {
    if (kind !== "narration") continue;
    const told = roster
      .filter((one) => one.type !== "self" && fits(one, pronoun))
      .map((one) => ({ one, at: subjectAt(text, one) }))
      .filter(({ at }) => at >= 0)
      .toSorted((a, b) => Number(isSexed(b.one)) - Number(isSexed(a.one)) || a.at - b.at)[0];
    if (told) return told.one;
  }
  return undefined;
}

/** `Class was over, but Mr. Lund had not moved. He sat …`: he is whoever is known for a man. */
const isSexed = ({ name, gender }: Candidate): boolean => (gender ?? genderOfName(name)) !== undefined;

/** Where a sentence, or its second half, begins with somebody. */
function subjectAt(text: string, { name, type }: Candidate): number {
  const words = name.replaceAll(/[.*+?^${}()|[\]\\]/gu, "\\$&");
  const article =
    type === "role" ? "(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Mm]y|[Oo]ur|[Tt]heir) (?:[a-z-]+ ){0,2}" : "";
  return text.search(
    new RegExp(`(?:^|[,;] (?:and |but |so )?|^\\p{Lu}[a-z ]{2,20}, )${article}${words}\\b`, "u"),
  );
}

function fits({ name, gender, kind }: Candidate, pronoun: Pronoun): boolean {
  if (pronoun === "it") return kind !== undefined && kind !== "human";
  const sex = gender ?? genderOfName(name);
  return sex === undefined || sex === "unknown" || (sex === "female") === (pronoun === "she");
}
