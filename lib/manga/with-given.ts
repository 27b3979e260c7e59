// Applies what a person said of a story (`given.ts`) to the story before a reader gets it, and to what the reader found. A reader's answer
// is not trusted to follow it: code makes it true. Pure.
import type { Cast } from "./cast.ts";
import type { Concept, Person } from "./concept.ts";
import { type Given, type GivenPerson, nameKey } from "./given.ts";
import { mergedIn, withPeopleReplaced } from "./merge-people.ts";
import type { Place } from "./place.ts";
import type { Line, Plot } from "./plot.ts";
import { type Rename, renamed } from "./rename.ts";
import type { CastNote, Story } from "./story.ts";

/** Ids of added people are above this number, so that a reader's own numbers never mean them. */
const ADDED_FROM = 1_000;
const MOST_NOTES = 400;

/** The same, after people of the story were renamed. */
export function renamedGiven(given: Given, renames: readonly Rename[]): Given {
  if (renames.length === 0) return given;
  const say = (text: string) => renamed(text, renames);
  return {
    ...given,
    people: given.people.map(({ name, rename, into, traits, ...person }) => ({
      ...{ ...person, name: say(name) },
      ...(rename !== undefined && { rename: say(rename) }),
      ...(into !== undefined && { into: say(into) }),
      ...(traits !== undefined && { traits: say(traits) }),
    })),
    speakers: given.speakers.map(({ unit, speaker }) => ({ unit, speaker: speaker && say(speaker) })),
  };
}

/** The story with notes on people who are described or added, and with the speakers as labels, as a play script has them: readers know both. */
export function storyWithGiven(story: Story, { people, speakers }: Given): Story {
  const { language, cast = [], units } = story;
  const notes = people.flatMap((person) =>
    person.removed || person.into !== undefined ? [] : noteOf(person, language),
  );
  const speakerOf = new Map(speakers.map(({ unit, speaker }) => [unit, speaker]));
  const isNoted = new Set(notes.map(({ name }) => nameKey(name)));
  const kept = cast.filter(({ name }) => !isNoted.has(nameKey(name)));
  // The text's own note stays before the person's.
  const whole = notes.map((note) => {
    const own = cast.find(({ name }) => nameKey(name) === nameKey(note.name));
    return own === undefined ? note : { ...own, ...note, notes: joined([own.notes, note.notes], language) };
  });
  return {
    ...story,
    ...(kept.length + whole.length > 0 && { cast: [...kept, ...whole] }),
    units: units.map((unit) => {
      const speaker = speakerOf.get(unit.id);
      if (speaker === undefined) return unit;
      const { label: _label, ...unlabelled } = unit;
      return speaker === null ? unlabelled : { ...unlabelled, label: speaker };
    }),
  };
}

const SEXES = { ja: { female: "女", male: "男" }, en: { female: "woman", male: "man" } } as const;

/** Empty where the person only has another name, role or kind: then the reader knows the person. */
function noteOf(person: GivenPerson, language: Story["language"]): CastNote[] {
  const { name, age, sex, traits, rename, role, kind } = person;
  const isDescribed = age !== undefined || sex !== undefined || traits !== undefined;
  if (!isDescribed && (rename ?? role ?? kind) !== undefined) return [];
  const years = age === undefined || !/^\d{1,3}$/u.test(age) ? "" : language === "ja" ? `${age}歳` : age;
  const word = sex === undefined || sex === "unknown" ? "" : SEXES[language][sex];
  return [{ name, notes: joined([years, word, traits ?? ""], language), given: true }];
}

const joined = (parts: readonly string[], language: Story["language"]): string =>
  parts.filter((part) => part !== "").join(language === "ja" ? "、" : ", ");

/** The concept with the people as given: added, described, renamed, merged and removed. */
export function conceptWithGiven(concept: Concept, { people: given, speakers }: Given): Concept {
  const people: Person[] = concept.people.map((person) => ({ ...person }));
  const add = (name: string): Person => {
    const numbers = people.map(({ id }) => Number(id.slice(1)));
    const person: Person = {
      ...{ id: `c${Math.max(ADDED_FROM, ...numbers) + 1}`, name, aliases: [], role: "support" },
      ...{ kind: "human", age: "unknown", sex: "unknown", notes: "" },
    };
    people.push(person);
    return person;
  };
  const named = (name: string): Person => findPerson(people, name) ?? add(name);
  const meant = new Map(
    given.flatMap((one) => {
      const person = one.removed ? findPerson(people, one.name) : named(one.name);
      return person === undefined ? [] : [[one, person] as const];
    }),
  );
  // Before names change: every name is that of the reading.
  const targets = new Map(
    given.flatMap(({ into }) => (into === undefined ? [] : [[into, named(into)] as const])),
  );
  for (const { speaker } of speakers) if (speaker !== null) named(speaker);
  const gone = new Set<Person>();
  const merged = [...(concept.merged ?? [])];
  for (const [one, person] of meant) describe(person, one);
  for (const [{ into, removed }, person] of meant) {
    const target = into === undefined ? undefined : targets.get(into);
    if (removed) gone.add(person);
    if (target === undefined || target === person) continue;
    gone.add(person);
    merged.push({ ...person, into: target.id });
    target.aliases = distinct([...target.aliases, person.name, ...person.aliases], target.name);
  }
  for (const [{ rename }, person] of meant) {
    if (rename === undefined || rename === person.name) continue;
    person.aliases = distinct([...person.aliases, person.name], rename);
    person.name = rename;
  }
  const kept = people.filter((person) => !gone.has(person));
  return {
    ...concept,
    people: withProtagonist(kept, given),
    ...(merged.length > 0 && { merged }),
  };
}

const distinct = (names: readonly string[], own: string): string[] =>
  [...new Set(names)].filter((name) => name !== own);

function describe(person: Person, { role, kind, age, sex, traits }: GivenPerson): void {
  const notes =
    traits === undefined ? person.notes : `${traits}${person.notes === "" ? "" : ` ${person.notes}`}`;
  Object.assign(person, {
    ...(role && { role }),
    ...(kind && { kind }),
    ...(age && { age }),
    ...(sex && { sex }),
    ...(traits && { notes: notes.slice(0, MOST_NOTES) }),
  });
}

/** A given protagonist comes first, and takes the role from the reader's; without any, the first person has it. */
function withProtagonist(people: readonly Person[], given: readonly GivenPerson[]): Person[] {
  const chosen = given.find(
    ({ role, removed, into }) => role === "protagonist" && !removed && into === undefined,
  );
  const hero = chosen && findPerson(people, chosen.rename ?? chosen.name);
  if (hero === undefined) {
    if (people.some(({ role }) => role === "protagonist")) return [...people];
    return people.map((person, at) => (at === 0 ? { ...person, role: "protagonist" } : person));
  }
  const others = people.filter((person) => person !== hero);
  return [
    hero,
    ...others.map((one): Person => (one.role === "protagonist" ? { ...one, role: "support" } : one)),
  ];
}

/** By name; else by another name, if that is only one person's. */
function findPerson<P extends Pick<Person, "name" | "aliases">>(
  people: readonly P[],
  name: string,
): P | undefined {
  const key = nameKey(name);
  const exact = people.find((person) => nameKey(person.name) === key);
  if (exact !== undefined) return exact;
  const [other, second] = people.filter(({ aliases }) => aliases.some((alias) => nameKey(alias) === key));
  return second === undefined ? other : undefined;
}

/** The designs with name, kind, age and sex as in the concept. */
export function castWithGiven(cast: Cast, { people }: Pick<Concept, "people">): Cast {
  return {
    ...cast,
    characters: cast.characters.map((design) => {
      const person = people.find(({ id }) => id === design.id);
      if (person === undefined) return design;
      const { name, kind, age, sex } = person;
      return { ...design, name, kind, age, sex };
    }),
  };
}

/** The plot with the given speakers and places, and without figures and lines of people who are not in the book. */
export function plotWithGiven(told: Plot, concept: Concept, given: Given): Plot {
  const speakers = new Map(
    given.speakers.flatMap(({ unit, speaker }) => {
      const id = speaker === null ? null : idOf(speaker, concept, given);
      return id === undefined ? [] : [[unit, id] as const];
    }),
  );
  const plot = withoutStrangers(told, concept);
  return {
    ...plot,
    places: plot.places.map((place) => placeWithGiven(place, given)),
    pages: plot.pages.map((page) => ({
      ...page,
      beats: page.beats.map((beat) => beatWithSpeakers(beat, speakers)),
    })),
  };
}

/** Names are those of the reading, which the concept has as other names of renamed people. */
function idOf(name: string, { people, merged = [] }: Concept, given: Given): string | undefined {
  const own = given.people.find((one) => nameKey(one.name) === nameKey(name));
  const inBook =
    own?.into === undefined ? own : given.people.find((one) => nameKey(one.name) === nameKey(own.into ?? ""));
  const final = inBook?.rename ?? inBook?.name ?? own?.into ?? name;
  const person = findPerson(people, final);
  return person?.id ?? mergedIn({ merged }).get(findPerson(merged, name)?.id ?? "") ?? undefined;
}

function withoutStrangers(plot: Plot, { people }: Concept): Plot {
  const known = new Set(people.map(({ id }) => id));
  const figures = plot.pages.flatMap(({ beats }) =>
    beats.flatMap(({ figures: own, around = [] }) => [...own, ...around]),
  );
  const named = [
    ...figures.map(({ character }) => character),
    ...plot.pages.flatMap(({ beats }) =>
      beats.flatMap(({ lines }) => lines.flatMap(({ speaker }) => speaker ?? [])),
    ),
    ...plot.scenes.flatMap((scene) => scene.people),
  ];
  const strangers = new Map(named.flatMap((id) => (known.has(id) ? [] : [[id, null] as const])));
  return strangers.size === 0 ? plot : withPeopleReplaced(plot, strangers);
}

type Beat = Plot["pages"][number]["beats"][number];

function beatWithSpeakers(beat: Beat, speakers: ReadonlyMap<string, string | null>): Beat {
  if (!beat.lines.some(({ unit }) => speakers.has(unit))) return beat;
  const lines = beat.lines.map((line): Line => {
    const speaker = speakers.get(line.unit);
    return speaker === undefined ? line : { ...line, speaker, guessed: false };
  });
  const { guessed, ...rest } = beat;
  // Whoever speaks is no guess any more, unless another line of the beat is one.
  const left = lines.some((line) => line.guessed) ? guessed : guessed?.filter((one) => one !== "speaker");
  return { ...rest, lines, ...(left !== undefined && left.length > 0 && { guessed: left }) };
}

/** Another kind of place loses the reader's description of the former one. */
function placeWithGiven(place: Place, { places }: Given): Place {
  const own = places.find((one) => nameKey(one.place) === nameKey(place.name || place.kind));
  if (own === undefined) return place;
  const { id, look, ...told } = place;
  const name = own.name ?? told.name;
  if (own.kind === undefined || own.kind === told.kind) return { ...place, name };
  return { id, name, kind: own.kind, landmarks: [], look };
}
