// Models that the server's tests offer: one of each kind, with round prices.
import type { Offer } from "./account.ts";

const SERVICES: Offer["services"] = {
  gemini: { versions: ["v1", "v1beta"] },
  vertex: { versions: ["v1", "v1beta1"], locations: ["global"] },
};

/** $1 a million tokens in, $2 out; half of that under Flex. */
export const TEXT_OFFER: Offer = {
  ...{ id: "text-1", kind: "text", method: "generateContent", services: SERVICES, takesSchema: true },
  thinkingLevels: ["LOW", "MEDIUM", "HIGH"],
  limits: { input: 100_000, output: 8_192 },
  rates: { input: 1_000_000, imageInput: 1_000_000, output: 2_000_000, imageOutput: 0 },
  flexShare: 0.5,
};

/** Accepts a thinking budget and no thinking level. */
export const BUDGET_OFFER: Offer = { ...TEXT_OFFER, id: "text-0", thinkingLevels: [] };

/** $60 a million tokens of pictures; everything else is free. */
export const IMAGE_OFFER: Offer = {
  ...{ id: "image-1", kind: "image", method: "generateContent", services: SERVICES, takesSchema: false },
  thinkingLevels: ["MINIMAL", "MEDIUM", "HIGH"],
  limits: { input: 65_536, output: 4_096 },
  rates: { input: 0, imageInput: 0, output: 0, imageOutput: 60_000_000 },
  batchShare: 0.5,
  images: { aspectRatios: ["1:1", "16:9"], tokens: { "1K": 1_120, "2K": 1_680 }, micros: {}, references: 14 },
};

/** $0.04 a picture. */
export const IMAGEN_OFFER: Offer = {
  ...{ id: "imagen-1", kind: "image", method: "predict", services: SERVICES, takesSchema: false },
  thinkingLevels: [],
  limits: { input: 480, output: 0 },
  rates: { input: 0, imageInput: 0, output: 0, imageOutput: 0 },
  images: { aspectRatios: ["1:1", "3:4"], tokens: {}, micros: { "1K": 40_000 }, references: 0 },
};

export const TEST_OFFERS: Offer[] = [TEXT_OFFER, BUDGET_OFFER, IMAGE_OFFER, IMAGEN_OFFER];
