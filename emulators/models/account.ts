// What the pretended models were asked and would have charged, counted on the server's side, apart from whoever asks.

/** How a service offers a model. */
export interface ServedBy {
  /** API versions that know the model. */
  versions: readonly string[];
  /** Locations of Vertex AI that serve it. Absent: the service has no locations. */
  locations?: readonly string[];
  /** It was shut down, and answers 404. */
  retired?: boolean;
  /** Projects that have not used it before are refused with 404. */
  closedToNewKeys?: boolean;
}

/** A model as it is offered on one day. */
export interface Offer {
  id: string;
  kind: "text" | "image";
  method: "generateContent" | "predict";
  services: { gemini?: ServedBy; vertex?: ServedBy };
  /** Levels that it takes. Empty: it takes a `thinkingBudget` and no level. */
  thinkingLevels: readonly string[];
  takesSchema: boolean;
  /** The most tokens of a prompt, and of an answer with its thoughts and pictures. */
  limits: { input: number; output: number };
  /** Micro-dollars for a million tokens; `output` is of text and thoughts. */
  rates: { input: number; imageInput: number; output: number; imageOutput: number };
  /** Factor of the rates under `serviceTier: "flex"`. Absent: it is not offered so. */
  flexShare?: number;
  /** Factor of the rates in a batch. Absent: it is not offered so. */
  batchShare?: number;
  /** Of models of kind image. */
  images?: {
    aspectRatios: readonly string[];
    /** Tokens of one image by size. */
    tokens: Readonly<Record<string, number>>;
    /** Micro-dollars of one image by size, where images are sold by the piece. */
    micros: Readonly<Record<string, number>>;
    /** The most images in a prompt. */
    references: number;
  };
}

export interface Tally {
  calls: number;
  inputTokens: number;
  /** Text, thoughts and pictures. */
  outputTokens: number;
  thoughtTokens: number;
  images: number;
  micros: number;
}

export interface Counts {
  /** Calls that were answered with 200, by model. */
  models: Record<string, Tally>;
  micros: number;
  /** How those calls ended: `STOP`, `NO_IMAGE`, `SAFETY` … */
  endings: Record<string, number>;
  /** Requests that were answered with an error, by its status. */
  errors: Record<string, number>;
  /** Every request that was received. */
  requests: number;
  /** The most requests of each model that came within any window, whatever became of them. */
  busiest: Record<string, number>;
  /** How often a batch was created, by display name. */
  batches: Record<string, number>;
}

/** What one call used. Counts of tokens, but for `images`. */
export interface Used {
  promptText: number;
  promptImages: number;
  thoughts: number;
  text: number;
  imageTokens: number;
  images: number;
}

export interface Charge {
  used: Used;
  /** Of the images, where they are sold by the piece. */
  size?: string;
  lane?: "flex" | "batch" | undefined;
  ending: string;
}

export class Account {
  readonly counts: Counts = {
    models: {},
    micros: 0,
    endings: {},
    errors: {},
    requests: 0,
    busiest: {},
    batches: {},
  };
  readonly #arrivals = new Map<string, number[]>();

  charge(offer: Offer, { used, size, lane, ending }: Charge): void {
    const { rates } = offer;
    const tokens =
      used.promptText * rates.input +
      used.promptImages * rates.imageInput +
      (used.text + used.thoughts) * rates.output +
      used.imageTokens * rates.imageOutput;
    const share = { flex: offer.flexShare, batch: offer.batchShare, none: 1 }[lane ?? "none"] ?? 1;
    const pieces = size === undefined ? 0 : used.images * (offer.images?.micros[size] ?? 0);
    // Each call is rounded up to the next micro-dollar.
    const micros = Math.ceil((tokens * share) / 1e6) + pieces;
    const tally = this.counts.models[offer.id] ?? NOTHING;
    this.counts.models[offer.id] = {
      calls: tally.calls + 1,
      inputTokens: tally.inputTokens + used.promptText + used.promptImages,
      outputTokens: tally.outputTokens + used.text + used.thoughts + used.imageTokens,
      thoughtTokens: tally.thoughtTokens + used.thoughts,
      images: tally.images + used.images,
      micros: tally.micros + micros,
    };
    this.counts.micros += micros;
    this.counts.endings[ending] = (this.counts.endings[ending] ?? 0) + 1;
  }

  /** `now` in milliseconds of any clock, at which a request came in. */
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

const NOTHING: Tally = {
  calls: 0,
  inputTokens: 0,
  outputTokens: 0,
  thoughtTokens: 0,
  images: 0,
  micros: 0,
};
