// Converts documents of earlier versions to the current one on every read: readers know one version, and migrations (lib/migrations)
// rewrite the stored documents later. Each step converts one kind of document by one version.
import * as z from "zod";
import { upgradeResult } from "../manga/earlier/upgrade-result.ts";

type Raise = (document: Record<string, unknown>) => Record<string, unknown>;

/** By kind: the conversions from version 1 to 2, from 2 to 3, and so on. */
const RAISES = {
  story: [(document) => ({ ...document, key: null })],
  /** Results of phases, in open words. */
  phase: [(document) => ({ ...document, output: raisedOutput(document) })],
  /** People in a panel have a side. */
  page: [(document) => ({ ...document, panels: sidedPanels(document.panels) })],
  // Existing accounts keep the general daily limit; one whose migration was reverted keeps its own.
  user: [(document) => ({ dayLimit: "service", ...document })],
} satisfies Record<string, readonly Raise[]>;

function raisedOutput({ phase, output }: Record<string, unknown>): unknown {
  const kind = BookStepSchema.safeParse(phase).data;
  return kind === undefined ? output : upgradeResult(kind, output);
}

const BookStepSchema = z.enum(["concept", "characters", "plot"]);

const PanelsSchema = z.array(
  z.looseObject({ people: z.array(z.looseObject({ at: z.number().optional() })).optional() }),
);

function sidedPanels(panels: unknown) {
  return PanelsSchema.parse(panels).map(({ people, ...panel }) => ({
    ...panel,
    ...(people && {
      people: people.map(({ at, ...person }) => (at === undefined ? person : { ...person, side: at })),
    }),
  }));
}

export type UpcastKind = keyof typeof RAISES;

const VersionedSchema = z.looseObject({ schemaVersion: z.int().min(1) });

/** Today's version of a kind. */
export const versionOf = (kind: UpcastKind): number => RAISES[kind].length + 1;

/** The document in the current version. Throws a `RangeError` for a future version, `ZodError` for a document without one. */
export function upcast(kind: UpcastKind, stored: unknown): Record<string, unknown> {
  let document: Record<string, unknown> & { schemaVersion: number } = VersionedSchema.parse(stored);
  const today = versionOf(kind);
  if (document.schemaVersion > today) {
    throw new RangeError(
      `a stored ${kind} has version ${document.schemaVersion}, and this deployment reads up to ${today}: deploy the newer version again`,
    );
  }
  const raises: readonly Raise[] = RAISES[kind];
  for (const raise of raises.slice(document.schemaVersion - 1)) {
    document = { ...raise(document), schemaVersion: document.schemaVersion + 1 };
  }
  return document;
}
