// Counts how the offline reviser handles lists of wishes, on a small book in both languages: right, refused although possible, and wrong.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Cast, CastSchema, type Character } from "../../../../manga/cast.ts";
import { type Concept, ConceptSchema, type Person } from "../../../../manga/concept.ts";
import type { Language } from "../../../../manga/language.ts";
import type { SessionParams } from "../../../../pipeline/params.ts";
import type { Answer, BookView, Reviser } from "../../../../pipeline/reviser.ts";
import type { WorkRef } from "../../../../pipeline/step-kinds.ts";
import { offlineReviser } from "../reviser.ts";

/** A wish and its expected outcome in the format of `outcomeOf`. `no`: it must be refused with a reason. */
type WishCase = readonly [language: Language, text: string, outcome: string];

const NAMES: Readonly<Record<Language, readonly [string, string, string, string]>> = {
  ja: ["海斗", "凛", "源蔵", "源さん"],
  en: ["Kaito", "Rin", "Genzo", "Old Gen"],
};

function castOf(language: Language): { people: Person[]; characters: Character[] } {
  const [kaito, rin, genzo, alias] = NAMES[language];
  const person = (id: string, name: string, age: string, sex: Person["sex"]): Person => ({
    ...{ id, name, age, sex, aliases: id === "c3" ? [alias] : [], kind: "human", notes: "" },
    role: id === "c1" ? "protagonist" : "support",
  });
  const people = [
    person("c1", kaito, "17", "male"),
    person("c2", rin, "16", "female"),
    person("c3", genzo, "68", "male"),
  ];
  const looks = [
    { hair: "short, black", accessories: [], worn: ["white shirt", "dark trousers"] },
    { hair: "long, brown", accessories: ["glasses"], worn: ["navy sailor", "navy skirt"] },
    { hair: "short, white", beard: "full beard", accessories: [], worn: ["grey kimono", "straw hat"] },
  ];
  const characters = people.flatMap(({ id, name, kind, age, sex }, at): Character[] => {
    const { worn, ...look } = looks[at] ?? { worn: [], accessories: [] };
    const outfits = [{ id: "o1", worn, scenes: [] }];
    return [
      { id, name, kind, age, sex, build: "average", marks: [], ...look, outfits, look: 1, description: "." },
    ];
  });
  return { people, characters };
}

const REFS: readonly WorkRef[] = [
  { phase: "concept", of: "book" },
  { phase: "characters", of: "book" },
];

function bookForWishes(language: Language): BookView {
  const { people, characters } = castOf(language);
  const concept: Concept = {
    ...{ title: "t", language, genre: "drama", themes: ["sea"], mood: "neutral", world: "", audience: "all" },
    ...{ pages: 4, people },
    style: {
      ...{ preset: "ink-wash", medium: "ink", line: "soft", tone: "washes", eyes: "small" },
      ...{ backgrounds: "sparse", blacks: "few", palette: "muted" },
    },
  };
  const cast: Cast = { characters };
  return {
    params: { language, direction: "rtl", seed: 1, pages: 4 } as SessionParams,
    standing: REFS,
    output: async ({ phase }) => (phase === "concept" ? concept : cast),
  };
}

/** The changes of the reviser's answer in one line: `c1.age=72; c1.accessories=glasses`, `rename Kaito>Riku`; `no` for a refusal. */
async function outcomeOf(reviser: Reviser, [language, text]: WishCase): Promise<string> {
  const book = bookForWishes(language);
  const answer = await reviser.revise({ text, intensity: 0.5, target: {} }, book);
  return answer.kind === "cannot" ? "no" : (await changesOf(answer, book)).toSorted().join("; ");
}

async function changesOf(answer: Answer & { kind: "change" }, book: BookView): Promise<string[]> {
  const { renames, ...params } = answer.params ?? {};
  if (renames !== undefined) return renames.map(({ from, to }) => `rename ${from}>${to}`);
  const changes = Object.entries(params).map(([name, value]) => `params.${name}=${value}`);
  for (const { ref, change } of answer.results ?? []) {
    if (change === undefined) continue;
    const before = await book.output(ref);
    const [was, is] = [before, change(before)];
    if (ref.phase === "concept")
      changes.push(...ofConcept(ConceptSchema.parse(was), ConceptSchema.parse(is)));
    if (ref.phase === "characters") changes.push(...ofCast(CastSchema.parse(was), CastSchema.parse(is)));
  }
  return changes;
}

function ofConcept(was: Concept, is: Concept): string[] {
  const gone = was.people
    .filter(({ id }) => !is.people.some((one) => one.id === id))
    .map(({ id }) => `-${id}`);
  const come = is.people.filter(({ id }) => !was.people.some((one) => one.id === id));
  const mood = is.mood === was.mood ? [] : [`mood=${is.mood}`];
  const { hour, weather, place } = is.wanted ?? {};
  const wanted = Object.entries({ hour, weather, place: place?.kind });
  const set = wanted.flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`]));
  return [...gone, ...come.map(({ name }) => `+${name}`), ...mood, ...set];
}

function ofCast(was: Cast, is: Cast): string[] {
  return is.characters.flatMap((after) => {
    const before = was.characters.find(({ id }) => id === after.id);
    if (before === undefined) return [];
    const fields = (one: Character) => ({
      ...{ age: one.age, sex: one.sex, hair: one.hair, beard: one.beard, build: one.build },
      ...{ accessories: one.accessories.join(), worn: one.outfits[0]?.worn.join() },
    });
    const [old, now] = [fields(before), fields(after)];
    return (Object.keys(now) as (keyof typeof now)[]).flatMap((name) =>
      old[name] === now[name] ? [] : [`${after.id}.${name}=${now[name] ?? ""}`],
    );
  });
}

/** Counts the outcomes of a list: right, refused although possible, or wrong. */
async function scoreOf(
  reviser: Reviser,
  list: readonly WishCase[],
): Promise<{ right: number; refused: string[]; wrong: string[] }> {
  const refused: string[] = [];
  const wrong: string[] = [];
  for (const wish of list) {
    const [, text, wanted] = wish;
    const found = await outcomeOf(reviser, wish);
    if (found !== wanted) (found === "no" ? refused : wrong).push(`${text} → ${found} (${wanted})`);
  }
  return { right: list.length - refused.length - wrong.length, refused, wrong };
}

const listOf = (name: string): WishCase[] =>
  readFileSync(join(import.meta.dirname, `${name}.tsv`), "utf8")
    .split("\n")
    .filter((row) => row !== "" && !row.startsWith("//"))
    .map((row) => row.split("\t") as unknown as WishCase);

const [DEVELOPMENT, TEST] = [listOf("development"), listOf("test")];

test("every wish of the development list is handled right", async () => {
  const score = await scoreOf(offlineReviser(), DEVELOPMENT);
  expect(score).toEqual({ right: DEVELOPMENT.length, refused: [], wrong: [] });
});

test("the test list has exactly the recorded counts of right, refused and wrong outcomes", async () => {
  const { right, refused, wrong } = await scoreOf(offlineReviser(), TEST);
  const counts = { right, refused: refused.length, wrong: wrong.length };
  expect(counts).toEqual({ right: 55, refused: 0, wrong: 1 });
});
