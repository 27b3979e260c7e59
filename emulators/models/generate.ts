// `generateContent`: answers a validated request and computes Google's charge.
import { createHash } from "node:crypto";
import type { Account, Offer, Used } from "./account.ts";
import { cutTo, inSchemaOrder, misfit, sample } from "./answers.ts";
import { type Refusal, refusalFor } from "./endings.ts";
import { invalid, refusalOf } from "./google-error.ts";
import { type HeadBox, type ImageType, makePicture, type PictureFault, type PictureSide } from "./picture.ts";
import { type Planted, type PlantOptions, plantedIn } from "./planted.ts";
import { chancesOf, type Profile } from "./profile.ts";
import type { Route } from "./routes.ts";
import { checkRequest, schemaOf } from "./rules.ts";
import { cutToTokens, IMAGE_INPUT_TOKENS, thoughtsOf, tokensOf } from "./tokens.ts";
import { type GenerateContent, GenerateContentSchema, type JsonSchema } from "./wire.ts";

/** A request to a text model, in the form that an `Answerer` gets. */
export interface Question {
  model: string;
  /** Hexadecimal hash of the request, for deterministic answers. */
  hash: string;
  /** Texts of the system instruction and of all contents, in order. */
  texts: string[];
  /** The prompt's pictures. For pictures of this server: their heads and faults. */
  pictures: Made[];
  /** Absent if the request has none, also in JSON mode. */
  schema: JsonSchema | undefined;
  /** Whether the request asks for JSON, with a schema or without one. */
  wantsJson: boolean;
}

/** The content of a picture that this server made. */
export interface Made {
  heads: HeadBox[];
  faults?: readonly Planted[];
}

/** An answer that is sent without validation, because models break schemas and wrap JSON in fences. */
export class RawText {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/**
 * Returns the answer: a value, which is reduced to the schema's properties and must fit it; a `RawText`; or undefined for a value
 * that is generated from the schema. Without a schema a string is the text, and in JSON mode any value is its JSON.
 */
export type Answerer = (question: Question) => Promise<unknown>;

export interface Studio {
  account: Account;
  profile: Profile;
  /** Seed that decides which subjects are refused. */
  seed: number;
  answer: Answerer | undefined;
  /** A defect of every picture. */
  pictures?: PictureFault | undefined;
  /** Faults that are planted in the content of pictures. Default: none. */
  planted?: PlantOptions | undefined;
  /** Pixels of a 1K picture's side. */
  side?: PictureSide | undefined;
  /** Pictures of this server by the hash of their bytes. */
  made: Map<string, Made>;
}

export interface Asked {
  offer: Offer;
  route: Route;
  request: GenerateContent;
  /** Whether the request belongs to a batch. */
  isBatched?: boolean;
}

/** Parses a body. Throws Google's error for a refused one. */
export function readGenerate(body: unknown, offer: Offer, route: Route): GenerateContent {
  const parsed = GenerateContentSchema.safeParse(body);
  if (!parsed.success) throw refusalOf(parsed.error);
  checkRequest(parsed.data, offer, route);
  const { text, images } = promptTokens(parsed.data);
  if (text + images > offer.limits.input) {
    throw invalid(
      `The input token count (${text + images}) exceeds the maximum number of tokens allowed (${offer.limits.input}).`,
    );
  }
  return parsed.data;
}

export async function generate(studio: Studio, asked: Asked): Promise<unknown> {
  const { offer, request } = asked;
  const hash = hashOf(JSON.stringify(request));
  const { text: promptText, images: promptImages } = promptTokens(request);
  const thinking = request.generationConfig?.thinkingConfig ?? {};
  const draft: Draft = {
    hash,
    limit: request.generationConfig?.maxOutputTokens ?? offer.limits.output,
    used: { promptText, promptImages, thoughts: 0, text: 0, imageTokens: 0, images: 0 },
    thoughts: thoughtsOf(offer, thinking, { hash, longShare: studio.profile.longThoughts }),
  };
  const texts = request.contents.flatMap(({ parts }) => parts.flatMap(({ text }) => text ?? []));
  const refusal = refusalFor(studio.profile, {
    ...{ kind: offer.kind, texts, requestHash: hash, seed: studio.seed },
  });
  const outcome = await outcomeOf(studio, asked, { draft, refusal });
  return billed(studio, asked, { draft, outcome });
}

/** An answer before it is sent. */
interface Draft {
  hash: string;
  /** Maximum tokens of thoughts, text and pictures together. */
  limit: number;
  /** Tokens of thoughts without a limit. */
  thoughts: number;
  used: Used;
}

type Outcome =
  | { kind: "blocked"; reason: string }
  | { kind: "candidate"; parts: unknown[]; finishReason: string; finishMessage?: string };

async function outcomeOf(
  studio: Studio,
  asked: Asked,
  { draft, refusal }: { draft: Draft; refusal: Refusal | undefined },
): Promise<Outcome> {
  const [, reason] = refusal?.split("blocked/") ?? [];
  if (reason !== undefined) return { kind: "blocked", reason };
  draft.used.thoughts = Math.min(draft.thoughts, draft.limit);
  // Thoughts are counted first: if they reach the limit, no tokens are left for an answer.
  if (draft.thoughts >= draft.limit) return { kind: "candidate", parts: [], finishReason: "MAX_TOKENS" };
  if (refusal !== undefined) return refusedOutcome(refusal, draft);
  return asked.offer.kind === "image" ? draw(studio, asked, draft) : write(studio, asked, draft);
}

const REFUSAL_IN_WORDS =
  "I can't create that image. I can help with a different scene, or draw the place without the people in it.";

function refusedOutcome(refusal: Refusal, draft: Draft): Outcome {
  if (refusal === "STOP") {
    draft.used.text = tokensOf(REFUSAL_IN_WORDS);
    return { kind: "candidate", parts: [{ text: REFUSAL_IN_WORDS }], finishReason: "STOP" };
  }
  if (refusal === "MAX_TOKENS") draft.used.thoughts = draft.limit;
  const finishMessage = "Unable to show the generated image.";
  return { kind: "candidate", parts: [], finishReason: refusal, finishMessage };
}

async function draw(studio: Studio, { offer, route, request }: Asked, draft: Draft): Promise<Outcome> {
  const { imageConfig, responseModalities } = request.generationConfig ?? {};
  const size = sizeOf(request);
  const tokens = offer.images?.tokens[size] ?? 0;
  const chance = chancesOf(`draft/${studio.seed}/${draft.hash}`);
  const count = chance(0) < studio.profile.drafts ? 2 : 1;
  if (draft.used.thoughts + tokens > draft.limit) {
    draft.used.thoughts = draft.limit;
    return { kind: "candidate", parts: [], finishReason: "MAX_TOKENS" };
  }
  const texts = textsOf(request);
  const given = picturesOf(request).map((data) => madeOf(studio, data));
  const planted =
    studio.planted === undefined
      ? []
      : plantedIn({ hash: `${studio.seed}/${draft.hash}`, texts, given: given[0]?.faults }, studio.planted);
  const affordable = draft.used.thoughts + count * tokens > draft.limit ? 1 : count;
  const parts: unknown[] = [];
  for (let index = 0; index < affordable; index += 1) {
    const isDraft = index + 1 < affordable;
    const mimeType = studio.profile.mixedTypes ? typeBy(chance(1)) : "image/png";
    const made = await makePicture({
      hash: isDraft ? hashOf(`draft/${draft.hash}`) : draft.hash,
      aspectRatio: imageConfig?.aspectRatio ?? "1:1",
      ...{ size, mimeType, heads: Math.min(4, given.length) },
      ...{ fault: studio.pictures, planted, side: studio.side },
    });
    remember(studio.made, made.bytes, { heads: made.heads, faults: planted });
    const inlineData = { mimeType, data: made.bytes.toString("base64") };
    // On Vertex AI only the position distinguishes a draft from the picture (langchainjs#10180).
    parts.push({ inlineData, ...(isDraft && route.service === "gemini" ? { thought: true } : {}) });
  }
  draft.used.images = affordable;
  draft.used.imageTokens = affordable * tokens;
  if (responseModalities?.includes("TEXT") !== false) {
    const said = "Here is the image.";
    parts.unshift({ text: said });
    draft.used.text = tokensOf(said);
  }
  return { kind: "candidate", parts, finishReason: "STOP" };
}

const TYPES = ["image/png", "image/jpeg", "image/webp"] as const satisfies ImageType[];
const typeBy = (chance: number) => TYPES[Math.floor(chance * TYPES.length)] ?? "image/png";

async function write(studio: Studio, { offer, request }: Asked, draft: Draft): Promise<Outcome> {
  const schema = schemaOf(request);
  const question: Question = {
    ...{ model: offer.id, hash: draft.hash, texts: textsOf(request), schema },
    wantsJson: request.generationConfig?.responseMimeType === "application/json",
    pictures: picturesOf(request).map((data) => madeOf(studio, data) ?? { heads: [] }),
  };
  const whole = textFor(question, await studio.answer?.(question));
  const room = draft.limit - draft.used.thoughts;
  const isWhole = tokensOf(whole) <= room;
  const text = isWhole ? whole : cutToTokens(whole, room);
  draft.used.text = isWhole ? tokensOf(whole) : room;
  return { kind: "candidate", parts: [{ text }], finishReason: isWhole ? "STOP" : "MAX_TOKENS" };
}

function textFor({ schema, wantsJson }: Question, known: unknown): string {
  if (known instanceof RawText) return known.text;
  if (schema === undefined) {
    if (wantsJson) return JSON.stringify(known ?? { answer: "OK" });
    return typeof known === "string" ? known : "OK";
  }
  // JSON omits members that are undefined.
  const value = known === undefined ? sample(schema) : cutTo(schema, JSON.parse(JSON.stringify(known)));
  const fault = misfit(schema, value);
  if (fault !== undefined) throw new Error(`the prepared answer does not fit the schema: ${fault}`);
  return JSON.stringify(inSchemaOrder(schema, value));
}

function billed(
  { account }: Studio,
  { offer, route, request, isBatched = false }: Asked,
  { draft, outcome }: { draft: Draft; outcome: Outcome },
): unknown {
  const { used, hash } = draft;
  const flex = request.serviceTier === "flex";
  const lane = isBatched ? "batch" : flex ? "flex" : undefined;
  const ending = outcome.kind === "blocked" ? `blocked/${outcome.reason}` : outcome.finishReason;
  account.charge(offer, { used, lane, ending });
  return {
    ...(outcome.kind === "blocked"
      ? { promptFeedback: { blockReason: outcome.reason } }
      : candidateOf(outcome)),
    usageMetadata: usageOf(used, { flex, service: route.service }),
    modelVersion: offer.id,
    responseId: hash.slice(0, 22),
  };
}

function candidateOf({ parts, finishReason, finishMessage }: Extract<Outcome, { kind: "candidate" }>) {
  const candidate = {
    ...(parts.length > 0 ? { content: { role: "model", parts } } : {}),
    ...{ finishReason, index: 0 },
    ...(finishMessage === undefined ? {} : { finishMessage }),
  };
  return { candidates: [candidate] };
}

/** Counts of 0 are omitted, as in the JSON of protocol buffers. */
function usageOf(used: Used, { flex, service }: { flex: boolean; service: Route["service"] }) {
  const prompt = used.promptText + used.promptImages;
  const answer = used.text + used.imageTokens;
  return {
    promptTokenCount: prompt,
    ...(answer > 0 ? { candidatesTokenCount: answer } : {}),
    ...(used.thoughts > 0 ? { thoughtsTokenCount: used.thoughts } : {}),
    totalTokenCount: prompt + answer + used.thoughts,
    promptTokensDetails: byModality(used.promptText, used.promptImages),
    ...(answer > 0 ? { candidatesTokensDetails: byModality(used.text, used.imageTokens) } : {}),
    ...(service === "gemini" ? { serviceTier: flex ? "flex" : "standard" } : {}),
    ...(service === "vertex" ? { trafficType: flex ? "ON_DEMAND_FLEX" : "ON_DEMAND" } : {}),
  };
}

function byModality(text: number, image: number) {
  return [
    ...(text > 0 ? [{ modality: "TEXT", tokenCount: text }] : []),
    ...(image > 0 ? [{ modality: "IMAGE", tokenCount: image }] : []),
  ];
}

/** The schema is part of the model's input and is charged like the prompt. */
function promptTokens(request: GenerateContent): { text: number; images: number } {
  const schema = schemaOf(request);
  const schemaTokens = schema === undefined ? 0 : tokensOf(JSON.stringify(schema));
  return {
    text: tokensOf(textsOf(request).join("\n")) + schemaTokens,
    images: picturesOf(request).length * IMAGE_INPUT_TOKENS,
  };
}

const partsOf = ({ systemInstruction, contents }: GenerateContent) => [
  ...(systemInstruction?.parts ?? []),
  ...contents.flatMap(({ parts }) => parts),
];
const textsOf = (request: GenerateContent) => partsOf(request).flatMap(({ text }) => text ?? []);
const picturesOf = (request: GenerateContent) =>
  partsOf(request).flatMap(({ inlineData }) => inlineData?.data ?? []);
const sizeOf = ({ generationConfig }: GenerateContent) => generationConfig?.imageConfig?.imageSize ?? "1K";

const madeOf = ({ made }: Studio, data: string) => made.get(hashOf(Buffer.from(data, "base64")));

/** Maximum number of stored pictures. */
const KEPT_PICTURES = 2_000;

export function remember(made: Map<string, Made>, bytes: Buffer, what: Made): void {
  made.set(hashOf(bytes), what);
  if (made.size > KEPT_PICTURES) made.delete(made.keys().next().value ?? "");
}

export const hashOf = (data: string | Buffer) => createHash("sha256").update(data).digest("hex");
