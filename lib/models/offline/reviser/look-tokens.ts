// Splits a wish about looks into tokens: whom it concerns, which part of the look, and what to do with it. Any other text is an `unknown`
// token, so that a wish is carried out only if every word was understood.
import type { Person } from "../../../manga/concept.ts";
import type { Language } from "../../../manga/language.ts";
import { languageOf, plainLetters } from "../words/lexicon.ts";
import { SHOWN } from "../words/shown-words.ts";
import { namesOf } from "./book-parts.ts";
import { numberAt, WISH } from "./wish-words.ts";

/** Classes of words about looks. The value of a word says which look. */
export const LOOKS = [
  ...(["who", "older", "hair", "haircut", "haircolour", "how", "colour"] as const),
  ...(["glasses", "beard", "build", "garment", "clothes"] as const),
] as const;
/** Classes of verbs. `off` removes a thing, `trim` is about hair. */
export const VERBS = ["wear", "give", "off", "trim", "do"] as const;
const OTHERS = [
  ...(["pronoun", "age", "not", "join", "break"] as const),
  ...(["object", "article", "age-noun", "counted"] as const),
] as const;

type TableClass = (typeof LOOKS | typeof VERBS | typeof OTHERS)[number] | "filler";

export interface LookToken {
  /** A class of the tables, or: a person of the book, a being that is not human, text that was not understood. */
  kind: TableClass | "person" | "being" | "unknown";
  text: string;
  /** An id, a sex, an age as in designs (`72`, `30s`, `teen`), or the table's value. */
  value: string;
}

/** The classes in order of precedence. At one position the longest word wins, of equal ones the earlier class. */
const CLASSES: readonly TableClass[] = [...OTHERS, ...LOOKS, ...VERBS, "filler"];

const OLDEST = 150;

interface Context {
  language: Language;
  /** Names of people in plain letters, the longest first. */
  names: readonly { text: string; value: string }[];
  /** The last token with content. */
  before: LookToken | undefined;
}

/** A number is an age if no counted noun stands beside it. In Japanese a unit or 年齢 marks it. */
function ageAt(said: string, at: number, { language, before }: Context): LookToken | undefined {
  const number = numberAt(said, at);
  if (number === undefined) return undefined;
  const end = at + number.length;
  const unit = WISH.at(said, end, "years");
  const isCounted = before?.kind === "counted" || WISH.at(said, end, "counted") !== undefined;
  const isBare = language === "en" || before?.kind === "age-noun";
  if ((unit === undefined && !isBare) || number.value < 1 || number.value > OLDEST) return undefined;
  const text = said.slice(at, end + (unit?.text.length ?? 0));
  if (isCounted) return { kind: "unknown", text, value: "" };
  return { kind: "age", text, value: `${number.value}${unit?.value ?? ""}` };
}

function tableWordAt(said: string, at: number): LookToken | undefined {
  let longest: LookToken | undefined;
  for (const kind of CLASSES) {
    const word = WISH.at(said, at, kind);
    if (word && word.text.length > (longest?.text.length ?? 0)) longest = { ...word, kind };
  }
  return longest;
}

const isLetter = (text: string) => /^[\p{Script=Latin}\p{N}]$/u.test(text);

function personAt(said: string, at: number, { names }: Context): LookToken | undefined {
  const named = names.find(({ text }) => {
    const isPart = isLetter(text.slice(-1)) && isLetter(said.charAt(at + text.length));
    return said.startsWith(text, at) && !isPart;
  });
  return named && { kind: "person", ...named };
}

/** The token at a position: names first, then the longest word. Text that matches nothing is collected, in English word by word. */
function tokenAt(said: string, at: number, context: Context): LookToken {
  const person = personAt(said, at, context);
  if (person) return person;
  const [age, word] = [ageAt(said, at, context), tableWordAt(said, at)];
  const read = age && age.text.length > (word?.text.length ?? 0) ? age : word;
  if (read) return read;
  const being = SHOWN.at(said, at, "kind");
  if (being) return { kind: "being", ...being };
  const space = /^\s+/u.exec(said.slice(at, at + 200))?.[0];
  if (space !== undefined) return { kind: space.includes("\n") ? "break" : "filler", text: space, value: "" };
  const text = /^[\p{Script=Latin}\p{N}’'-]+|^./su.exec(said.slice(at, at + 200))?.[0] ?? "";
  return { kind: "unknown", text, value: "" };
}

export function lookTokens(text: string, people: readonly Person[]): LookToken[] {
  const said = plainLetters(text);
  const names = namesOf(people)
    .map(({ person, name }) => ({ text: plainLetters(name), value: person.id }))
    .toSorted((a, b) => b.text.length - a.text.length);
  const context: Context = { names, language: languageOf(said), before: undefined };
  const tokens: LookToken[] = [];
  for (let at = 0; at < said.length; ) {
    const { kind, value, text: read } = tokenAt(said, at, context);
    const token = { kind, value, text: text.slice(at, at + read.length) };
    const last = tokens.at(-1);
    if (kind === "unknown" && last?.kind === "unknown" && !isLetter(read.charAt(0))) last.text += token.text;
    else tokens.push(token);
    if (kind !== "filler" && kind !== "object") context.before = token;
    at += Math.max(1, read.length);
  }
  return tokens;
}
