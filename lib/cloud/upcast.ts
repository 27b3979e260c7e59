// Documents of earlier versions, raised to today's on every read: readers know one version, and migrations (lib/migrations)
// rewrite what is stored in their own time. Each step raises one kind of document by one version.
import * as z from "zod";
import { upgradeResult } from "../manga/earlier/upgrade-result.ts";

type Raise = (document: Record<string, unknown>) => Record<string, unknown>;

/** By kind: what raises version 1 to 2, 2 to 3, and so on. */
const RAISES = {
  story: [(document) => ({ ...document, key: null })],
  /** What a phase gave, in open words. */
  phase: [(document) => ({ ...document, output: raisedOutput(document) })],
  /** People in a panel have a side. */
  page: [(document) => ({ ...document, panels: sidedPanels(document.panels) })],
  // Accounts of before keep what everybody may be given a day; one that was taken back keeps what it had.
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

/** The document as today's version has it. Throws a `RangeError` for one of a version that is still to come, `ZodError` for one of none. */
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
