// What a person says of a story beside its text, before the book is made: who is in it, who says a line, which places there are. It
// overrides what a reader finds. Pure.
import * as z from "zod";
import { SexSchema } from "./concept.ts";
import { OpenWordSchema } from "./staging.ts";

const NameSchema = z.string().trim().min(1).max(60);
const PlaceNameSchema = z.string().trim().min(1).max(120);

export const GivenPersonSchema = z.strictObject({
  /** As the reading or the story calls the person. A person whom the reader does not find is added to the book. */
  name: NameSchema,
  /** The person's name in the book. The story's text stays as it is. */
  rename: NameSchema.optional(),
  /** `name` of the person who this one is. */
  into: NameSchema.optional(),
  /** Whether the book leaves the person out. */
  removed: z.literal(true).optional(),
  role: z.enum(["protagonist", "partner", "opponent", "support"]).optional(),
  kind: OpenWordSchema.optional(),
  /** Years (`72`), or `child`, `teen`, `adult`, `elder`. */
  age: OpenWordSchema.optional(),
  sex: SexSchema.optional(),
  /** Looks and nature: `short white hair, glasses`. */
  traits: z.string().trim().min(1).max(200).optional(),
});
export type GivenPerson = z.infer<typeof GivenPersonSchema>;

const GivenSpeakerSchema = z.strictObject({
  /** Id of the line's unit, as the reading lists it. */
  unit: z
    .string()
    .max(7)
    .regex(/^u\d{4,6}$/),
  /** `name` of the person who says it; null: nobody with a name. */
  speaker: NameSchema.nullable(),
});

const GivenPlaceSchema = z.strictObject({
  /** Name of the place in the reading; its kind, where it has no name. */
  place: PlaceNameSchema,
  name: z.string().trim().max(120).optional(),
  kind: OpenWordSchema.optional(),
});

/** The most people, lines and places. */
const MOST = { people: 80, speakers: 1_000, places: 60 } as const;

export const GivenSchema = z
  .strictObject({
    people: z.array(GivenPersonSchema).max(MOST.people).default([]),
    speakers: z.array(GivenSpeakerSchema).max(MOST.speakers).default([]),
    places: z.array(GivenPlaceSchema).max(MOST.places).default([]),
  })
  .superRefine((given, context) => {
    for (const { path, message } of contradictions(given))
      context.addIssue({ code: "custom", path, message });
  });
export type Given = z.infer<typeof GivenSchema>;

/** Key of a name; equal for names that mean the same person or place. */
export const nameKey = (name: string): string =>
  name
    .normalize("NFKC")
    .trim()
    .toLowerCase()
    .replace(/^(?:the|an?) /u, "")
    .replaceAll(/\s+/gu, " ");

interface Fault {
  path: (string | number)[];
  message: string;
}

function contradictions({ people, speakers, places }: Given): Fault[] {
  const faults: Fault[] = [];
  const byName = new Map<string, GivenPerson>();
  const inBook = new Map<string, string>();
  for (const [at, person] of people.entries()) {
    const { name, rename, into, removed } = person;
    const fault = (field: string, message: string) => faults.push({ path: ["people", at, field], message });
    if (byName.has(nameKey(name)))
      fault("name", `${name} is listed twice; put all of one person in one entry`);
    byName.set(nameKey(name), person);
    if (removed && into !== undefined) fault("into", `${name} is removed and merged; choose one of them`);
    if (removed || into !== undefined) continue;
    const other = inBook.get(nameKey(rename ?? name));
    if (other !== undefined)
      fault(
        rename === undefined ? "name" : "rename",
        `${name} and ${other} would have the same name; merge them, or choose another name`,
      );
    inBook.set(nameKey(rename ?? name), name);
  }
  for (const [at, { name, into }] of people.entries()) {
    if (into === undefined) continue;
    const target = byName.get(nameKey(into));
    const message =
      nameKey(into) === nameKey(name)
        ? `${name} cannot be merged with themselves`
        : target?.removed
          ? `${into} is removed, so ${name} cannot be merged with them`
          : target?.into !== undefined
            ? `${into} is merged with ${target.into}; merge ${name} with ${target.into} too`
            : undefined;
    if (message !== undefined) faults.push({ path: ["people", at, "into"], message });
  }
  const units = new Set<string>();
  for (const [at, { unit, speaker }] of speakers.entries()) {
    if (units.has(unit)) faults.push({ path: ["speakers", at, "unit"], message: `${unit} has two speakers` });
    units.add(unit);
    if (speaker !== null && byName.get(nameKey(speaker))?.removed)
      faults.push({
        path: ["speakers", at, "speaker"],
        message: `${speaker} is removed and cannot say ${unit}`,
      });
  }
  const named = new Set<string>();
  for (const [at, { place }] of places.entries()) {
    if (named.has(nameKey(place)))
      faults.push({ path: ["places", at, "place"], message: `${place} is listed twice` });
    named.add(nameKey(place));
  }
  return faults;
}

/** Whether nothing is given. */
export const isNothing = ({ people, speakers, places }: Given): boolean =>
  people.length + speakers.length + places.length === 0;

/** Id of the given line that is no spoken line of the story; undefined where all are. */
export function unknownLine({ speakers }: Given, units: readonly { id: string; kind: string }[]) {
  const spoken = new Set(units.flatMap(({ id, kind }) => (kind === "speech" ? [id] : [])));
  return speakers.find(({ unit }) => !spoken.has(unit))?.unit;
}
