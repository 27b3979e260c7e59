// Describes a change of a book item by item, by comparing the results before and after it. Pure.
import * as z from "zod";
import { CastSchema, type Character } from "../manga/cast.ts";
import { ConceptSchema } from "../manga/concept.ts";
import type { LetterStyle, LetterStyles } from "../manga/hand-lettering.ts";
import { isOwnFontId } from "../manga/own-fonts.ts";
import { PlotSchema } from "../manga/plot.ts";
import { type Panel, StoryboardPageSchema } from "../manga/storyboard.ts";
import type { SessionParams } from "./params.ts";
import type { PhaseName } from "./step-id.ts";

const ChangedSchema = z.enum([
  ...(["age", "sex", "build", "hair", "beard", "accessories", "clothes", "portrait"] as const),
  ...(["kind", "face", "eyes", "height", "marks", "constant", "description"] as const),
  ...([
    "name",
    "person-added",
    "person-removed",
    "person-merged",
    "title",
    "genre",
    "theme",
    "mood",
  ] as const),
  ...(["place", "hour", "weather", "pages", "direction", "scene-removed", "page-order", "weights"] as const),
  ...(["line", "sound", "picture", "layout", "lettering", "letter-style", "draw-again"] as const),
]);

/** One item of a change in a form for people. Values are in the words of the book's data. */
export const ChangeItemSchema = z.object({
  /** Stable within a preview: `c1.age`. */
  id: z.string(),
  what: ChangedSchema,
  /** The character that it is about. */
  who: z.object({ id: z.string(), name: z.string() }).optional(),
  page: z.int().positive().optional(),
  panel: z.string().optional(),
  /** Before and after; absent if there is none, or if it is not a single value. */
  from: z.string().optional(),
  to: z.string().optional(),
  /** The change can be left out: of several the others are made, of a single one nothing. */
  separable: z.boolean(),
});
export type ChangeItem = z.infer<typeof ChangeItemSchema>;

export interface ChangedResult {
  phase: PhaseName;
  before: unknown;
  after: unknown;
}

type Values = Pick<ChangeItem, "who" | "page" | "panel" | "from" | "to">;

const item = (id: string, what: ChangeItem["what"], values: Values = {}): ChangeItem => ({
  ...{ id, what, separable: true },
  ...Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== "")),
});

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** The id of the change that draws a picture again: `again.artwork/p001/k1`. */
export const takeId = (step: string): string => `again.${step}`;

/** In order of importance to users: parameters, characters, their looks, plot and panels. */
export function describeChange(
  params: { before: SessionParams; after: SessionParams },
  results: readonly ChangedResult[],
): ChangeItem[] {
  const renames = (params.after.renames ?? []).slice(params.before.renames?.length ?? 0);
  if (renames.length > 0) return renames.map(({ from, to }) => item(`name.${from}`, "name", { from, to }));
  const items = [...ofParams(params), ...results.flatMap(ofResult)];
  // A change of the concept's mood and of that of all scenes is one item.
  return items.filter(({ id }, at) => items.findIndex((one) => one.id === id) === at);
}

function ofParams({ before, after }: { before: SessionParams; after: SessionParams }): ChangeItem[] {
  const pages =
    before.pages === after.pages
      ? []
      : [item("pages", "pages", { from: before.pages?.toString(), to: after.pages?.toString() })];
  const others = [...pages, ...ofStyles(before, after)];
  const { direction } = after;
  if (direction === before.direction) return others;
  return [...others, item("direction", "direction", { from: before.direction, to: direction })];
}

function ofStyles(was: SessionParams, is: SessionParams): ChangeItem[] {
  const names = new Map([...(was.fonts ?? []), ...(is.fonts ?? [])].map(({ id, name }) => [id, name]));
  const nameOf = (font: LetterStyle["font"]) => (isOwnFontId(font) ? names.get(font) || "own font" : font);
  const all = ({ book, people }: LetterStyles): Record<string, LetterStyle> => ({
    ...people,
    ...(book && { book }),
  });
  const said = ({ font, size, weight }: LetterStyle = {}) =>
    [nameOf(font), size === undefined ? undefined : `${size} pt`, weight]
      .filter((one) => one !== undefined)
      .join(", ");
  const [before, after] = [all(was.letterStyles ?? {}), all(is.letterStyles ?? {})];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((of) => {
    const [from, to] = [said(before[of]), said(after[of])];
    return from === to ? [] : [item(`style.${of}`, "letter-style", { from, to })];
  });
}

function ofResult({ phase, before, after }: ChangedResult): ChangeItem[] {
  switch (phase) {
    case "concept":
      return ofConcept(ConceptSchema.parse(before), ConceptSchema.parse(after));
    case "characters":
      return ofCast(CastSchema.parse(before), CastSchema.parse(after));
    case "plot":
      return ofPlot(PlotSchema.parse(before), PlotSchema.parse(after));
    case "storyboard":
      return ofPage(StoryboardPageSchema.parse(before), StoryboardPageSchema.parse(after));
    default:
      return [];
  }
}

type Concept = z.infer<typeof ConceptSchema>;

function ofConcept(before: Concept, after: Concept): ChangeItem[] {
  const has = ({ people }: Concept, id: string) => people.some((one) => one.id === id);
  const gone = before.people.filter(({ id }) => !has(after, id));
  const nameOf = (id: string | undefined) => after.people.find((one) => one.id === id)?.name;
  const intoOf = (id: string) => nameOf(after.merged?.find((one) => one.id === id)?.into);
  const come = after.people.filter(({ id }) => !has(before, id));
  const values: [ChangeItem["what"], string, string][] = [
    ["title", before.title, after.title],
    ["genre", before.genre, after.genre],
    ["theme", before.themes.join(", "), after.themes.join(", ")],
    ["mood", before.mood, after.mood],
  ];
  return [
    ...gone.map(({ id, name }) => {
      const into = intoOf(id);
      return into === undefined
        ? item(`${id}.removed`, "person-removed", { who: { id, name } })
        : item(`${id}.merged`, "person-merged", { who: { id, name }, to: into });
    }),
    ...come.map(({ id, name }) => item(`${id}.added`, "person-added", { who: { id, name } })),
    ...values.flatMap(([what, from, to]) => (from === to ? [] : [item(what, what, { from, to })])),
    ...ofWanted(after.wanted ?? {}, before.wanted ?? {}),
  ];
}

type Wanted = NonNullable<Concept["wanted"]>;

function ofWanted(after: Wanted, before: Wanted): ChangeItem[] {
  const values = [
    ["hour", after.hour, before.hour],
    ["weather", after.weather, before.weather],
    ["place", after.place?.kind, before.place?.kind],
  ] as const;
  return values.flatMap(([what, to, from]) =>
    to === undefined || to === from ? [] : [item(what, what, { from, to })],
  );
}

type Cast = z.infer<typeof CastSchema>;
const CAST_FIELDS = [
  ...(["name", "age", "sex", "build", "hair", "beard", "accessories", "outfits", "portrait"] as const),
  ...(["kind", "face", "eyes", "height", "marks", "constant"] as const),
];

function ofCast(before: Cast, after: Cast): ChangeItem[] {
  return after.characters.flatMap((is) => {
    const was = before.characters.find(({ id }) => id === is.id);
    if (was === undefined) return [];
    const { id, name } = is;
    const changed = CAST_FIELDS.filter((field) => !same(was[field], is[field])).map((field) => {
      const [from, to] = [saidOf(was, field), saidOf(is, field)];
      // Other outfits than the first changed.
      const values = from === to ? {} : { from, to };
      return item(`${id}.${field}`, field === "outfits" ? "clothes" : field, {
        who: { id, name },
        ...values,
      });
    });
    // A sentence that follows from the other fields is no change of its own.
    if (changed.length > 0 || same(was.description, is.description)) return changed;
    return [item(`${id}.description`, "description", { who: { id, name }, to: is.description })];
  });
}

function saidOf(one: Character, field: (typeof CAST_FIELDS)[number]): string | undefined {
  if (field === "outfits") return one.outfits[0]?.worn.join(", ");
  if (field === "accessories" || field === "marks") return one[field].join(", ");
  return field === "portrait" ? undefined : one[field];
}

type Plot = z.infer<typeof PlotSchema>;

function ofPlot(before: Plot, after: Plot): ChangeItem[] {
  const gone = before.scenes.length - after.scenes.length;
  if (gone > 0)
    return [
      item("scenes", "scene-removed", {
        from: String(before.scenes.length),
        to: String(after.scenes.length),
      }),
    ];
  const staged = (["mood", "hour", "weather"] as const).flatMap((field) => {
    const is = after.scenes.map((scene) => scene[field]);
    const was = before.scenes.map((scene) => scene[field]);
    return same(is, was) ? [] : [item(field, field, { from: distinct(was), to: distinct(is) })];
  });
  const kinds = ({ places }: Plot) => distinct(places.map(({ kind }) => kind));
  const place = same(before.places, after.places)
    ? []
    : [item("place", "place", { from: kinds(before), to: kinds(after) })];
  const order = ({ pages }: Plot) => pages.map(({ beats }) => beats.map(({ id }) => id));
  if (!same(order(before), order(after))) return [...staged, ...place, item("page-order", "page-order")];
  return same(before.pages, after.pages)
    ? [...staged, ...place]
    : [...staged, ...place, item("weights", "weights")];
}

const distinct = (values: readonly string[]) => [...new Set(values)].join(", ");

type Page = z.infer<typeof StoryboardPageSchema>;

function ofPage(before: Page, after: Page): ChangeItem[] {
  const page = after.number;
  const panels = after.panels.flatMap((panel) => {
    const was = before.panels.find(({ id }) => id === panel.id);
    return was === undefined ? [] : ofPanel(was, panel, page);
  });
  const frames = (one: Page) =>
    one.panels.map(({ id, frame, weight }) => ({ id, corners: frame.corners, bleeds: frame.bleeds, weight }));
  // A frame's picture is drawn for it: only that is not a change of the layout.
  return same(frames(before), frames(after))
    ? panels
    : [...panels, item(`p${page}.layout`, "layout", { page })];
}

function ofPanel(was: Panel, is: Panel, page: number): ChangeItem[] {
  const at = { page, panel: is.id };
  const id = `p${page}.${is.id}`;
  const picture = same(was.picture, is.picture) ? [] : [item(`${id}.picture`, "picture", at)];
  const texts = is.words.texts.flatMap((text) => {
    const old = was.words.texts.find((one) => one.id === text.id);
    if (same(old, text)) return [];
    if (old?.text === text.text) return [item(`${id}.${text.id}`, "lettering", { ...at, to: text.text })];
    return [item(`${id}.${text.id}`, "line", { ...at, from: old?.text, to: text.text })];
  });
  const gone = was.words.texts.filter((text) => !is.words.texts.some((one) => one.id === text.id));
  const sounds = (panel: Panel) => panel.words.sounds.map(({ text }) => text).join(" ");
  const sound = same(was.words.sounds, is.words.sounds)
    ? []
    : [item(`${id}.sounds`, "sound", { ...at, from: sounds(was), to: sounds(is) })];
  return [
    ...[...picture, ...texts, ...sound],
    ...gone.map((text) => item(`${id}.${text.id}`, "line", { ...at, from: text.text })),
  ];
}
