// Truncation of prompts that are longer than the model's context.
import { cutToTokens, tokensOf } from "../tokens.ts";
import { ChatError } from "./chat-error.ts";
import type { ChatProgram, ChatRequest } from "./chat-request.ts";

/** Tokens of a prompt's beginning that Ollama keeps (`Options.NumKeep`). */
const KEPT = 4;

/** The texts that reach the model, and their tokens. Throws if the program refuses long prompts. */
export function inContext(
  { system, texts }: Pick<ChatRequest, "system" | "texts">,
  program: ChatProgram,
  contextTokens: number,
): { texts: string[]; tokens: number } {
  const tokens = tokensOf(system) + texts.reduce((sum, text) => sum + tokensOf(text), 0);
  if (tokens < contextTokens) return { texts: [system, ...texts], tokens };
  if (program === "ollama") {
    // Ollama reserves about half of the context for the answer and keeps the end of the prompt.
    const limit = contextTokens - Math.max(1, Math.floor((contextTokens - KEPT) / 2));
    const whole = [system, ...texts].join("\n");
    return { texts: [`${cutToTokens(whole, KEPT)}${lastTokens(whole, limit - KEPT)}`], tokens: limit };
  }
  throw new ChatError(
    400,
    `the request exceeds the available context size (${tokens} tokens of ${contextTokens}), try increasing it`,
    ...(program === "openai"
      ? (["context_length_exceeded"] as const)
      : ([null, "exceed_context_size_error"] as const)),
  );
}

/** The longest suffix of a text with at most this many tokens. */
function lastTokens(text: string, tokens: number): string {
  let short = 0;
  let long = text.length;
  while (short < long) {
    const middle = Math.ceil((short + long) / 2);
    if (tokensOf(text.slice(text.length - middle)) <= tokens) short = middle;
    else long = middle - 1;
  }
  return text.slice(text.length - short);
}
