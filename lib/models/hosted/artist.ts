// An artist on top of hosted image models: prompts from data, reference portraits, a picture of the panel's shape, one look at it,
// and one redraw where it cannot be used or holds letters.
import { RetryableError, TerminalError } from "../../pipeline/errors.ts";
import type { Artist, Drawn, DrawRequest } from "../artist.ts";
import { catalogModel } from "../catalog.ts";
import type { Desk } from "../desk.ts";
import { panelPrompt } from "../prompts/panel/prompt.ts";
import { portraitPrompt } from "../prompts/portrait/prompt.ts";
import { ask } from "./ask.ts";
import { inOrder } from "./in-order.ts";
import { type Looked, look } from "./look.ts";
import type { HostedModel, Part, Reply, Turn } from "./model.ts";
import { cropFor, cropped, type Decoded, decode, nearestRatio, type Picture } from "./shape.ts";

/** Each in the order in which they stand in for each other. */
export interface ArtistModels {
  /** Make pictures. */
  images: readonly HostedModel[];
  /** See, and answer in JSON. */
  eyes: readonly HostedModel[];
}

/** Throws `TerminalError("refused")` when the softened prompt is refused as well, and else as `Artist` says. */
export function hostedArtist(id: string, { images, eyes }: ArtistModels): Artist {
  return {
    id,
    async draw(request, desk) {
      const sitting: Sitting = { request, eyes, desk };
      return (await inOrder(images, sitting, (image) => drawWith(image, sitting))).made;
    },
  };
}

interface Sitting {
  request: DrawRequest;
  eyes: readonly HostedModel[];
  desk: Desk;
}

async function drawWith(image: HostedModel, sitting: Sitting): Promise<Drawn> {
  const { request, desk } = sitting;
  const first = await attempt(image, sitting, request.seed);
  if (first.kind === "taken" && !first.letters) return first.taken;
  try {
    const second = await attempt(image, sitting, request.seed + 1);
    // A second picture with letters is taken: most are small, and a third would cost as much again.
    if (second.kind === "taken") return second.taken;
    if (first.kind === "unusable") {
      throw new RetryableError(`${image.id} gave an unusable picture twice: ${second.reason}`);
    }
    desk.note(`a picture with letters in it is taken: the second one cannot be used (${second.reason})`);
  } catch (error) {
    desk.signal.throwIfAborted();
    if (first.kind === "unusable") throw error;
    // What can be used is paid for, and is not thrown away for the sake of a better one.
    desk.note(`a picture with letters in it is taken: ${messageOf(error)}`);
  }
  return first.taken;
}

type Attempt = { kind: "taken"; taken: Drawn; letters: boolean } | { kind: "unusable"; reason: string };

async function attempt(image: HostedModel, sitting: Sitting, seed: number): Promise<Attempt> {
  const { request, desk } = sitting;
  const { images } = catalogModel(image.id);
  if (images === undefined) throw new RangeError(`${image.id} makes no images`);
  const aspectRatio = nearestRatio(request.width, request.height, images.aspectRatios);
  const { references } = images;
  const reply = await draw(image, sitting, {
    ...{ seed, aspectRatio, references: references.things + references.people },
  });
  const picture = reply.images.at(-1);
  const decoded: Decoded =
    picture === undefined
      ? { kind: "unusable", reason: `there is no image in the answer (${reply.reason})` }
      : await decode(picture, aspectRatio);
  if (decoded.kind === "unusable") return decoded;
  const crop = cropFor(decoded.image, request.width, request.height);
  const { faces, keep, letters } = await lookPatiently(sitting, { picture: decoded, crop });
  desk.signal.throwIfAborted();
  const content: Drawn["content"] = { kind: "image", ...(await cropped(decoded, crop)) };
  return { kind: "taken", taken: { content, faces, keep }, letters };
}

interface Stroke {
  aspectRatio: string;
  seed: number;
  /** Reference images that the model takes. */
  references: number;
}

/** One picture; a refusal is answered with a softer prompt, once. */
async function draw(
  image: HostedModel,
  { request, desk }: Sitting,
  { aspectRatio, seed, references }: Stroke,
): Promise<Reply> {
  const carried = request.kind === "panel" ? [...request.portraits].slice(0, references) : [];
  const names = carried.map(([character]) => character);
  const portraits: Part[] = carried.map(([, portrait]) => portrait);
  const promptOf = (softened: boolean) =>
    request.kind === "panel"
      ? panelPrompt.compose(request, names, softened)
      : portraitPrompt.compose(request, softened);
  let reason = "";
  for (const softened of [false, true]) {
    const turn: Turn = { role: "user", parts: [...portraits, { text: promptOf(softened) }] };
    const wanted = { kind: "image", aspectRatio, size: "1K" } as const;
    const reply = await ask(desk, image, { task: "picture", turns: [turn], wanted, seed: seed % 2 ** 31 });
    if (reply.end !== "refused") {
      if (softened) desk.note(`${image.id} refused a picture (${reason}); a softer prompt was taken`);
      return reply;
    }
    reason = reply.reason;
  }
  const message = `${image.id} refuses to draw a picture (${reason}). Change the story there, or choose another model.`;
  throw new TerminalError("refused", message);
}

/**
 * A picture that is paid for is not thrown away because nobody could look at it: after two tries it is taken unseen. What was
 * refused once would be refused again.
 */
async function lookPatiently(
  { request, eyes, desk }: Sitting,
  seen: { picture: Picture; crop: ReturnType<typeof cropFor> },
): Promise<Looked> {
  const cast = request.kind === "panel" ? request.cast : [request.design];
  for (const attempt of [1, 2]) {
    try {
      const looking = { cast, frame: request, desk };
      return (await inOrder(eyes, looking, (eye) => look(eye, seen, looking))).made;
    } catch (error) {
      desk.signal.throwIfAborted();
      if (attempt === 1 && !(error instanceof TerminalError)) continue;
      desk.note(`a picture is taken without a look at its faces: ${messageOf(error)}`);
      break;
    }
  }
  return { faces: [], keep: [], letters: false };
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
