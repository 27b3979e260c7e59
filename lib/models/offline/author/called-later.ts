// Joins a noun for whoever is there to the name that a Japanese line calls them by only later: 機関士が這い出した。… 艦長が来た。
// 「直せるか、木暮」木暮は首を振った; 「木暮は生きてるか」… 機関士が顔を出した。… 木暮は笑った.
import type { Story } from "../../../manga/story.ts";
import { type Candidate, disagree, type Roster } from "./evidence.ts";

type Units = Story["units"];

const COMES = /^が[^。]*(?:顔を(?:出|覗|のぞ)|現れ|入って(?:き|来)|出て(?:き|来)|やって(?:き|来))/u;

/** Family has names of its own. */
const KIN = /[父母兄姉弟妹祖孫娘妻夫]|息子|おじ|おば|ママ|パパ/u;

/** How far apart the noun, the line and what its owner does then may stand. */
const [NEAR, SOON, LATE] = [6, 2, 10];

/** A name of which the story tells first in a line, and soon after that it acts. */
interface Called {
  name: Candidate;
  /** The unit of the line, and of what its owner does. */
  spoken: number;
  acts: number;
  /** The line calls, and does not only speak of. */
  calls: boolean;
}

/** Joins them in the roster, where only one noun can be meant. */
export function joinCalledLater(roster: Roster, units: Units): void {
  for (const name of roster.all().filter(({ type, score }) => type === "name" && score >= 2)) {
    const spoken = units.findIndex(({ text }) => text.includes(name.name));
    const [acts = -1] = toldIn(units, name.name);
    if (units[spoken]?.kind !== "speech" || acts < spoken || acts - spoken > LATE) continue;
    const calls = new RegExp(`(?:^|[、。！？!?…])${name.name}[。！？!?…]*$`, "u").test(units[spoken].text);
    const fitting = roster
      .all()
      .filter((role) => isMeant(role, { name, spoken, acts, calls }, { roster, units }));
    if (fitting.length === 1 && fitting[0]) roster.merge(name.name, fitting[0].name);
  }
}

/** Where narration has a word. */
const toldIn = (units: Units, word: string): number[] =>
  units.flatMap(({ kind, text }, at) => (kind === "narration" && text.includes(word) ? [at] : []));

function isMeant(
  role: Candidate,
  { name, spoken, acts, calls }: Called,
  { roster, units }: { roster: Roster; units: Units },
): boolean {
  if (role.type !== "role" || role.aliases.size > 0 || disagree(role, name) || KIN.test(role.name))
    return false;
  const told = toldIn(units, role.name);
  const last = told.at(-1) ?? acts;
  if (last >= acts) return false;
  if (calls && acts - spoken <= SOON)
    return (
      last < spoken &&
      spoken - last <= NEAR &&
      isCalledByAnother(role, { roster, told: units.slice(last, spoken) })
    );
  const text = units[last]?.text ?? "";
  return (
    told.length === 1 && last > spoken && COMES.test(text.slice(text.indexOf(role.name) + role.name.length))
  );
}

/** Somebody else has acted in between, who calls. */
const isCalledByAnother = (role: Candidate, { roster, told }: { roster: Roster; told: Units }): boolean =>
  roster
    .all()
    .some(
      (other) =>
        other !== role &&
        told.some(
          ({ kind, text }) => kind === "narration" && new RegExp(`${other.name}[がは]`, "u").test(text),
        ),
    );
