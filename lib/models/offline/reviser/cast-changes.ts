// Changes of the people of a book: how they look, and who is in it at all.
import type { CharacterDesign } from "../../../manga/cast.ts";
import type { Person } from "../../../manga/concept.ts";
import type { Language } from "../../../manga/language.ts";
import { deriveSeed } from "../../../manga/seed.ts";
import { lexiconOf } from "../author/lexicons.ts";
import { WORDS } from "../author/wording.ts";
import { firstCue, occurs } from "../words/cues.ts";

type Design = Omit<CharacterDesign, "description">;

const AGES: readonly Person["age"][] = ["child", "teen", "adult", "elder"];
const YOUNGER = /若く|若がえ|幼く|\byounger\b/iu;
const OLDER = /年を取|老け|年上に|大人っぽ|\bolder\b/iu;
const SHORTER_HAIR = /髪を(?:もっと)?短|\b(?:shorter hair|cut .* hair)\b/iu;
const LONGER_HAIR = /髪を(?:もっと)?(?:長|伸ば)|\blonger hair\b/iu;
const WITHOUT = /外|なし|なく|取っ|やめ|脱|剃|\b(?:no|without|remove|take off|off|clean-shaven|shave)\b/iu;
const HATS = /帽子|キャップ|ヘルメット|\b(?:hats?|caps?|helmets?)\b/iu;
const BEARDS = /髭|ひげ|ヒゲ|\b(?:beards?|moustaches?|clean-shaven|shave)\b/iu;
const CLOTHES = /服|上着|\b(?:clothes|clothing|top|outfit)\b/iu;

/** The design as the words want it; the same where they say nothing that a design has. */
export function redesigned(design: CharacterDesign, said: string, language: Language): CharacterDesign {
  const { looks, ages } = lexiconOf(language);
  const { hair, clothes } = design;
  const isWithout = occurs(said, WITHOUT);
  const top = firstCue(said, looks.top);
  const fill = firstCue(said, looks.fill);
  const isDressed = top !== undefined || occurs(said, CLOTHES);
  const longOrShort = occurs(said, SHORTER_HAIR) ? "short" : occurs(said, LONGER_HAIR) ? "long" : undefined;
  const look: Design = {
    ...design,
    age: ageIn(said, design.age) ?? firstCue(said, ages) ?? design.age,
    build: firstCue(said, looks.build) ?? design.build,
    hair: {
      style: longOrShort ?? firstCue(said, looks.hair) ?? hair.style,
      fill: firstCue(said, looks.hairFill) ?? hair.fill,
    },
    beard: occurs(said, BEARDS)
      ? isWithout
        ? "none"
        : (firstCue(said, looks.beard) ?? design.beard)
      : design.beard,
    glasses: occurs(said, looks.glasses) ? !isWithout : design.glasses,
    clothes: {
      ...clothes,
      top: top ?? clothes.top,
      bottom: firstCue(said, looks.bottom) ?? clothes.bottom,
      topFill: isDressed && fill !== undefined ? fill : clothes.topFill,
      hat: occurs(said, HATS) && isWithout ? "none" : (firstCue(said, looks.hat) ?? clothes.hat),
    },
  };
  if (JSON.stringify({ ...look, description: design.description }) === JSON.stringify(design)) return design;
  // A writer's own words tell of the old look.
  const { words: _old, ...redrawn } = look;
  return { ...redrawn, description: WORDS[language].describe(redrawn) };
}

function ageIn(said: string, age: Person["age"]): Person["age"] | undefined {
  const by = occurs(said, YOUNGER) ? -1 : occurs(said, OLDER) ? 1 : 0;
  return by === 0 ? undefined : AGES[Math.max(0, Math.min(AGES.length - 1, AGES.indexOf(age) + by))];
}

/** Somebody new, of whom nothing is known but what the words say. */
export function newcomer(people: readonly Person[], name: string, language: Language): Person {
  const { kinds, ages } = lexiconOf(language);
  const number = Math.max(0, ...people.map(({ id }) => Number(id.slice(1)))) + 1;
  return {
    ...{ id: `c${number}`, name, aliases: [], role: "support", gender: "unknown", notes: "" },
    kind: firstCue(name, kinds) ?? "human",
    age: firstCue(name, ages) ?? "adult",
  };
}

const HAIR = ["short", "bob", "messy", "curly", "swept", "crop", "spiky", "long"] as const;
const TOPS = ["shirt", "jacket", "sweater", "coat", "hoodie"] as const;

/** A look that nobody else has yet. */
export function designOf(
  person: Person,
  others: readonly CharacterDesign[],
  { seed, language }: { seed: number; language: Language },
): CharacterDesign {
  const worn = new Set(others.map(({ hair }) => `${hair.style}`));
  const tops = new Set(others.map(({ clothes }) => `${clothes.top}`));
  const { id, name, kind, age, gender } = person;
  const look: Design = {
    ...{ id, name, kind, age, gender, build: "average", beard: "none", glasses: false },
    hair: { style: HAIR.find((style) => !worn.has(style)) ?? "short", fill: "mid" },
    clothes: {
      ...{ topFill: "light", bottom: "trousers", bottomFill: "dark", hat: "none" },
      top: TOPS.find((top) => !tops.has(top)) ?? "shirt",
    },
    look: deriveSeed(seed, "newcomer", id, name),
  };
  return { ...look, description: WORDS[language].describe(look) };
}
