// What the pretended models were asked and would have charged, counted on the server's side, apart from whoever asks.

/** What a model charges: micro-dollars for a million tokens, and what one image counts. */
export interface Offer {
  id: string;
  kind: "text" | "image";
  method: "generateContent" | "predict";
  input: number;
  output: number;
  imageOutput: number;
  /** Tokens of one image by size. */
  imageTokens: Readonly<Record<string, number>>;
  /** Micro-dollars of one image by size, where images are sold by the piece. */
  pieceMicros: Readonly<Record<string, number>>;
}

interface Tally {
  calls: number;
  inputTokens: number;
  outputTokens: number;
  images: number;
  micros: number;
}

export interface Counts {
  /** Answered calls, billed. */
  models: Record<string, Tally>;
  micros: number;
  /** Requests that were answered with an error, by its status. */
  errors: Record<string, number>;
  /** Every request that was received. */
  requests: number;
  /** The most requests of each model that came within any window, whatever became of them. */
  busiest: Record<string, number>;
}

export interface Charge {
  inputTokens: number;
  outputTokens: number;
  images: number;
  size: string;
}

export class Account {
  readonly counts: Counts = { models: {}, micros: 0, errors: {}, requests: 0, busiest: {} };

  charge(offer: Offer, { inputTokens, outputTokens, images, size }: Charge): void {
    const tokens =
      inputTokens * offer.input +
      outputTokens * offer.output +
      images * (offer.imageTokens[size] ?? 0) * offer.imageOutput;
    // Each call is rounded up to the next micro-dollar.
    const micros = Math.ceil(tokens / 1e6) + images * (offer.pieceMicros[size] ?? 0);
    const tally = this.counts.models[offer.id] ?? {
      calls: 0,
      inputTokens: 0,
      outputTokens: 0,
      images: 0,
      micros: 0,
    };
    this.counts.models[offer.id] = {
      calls: tally.calls + 1,
      inputTokens: tally.inputTokens + inputTokens,
      outputTokens: tally.outputTokens + outputTokens,
      images: tally.images + images,
      micros: tally.micros + micros,
    };
    this.counts.micros += micros;
  }

  readonly #arrivals = new Map<string, number[]>();

  /** `now` in milliseconds of any clock; at which a request came in. */
  receive(model: string, now: number, windowMs: number): void {
    const within = (this.#arrivals.get(model) ?? []).filter((at) => now - at < windowMs);
    within.push(now);
    this.#arrivals.set(model, within);
    this.counts.busiest[model] = Math.max(this.counts.busiest[model] ?? 0, within.length);
  }

  refuse(status: string): void {
    this.counts.errors[status] = (this.counts.errors[status] ?? 0) + 1;
  }
}

/** About what the models' own tokenizers count: four letters of Latin script, or one of another. */
export function tokensOf(text: string): number {
  const wide = text.match(/[^\p{Script=Latin}\p{Script=Common}]|[\u3000-\u30ff]/gu)?.length ?? 0;
  return Math.ceil((text.length - wide) / 4) + wide;
}

/** Tokens of an image in a prompt. */
export const IMAGE_INPUT_TOKENS = 1_120;
