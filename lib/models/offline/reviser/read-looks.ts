// Parses a wish about people's looks, clause by clause: whom it concerns and what should change. A wish with an unread word is never
// applied in part.
import type { Person } from "../../../manga/concept.ts";
import type { Language } from "../../../manga/language.ts";
import { languageOf } from "../words/lexicon.ts";
import { LOOKS, type LookToken, lookTokens, VERBS } from "./look-tokens.ts";

/** The people of one clause, and the looks that it states. */
export interface LookClause {
  ids: readonly string[];
  tokens: readonly LookToken[];
}

type LooksRead =
  /** Not about looks, or about nobody of the book. */
  | { kind: "other" }
  | { kind: "unclear"; words: string }
  | { kind: "being" }
  | { kind: "whom" }
  /** `isImplied`: nobody is named, so the clause concerns the only person of the book. */
  | { kind: "looks"; clauses: LookClause[]; isImplied: boolean };

interface Spoken {
  people: readonly Person[];
  /** The person who was mentioned last. */
  last: string | undefined;
}

type Kinds = readonly LookToken["kind"][];
const isOf = (kinds: Kinds) => (token: LookToken | undefined) =>
  token !== undefined && kinds.includes(token.kind);
const CONTENT: Kinds = [...LOOKS, "age"];
const isVerb = isOf(VERBS);
const isSpace = isOf(["filler", "article", "age-noun"]);
const isUnread = isOf(["unknown", "counted"]);

export const hasContent = (tokens: readonly LookToken[]) => tokens.some(isOf(CONTENT));

export function readLooks(
  text: string,
  { people, character }: { people: readonly Person[]; character?: string | undefined },
): LooksRead {
  const said = text.normalize("NFKC").trim();
  const tokens = lookTokens(said, people);
  const only = people.length === 1 ? people[0]?.id : undefined;
  const isOfSomebody = character !== undefined || tokens.some(isOf(["person", "pronoun"]));
  if (isOfSomebody && !hasContent(tokens) && isBecoming(tokens)) return { kind: "being" };
  const isOfLooks = hasContent(tokens) || wornIn(tokens).size > 0;
  if (!isOfLooks || !(isOfSomebody || only !== undefined)) return { kind: "other" };
  const read = readClauses(clausesOf(tokens, languageOf(said)), { people, last: character ?? only });
  if (read.kind === "looks") return { ...read, isImplied: !isOfSomebody };
  return isOfSomebody ? read : { kind: "other" };
}

function readClauses(parts: readonly LookToken[][], { people, last: first }: Spoken): LooksRead {
  const clauses: LookClause[] = [];
  let last = first;
  for (const part of parts) {
    const ids = subjectOf(part, { people, last });
    if (ids === undefined) return { kind: "unclear", words: textOf(part) };
    if (ids.length === 0) return { kind: "whom" };
    last = ids.length === 1 ? ids[0] : undefined;
    if (!hasContent(part) && !part.some((token) => isVerb(token) || isUnread(token))) continue;
    if (part.some(isOf(["being"]))) return { kind: "being" };
    const words = unclearIn(part);
    if (words !== "") return { kind: "unclear", words };
    clauses.push({ ids, tokens: part });
  }
  return { kind: "looks", clauses, isImplied: false };
}

/** Whether the clause only asks for a transformation into a being: 「海斗を猫にして」, `turn Kaito into a wolf`. */
const isBecoming = (tokens: readonly LookToken[]) =>
  tokens.some(isOf(["being"])) && tokens.some(isVerb) && !tokens.some(isUnread);

export const textOf = (tokens: readonly LookToken[]) =>
  tokens
    .map(({ text }) => text)
    .join("")
    .trim();

/** Splits the tokens into clauses. In Japanese a verb ends a clause, in English a verb after `and` starts one; a mark ends both. */
function clausesOf(tokens: readonly LookToken[], language: Language): LookToken[][] {
  const clauses: LookToken[][] = [[]];
  for (const [at, token] of tokens.entries()) {
    const next = tokens.slice(at + 1).find((one) => !isSpace(one));
    const isEnd = token.kind === "break" || (language === "en" && token.kind === "join" && isVerb(next));
    if (!isEnd) clauses.at(-1)?.push(token);
    const isAfterVerb = language === "ja" && isVerb(token) && hasContent(clauses.at(-1) ?? []);
    const goesOn = next !== undefined && !isOf([...VERBS, "not", "break"])(next);
    if (isEnd || (isAfterVerb && goesOn)) clauses.push([]);
  }
  return clauses.filter((clause) => !clause.every(isSpace));
}

/**
 * The people of a clause: those that it names together, otherwise the person mentioned last or the only one whom its pronoun fits.
 * Undefined if the names are not joined.
 */
function subjectOf(tokens: readonly LookToken[], { people, last }: Spoken): string[] | undefined {
  const isPerson = isOf(["person"]);
  const ids = [...new Set(tokens.filter(isPerson).map(({ value }) => value))];
  const between = tokens.slice(tokens.findIndex(isPerson), tokens.findLastIndex(isPerson));
  const isJoined = ({ kind, text }: LookToken) =>
    kind === "person" || kind === "join" || text === "も" || text.trim() === "";
  if (ids.length > 1) return between.every(isJoined) ? ids : undefined;
  if (ids.length === 1) return ids;
  const sex = tokens.find(isOf(["pronoun"]))?.value;
  const fits = (one: Person) =>
    sex === undefined || sex === "unknown" || one.sex === sex || one.sex === "unknown";
  const spoken = people.find(({ id }) => id === last);
  if (spoken !== undefined && fits(spoken)) return [spoken.id];
  const fitting = sex === undefined ? [] : people.filter(fits);
  return fitting.length === 1 ? fitting.map(({ id }) => id) : [];
}

/** The words of a clause that are not understood. Empty if all are. */
function unclearIn(tokens: readonly LookToken[]): string {
  const worn = wornIn(tokens);
  const unread = tokens.filter((token, at) => isUnread(token) && !worn.has(at));
  if (unread.length > 0)
    return unread.map(({ text }) => text).join(languageOf(textOf(unread)) === "ja" ? "、" : ", ");
  const isWhole = (hasContent(tokens) || worn.size > 0) && !tokens.some(isOf(["not"]));
  return isWhole ? "" : textOf(tokens);
}

/** Maximum number of words that name a garment. */
const MOST_WORDS = 4;
const isPartOfPiece = isOf(["unknown", "garment", "colour", "how", "clothes", "build"]);

/** Positions of the words for a garment in the user's own words: before を and its verb, or between an article and the noun. */
export function wornIn(tokens: readonly LookToken[]): ReadonlySet<number> {
  const verb = tokens.findIndex(isOf(["wear", "give"]));
  if (verb < 0) return new Set();
  const isBeforeVerb = tokens[verb - 1]?.kind === "object";
  const article = tokens.findIndex(({ kind }, at) => at > verb && kind === "article");
  if (!isBeforeVerb && article < 0) return new Set();
  const isPiece = (at: number) => isPartOfPiece(tokens[at]);
  const places: number[] = [];
  if (isBeforeVerb) for (let at = verb - 2; isPiece(at); at -= 1) places.unshift(at);
  else
    for (let at = article + 1; isPiece(at) || tokens[at]?.text === " "; at += 1)
      if (isPiece(at)) places.push(at);
  const head = tokens[places.at(-1) ?? -1];
  // Anything can be given, but only garments can be worn.
  const isWorn = head?.kind === "garment" || (tokens[verb]?.kind === "wear" && head?.kind === "unknown");
  return new Set(isWorn && (isBeforeVerb || places.length <= MOST_WORDS) ? places : []);
}
