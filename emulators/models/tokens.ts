// Tokens, counted roughly as the models' own tokenizers do, and the thoughts that a model spends before it answers.
import { createHash } from "node:crypto";
import type { Offer } from "./account.ts";

/** Four letters of Latin script, or one of another. */
export function tokensOf(text: string): number {
  const wide = text.match(WIDE)?.length ?? 0;
  return Math.ceil((text.length - wide) / 4) + wide;
}

const WIDE = /[^\p{Script=Latin}\p{Script=Common}]|[\u3000-\u30ff]/gu;

/** The longest beginning of a text that has at most so many tokens. It may end inside a string, a number or a word. */
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

/** Thoughts of a usual call at each level. */
const USUAL_THOUGHTS: Record<Offer["kind"], Record<string, number>> = {
  text: { MINIMAL: 60, LOW: 600, MEDIUM: 2_400, HIGH: 7_000 },
  image: { MINIMAL: 40, LOW: 500, MEDIUM: 700, HIGH: 2_000 },
};

export interface ThinkingConfig {
  thinkingLevel?: string | undefined;
  thinkingBudget?: number | undefined;
}

/**
 * Tokens that a model thinks before it answers: between half and one and a half times the usual of its level, decided by the
 * request's hash. `longShare` of all requests are thought about three times as long. Without a level, a model that takes levels thinks
 * at MEDIUM, or at its highest where it has no MEDIUM.
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
