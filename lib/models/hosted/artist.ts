// An artist on top of any hosted image model: prompts from data, reference portraits, a picture of the panel's shape, one look at it,
// and one redraw where it cannot be used or holds letters.
import { RetryableError, TerminalError } from "../../pipeline/errors.ts";
import type { Artist, Drawn, DrawRequest } from "../artist.ts";
import { catalogModel } from "../catalog.ts";
import { panelPrompt } from "../prompts/panel/prompt.ts";
import { portraitPrompt } from "../prompts/portrait/prompt.ts";
import type { Usage } from "../writer.ts";
import { type Looked, type Looking, look } from "./look.ts";
import { addUsage, type HostedModel, type Part, type Reply, type Turn } from "./model.ts";
import { cropFor, cropped, type Decoded, decode, nearestRatio, type Picture } from "./shape.ts";

export interface ArtistParts {
  /** Makes pictures. */
  image: HostedModel;
  /** Sees, and answers in JSON. */
  eye: HostedModel;
  /** Told, in a sentence, what was done with less than was wanted. */
  warn: (message: string) => void;
}

/** Throws `TerminalError("refused")` when the softened prompt is refused as well, and else as `Artist` says. */
export function hostedArtist(id: string, parts: ArtistParts): Artist {
  const { image } = parts;
  const { images } = catalogModel(image.id);
  if (images === undefined) throw new RangeError(`${image.id} makes no images`);
  return {
    id,
    async draw(request, signal) {
      const aspectRatio = nearestRatio(request.width, request.height, images.aspectRatios);
      const till: Till = { usage: undefined };
      let fault = "";
      for (const [attempt, seed] of [request.seed, request.seed + 1].entries()) {
        const stroke = { aspectRatio, seed: seed % 2 ** 31, references: images.references, signal };
        const [picture] = (await drawOnce(image, till, request, stroke)).images;
        const decoded: Decoded =
          picture === undefined
            ? { kind: "unusable", reason: "there is no image in the answer" }
            : await decode(picture, aspectRatio);
        if (decoded.kind === "unusable") {
          fault = decoded.reason;
          continue;
        }
        const drawn = await finish(parts, till, request, { picture: decoded, signal });
        // A second picture with letters is taken: most are small, and a third would cost as much again.
        if (!drawn.letters || attempt > 0) return drawn.drawn;
      }
      throw new RetryableError(`${image.id} gave an unusable picture twice: ${fault}`);
    },
  };
}

/** Looks at a picture and cuts it to the panel. */
async function finish(
  { image, eye, warn }: ArtistParts,
  till: Till,
  request: DrawRequest,
  { picture, signal }: { picture: Picture; signal: AbortSignal },
): Promise<{ drawn: Drawn; letters: boolean }> {
  const crop = cropFor(picture.image, request.width, request.height);
  const cast = request.kind === "panel" ? request.cast : [request.design];
  const onPaid = (usage: Usage) => collect(till, usage);
  const seen = await lookPatiently(eye, { picture, crop }, { cast, frame: request, signal, onPaid, warn });
  const content: Drawn["content"] = { kind: "image", ...(await cropped(picture, crop)) };
  const { faces, keep, letters } = seen;
  return { drawn: { content, faces, keep, usage: total(till, image) }, letters };
}

/** A picture that is paid for is not thrown away because nobody could look at it: after two tries it is taken unseen. */
async function lookPatiently(
  eye: HostedModel,
  seen: Parameters<typeof look>[1],
  { warn, ...looking }: Looking & Pick<ArtistParts, "warn">,
): Promise<Looked> {
  for (const attempt of [1, 2]) {
    try {
      return await look(eye, seen, looking);
    } catch (error) {
      looking.signal.throwIfAborted();
      const reason = error instanceof Error ? error.message : String(error);
      if (attempt === 2) warn(`a picture is taken without a look at its faces: ${reason}`);
    }
  }
  return { faces: [], keep: [], letters: false };
}

/** What the calls of one drawing cost together. */
interface Till {
  usage: Usage | undefined;
}

function collect(till: Till, usage: Usage): void {
  till.usage = till.usage === undefined ? usage : addUsage(till.usage, usage);
}

function total({ usage }: Till, { id }: HostedModel): Usage {
  return { ...(usage ?? { inputTokens: 0, outputTokens: 0, images: 0, costMicros: 0 }), model: id };
}

interface Stroke {
  aspectRatio: string;
  seed: number;
  /** Reference images that the model takes. */
  references: number;
  signal: AbortSignal;
}

/** One picture; a refusal is answered with a softer prompt, once. */
async function drawOnce(
  image: HostedModel,
  till: Till,
  request: DrawRequest,
  { aspectRatio, seed, references, signal }: Stroke,
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
    const reply = await image.ask({ turns: [turn], wanted: { kind: "image", aspectRatio }, seed }, signal);
    collect(till, reply.usage);
    if (reply.end !== "refused") return reply;
    reason = reply.reason;
  }
  const message = `${image.id} refuses to draw a picture (${reason}). Change the story there, or choose another model.`;
  throw new TerminalError("refused", message);
}
