// Joins a noun with which a story brings somebody in to the name that others call them by afterwards:
// A teenager waved from the tower. "Lucy! Come down!"; 男の子は帽子をかぶっていた。… 「斗真！　どこにいたの」
import type { Story } from "../../../manga/story.ts";
import type { Candidate, Roster } from "./evidence.ts";
import { genderOfName } from "./given-names.ts";

/** How far back somebody who is called may have come in. */
const BACK = 24;

/** Whoever is kin to the caller is called by that word, not by a name. */
const KIN =
  /[祖父母兄姉]|ばあ|じい|パパ|ママ|grand|mother|father|mum|mom|dad|papa|nana|gran|aunt|uncle|husband|wife/u;

/** A noun that does not say yet what somebody is, and one that does. */
const VAGUE = /^(?:子ども|子供|人影|客|迷子|child|kid|stranger|customer)$/u;
const YOUNG = /^(?:男の子|女の子|少年|少女|little boy|little girl|boy|girl)$/u;

type Units = Story["units"];

export function joinCalled(roster: Roster, { units }: Story): void {
  joinVague(roster, units);
  joinOther(roster, units);
  nameNarrator(roster, units);
  const roles = roster.all().filter(({ type, kind }) => type === "role" && (kind ?? "human") === "human");
  for (const name of roster.all().filter(({ type, score }) => type === "name" && score >= 2)) {
    const short = petNameIn(units, name.name);
    const at = units.findIndex(
      ({ kind, text }) =>
        kind === "speech" && (isCalled(text, name.name) || (short !== undefined && text.includes(short))),
    );
    if (short) name.aliases.add(short);
    const call = units[at];
    if (!call || units.slice(0, at).some(({ kind, text }) => kind !== "speech" && named(text, name)))
      continue;
    const brought = roles.filter(
      (role) =>
        !KIN.test(role.name) &&
        role.first < at &&
        lastMention(role, units, at) >= at - BACK &&
        !disagree(role, name) &&
        !units.some(({ kind, text }) => kind === "narration" && named(text, role) && named(text, name)),
    );
    const before = units[at - 1];
    const acts = (role: Candidate) => before?.kind === "narration" && named(before.text, role);
    const silent = brought.filter(
      (role) => !acts(role) || (isSeen(before?.text ?? "", role) && /!/u.test(call.text)),
    );
    const told = /^You(?:['’]re| are| must be) /u.test(call.text);
    const role = nearest(told ? brought : silent, units, { before: at, sure: told });
    if (role && roster.get(role.name) === role) roster.merge(name.name, role.name);
  }
}

/** ナツ, whom others call なっちゃん. */
function petNameIn(units: Units, name: string): string | undefined {
  if (!/^(?:[ァ-ヴー]{2,4}|[ぁ-んー]{2,4})$/u.test(name)) return undefined;
  const [first = "", second = ""] = [...name].map((kana) => `[${kana}${otherKana(kana)}]`);
  const called = new RegExp(`(?<![ぁ-んァ-ヴー])${first}(?:${second}|[っッーん])?(?:ちゃん|くん)`, "u");
  return units
    .filter(({ kind }) => kind === "speech")
    .map(({ text }) => called.exec(text)?.[0])
    .find((found) => found !== undefined && !found.startsWith(name));
}

/** ヒ for ひ, and ひ for ヒ. */
const otherKana = (kana: string): string => {
  const code = kana.codePointAt(0) ?? 0;
  if (kana === "ー") return kana;
  return String.fromCodePoint(kana >= "ァ" ? code - 0x60 : code + 0x60);
};

/** "Hold the rope, Joey," he said. I held it: whom others call, and whom a story that I tell never speaks of, is I. */
function nameNarrator(roster: Roster, units: Units): void {
  const narrator = roster.get("I");
  if (!narrator || narrator.mentions < 3) return;
  const called = roster
    .all()
    .filter(
      (one) =>
        one.type === "name" &&
        one !== narrator &&
        one.score >= CALLED &&
        units.some(({ kind, text }) => kind === "speech" && isAddressed(text, one.name)) &&
        !units.some(({ kind, text, label }) => (kind !== "speech" && named(text, one)) || label === one.name),
    );
  const [only] = called;
  if (only && called.length === 1) roster.merge(only.name, "I");
}

/** A name that stands in a line where only one can: `Home, I suppose` calls nobody. */
const CALLED = 1.8;

const isAddressed = (line: string, name: string): boolean =>
  new RegExp(`(?:^|[,!?.] )${name}(?=[,.!?]|$)`, "u").test(line);

/** 子どもが残っていた。… 男の子は: the second noun says who the first was, where it is not used again. */
function joinVague(roster: Roster, units: Units): void {
  const roles = roster.all().filter(({ type }) => type === "role");
  for (const vague of roles.filter(({ name }) => VAGUE.test(name))) {
    const clear = roles.filter(({ name, first }) => YOUNG.test(name) && first > vague.first);
    const [one] = clear;
    if (clear.length === 1 && one && one.first - vague.first <= BACK && vague.mentions <= one.mentions)
      if (!units.slice(one.first).some(({ kind, text }) => kind === "narration" && named(text, vague)))
        roster.merge(one.name, vague.name);
  }
}

/** `Nobody had called him Arthur since`: another name of whoever was told of last, and is one. */
function joinOther(roster: Roster, units: Units): void {
  for (const [index, { kind, text }] of units.entries()) {
    const [, pronoun, other = ""] = /\bcalled (him|her) (\p{Lu}\p{Ll}+)\b/u.exec(text) ?? [];
    const own = roster.get(other);
    if (kind !== "narration" || own?.type !== "name") continue;
    const told = roster
      .all()
      .filter(({ name, type, gender }) => type === "name" && name !== own.name && fits(pronoun, gender))
      .map((name) => ({ name, at: lastMention(name, units, index) }))
      .toSorted((a, b) => b.at - a.at)[0];
    if (told && told.at >= index - BACK) roster.merge(told.name.name, own.name);
  }
}

const fits = (pronoun: string | undefined, gender: Candidate["gender"]): boolean =>
  gender === undefined || (pronoun === "him") === (gender === "male");

/** `A teenager waved from the tower.`: seen by those who call; whoever else acts right before a call is the one who calls. */
const isSeen = (text: string, { name }: Candidate): boolean =>
  new RegExp(`\\b[Aa]n? (?:[a-z]+ )*${name}\\b`, "u").test(text);

const named = (text: string, { name, aliases }: Candidate): boolean =>
  [name, ...aliases].some((one) => text.includes(one));

/** How many sentences closer than everybody else whoever is called was told of. */
const CLOSER = 3;

/** The one who was told of last, where nobody else was told of about as lately. */
function nearest(
  roles: readonly Candidate[],
  units: Units,
  { before, sure }: { before: number; sure: boolean },
): Candidate | undefined {
  const [first, second] = roles
    .map((role) => ({ role, at: lastMention(role, units, before) }))
    .toSorted((a, b) => b.at - a.at);
  return first && (sure || !second || first.at - second.at >= CLOSER) ? first.role : undefined;
}

const lastMention = (role: Candidate, units: Units, before: number): number =>
  units.slice(0, before).findLastIndex(({ text }) => named(text, role));

const isCalled = (line: string, name: string): boolean => {
  if (/^\p{Script=Latin}/u.test(name) && isAddressed(line, name)) return true;
  const at = line.replace(/^[…―—]+/u, "").indexOf(name);
  if (new RegExp(`^You(?:['’]re| are| must be) ${name}[.?!,]`, "u").test(line)) return true;
  const whole = line.slice(line.indexOf(name)).replace(/^(?:\p{Lu}\p{Ll}+ ?)+|^[^、。！？!?…　 ]+/u, "");
  return at === 0 && /^[、。！？!?,.…]|^$/u.test(whole);
};

const disagree = (role: Candidate, name: Candidate): boolean =>
  (role.gender !== undefined && role.gender !== (name.gender ?? genderOfName(name.name) ?? role.gender)) ||
  (role.age !== undefined && name.age !== undefined && role.age !== name.age);
