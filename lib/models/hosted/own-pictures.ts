// What the adapters of picture servers have in common: the size of a picture, the words of a question, and the answer that it becomes.
import { catalogModel, priceOf } from "../catalog.ts";
import { today } from "../today.ts";
import type { Question, Reply } from "./model.ts";

/** Pixels that the models behind these servers are trained for. */
const PIXELS = 1_048_576;

/** Whole steps near `PIXELS` in the shape of a ratio `W:H`. */
export function sizeFor(aspectRatio: string, step: number): { width: number; height: number } {
  const [across = 1, down = 1] = aspectRatio.split(":").map(Number);
  const side = Math.sqrt(PIXELS / (across * down));
  const stepped = (length: number) => Math.max(step, Math.round((length * side) / step) * step);
  return { width: stepped(across), height: stepped(down) };
}

export interface PictureAsked {
  prompt: string;
  /** Reference pictures, or the one that is to be changed, in order. */
  pictures: readonly { bytes: Uint8Array; contentType: string }[];
  aspectRatio: string;
  seed: number;
  /** Transparent where the first picture may change. */
  mask?: Uint8Array | undefined;
}

/** Throws a RangeError for a question that wants no picture, and for a mask where `masks` does not say that it is taken. */
export function pictureAsked(
  id: string,
  { turns, wanted, mask, seed = 0 }: Question,
  { masks = false } = {},
): PictureAsked {
  if (wanted.kind !== "image") throw new RangeError(`${id} makes pictures alone`);
  if (mask !== undefined && !masks) throw new RangeError(`${id} changes no part of a picture by itself`);
  const parts = turns.flatMap((turn) => turn.parts);
  return {
    prompt: parts.flatMap((part) => ("text" in part ? part.text : [])).join("\n"),
    pictures: parts.flatMap((part) => ("text" in part ? [] : [part])),
    aspectRatio: wanted.aspectRatio,
    ...{ seed, mask },
  };
}

/** What a model for pictures is told to leave away, where the protocol has a field for it. */
export const NEGATIVE =
  "text, letters, words, speech balloons, captions, watermark, signature, frame, border";

/** `STOP` is the word that `picture-outcomes.ts` knows for a picture that came. */
export function pictureReply(id: string, bytes: Uint8Array | undefined): Reply {
  const images = bytes === undefined || bytes.length === 0 ? [] : [{ bytes, contentType: "image/png" }];
  const pieces = { size: "1K", count: images.length } as const;
  return {
    ...{ end: images.length > 0 ? "done" : "empty", reason: images.length > 0 ? "STOP" : "NO_IMAGE" },
    ...{ text: "", images },
    usage: {
      ...{ model: id, inputTokens: 0, outputTokens: 0, images: images.length },
      costMicros: priceOf(
        catalogModel(id),
        { inputTokens: 0, outputTokens: 0, imageTokens: 0, pieces },
        today(),
      ),
    },
  };
}

/** A filter of the service held the picture back; nothing was made. */
export const refusedPicture = (id: string): Reply => ({
  ...{ end: "refused", reason: "SAFETY", heldBack: "prompt", text: "", images: [] },
  usage: { model: id, inputTokens: 0, outputTokens: 0, images: 0, costMicros: 0 },
});
