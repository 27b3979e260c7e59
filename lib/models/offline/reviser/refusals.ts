// Messages for wishes that cannot be applied (`assets/words/{en,ja}-refusals.tsv`): the reason, and an alternative.
import { readFileSync } from "node:fs";
import type { Language } from "../../../manga/language.ts";
import type { OptionId } from "../../../pipeline/options.ts";
import type { Answer, BookView, CannotReason } from "../../../pipeline/reviser.ts";
import { wordTableFile } from "../../word-table-file.ts";
import { toneNames } from "./wish-words.ts";

type Refusal = Answer & { kind: "cannot" };

const tables: Partial<Record<Language, ReadonlyMap<string, string>>> = {};

function textsIn(language: Language): ReadonlyMap<string, string> {
  const rows = () => readFileSync(wordTableFile(language, "refusals"), "utf8").split("\n");
  tables[language] ??= new Map(rows().map((row) => row.split("\t") as [string, string]));
  return tables[language];
}

/** The text of a key, with words in it; empty where there is none. */
const say = (key: string, { params: { language } }: BookView, words = ""): string =>
  (textsIn(language).get(key) ?? "").replace("{}", () => words);

const joined = (texts: readonly string[], { params: { language } }: BookView): string =>
  texts.filter((text) => text !== "").join(language === "ja" ? "" : " ");

export function refuse(reason: CannotReason, book: BookView, instead = ""): Refusal {
  return { kind: "cannot", reason, message: joined([say(`reason ${reason}`, book), instead], book) };
}

/** Refuses an option that the offline reviser does not support. */
export const refuseUnsupported = (what: OptionId | "text-size" | "being", book: BookView): Refusal =>
  refuse("not-supported", book, say(`instead ${what}`, book));

/** Refuses a genre or theme that has no staging here, and lists the known ones. */
export const refuseUnknownTone = (what: "genre" | "theme", book: BookView): Refusal =>
  refuse("not-understood", book, say("tones", book, toneNames(what, book.params.language)));

/** Refuses a wish that has unread words, and names them. A wish is never applied in part. */
export const refuseUnreadWords = (words: string, book: BookView): Refusal => ({
  ...refuse("not-understood", book, say("unread", book, words)),
  words,
});

/** Refuses a wish that mentions a person without a change that the reviser supports. */
export const refuseIncompleteForPerson = (name: string, book: BookView): Refusal =>
  refuse("not-understood", book, joined([say("detail looks", book), say("renaming", book, name)], book));

/** Refuses a wish whose words lack the detail that its option needs. */
export function refuseIncomplete(option: OptionId | undefined, text: string, book: BookView): Refusal {
  const reason = option !== undefined && text === "" ? "which" : "not-understood";
  return refuse(reason, book, say(`detail ${option}`, book));
}
