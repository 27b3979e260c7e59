// Joins a noun with which a Japanese story brings somebody in to the name that it gives them afterwards:
// ひとりの侍が橋を渡っていた。名を伊織という。
import type { Story } from "../../../manga/story.ts";
import { joinCalledLater } from "./called-later.ts";
import { type Candidate, disagree, type Roster } from "./evidence.ts";
import { isOwnNameJa } from "./self-naming.ts";
import { TITLES } from "./titles-ja.ts";

/** 小森先生が来た。… 先生が笛を吹いた: the only one who is called so with a name is meant by the title alone. */
function joinTitled(roster: Roster): void {
  for (const title of TITLES) {
    const [name, ...others] = roster
      .all()
      .filter(({ type, name, aliases }) => type === "name" && aliases.has(`${name}${title}`));
    const role = roster.get(title);
    if (name && others.length === 0 && (!role || (role.type === "role" && role.first >= name.first)))
      roster.merge(name.name, title);
  }
}

/** 若者がやってきた。友だちのソウタだった: a noun told of once turns out to be somebody, known or not. */
function joinTurnedOut(roster: Roster, units: Units): void {
  const all = roster.all();
  for (const role of all.filter(
    ({ type, mentions, speaks }) => type === "role" && mentions <= 1 && speaks === 0,
  )) {
    const next = units[units.findIndex(({ text }) => text.includes(role.name)) + 1]?.text ?? "";
    const known = all.find(
      ({ type, name }) =>
        type === "name" && new RegExp(`^(?:[^。、「」]{1,8}の)?${name}だった。`, "u").test(next),
    );
    if (known && !disagree(role, known)) roster.merge(known.name, role.name);
  }
}

/** Joins them in the roster; a noun that goes on to be somebody of its own is left alone. */
export function joinIntroduced(roster: Roster, { units }: Story): void {
  joinTitled(roster);
  joinTurnedOut(roster, units);
  joinCalledLater(roster, units);
  const roles = roster.all().filter(({ type }) => type === "role");
  const names = roster.all().filter(({ type, score }) => type === "name" && score >= 3.5);
  for (const name of names) {
    const at = units.findIndex(({ text }) => text.includes(name.name));
    // 警備員の西条 says itself what he is.
    if (new RegExp(`\\p{Script=Han}の${name.name}`, "u").test(units[at]?.text ?? "")) continue;
    // ひとりの少女が立っていた。「瀬名ひよりです」: whoever is seen, and says who they are.
    const answers = ASKS_NAME.test(units[at - 1]?.text ?? "") && units[at]?.text.startsWith(name.name);
    const seen = units[at]?.kind === "speech" ? lastRole(roles, units, at - 1, answers ? 6 : 2) : undefined;
    if (seen && !disagree(seen, name) && (answers || saysOwn(units[at]?.text ?? "", name.name))) {
      roster.merge(name.name, seen.name);
      continue;
    }
    const named = units[at]?.text.match(new RegExp(`名(?:前)?[はを]「?${name.name}`, "u"));
    const role = named ? lastRole(roles, units, at, 2) : newcomer(roles, name, units, at);
    if (role && roster.get(role.name) === role && !disagree(role, name)) roster.merge(name.name, role.name);
  }
}

/** 「お名前、言えるかな」 / 「ユナ」 */
const ASKS_NAME = /名前|どなた|誰[だな]|だれ[だな？]/u;

const saysOwn = (line: string, name: string): boolean => {
  const at = line.indexOf(name);
  const [before, after] = [line.slice(0, at), line.slice(at + name.length)];
  return isOwnNameJa(before, after) || (/[。！]$/u.test(before) && /^(?:だ|です|よ)[。！]?$/u.test(after));
};

type Units = Story["units"];

function lastRole(
  roles: readonly Candidate[],
  units: Units,
  at: number,
  back: number,
): Candidate | undefined {
  const before = units.slice(Math.max(0, at - back), at + 1).filter(({ kind }) => kind === "narration");
  const text = before.map((unit) => unit.text).join("");
  const found = roles
    .map((role) => ({ role, last: text.lastIndexOf(role.name) }))
    .filter(({ last }) => last >= 0)
    .toSorted((a, b) => b.last - a.last);
  return found[0]?.role;
}

/** 町娘が立っていた。… とお鈴は言った: a noun told of once, and right after a name that nobody has introduced. */
function newcomer(
  roles: readonly Candidate[],
  name: Candidate,
  units: Units,
  at: number,
): Candidate | undefined {
  const role = lastRole(roles, units, at - 1, 4);
  if (!role || role.mentions > 1 || role.speaks > 0) return undefined;
  const entered = units.some(
    ({ kind, text }, index) =>
      kind === "narration" &&
      index < at &&
      new RegExp(
        `${role.name}が[^。]{0,12}(?:い|立って|座って|現れ|来|やって(?:来|き)|入って(?:来|き)|歩いて)`,
        "u",
      ).test(text),
  );
  return entered && name.first > role.first ? role : undefined;
}
