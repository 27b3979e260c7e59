// Implements `Artist` on hosted image models: prompts from data, reference portraits, a picture of the panel's shape. `picture-repair.ts`
// inspects and repairs it.
// If no picture comes, `picture-outcomes.ts` plans the next attempt; the last resort is the offline artist, so a refusal never ends a book.
import { TerminalError } from "../../pipeline/errors.ts";
import type { Artist, DrawingProgram, Drawn, DrawRequest, EditRequest } from "../artist.ts";
import type { CallContext } from "../call-context.ts";
import { areaOf } from "../mask.ts";
import { programRequest } from "../program-request.ts";
import type { FindLetters } from "./letters/writing.ts";
import type { HostedModel } from "./model.ts";
import { withFallback } from "./model-fallback.ts";
import {
  type FailedAttempt,
  type Failure,
  type PictureAttempt,
  planNextAttempt,
} from "./picture-outcomes.ts";
import { editsOf, pictureQuestion, ratioFor, recordedRequest, referencesOf } from "./picture-question.ts";
import { ADVICE, finishPicture, inspectUnchanged } from "./picture-repair.ts";
import { askForPicture, readPicture } from "./received-picture.ts";
import { type Rough, takesRough } from "./rough.ts";
import { decode, nearestRatio, type Picture } from "./shape.ts";

/** Lists of models are in fallback order. */
export interface ArtistModels {
  /** Image models. */
  images: readonly HostedModel[];
  /** Vision models that answer in JSON. Empty: no inspection, so faces and writing in the picture stay unknown. */
  visionModels: readonly HostedModel[];
  /** Finds writing by code if no vision model inspects. Absent: writing is not searched. */
  letters?: FindLetters | undefined;
  /** The offline artist, for pictures that no model gives. Loaded on first use. */
  program: () => Promise<DrawingProgram>;
  /** Which panels get a rough by the program as a reference. Absent: none. */
  rough?: Rough | undefined;
}

/** Throws as `HostedModel.ask` and `CallContext.call` do, but never because a picture is refused or unusable. */
export function hostedArtist(id: string, models: ArtistModels): Artist {
  return {
    id,
    references: models.images[0] && referencesOf(models.images[0].id),
    edits: models.images[0] !== undefined && editsOf(models.images[0].id) !== undefined,
    rough: models.rough === undefined || models.rough === "off" ? undefined : roughOf(models.rough, models),
    async draw(request, context, { label = `a ${request.kind}` } = {}) {
      const eyes = request.draft ? [] : models.visionModels;
      const drawing = {
        ...models,
        id,
        own: models.images[0]?.id,
        eyes,
        request,
        context: labelled(context, label),
      };
      if (request.kind !== "edit") return drawWith(drawing);
      const images = models.images.filter((model) => editsOf(model.id) !== undefined);
      if (images.length === 0)
        throw new TerminalError("edit-unsupported", `${id} cannot edit a part of a picture.`);
      const { region, picture } = request;
      const area = region && (await areaOf(picture.bytes, region));
      return drawWith({ ...drawing, request: { ...request, ...(area && { area }) }, images });
    },
  };
}

function roughOf(rough: Rough, { program }: ArtistModels): Artist["rough"] {
  return async (request, { signal, paint }) => {
    if (!takesRough(rough, request.seed)) return undefined;
    const { content } = await (await program()).draw(programRequest(request), signal, paint);
    return content.kind === "image" ? content : (content.screen ?? paint(content.drawing));
  };
}

/** The context with notices that start with the picture's label. */
function labelled(context: CallContext, label: string): CallContext {
  return {
    signal: context.signal,
    call: (call) => context.call(call),
    note: (notice) => context.note(`${label}: ${notice}`),
    progress: context.progress,
    slow: context.slow,
    batch: context.batch,
    payer: context.payer,
  };
}

interface DrawRequestContext extends ArtistModels {
  /** `id`: the artist's. `own`: the model that it names; the other models are fallbacks. */
  id: string;
  own: string | undefined;
  request: DrawRequest;
  context: CallContext;
}

type Failed = FailedAttempt & Failure;

async function drawWith(drawing: DrawRequestContext): Promise<Drawn> {
  const { request, images } = drawing;
  const failed: Failed[] = [];
  // Index of the model to ask; those before it are unavailable.
  let first = 0;
  for (;;) {
    const otherModel = first + 1 < images.length;
    const take = planNextAttempt(failed, { scenery: request.kind === "panel", otherModel });
    if (request.kind === "edit" && take?.telling !== "moment") return keepUnchanged(drawing, request, failed);
    if (take === undefined) return drawOffline(drawing, failed);
    const order = images.slice(take.by === "first" ? first : first + 1);
    // An edit uses no batch, because its user waits for it; nor does a request after a failed attempt.
    const isFirst = failed.length === 0 && request.kind !== "edit";
    const received = await receive(drawing, order, { ...take, first: isFirst });
    if (take.by === "first" && received.by !== undefined) first = images.indexOf(received.by);
    if (received.kind === "failure") {
      failed.push({ ...take, ...received.failure });
      continue;
    }
    noteFallback(drawing, { take, by: received.by, failed });
    const { drawn, found } = await finishPicture(drawing, {
      ...received,
      ...{ take, requests: failed.length + 1 },
    });
    const isOwn = received.by.id === drawing.own;
    return {
      ...drawn,
      ...(!isOwn && { by: fallbackId(drawing.id, received.by.id) }),
      asked: { ...recordedRequest(received.by.id, request, take), ...(found && { found }) },
    };
  }
}

type Received =
  | { kind: "failure"; failure: Failure; by: HostedModel | undefined }
  | { kind: "picture"; picture: Picture; by: HostedModel };

async function receive(
  { request, context }: DrawRequestContext,
  order: readonly HostedModel[],
  { first, ...take }: PictureAttempt & { first: boolean },
): Promise<Received> {
  try {
    const { made: reply, by } = await withFallback(order, { context }, (model) =>
      askForPicture(context, model, pictureQuestion(model.id, request, take), { first }),
    );
    const read = await readPicture(reply, ratioFor(by.id, request));
    return read.kind === "picture"
      ? { kind: "picture", picture: read, by }
      : { kind: "failure", failure: read.failure, by };
  } catch (error) {
    // If a fallback model is unavailable (gone, no key, no quota), the first model may still give a picture.
    const isShut = error instanceof TerminalError && error.code.startsWith("model-");
    if (take.by === "first" || !isShut) throw error;
    return { kind: "failure", failure: { outcome: "technical", reason: error.message }, by: undefined };
  }
}

/** A failed edit keeps the picture: the user did not ask for a different one. */
async function keepUnchanged(
  drawing: DrawRequestContext,
  { picture, width, height }: EditRequest,
  failed: readonly Failed[],
): Promise<Drawn> {
  drawing.context.note(
    `the model did not change the picture (${reasonsOf(failed)}); it is unchanged. Use other words.`,
  );
  const decoded = await decode(picture.bytes, nearestRatio(width, height, [`${width}:${height}`]));
  if (decoded.kind !== "picture") return { content: { kind: "image", ...picture }, faces: [], keep: [] };
  const { faces, keep } = await inspectUnchanged(drawing, decoded, "moment");
  return { content: { kind: "image", ...picture }, faces, keep };
}

async function drawOffline(
  { request, context, program }: DrawRequestContext,
  failed: readonly Failed[],
): Promise<Drawn> {
  const artist = await program();
  const { usage: _free, ...drawn } = await artist.draw(programRequest(request), context.signal);
  context.note(
    `the model returned no picture (${reasonsOf(failed)}); the offline artist drew it from the same data. ${ADVICE}`,
  );
  return { ...drawn, by: artist.id };
}

/** Id of the artist with a fallback model: `gemini/gemini-nano-banana-2.1@7` beside `gemini/gemini-3-pro-image@7`. */
const fallbackId = (artist: string, model: string): string => artist.replace(/\/[^@]*/, `/${model}`);

/** Notes how the picture was obtained, unless by the first attempt. */
function noteFallback(
  { context }: DrawRequestContext,
  { take, by, failed }: { take: PictureAttempt; by: HostedModel; failed: readonly Failed[] },
): void {
  if (failed.length === 0) return;
  context.note(`the original request failed (${reasonsOf(failed)}); ${fallbackInWords(take, by)}`);
}

function fallbackInWords({ telling, by }: PictureAttempt, { id }: HostedModel): string {
  switch (telling) {
    case "moment":
      return by === "fallback" ? `${id} drew it` : "another seed succeeded";
    case "gentle":
      return `a gentler picture was drawn instead. ${ADVICE}`;
    case "scenery":
      return `the place was drawn without people. ${ADVICE}`;
  }
}

const reasonsOf = (failed: readonly Failed[]) => [...new Set(failed.map(({ reason }) => reason))].join(", ");
