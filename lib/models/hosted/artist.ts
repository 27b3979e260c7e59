// An artist on top of hosted image models: prompts from data, reference portraits, a picture of the panel's shape, one look at it,
// and one redraw where it cannot be used or holds letters.
import { RetryableError, TerminalError } from "../../pipeline/errors.ts";
import type { Artist, Drawn, DrawRequest } from "../artist.ts";
import { catalogModel } from "../catalog.ts";
import { panelPrompt } from "../prompts/panel/prompt.ts";
import { portraitPrompt } from "../prompts/portrait/prompt.ts";
import { inOrder } from "./in-order.ts";
import { type Looked, look } from "./look.ts";
import type { HostedModel, Part, Reply, Turn } from "./model.ts";
import { cropFor, cropped, type Decoded, decode, nearestRatio, type Picture } from "./shape.ts";
import { openTill, type Till } from "./till.ts";
import { pictureUpToMicros } from "./upper-price.ts";

/** Each in the order in which they stand in for each other. */
export interface ArtistModels {
  /** Make pictures. */
  images: readonly HostedModel[];
  /** See, and answer in JSON. */
  eyes: readonly HostedModel[];
  /** Told, in a sentence, of whatever is done otherwise than wanted. */
  warn?: (notice: string) => void;
}

/** Throws `TerminalError("refused")` when the softened prompt is refused as well, and else as `Artist` says. */
export function hostedArtist(id: string, { images, eyes, warn }: ArtistModels): Artist {
  return {
    id,
    upToMicros(request) {
      const references = request.kind === "panel" ? request.portraits.size : 0;
      const prompt =
        request.kind === "panel"
          ? panelPrompt.compose(request, [...request.portraits.keys()])
          : portraitPrompt.compose(request);
      const asked = { promptBytes: Buffer.byteLength(prompt), references };
      return pictureUpToMicros({ images: images.map(({ id }) => id), eyes: eyes.map(({ id }) => id) }, asked);
    },
    async draw(request, signal) {
      const till = openTill(warn);
      const sitting: Sitting = { request, eyes, till, signal };
      return till.settle(images[0]?.id ?? id, async () => {
        const { made, by } = await inOrder(images, sitting, (image) => drawWith(image, sitting));
        return { ...made, usage: till.total(by.id) };
      });
    },
  };
}

interface Sitting {
  request: DrawRequest;
  eyes: readonly HostedModel[];
  till: Till;
  signal: AbortSignal;
}

type Taken = Omit<Drawn, "usage">;

async function drawWith(image: HostedModel, sitting: Sitting): Promise<Taken> {
  const { request, till, signal } = sitting;
  const first = await attempt(image, sitting, request.seed);
  if (first.kind === "taken" && !first.letters) return first.taken;
  try {
    const second = await attempt(image, sitting, request.seed + 1);
    // A second picture with letters is taken: most are small, and a third would cost as much again.
    if (second.kind === "taken") return second.taken;
    if (first.kind === "unusable") {
      throw new RetryableError(`${image.id} gave an unusable picture twice: ${second.reason}`);
    }
    till.note(`a picture with letters in it is taken: the second one cannot be used (${second.reason})`);
  } catch (error) {
    signal.throwIfAborted();
    if (first.kind === "unusable") throw error;
    till.survive(error);
    // What can be used is paid for, and is not thrown away for the sake of a better one.
    till.note(`a picture with letters in it is taken: ${messageOf(error)}`);
  }
  return first.taken;
}

type Attempt = { kind: "taken"; taken: Taken; letters: boolean } | { kind: "unusable"; reason: string };

async function attempt(image: HostedModel, sitting: Sitting, seed: number): Promise<Attempt> {
  const { request, signal } = sitting;
  const { images } = catalogModel(image.id);
  if (images === undefined) throw new RangeError(`${image.id} makes no images`);
  const aspectRatio = nearestRatio(request.width, request.height, images.aspectRatios);
  const { references } = images;
  const reply = await ask(image, sitting, { seed, aspectRatio, references });
  const [picture] = reply.images;
  const decoded: Decoded =
    picture === undefined
      ? { kind: "unusable", reason: `there is no image in the answer (${reply.reason})` }
      : await decode(picture, aspectRatio);
  if (decoded.kind === "unusable") return decoded;
  const crop = cropFor(decoded.image, request.width, request.height);
  const { faces, keep, letters } = await lookPatiently(sitting, { picture: decoded, crop });
  signal.throwIfAborted();
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
async function ask(
  image: HostedModel,
  { request, till, signal }: Sitting,
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
    const patient = till.hasPaid();
    const wanted = { kind: "image", aspectRatio } as const;
    const reply = await image.ask({ turns: [turn], wanted, seed: seed % 2 ** 31, patient }, signal);
    till.add(reply.usage);
    if (reply.end !== "refused") {
      if (softened) till.note(`${image.id} refused a picture (${reason}); a softer prompt was taken`);
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
  { request, eyes, till, signal }: Sitting,
  seen: { picture: Picture; crop: ReturnType<typeof cropFor> },
): Promise<Looked> {
  const cast = request.kind === "panel" ? request.cast : [request.design];
  for (const attempt of [1, 2]) {
    try {
      const looking = { cast, frame: request, till, signal };
      return (await inOrder(eyes, looking, (eye) => look(eye, seen, looking))).made;
    } catch (error) {
      signal.throwIfAborted();
      till.survive(error);
      if (attempt === 1 && !(error instanceof TerminalError)) continue;
      till.note(`a picture is taken without a look at its faces: ${messageOf(error)}`);
      break;
    }
  }
  return { faces: [], keep: [], letters: false };
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
