// Stands in for the service on the catalog's page: it answers questions about words, and refuses everything else.
import type { Vocabulary, WordRendering } from "../documents.ts";

const VOCABULARY: Vocabulary = { fields: { worn: ["coat", "hat", "scarf"] } };
const DRAWN_AS = { rendering: "nearest", as: "a coat" } as const;
const REFUSAL = {
  status: 501,
  code: "not-implemented",
  title: "Not implemented",
  detail: "The catalog has no service.",
};

export function standInForService(): void {
  const fetched = window.fetch;
  window.fetch = async (input, init = {}) => {
    const address = String(input);
    if (!address.startsWith("/api/v1")) return fetched(input, init);
    if (!address.endsWith("/vocabulary")) return Response.json(REFUSAL, { status: REFUSAL.status });
    if (typeof init.body !== "string") return Response.json(VOCABULARY);
    const { words } = JSON.parse(init.body) as { words: WordRendering[] };
    return Response.json({ words: words.map((one) => ({ ...one, ...DRAWN_AS })) });
  };
}
