import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { LanguageSchema } from "../../manga/language.ts";
import { nounTableFile } from "../noun-table-file.ts";
import { kindOfNoun, type NounKind } from "./noun-kinds.ts";

const MOST_BYTES = 256_000;

describe.each(LanguageSchema.options)("the table of nouns in %s", (language) => {
  const text = readFileSync(nounTableFile(language), "utf8");
  const [kinds = "", ...lines] = text.trimEnd().split("\n");
  const nouns = lines.map((line) => line.slice(0, line.indexOf("\t")));

  it("is sorted by code units, has each noun once, and is small", () => {
    expect(nouns.filter((noun, index) => index > 0 && !((nouns[index - 1] ?? "") < noun))).toEqual([]);
    expect(Buffer.byteLength(text)).toBeLessThan(MOST_BYTES);
  });

  it("finds each of its nouns, and uses each of its kinds", () => {
    expect(nouns.filter((noun) => kindOfNoun(noun, language) === undefined)).toEqual([]);
    const used = new Set(lines.map((line) => line.slice(line.indexOf("\t") + 1)));
    expect(used.size).toBe(kinds.split("\t").length);
  });
});

/** A kind as the lists below write it. */
function told(kind: NounKind | undefined): string {
  if (!kind) return "-";
  if (kind.is === "place") return `at ${kind.place}`;
  if (kind.is === "thing") return kind.prop;
  return kind.is === "animal" ? `a ${kind.animal}` : [kind.gender, kind.age].filter(Boolean).join(" ");
}

it.each([
  ["cannery", "at workshop"],
  ["refineries", "at workshop"],
  ["abattoir", "at workshop"],
  ["prioress", "female adult"],
  ["ferrymen", "male adult"],
  ["stowaway", "adult"],
  ["ragamuffin", "child"],
  ["crone", "female elder"],
  ["tureen", "bowl"],
  ["cutlass", "sword"],
  ["loaves", "bread"],
  ["gelding", "a horse"],
  ["cormorant", "a bird"],
  // Nouns without a kind, or with an unexpected one.
  ["pitcher", "-"],
  ["ward", "-"],
  ["hall", "at corridor"],
  ["freedom", "-"],
  ["elbow", "-"],
  ["", "-"],
])('the kind of "%s" is "%s"', (noun, kind) => expect(told(kindOfNoun(noun, "en"))).toBe(kind));

it.each([
  ["渡し守", "male adult"],
  ["老船頭", "male adult"],
  ["缶詰工場", "at workshop"],
  ["土瓶", "teapot"],
  ["柳刃包丁", "knife"],
  ["セッター", "-"],
  ["自由", "-"],
  ["馬車", "-"],
  ["", "-"],
])('the kind of "%s" is "%s"', (noun, kind) => expect(told(kindOfNoun(noun, "ja"))).toBe(kind));
