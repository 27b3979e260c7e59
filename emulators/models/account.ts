// Counts the requests and charges of the simulated models on the server's side, independently of the caller's own counts.

/** Availability of a model on a service. */
export interface ServedBy {
  /** API versions that serve the model. */
  versions: readonly string[];
  /** Locations of Vertex AI that serve it. Absent: the service has no locations. */
  locations?: readonly string[];
  /** The model was shut down and answers 404. */
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
  /** Accepted thinking levels. Empty: the model accepts a `thinkingBudget` and no level. */
  thinkingLevels: readonly string[];
  takesSchema: boolean;
  /** Maximum tokens of a prompt, and of an answer including thoughts and pictures. */
  limits: { input: number; output: number };
  /** Micro-dollars per million tokens. `output` is for text and thoughts. */
  rates: { input: number; imageInput: number; output: number; imageOutput: number };
  /** Factor of the rates under `serviceTier: "flex"`. Absent: Flex is not offered. */
  flexShare?: number;
  /** Factor of the rates in a batch. Absent: batches are not offered. */
  batchShare?: number;
  /** Present only for models of kind `image`. */
  images?: {
    aspectRatios: readonly string[];
    /** Tokens of one image by size. */
    tokens: Readonly<Record<string, number>>;
    /** Micro-dollars of one image by size, for models that charge per image. */
    micros: Readonly<Record<string, number>>;
    /** Maximum images in a prompt. */
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
  /** Finish reasons of those calls: `STOP`, `NO_IMAGE`, `SAFETY` … */
  endings: Record<string, number>;
  /** Requests that were answered with an error, by its status. */
  errors: Record<string, number>;
  /** All received requests. */
  requests: number;
  /** The largest number of requests of each model within any window, including refused ones. */
  busiest: Record<string, number>;
  /** How often a batch was created, by display name. */
  batches: Record<string, number>;
}

/** Usage of one call. All are counts of tokens except `images`. */
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
  /** Size of the images, for models that charge per image. */
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
    // Each call's charge is rounded up to the next micro-dollar.
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

  /** `now` is the time of the request, in milliseconds of any clock. */
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
