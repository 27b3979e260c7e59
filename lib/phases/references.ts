// Chooses the reference pictures of a picture request by rule, from the results at its first attempt. Later attempts keep the choice.
import * as z from "zod";
import { ImageContentSchema } from "../manga/artwork.ts";
import type { Picture } from "../manga/storyboard.ts";
import { type Artist, kindOf, type ReferenceKind, type Sent, withinLimits } from "../models/artist.ts";
import type { Reference } from "../pipeline/reference.ts";
import { parseStepId, type StepRef, stepId } from "../pipeline/step-id.ts";
import type { MangaContext } from "./tools.ts";

/**
 * The reference pictures that an artist accepts, of the steps from which a picture is made, in sending order: those that the person added to
 * the panel `own`, characters in the order of `people`, the place, the style, the scene's anchor, and last the picture that a `draft`
 * redraws, or else the program's rough. Empty for an artist that takes no pictures. Throws as `StepContext.references` and the blob store
 * do.
 */
export async function loadReferences(
  context: MangaContext,
  { references: most }: Pick<Artist, "references">,
  {
    people = [],
    own,
    draft,
    rough,
  }: { people?: readonly StepRef[]; own?: StepRef; draft?: StepRef; rough?: () => Promise<Reference[]> } = {},
): Promise<Sent[]> {
  if (most === undefined) return [];
  const kept = await context.references(async () => {
    const [given, known, beside] = await Promise.all([
      own === undefined ? [] : givenTo(own, { most, context }),
      pictures(people, context),
      pictures(context.beside, context),
    ]);
    const taken = (kind: ReferenceKind) => given.filter((one) => kindOf(one, most) === kind).length;
    const left = { people: most.people - taken("people"), things: most.things - taken("things") };
    const others = ORDER.flatMap((role) => beside.filter((one) => one.role === role));
    const drafts = (draft && (await draftOf(draft, context))) ?? [];
    const roughs = drafts.length === 0 && left.things > 0 && rough !== undefined ? await rough() : [];
    const composed = [...drafts, ...roughs].slice(0, left.things);
    return [
      ...given,
      ...known.slice(0, left.people),
      ...others.slice(0, Math.max(0, left.things - composed.length)),
      ...composed,
    ];
  });
  return Promise.all(
    kept.map(async ({ role, use, step, sha256, contentType }): Promise<Sent> => {
      const of = shownBy(parseStepId(step));
      return {
        ...{ role, ...(use !== undefined && { use }) },
        ...(of !== undefined && { of }),
        from: { step, sha256 },
        bytes: await context.getBlob(sha256),
        contentType,
      };
    }),
  );
}

/** The person's own reference pictures of a panel, as many as the artist takes of their kinds. Throws as the blob store does. */
async function givenTo(
  panel: StepRef,
  { most, context }: { most: NonNullable<Artist["references"]>; context: MangaContext },
): Promise<Reference[]> {
  const given = await context.ownReferences();
  const all = given.map(({ use, blob: sha256, contentType }) => ({
    ...({ role: "own", use } as const),
    ...{ step: stepId(panel), sha256, contentType },
  }));
  return withinLimits(all, most);
}

const ORDER = ["place", "style", "anchor"] as const;

/** The part of a result that is needed: its image, without a drawing's strokes. */
const PictureSchema = z.object({
  content: z.discriminatedUnion("kind", [z.object({ kind: z.literal("drawing") }), ImageContentSchema]),
});

async function pictures(steps: readonly StepRef[], context: MangaContext): Promise<Reference[]> {
  const found = await Promise.all(
    steps.map(async (step): Promise<Reference[]> => {
      const role = roleOf(step);
      const content = role && (await contentOf(step, context));
      if (role === undefined || content?.kind !== "image") return [];
      const { blob: sha256, contentType } = content;
      return [{ role, step: stepId(step), sha256, contentType }];
    }),
  );
  return found.flat();
}

async function draftOf(step: StepRef, context: MangaContext): Promise<Reference[]> {
  const content = (await context.before(PictureSchema))?.content;
  if (content?.kind !== "image") return [];
  const { blob: sha256, contentType } = content;
  return [{ role: "draft", step: stepId(step), sha256, contentType }];
}

function roleOf({ of }: StepRef): Reference["role"] | undefined {
  switch (of) {
    case "character":
    case "outfit":
      return "person";
    case "place":
      return "place";
    case "plate":
      return "style";
    case "panel":
      return "anchor";
    case "book":
    case "page":
    case "renditions":
    case "cover":
    case "export":
    case "gate":
      return undefined;
  }
}

/** The id of the person or place that a step's picture shows. */
function shownBy(ref: StepRef): string | undefined {
  if (ref.of === "character" || ref.of === "outfit") return ref.character;
  return ref.of === "place" ? ref.place : undefined;
}

type Content = z.infer<typeof PictureSchema>["content"];

/** Cached by the hash of the outputs, so that panels of a book load the same sheets once. */
const contents = new Map<string, Content>();
const CONTENTS_KEPT = 200;

async function contentOf(step: StepRef, context: MangaContext): Promise<Content> {
  const hash = context.outputHash(step);
  const content = contents.get(hash) ?? (await context.output(step, PictureSchema)).content;
  contents.set(hash, content);
  const [oldest] = contents.keys();
  if (contents.size > CONTENTS_KEPT && oldest !== undefined) contents.delete(oldest);
  return content;
}

/** The characters in a panel by importance: speakers first, then by nearness. */
export function appearing({ figures }: Pick<Picture, "figures">): string[] {
  const ordered = figures.toSorted(
    (a, b) => Number(b.speaks ?? false) - Number(a.speaks ?? false) || a.depth - b.depth,
  );
  return [...new Set(ordered.map(({ character }) => character))];
}
