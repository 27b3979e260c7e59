// Messages for wishes that cannot be applied (`assets/words/{en,ja}-refusals.tsv`): the reason, and an alternative.
import { readFileSync } from "node:fs";
import type { Language } from "../../../manga/language.ts";
import type { OptionId } from "../../../pipeline/options.ts";
import type { Answer, BookView, CannotReason, Wish } from "../../../pipeline/reviser.ts";
import { wordTableFile } from "../../word-table-file.ts";
import { toneNames } from "./wish-words.ts";

type Refusal = Answer & { kind: "cannot" };

const tables: Partial<Record<Language, ReadonlyMap<string, string>>> = {};

function textsIn(language: Language): ReadonlyMap<string, string> {
  const rows = () => readFileSync(wordTableFile(language, "refusals"), "utf8").split("\n");
  tables[language] ??= new Map(rows().map((row) => row.split("\t") as [string, string]));
  return tables[language];
}

/** Refuses for a reason, with messages about what is missing or possible instead: keys of the table, each with its inserted words. */
export function refuse(
  reason: CannotReason,
  book: BookView,
  ...more: [key: string, words?: string][]
): Refusal {
  const { language } = book.params;
  const texts = [[`reason ${reason}`], ...more].map(([key = "", words = ""]) =>
    (textsIn(language).get(key) ?? "").replace("{}", () => words),
  );
  const message = texts.filter((text) => text !== "").join(language === "ja" ? "" : " ");
  return { kind: "cannot", reason, message };
}

/** Refuses an option that the offline reviser does not support. */
export const refuseUnsupported = (what: OptionId | "text-size" | "being", book: BookView): Refusal =>
  refuse("not-supported", book, [`instead ${what}`]);

/** Refuses a genre or theme that has no staging here, and lists the known ones. */
export const refuseUnknownTone = (what: "genre" | "theme", book: BookView): Refusal =>
  refuse("not-understood", book, ["tones", toneNames(what, book.params.language)]);

/** Refuses a wish that has unread words, and names them. A wish is never applied in part. */
export const refuseUnreadWords = (words: string, book: BookView): Refusal => ({
  ...refuse("not-understood", book, ["unread", words]),
  words,
});

/** Refuses a wish that mentions a person without a change that the reviser supports. */
export const refuseIncompleteForPerson = (name: string, book: BookView): Refusal =>
  refuse("not-understood", book, ["detail looks"], ["renaming", name]);

/** Refuses a wish whose words lack the detail that its option needs. */
export const refuseIncomplete = ({ option, text }: Wish, book: BookView): Refusal =>
  refuse(option !== undefined && text === "" ? "which" : "not-understood", book, [`detail ${option}`]);
