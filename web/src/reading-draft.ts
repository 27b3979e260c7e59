// A person's corrections of the reading of a story, before its book is made, and the form in which a request has them. Pure.

export type Sex = "female" | "male" | "unknown";

/** What the service found in a story. */
export interface StoryReading {
  people: {
    name: string;
    aliases: string[];
    role: "protagonist" | "partner" | "opponent" | "support";
    kind: string;
    age: string;
    sex: Sex;
    sure: number;
    lines: number;
  }[];
  places: { name: string; kind: string; sure: number }[];
  lines: { unit: string; text: string; speaker: string | null; sure: number; guessed: boolean }[];
  linesInAll: number;
  guesses: { people: number; places: number; lines: number };
  reader: { id: string; isSame: boolean };
}

export interface PersonEdit {
  name?: string;
  /** Key of the person who this one is. */
  into?: string;
  removed?: true;
  age?: string;
  sex?: Sex;
  traits?: string;
}

/** Keys of people are the names of the reading; those of added people are `+1`, `+2` … */
export interface ReadingDraft {
  /** Of the text whose lines are corrected: lines of another text have other ids. */
  print: string;
  people: Readonly<Record<string, PersonEdit>>;
  /** Keys of added people. */
  added: readonly string[];
  /** By the line's id: the key of who says it; null: nobody. */
  speakers: Readonly<Record<string, string | null>>;
  /** By `placeKey`. */
  places: Readonly<Record<string, { name?: string; kind?: string }>>;
}

export const NO_DRAFT: ReadingDraft = { print: "", people: {}, added: [], speakers: {}, places: {} };

/** From the browser's storage, where an older studio may have written it; undefined: unusable. */
export function readDraftOf(kept: unknown): ReadingDraft | undefined {
  if (typeof kept !== "object" || kept === null) return undefined;
  const isMap = (name: string) => {
    const value: unknown = Reflect.get(kept, name);
    return typeof value === "object" && value !== null && !Array.isArray(value);
  };
  const { print, added } = kept as Partial<ReadingDraft>;
  const fits =
    typeof print === "string" && Array.isArray(added) && ["people", "speakers", "places"].every(isMap);
  return fits ? (kept as ReadingDraft) : undefined;
}

/** Distinguishes texts: length and FNV-1a. */
export function printOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return `${text.length}-${(hash >>> 0).toString(36)}`;
}

export const placeKey = ({ name, kind }: { name: string; kind: string }): string => name || kind;

/** The draft for a text. Corrected speakers of another text are dropped. */
export const draftFor = (draft: ReadingDraft, text: string): ReadingDraft => {
  const print = printOf(text);
  return draft.print === print ? draft : { ...draft, print, speakers: {} };
};

const isAdded = (key: string) => key.startsWith("+");

/** The name in the book; empty for an added person without a name. */
export const nameIn = ({ people }: ReadingDraft, key: string): string =>
  people[key]?.name?.trim() || (isAdded(key) ? "" : key);

export const isStanding = ({ people }: ReadingDraft, key: string): boolean =>
  people[key]?.removed === undefined && people[key]?.into === undefined;

/** Who says a line in the book: whoever a merged person is; null for removed ones. */
export function speakerIn(draft: ReadingDraft, key: string | null): string | null {
  if (key === null) return null;
  const { removed, into } = draft.people[key] ?? {};
  return removed ? null : (into ?? key);
}

/** `edit`: its undefined members are removed. */
export function withPerson(
  draft: ReadingDraft,
  key: string,
  edit: { [K in keyof PersonEdit]: PersonEdit[K] | undefined },
): ReadingDraft {
  const whole = Object.entries({ ...draft.people[key], ...edit }).filter(([, value]) => value !== undefined);
  const { [key]: _before, ...others } = draft.people;
  const people: Record<string, PersonEdit> = {
    ...others,
    ...(whole.length > 0 && { [key]: Object.fromEntries(whole) }),
  };
  return { ...draft, people };
}

export function withAdded(draft: ReadingDraft): ReadingDraft {
  const last = Math.max(0, ...draft.added.map((key) => Number(key.slice(1))));
  return { ...draft, added: [...draft.added, `+${last + 1}`] };
}

/** Whoever was merged with the person is a person again, and their lines are as the reading has them. */
export function withoutPerson(draft: ReadingDraft, key: string): ReadingDraft {
  const freed = Object.keys(draft.people).reduce(
    (before, other) =>
      before.people[other]?.into === key ? withPerson(before, other, { into: undefined }) : before,
    draft,
  );
  const speakers = Object.fromEntries(
    Object.entries(freed.speakers).filter(([, speaker]) => speaker !== key),
  );
  if (!isAdded(key)) return withPerson({ ...freed, speakers }, key, { removed: true, into: undefined });
  const { [key]: _gone, ...people } = freed.people;
  return { ...freed, people, speakers, added: freed.added.filter((one) => one !== key) };
}

/** Everybody who was merged with the person goes with them. */
export function withMerged(draft: ReadingDraft, key: string, into: string): ReadingDraft {
  const moved = Object.keys(draft.people).filter((other) => draft.people[other]?.into === key);
  return [...moved, key].reduce(
    (before, one) => withPerson(before, one, { into, removed: undefined }),
    draft,
  );
}

const keyOfName = (name: string) => name.normalize("NFKC").trim().toLowerCase();

/** Keys of people whose name somebody before them has. */
export function sameNames(draft: ReadingDraft, keys: readonly string[]): Set<string> {
  const taken = new Set<string>();
  const same = new Set<string>();
  for (const key of keys) {
    const name = keyOfName(nameIn(draft, key));
    if (!isStanding(draft, key) || name === "") continue;
    if (taken.has(name)) same.add(key);
    taken.add(name);
  }
  return same;
}

/** Number of things corrected. */
export const countOf = ({ people, added, speakers, places }: ReadingDraft): number =>
  new Set([...Object.keys(people), ...added]).size +
  Object.keys(speakers).length +
  Object.keys(places).length;

interface GivenPerson extends Omit<PersonEdit, "name"> {
  name: string;
  rename?: string;
}

/** `given` of the request; undefined where nothing is corrected. Added people without a name are left out, with their lines. */
export function givenOf(draft: ReadingDraft) {
  const named = (key: string) => (isAdded(key) ? nameIn(draft, key) : key);
  const people = [...new Set([...Object.keys(draft.people), ...draft.added])].flatMap(
    (key): GivenPerson[] => {
      const name = named(key);
      if (name === "") return [];
      const { name: rename = "", into, removed, age = "", sex, traits = "" } = draft.people[key] ?? {};
      if (removed) return [{ name, removed }];
      if (into !== undefined) return named(into) === "" ? [] : [{ name, into: named(into) }];
      const told = {
        ...(!isAdded(key) && rename.trim() !== "" && rename.trim() !== name && { rename: rename.trim() }),
        ...(age.trim() !== "" && { age: age.trim() }),
        ...(sex !== undefined && { sex }),
        ...(traits.trim() !== "" && { traits: traits.trim() }),
      };
      return isAdded(key) || Object.keys(told).length > 0 ? [{ name, ...told }] : [];
    },
  );
  const speakers = Object.entries(draft.speakers).flatMap(([unit, key]) => {
    const speaker = key === null ? null : named(key);
    return speaker === "" || (key !== null && draft.people[key]?.removed) ? [] : [{ unit, speaker }];
  });
  const places = Object.entries(draft.places).flatMap(([place, { name, kind }]) => {
    const told = {
      ...(name !== undefined && { name: name.trim() }),
      ...(kind?.trim() && { kind: kind.trim() }),
    };
    return Object.keys(told).length === 0 ? [] : [{ place, ...told }];
  });
  return people.length + speakers.length + places.length === 0 ? undefined : { people, speakers, places };
}
