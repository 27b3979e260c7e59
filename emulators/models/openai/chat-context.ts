// What reaches the model of a prompt that is longer than its context.
import { cutToTokens, tokensOf } from "../tokens.ts";
import { ChatError } from "./chat-error.ts";
import type { ChatProgram, ChatRequest } from "./chat-request.ts";

/** Tokens that Ollama keeps of a prompt's beginning (`Options.NumKeep`). */
const KEPT = 4;

/** The prompt's texts as the model sees them, and the tokens of them. Throws where the program refuses a long prompt. */
export function inContext(
  { system, texts }: Pick<ChatRequest, "system" | "texts">,
  program: ChatProgram,
  contextTokens: number,
): { texts: string[]; tokens: number } {
  const tokens = tokensOf(system) + texts.reduce((sum, text) => sum + tokensOf(text), 0);
  if (tokens < contextTokens) return { texts: [system, ...texts], tokens };
  if (program === "ollama") {
    // Ollama frees about half of the context for the answer, and keeps the end of the prompt.
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

/** The longest end of a text that has at most so many tokens. */
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
