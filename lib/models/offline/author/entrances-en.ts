// Joins how an English story shows somebody to the name that it gives them right afterwards:
// A woman came in out of the snow. … Inspector Crane was thin; At a desk sat a small old woman. … said Madame Solange.
import type { Story } from "../../../manga/story.ts";
import type { Candidate, Roster } from "./evidence.ts";
import { SPEECH_EN } from "./verbs-en.ts";

/** How many units before the name somebody may have come in. */
const BACK = 5;

/** `It was Miss Purdy.`: whoever has been there for a while is known at last. */
const IT_WAS = /^It was (?:\p{Lu}\p{Ll}+\.? ?){1,3}[.!]$/u;
const FAR_BACK = 30;

const NOUN = "(?:old |young |little )?(?:woman|man|lady|gentleman|girl|boy)";
const ENTRANCE = new RegExp(
  `\\b(?:an?|the [a-z]+est|another) (?:[a-z]+(?:,| and)? ){0,3}?(${NOUN})\\b(?! (?:of|from|like)\\b)`,
  "iu",
);

/** `He was a huge man`: nobody comes in. */
const IS = /^(?:He|She|It) (?:was|is)\b/u;

type Units = Story["units"];

export function introduceNamed(roster: Roster, { units }: Story): void {
  const names = roster.all().filter(({ type, kind }) => type === "name" && (kind ?? "human") === "human");
  const firsts = new Map(names.map((name) => [name, units.findIndex(({ text }) => saysName(text, name))]));
  for (const name of names) {
    const at = firsts.get(name) ?? -1;
    if (at < 1 || !isNamedNow(units, at, name)) continue;
    const from = Math.max(
      0,
      at - (IT_WAS.test(units[at]?.text ?? "") ? FAR_BACK : BACK),
      ...[...firsts].flatMap(([other, first]) => (other !== name && first < at ? [first + 1] : [])),
    );
    const entrance = units
      .slice(from, at)
      .findLast(({ kind, text }) => kind === "narration" && !IS.test(text) && ENTRANCE.test(text));
    const noun = entrance && ENTRANCE.exec(entrance.text)?.[1]?.toLowerCase();
    if (!entrance || !noun) continue;
    const gender = /(?:woman|lady|girl)$/u.test(noun) ? "female" : "male";
    if (name.gender !== undefined && name.gender !== gender) continue;
    name.gender = gender;
    name.age ??= noun.startsWith("old ") ? "elder" : /(?:girl|boy)$/u.test(noun) ? undefined : "adult";
    name.introduced = entrance.text;
    const role = roster.get(noun);
    if (role?.type === "role" && isOnlyOne(units, noun)) roster.merge(name.name, noun);
  }
}

const saysName = (text: string, { name, aliases }: Candidate): boolean =>
  [name, ...aliases].some((one) => text.includes(one));

/** `said Hedda`, after a line; `Inspector Crane was thin`, at the head of a sentence; `It was her brother, Milo`. */
function isNamedNow(units: Units, at: number, { name }: Candidate): boolean {
  const [before, unit] = [units[at - 1], units[at]];
  if (unit?.kind !== "narration") return false;
  const attributed =
    before?.kind === "speech" && new RegExp(`^,? ?(?:${SPEECH_EN}) ${name}\\b`, "u").test(unit.text);
  const presented = new RegExp(`^It was (?:(?:the|his|her|my|their) [a-z' -]{2,24},? )?${name}\\b`, "u");
  return attributed || presented.test(unit.text) || unit.text.startsWith(`${name} was `);
}

/** Whether a noun brings in nobody else. */
const isOnlyOne = (units: Units, noun: string): boolean =>
  units.filter(({ kind, text }) => kind === "narration" && ENTRANCE.exec(text)?.[1]?.toLowerCase() === noun)
    .length === 1;
