// Endings of answers other than success: which prompts are refused, and with which of Google's finish reasons.
import { chancesOf, type Profile } from "./profile.ts";
import { subjectHash } from "./subject.ts";

/** A finish reason of an image candidate without a picture. */
export const PICTURELESS = {
  /** Technical failures depend on the seed: the same prompt with another seed may succeed. */
  technical: ["NO_IMAGE", "IMAGE_OTHER", "MALFORMED_RESPONSE", "CONTINUATION", "MAX_TOKENS"],
  /** Text instead of a picture. */
  unclear: ["STOP"],
  safety: ["IMAGE_SAFETY", "SAFETY", "IMAGE_RECITATION", "RECITATION", "blocked/SAFETY", "blocked/OTHER"],
  prohibited: [
    ...(["IMAGE_PROHIBITED_CONTENT", "PROHIBITED_CONTENT"] as const),
    ...(["blocked/PROHIBITED_CONTENT", "blocked/BLOCKLIST"] as const),
  ],
} as const;

export const REFUSED_TEXT = [
  ...(["blocked/PROHIBITED_CONTENT", "blocked/SAFETY", "blocked/OTHER"] as const),
  ...(["SAFETY", "RECITATION", "PROHIBITED_CONTENT"] as const),
] as const;

/** `blocked/X`: the prompt is blocked, and the answer has `promptFeedback` and no candidates. The others are finish reasons. */
export type Refusal = (typeof PICTURELESS)[keyof typeof PICTURELESS][number] | (typeof REFUSED_TEXT)[number];

const CLASSES = Object.keys(PICTURELESS) as (keyof typeof PICTURELESS)[];

interface Asked {
  kind: "text" | "image";
  /** Texts of the prompt, without the system instruction. */
  texts: readonly string[];
  /** Hash of the whole request including its seed. */
  requestHash: string;
  seed: number;
}

/** The refusal of a prompt. Undefined for a prompt that is answered. */
export function refusalFor(
  { refused, refusedTexts }: Profile,
  { kind, texts, requestHash, seed }: Asked,
): Refusal | undefined {
  const chance = chancesOf(`subject/${seed}/${subjectHash(texts)}`);
  if (chance(0) >= (kind === "image" ? refused : refusedTexts)) return undefined;
  if (kind === "text") return pick(REFUSED_TEXT, chance(1));
  const kindOf = pick(CLASSES, chance(1));
  if (kindOf !== "technical") return pick(PICTURELESS[kindOf], chance(2));
  const again = chancesOf(`technical/${seed}/${requestHash}`);
  return again(0) < 0.5 ? pick(PICTURELESS.technical, again(1)) : undefined;
}

function pick<T>(choices: readonly [T, ...T[]] | readonly T[], chance: number): T {
  const chosen = choices[Math.min(choices.length - 1, Math.floor(chance * choices.length))];
  if (chosen === undefined) throw new RangeError("nothing to choose from");
  return chosen;
}
