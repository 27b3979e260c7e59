// Reads a wish about how people look: clause by clause, of whom it is and what it says of them. A wish of which a word is not understood
// is not read in part.
import type { Person } from "../../../manga/concept.ts";
import type { Language } from "../../../manga/language.ts";
import { languageOf } from "../look-words.ts";
import { type LookToken, lookTokens } from "./look-tokens.ts";

/** What one clause says of whom. */
export interface LookClause {
  ids: readonly string[];
  tokens: readonly LookToken[];
  /** Its words without names, ages and pronouns. */
  said: string;
}

type LooksRead =
  /** Not about looks, or not about somebody of the book. */
  | { kind: "other" }
  | { kind: "unclear"; words: string }
  | { kind: "being" }
  | { kind: "whom" }
  /** `isImplied`: nobody is named, and it is of the only person there is. */
  | { kind: "looks"; clauses: LookClause[]; isImplied: boolean };

interface Pointed {
  people: readonly Person[];
  /** Whom the person pointed at. */
  character?: string | undefined;
}

const CONTENT: readonly LookToken["kind"][] = ["age", "who", "look", "garment"];
const hasContent = (tokens: readonly LookToken[]) => tokens.some(({ kind }) => CONTENT.includes(kind));
const isOfLooks = (tokens: readonly LookToken[], language: Language) =>
  hasContent(tokens) || wornIn(tokens, language).size > 0;

export function readLooks(text: string, { people, character }: Pointed): LooksRead {
  const said = text.normalize("NFKC").trim();
  const language = languageOf(said);
  const tokens = lookTokens(said, people, language);
  const only = people.length === 1 ? people[0]?.id : undefined;
  const names = tokens.some(({ kind }) => kind === "person" || kind === "pronoun");
  const isOfSomebody = names || character !== undefined;
  if (isOfSomebody && !hasContent(tokens) && isBecoming(tokens)) return { kind: "being" };
  if (!isOfLooks(tokens, language) || !(isOfSomebody || only !== undefined)) return { kind: "other" };
  const read = readClauses(clausesOf(tokens, language), { people, last: character ?? only, language });
  if (read.kind === "looks") return { ...read, isImplied: !isOfSomebody };
  return isOfSomebody ? read : { kind: "other" };
}

interface Spoken {
  people: readonly Person[];
  /** Who was spoken of last. */
  last: string | undefined;
}

function readClauses(
  parts: readonly LookToken[][],
  { people, last: first, language }: Spoken & { language: Language },
): LooksRead {
  const clauses: LookClause[] = [];
  let last = first;
  for (const part of parts) {
    const subject = subjectOf(part, { people, last });
    if (subject === undefined) return { kind: "unclear", words: textOf(part) };
    if (subject.length === 0) return { kind: "whom" };
    last = subject.length === 1 ? subject[0] : undefined;
    if (!hasContent(part) && !part.some(({ kind }) => kind === "verb" || kind === "unknown")) continue;
    if (part.some(({ kind }) => kind === "being")) return { kind: "being" };
    const unclear = unclearIn(part, language);
    if (unclear !== "") return { kind: "unclear", words: unclear };
    clauses.push({ ids: subject, tokens: part, said: wordsOf(part, language) });
  }
  return { kind: "looks", clauses, isImplied: false };
}

/** 「海斗を猫にして」, `turn Kaito into a wolf`: nothing else is said. */
const isBecoming = (tokens: readonly LookToken[]) =>
  tokens.some(({ kind }) => kind === "being") &&
  tokens.some(({ kind }) => kind === "verb") &&
  tokens.every(({ kind }) => kind !== "unknown");

export const textOf = (tokens: readonly LookToken[]) =>
  tokens
    .map(({ text }) => text)
    .join("")
    .trim();

const isSpace = ({ kind }: LookToken) => kind === "filler" || kind === "article";

/** In Japanese a verb ends a clause, in English it begins one after `and`; both end at a mark. */
function clausesOf(tokens: readonly LookToken[], language: Language): LookToken[][] {
  const clauses: LookToken[][] = [[]];
  for (const [at, token] of tokens.entries()) {
    const rest = tokens.slice(at + 1);
    const next = rest.find((one) => !isSpace(one));
    const isEnd =
      token.kind === "break" || (language === "en" && token.kind === "join" && next?.kind === "verb");
    if (!isEnd) clauses.at(-1)?.push(token);
    const isAfterVerb = language === "ja" && token.kind === "verb" && hasContent(clauses.at(-1) ?? []);
    const goesOn = next !== undefined && next.kind !== "verb" && next.kind !== "not" && next.kind !== "break";
    if (isEnd || (isAfterVerb && goesOn)) clauses.push([]);
  }
  return clauses.filter((clause) => clause.some((token) => !isSpace(token)));
}

/** Those whom a clause names together, else whom its pronoun means, else who was spoken of; undefined where names stand apart. */
function subjectOf(tokens: readonly LookToken[], { people, last }: Spoken): string[] | undefined {
  const places = tokens.flatMap((token, at) => (token.kind === "person" ? [{ id: token.id, at }] : []));
  const ids = [...new Set(places.map(({ id }) => id))];
  const [from, to] = [places[0]?.at ?? 0, places.at(-1)?.at ?? 0];
  const between = tokens.slice(from, to).filter(({ kind, text }) => kind !== "person" && text.trim() !== "");
  if (ids.length > 1)
    return between.every(({ kind, text }) => kind === "join" || text === "も") ? ids : undefined;
  if (ids.length === 1) return ids;
  const pronoun = tokens.find((token) => token.kind === "pronoun");
  const fits = ({ sex }: Person) =>
    pronoun === undefined || pronoun.sex === "unknown" || sex === pronoun.sex || sex === "unknown";
  const spoken = people.find(({ id }) => id === last);
  if (spoken !== undefined && fits(spoken)) return [spoken.id];
  const fitting = pronoun === undefined ? [] : people.filter(fits);
  return fitting.length === 1 ? fitting.map(({ id }) => id) : [];
}

/** The words of a clause that are not understood; empty where all are. */
function unclearIn(tokens: readonly LookToken[], language: Language): string {
  const worn = wornIn(tokens, language);
  const unknown = tokens.filter((token, at) => token.kind === "unknown" && !worn.has(at));
  if (unknown.length > 0) return unknown.map(({ text }) => text).join(language === "ja" ? "、" : ", ");
  const isWhole = isOfLooks(tokens, language);
  const isDenied = tokens.some(({ kind }) => kind === "not");
  return isWhole && !isDenied ? "" : textOf(tokens);
}

/** Most words that a piece of clothing is named by. */
const MOST_WORDS = 4;

/** Places of the words for what somebody should wear, in their own words: before を and its verb; between an article and the noun. */
function wornIn(tokens: readonly LookToken[], language: Language): ReadonlySet<number> {
  const verb = tokens.findIndex((token) => token.kind === "verb" && token.does !== "other");
  if (verb < 0) return new Set();
  const isWord = (token: LookToken | undefined) =>
    token !== undefined && (token.kind === "unknown" || token.kind === "look" || token.kind === "garment");
  if (language === "ja") {
    const object = verb - 1;
    if (tokens[object]?.kind !== "object") return new Set();
    let from = object;
    while (isWord(tokens[from - 1])) from--;
    return new Set(Array.from({ length: object - from }, (_, index) => from + index));
  }
  const article = tokens.findIndex((token, at) => at > verb && token.kind === "article");
  if (article < 0) return new Set();
  const places: number[] = [];
  let noun = article;
  for (let at = article + 1; at < tokens.length && (isWord(tokens[at]) || tokens[at]?.text === " "); at++) {
    if (isWord(tokens[at])) places.push(at);
    if (isWord(tokens[at])) noun = at;
  }
  // Anything can be given; only what is known to be worn is.
  const isWorn = tokens.some((token) => token.kind === "verb" && token.does === "wear");
  const isKnown = tokens[noun]?.kind === "garment";
  return new Set((isKnown || (isWorn && noun > article)) && places.length <= MOST_WORDS ? places : []);
}

/** For readers of one look: nobody's name, which may hold a word for one, and no age. */
function wordsOf(tokens: readonly LookToken[], language: Language): string {
  const worn = wornIn(tokens, language);
  if (language === "en" && worn.size > 0) {
    return `wear a ${[...worn].map((at) => tokens[at]?.text).join(" ")}`;
  }
  const isLeftOut = ({ kind }: LookToken) => ["person", "pronoun", "age", "who"].includes(kind);
  return tokens
    .map((token) => (isLeftOut(token) ? "" : token.text))
    .join("")
    .trim();
}
