// Who is in the book, as it is edited: people who are added, who leave, and who are somebody else of the book.
import type { Character, ClientPage } from "./documents.ts";

/** A person as edited. With a fate they are not in the book after saving. */
export interface EditedPerson extends Character {
  /** `into`: the id of whom they are the same as; absent: they leave. */
  fate?: { into?: string };
}

interface Merged {
  id: string;
  into: string;
}

interface CastPatch extends Record<string, unknown> {
  /** Without a sentence about whom nobody wrote one: the service writes it. */
  characters: (Omit<Character, "description"> & { description?: string })[];
  merged?: Merged[];
}

/** The merge patch that saves them. `output`: the result that is edited. */
export function patchOf(people: readonly EditedPerson[], output: unknown): CastPatch {
  const characters = people.flatMap((person) => {
    const { fate, description, ...look } = person;
    return fate === undefined ? [{ ...look, ...(description !== "" && { description }) }] : [];
  });
  const now = people.flatMap(({ id, fate }) => (fate?.into === undefined ? [] : [{ id, into: fate.into }]));
  return { characters, ...(now.length > 0 && { merged: [...mergedIn(output), ...now] }) };
}

function mergedIn(output: unknown): Merged[] {
  const merged = (output as { merged?: Merged[] } | undefined)?.merged;
  return Array.isArray(merged) ? merged : [];
}

/** Somebody new, whom the person then describes. The id is one that nobody in the book had. */
export function newcomer(people: readonly EditedPerson[], output: unknown, name: string): EditedPerson {
  const ids = [...people, ...mergedIn(output)].map(({ id }) => Number(id.slice(1)));
  const number = Math.max(0, ...ids) + 1;
  return {
    ...{ id: `c${number}`, name, kind: "human", age: "adult", sex: "unknown", look: number },
    ...{ marks: [], accessories: [], outfits: [{ id: "o1", worn: [], scenes: [] }], description: "" },
  };
}

/** Everybody who stays; somebody is the same as one of these. */
export const staying = (people: readonly EditedPerson[]) => people.filter(({ fate }) => fate === undefined);

export interface Uses {
  panels: { page: number; panel: string }[];
  lines: number;
}

/** Where the pages show somebody and let them speak. */
export function usesOf(pages: readonly ClientPage[], id: string): Uses {
  return {
    panels: pages.flatMap(({ number, panels }) =>
      panels
        .filter(({ people = [] }) => people.some(({ character }) => character === id))
        .map((panel) => ({ page: number, panel: panel.id })),
    ),
    lines: pages.reduce((sum, { texts }) => sum + texts.filter(({ speaker }) => speaker === id).length, 0),
  };
}
