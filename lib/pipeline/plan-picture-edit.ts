// Plans wishes about one picture: an edit of a part, a prompt of the person's own; and reads the question that was asked for it.

import * as z from "zod";
import { ImageContentSchema } from "../manga/artwork.ts";
import { bookView } from "./book-view.ts";
import { canonicalJson, shortHash } from "./canonical-json.ts";
import { survey } from "./graph.ts";
import {
  type Asked,
  AskedSchema,
  type Instruction,
  keepSealed,
  type OwnReference,
  ownReferencesOf,
  type Region,
  readSealed,
} from "./picture-wishes.ts";
import type { PanelRef } from "./plan-page-change.ts";
import type { BookChange } from "./plan-revision.ts";
import { lastShape } from "./progress.ts";
import { MovedOnError } from "./refusals.ts";
import type { Schedule } from "./schedule.ts";
import type { Services } from "./services.ts";
import { EditRefusedError } from "./step-editor.ts";
import { type Node, shownArt, type WorkRef } from "./step-kinds.ts";

type Ports = Pick<Services, "blobs" | "stories">;

export interface PictureChange extends PanelRef {
  instruction: string;
  /** Absent: the whole picture may change. */
  region?: Region | undefined;
  /** Number of pictures to make; default 1. */
  takes?: number | undefined;
}

/** The step that draws what a panel shows. Throws `EditRefusedError` where the book has no such panel. */
export function panelNode(schedule: Schedule, { page, panel }: PanelRef): Node & { ref: WorkRef } {
  // While its page is made again, the page's earlier panels count.
  const found = lastShape(schedule)
    .panels(page)
    ?.find((one) => one.id === panel);
  if (found) return shownArt(page, found);
  throw new EditRefusedError("not-found", "", `page ${page} has no panel ${panel}`);
}

const PictureSchema = z.object({
  content: z.discriminatedUnion("kind", [z.object({ kind: z.literal("drawing") }), ImageContentSchema]),
});

/** Throws `EditRefusedError` for a drawing or a panel without a picture, and `MovedOnError` while it is made again. */
export async function planPictureEdit(
  ports: Ports,
  schedule: Schedule,
  { instruction, region, takes = 1, ...at }: PictureChange,
): Promise<BookChange> {
  const node = panelNode(schedule, at);
  const standing = survey(schedule).resultOf(node);
  if (standing === undefined) {
    if (schedule.results[node.id] !== undefined) throw new MovedOnError(`${node.id} is being made again`);
    throw new EditRefusedError("not-found", "", `${node.id} has no picture yet`);
  }
  const { content } = PictureSchema.parse(await bookView(ports, schedule).output(node.ref));
  if (content.kind === "drawing") {
    const message =
      "the offline artist drew this picture, and only a model's picture can be edited: change the panel in the storyboard, or redraw it with a model";
    throw new EditRefusedError("not-editable", "", message);
  }
  const wanted: Instruction = { instruction, ...(region && { region }) };
  const edit = {
    ...(await sealed(ports, schedule, wanted)),
    ...{ picture: content.blob, contentType: content.contentType },
    ...(takes > 1 && { count: takes }),
  };
  return { pictureEdit: { node, base: standing.output, edit } };
}

/** `prompt` undefined: the prompt that code writes is used again. The picture is drawn again, unless its prompt stays the same. */
export async function planPrompt(
  ports: Ports,
  schedule: Schedule,
  { prompt, ...at }: PanelRef & { prompt: string | undefined },
): Promise<BookChange> {
  const { id } = panelNode(schedule, at);
  return {
    prompt: { step: id, own: prompt === undefined ? undefined : await sealed(ports, schedule, prompt) },
  };
}

/** A reference picture for a panel: a new one, or one that the panel has, by its hash. */
export type WantedReference = Pick<OwnReference, "use"> &
  ({ picture: { bytes: Uint8Array; contentType: string } } | { hash: string });

/** The panel's reference pictures, in this order. Throws `EditRefusedError` for a hash that the panel does not have. */
export async function planReferences(
  ports: Ports,
  schedule: Schedule,
  { references, ...at }: PanelRef & { references: readonly WantedReference[] },
): Promise<BookChange> {
  const { id: step } = panelNode(schedule, at);
  const known = await ownReferencesOf(ports, schedule, step);
  // Refused before anything is stored.
  const wanted = references.map((one, index) => {
    if ("picture" in one) return one;
    const kept = known.find(({ blob }) => blob === one.hash);
    if (kept !== undefined) return { ...kept, use: one.use };
    const message = `${step} has no reference picture ${one.hash}; send its image`;
    throw new EditRefusedError("invalid-edit", `references.${index}.hash`, message);
  });
  const list = await Promise.all(
    wanted.map(async (one): Promise<OwnReference> => {
      if ("blob" in one) return one;
      const { bytes, contentType } = one.picture;
      return {
        blob: await ports.blobs.put(schedule.sessionId, bytes, contentType),
        contentType,
        use: one.use,
      };
    }),
  );
  const own = list.length === 0 ? undefined : await sealed(ports, schedule, canonicalJson(list));
  return { references: { step, own } };
}

/** The id depends on the words alone: the same words are the same input, whatever their sealed form. */
async function sealed(ports: Ports, schedule: Schedule, what: Instruction | string) {
  const text = typeof what === "string" ? what : canonicalJson(what);
  return { id: shortHash(text), text: await keepSealed(ports, schedule, text) };
}

/** As shown to people. Where nothing was drawn yet, or a program drew the picture, all but an own prompt is empty. */
export interface PanelPrompt extends Omit<Asked, "model" | "size"> {
  /** Whether the prompt is the person's own. */
  own: boolean;
  model: string | null;
  size: string | null;
  /** Reference pictures that the person added, in their order. */
  ownReferences: readonly OwnReference[];
}

/** Throws `EditRefusedError` where the book has no such panel. */
export async function promptOf(ports: Ports, schedule: Schedule, at: PanelRef): Promise<PanelPrompt> {
  const { id } = panelNode(schedule, at);
  const own = schedule.pictures?.[id]?.prompt;
  const kept = schedule.results[id]?.asked;
  const [mine, ownReferences, asked] = await Promise.all([
    own && readSealed(ports, schedule, own.text),
    ownReferencesOf(ports, schedule, id),
    kept === undefined ? undefined : readAsked(ports, schedule, kept),
  ]);
  const seen = asked ?? { prompt: "", references: [], notices: [], model: null, size: null };
  return { ...seen, prompt: mine ?? seen.prompt, own: mine !== undefined, ownReferences };
}

const readAsked = async (ports: Ports, schedule: Schedule, hash: string) =>
  AskedSchema.parse(JSON.parse(await readSealed(ports, schedule, hash)));
