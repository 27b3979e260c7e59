// The plain words for things that `assets/things/things.tsv` lists; patterns that look at what stands beside a word are in the tables here.
import type { Cues } from "../../../words/cues.ts";
import type { Prop } from "../../closed/staging.ts";
import { THING_PACK } from "../../closed/thing-pack.ts";
import { handledJa, thingsEn, thingsJa, wholeJa } from "./thing-tables.ts";

type Column = "en" | "ja" | "kin";

/** The words of a column that begin with a mark, without it; without a mark: those that begin with none. */
function listed(column: Column, mark: "" | "=" | "~" = ""): Record<Prop, string> {
  const starts = (word: string) => (mark === "" ? /^[^=~]/u.test(word) : word.startsWith(mark));
  return Object.fromEntries(
    THING_PACK.rows.flatMap(({ name = "", [column]: cell = "" }): [Prop, string][] => {
      const words = cell.split("|").filter(starts);
      return words.length > 0 ? [[name, words.map((word) => word.slice(mark.length)).join("|")]] : [];
    }),
  );
}

/** `~saw` is a verb as well: `thingsEn` reads the mark. */
const verbsToo = Object.fromEntries(
  Object.entries(listed("en", "~")).map(([name, words]) => [name, words.replaceAll(/^|(?<=\|)/gu, "~")]),
);

export const LISTED_EN: Cues<Prop> = [...thingsEn(listed("en")), ...thingsEn(verbsToo)];

/** `=鍋` is a part of many other words, and `~菜` means something else unless it is handled like a thing. */
export const LISTED_JA: Cues<Prop> = [
  ...thingsJa(listed("ja")),
  ...wholeJa(listed("ja", "=")),
  ...handledJa(listed("ja", "~")),
];

/** What is drawn in the place of things that nobody draws. */
export const KIN_OF_THINGS = listed("kin");
