// Approximate token counts, and the tokens of a model's thoughts.
import { createHash } from "node:crypto";
import type { Offer } from "./account.ts";

/** One token is four Latin letters or one letter of another script. */
export function tokensOf(text: string): number {
  const wide = text.match(WIDE)?.length ?? 0;
  return Math.ceil((text.length - wide) / 4) + wide;
}

const WIDE = /[^\p{Script=Latin}\p{Script=Common}]|[\u3000-\u30ff]/gu;

/** The longest prefix of a text with at most this many tokens. It may end inside a string, a number or a word. */
export function cutToTokens(text: string, tokens: number): string {
  let short = 0;
  let long = text.length;
  while (short < long) {
    const middle = Math.ceil((short + long) / 2);
    if (tokensOf(text.slice(0, middle)) <= tokens) short = middle;
    else long = middle - 1;
  }
  return text.slice(0, short);
}

/** Tokens of an image in a prompt. */
export const IMAGE_INPUT_TOKENS = 1_120;

/** Typical tokens of thoughts at each level. */
const USUAL_THOUGHTS: Record<Offer["kind"], Record<string, number>> = {
  text: { MINIMAL: 60, LOW: 600, MEDIUM: 2_400, HIGH: 7_000 },
  image: { MINIMAL: 40, LOW: 500, MEDIUM: 700, HIGH: 2_000 },
};

export interface ThinkingConfig {
  thinkingLevel?: string | undefined;
  thinkingBudget?: number | undefined;
}

/**
 * Tokens of a model's thoughts: 0.5 to 1.5 times the typical number of the level, by the request's hash. The share `longShare` of
 * requests has three times as many. Without a level, a model with levels uses MEDIUM, or its highest level if it has no MEDIUM.
 */
export function thoughtsOf(
  { kind, thinkingLevels }: Offer,
  { thinkingLevel, thinkingBudget }: ThinkingConfig,
  { hash, longShare }: { hash: string; longShare: number },
): number {
  const digest = createHash("sha256").update(`thoughts/${hash}`).digest();
  const part = digest.readUInt32BE(0) / 2 ** 32;
  const factor = (0.5 + part) * (digest.readUInt32BE(4) / 2 ** 32 < longShare ? 3 : 1);
  if (thinkingBudget !== undefined) {
    const budget = thinkingBudget < 0 ? 2_400 : thinkingBudget;
    return Math.min(budget, Math.round(budget * factor));
  }
  const standing = thinkingLevels.includes("MEDIUM") ? "MEDIUM" : thinkingLevels.at(-1);
  const level = thinkingLevel ?? standing;
  return level === undefined ? 0 : Math.round((USUAL_THOUGHTS[kind][level] ?? 0) * factor);
}
