// A server for OpenAI's images API that simulates one of three programs: OpenAI, LocalAI or stable-diffusion.cpp. Written from OpenAI's
// documentation (https://platform.openai.com/docs/api-reference/images) and the sources of the others (examples/server/api.md of
// leejet/stable-diffusion.cpp 97d2990; core/http/endpoints/openai of mudler/LocalAI), not compared with running servers.
import { createHash } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import * as z from "zod";
import { type OwnAnswer, type OwnRequest, type OwnService, startOwnServer } from "../own-server.ts";
import { makePicture, type PictureFault } from "../picture.ts";
import { ChatError } from "./chat-error.ts";

export const IMAGE_PROGRAMS = ["openai", "localai", "sd.cpp"] as const;
export type ImageProgram = (typeof IMAGE_PROGRAMS)[number];

export interface ImagesServerOptions {
  /** Default: openai. */
  program?: ImageProgram;
  models: readonly string[];
  key?: string;
  latencyMs?: number;
  /** Share of prompts that moderation blocks, 0 to 1. */
  refused?: number;
  /** Answers this many requests with 429 first. */
  busy?: number;
  /** A defect of every picture. */
  pictures?: PictureFault;
  port?: number;
}

export interface ImagesCounts {
  requests: number;
  /** Number of generations, and of edits. */
  generations: number;
  edits: number;
  /** Reference pictures of all edits. */
  references: number;
  /** Edits with a mask. */
  masks: number;
  hungUp: number;
}

/** The input of an edit. */
export interface EditGiven {
  pictures: Buffer[];
  mask: Buffer | undefined;
}

export interface ImagesServer extends OwnService {
  counts(): ImagesCounts;
  /** The inputs of all edits, in the order of arrival. */
  editsGiven(): readonly EditGiven[];
}

const SIZE = /^(\d{2,5})x(\d{2,5})$/;
const Wanted = {
  model: z.string(),
  prompt: z.string().min(1).max(32_000),
  n: z.coerce.number().int().min(1).max(10).default(1),
  size: z.string().default("auto"),
};
/** Fields that OpenAI accepts. It refuses others. */
const StrictWanted = z.strictObject({
  ...Wanted,
  quality: z.string().optional(),
  background: z.string().optional(),
  output_format: z.enum(["png", "jpeg", "webp"]).optional(),
  moderation: z.string().optional(),
  input_fidelity: z.enum(["high", "low"]).optional(),
  user: z.string().optional(),
});
const LooseWanted = z.object(Wanted);

const MOST_REFERENCES = 16;

export async function startImagesServer(options: ImagesServerOptions): Promise<ImagesServer> {
  const { program = "openai", latencyMs = 0 } = options;
  const counts: ImagesCounts = { requests: 0, generations: 0, edits: 0, references: 0, masks: 0, hungUp: 0 };
  const files = new Map<string, Buffer>();
  const editsGiven: EditGiven[] = [];
  let busy = options.busy ?? 0;
  let url = "";

  async function answer(request: OwnRequest): Promise<OwnAnswer> {
    try {
      return await handle(request);
    } catch (error) {
      if (!(error instanceof ChatError)) throw error;
      // stable-diffusion.cpp answers `{error: "text"}`.
      return { status: error.status, body: program === "sd.cpp" ? { error: error.message } : error.toJSON() };
    }
  }

  async function handle(request: OwnRequest): Promise<OwnAnswer> {
    const { method, path, headers } = request;
    if (options.key !== undefined && headers.authorization !== `Bearer ${options.key}`)
      throw new ChatError(401, "Incorrect API key provided.", "invalid_api_key");
    if (method === "GET" && path === "/v1/models")
      return { body: { object: "list", data: options.models.map((id) => ({ id, object: "model" })) } };
    const file = files.get(path);
    if (method === "GET" && file !== undefined) return { body: file, contentType: "image/png" };
    const isEdit = path === "/v1/images/edits";
    if (
      method !== "POST" ||
      (!isEdit && path !== "/v1/images/generations") ||
      (isEdit && program === "localai")
    )
      throw new ChatError(404, "Not Found");
    counts.requests += 1;
    if (busy > 0) {
      busy -= 1;
      throw new ChatError(429, "Rate limit reached for images per minute.", "rate_limit_exceeded");
    }
    return isEdit ? edit(request) : make(request, wantedOf(jsonOf(request.body)), 0);
  }

  async function edit(request: OwnRequest): Promise<OwnAnswer> {
    const headers = { "content-type": request.headers["content-type"] ?? "" };
    const form = await new Response(new Uint8Array(request.body), { headers }).formData();
    const pictures = [...form.getAll("image"), ...form.getAll("image[]")].filter(
      (one) => one instanceof File,
    );
    if (pictures.length === 0) throw new ChatError(400, "Missing required parameter: 'image'.");
    if (pictures.length > MOST_REFERENCES)
      throw new ChatError(400, `At most ${MOST_REFERENCES} images are supported.`);
    const bytesOf = async (file: File) => Buffer.from(await file.arrayBuffer());
    const masked = form.get("mask");
    if (masked instanceof File) await checkMask(masked, pictures[0]);
    const mask = masked instanceof File ? await bytesOf(masked) : undefined;
    editsGiven.push({ pictures: await Promise.all(pictures.map(bytesOf)), mask });
    if (masked !== null) counts.masks += 1;
    const fields = Object.fromEntries([...form].filter(([, value]) => typeof value === "string"));
    counts.references += pictures.length;
    return make(request, wantedOf(fields), pictures.length);
  }

  function wantedOf(body: unknown): z.infer<typeof LooseWanted> {
    const parsed = (program === "openai" ? StrictWanted : LooseWanted).safeParse(body);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      const unknown = issue?.code === "unrecognized_keys" ? issue.keys[0] : undefined;
      throw new ChatError(
        400,
        unknown === undefined
          ? `${issue?.path.join(".")}: ${issue?.message}`
          : `Unknown parameter: '${unknown}'.`,
      );
    }
    if (!options.models.includes(parsed.data.model))
      throw new ChatError(404, `The model '${parsed.data.model}' does not exist.`, "model_not_found");
    checkSize(parsed.data.size);
    return parsed.data;
  }

  function checkSize(size: string): void {
    if (size === "auto") return;
    const [, across, down] = (SIZE.exec(size) ?? []).map(Number);
    if (across === undefined || down === undefined) throw new ChatError(400, `Invalid size '${size}'.`);
    const ratio = Math.max(across, down) / Math.min(across, down);
    const isRefused = across % 16 !== 0 || down % 16 !== 0 || ratio > 3.01 || across * down > 3_840 * 2_160;
    if (program === "openai" && isRefused)
      throw new ChatError(
        400,
        `Invalid size '${size}': sides must be multiples of 16, with a ratio of at most 3:1.`,
      );
  }

  async function make(
    { hungUp }: OwnRequest,
    { prompt, size, model }: z.infer<typeof LooseWanted>,
    references: number,
  ): Promise<OwnAnswer> {
    const hash = createHash("sha256").update(`${model} ${prompt} ${references}`).digest("hex");
    if (latencyMs > 0) await wait(latencyMs, undefined, { signal: hungUp }).catch(() => undefined);
    if (hungUp.aborted) {
      counts.hungUp += 1;
      throw new ChatError(499, "the client hung up");
    }
    if (Number.parseInt(hash.slice(0, 8), 16) / 2 ** 32 < (options.refused ?? 0))
      throw new ChatError(400, "Your request was rejected by the safety system.", "moderation_blocked");
    const [, across = 1_024, down = 1_024] = (SIZE.exec(size) ?? []).map(Number);
    const { bytes } = await makePicture({
      ...{ hash, aspectRatio: `${across}:${down}`, size: "1K", heads: 0, mimeType: "image/png" },
      fault: options.pictures,
    });
    counts[references > 0 ? "edits" : "generations"] += 1;
    return {
      body: {
        created: 0,
        data: [program === "localai" ? addressOf(bytes, hash) : { b64_json: bytes.toString("base64") }],
      },
    };
  }

  /** LocalAI returns the URL of the picture on its own server. */
  function addressOf(bytes: Buffer, hash: string) {
    const path = `/generated-images/${hash.slice(0, 16)}.png`;
    files.set(path, bytes);
    return { url: `${url}${path}` };
  }

  const service = await startOwnServer(options.port ?? 0, answer);
  url = service.url;
  return { ...service, counts: () => structuredClone(counts), editsGiven: () => editsGiven };
}

/** "Must be a valid PNG file … and have the same dimensions as `image`", with an alpha channel: createEdit of the documentation. */
async function checkMask(mask: File, picture: File | undefined): Promise<void> {
  const refuse = (why: string) => new ChatError(400, `Invalid mask: ${why}.`, "invalid_image_file");
  const [header, own] = await Promise.all([mask, picture].map(async (file) => file && pngHeader(file)));
  if (header === undefined) throw refuse("it is no PNG");
  if (!header.hasAlpha) throw refuse("it has no alpha channel");
  if (own !== undefined && (own.width !== header.width || own.height !== header.height))
    throw refuse("it has other dimensions than the first image");
}

/** Width, height and colour type of a PNG (section 11.2.2). Undefined for other formats. */
async function pngHeader(file: File) {
  const bytes = Buffer.from(await file.slice(0, 26).arrayBuffer());
  if (bytes.length < 26 || bytes.toString("latin1", 1, 4) !== "PNG") return undefined;
  const colourType = bytes[25] ?? 0;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), hasAlpha: colourType >= 4 };
}

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch (error) {
    throw new ChatError(400, error instanceof Error ? error.message : String(error));
  }
}
