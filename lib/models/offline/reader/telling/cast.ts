// The characters task: how each character looks. Facts of the text are kept; the rest is chosen by the seed so that no two look alike.
import type { Cast, Character } from "../../../../manga/cast.ts";
import { type Concept, isHuman, type Person } from "../../../../manga/concept.ts";
import { seededRandom } from "../../../../manga/seeded-random.ts";
import { chooseLook, type Look } from "../../chosen-looks.ts";
import { describeLook } from "../../describe-look.ts";
import type { StoryFacts } from "./story-facts.ts";
import { toldLooks } from "./told-looks.ts";

const MOST_MARKS = 8;

export function designCast({ people, language }: Concept, facts: StoryFacts, seed: number): Cast {
  const looks = toldLooks(facts);
  const chosen: { kind: string; look: Look }[] = [];
  const characters = people.map((person) => {
    const told = looks.get(person.id) ?? { accessories: new Set(), marks: new Set() };
    const random = seededRandom(seed, `look of ${person.id} ${person.name}`);
    const others = chosen.filter(({ kind }) => kind === person.kind).map((one) => one.look);
    const look = chooseLook({ person, told, others, random, language });
    chosen.push({ kind: person.kind, look });
    const coat = isHuman(person) || !told.hairTone ? [] : [`${told.hairTone} coat`];
    const design = designOf(person, look, [...told.marks, ...coat].slice(0, MOST_MARKS));
    const numbered = { ...design, look: random.below(10_000) };
    return { ...numbered, description: describeLook(numbered, language) };
  });
  return { characters };
}

/** Animals and things have a coat and wear nothing. */
function designOf(person: Person, look: Look, marks: string[]): Omit<Character, "description" | "look"> {
  const { id, name, kind, age, sex } = person;
  const { hair, hairTone, beard, build, top, bottom, hat, glasses } = look;
  const isDressed = isHuman(person);
  const worn = [top, bottom, hat].flatMap((one) =>
    one === undefined ? [] : one.tone === undefined ? one.what : `${one.tone} ${one.what}`,
  );
  return {
    ...{ id, name, kind, age, sex, build, marks },
    hair: isDressed ? `${hair}, ${hairTone}` : `short, ${hairTone}`,
    ...(isDressed && beard !== "none" && { beard }),
    outfits: [{ id: "o1", worn: isDressed ? worn : [], scenes: [] }],
    accessories: isDressed && glasses ? ["glasses"] : [],
  };
}
