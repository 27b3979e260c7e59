// A server with A1111's `/sdapi/v1`: one job at a time, no job ids, and `interrupt` stops the running job. Written from its source
// (`modules/api/api.py` and `models.py` of AUTOMATIC1111/stable-diffusion-webui), not compared with a running server.
import { createHash } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import * as z from "zod";
import { type OwnAnswer, type OwnRequest, type OwnService, startOwnServer } from "../own-server.ts";
import { makePicture, type PictureFault } from "../picture.ts";

export interface SdapiServerOptions {
  port?: number;
  /** `USER:PASSWORD` of `--api-auth`. */
  auth?: string;
  /** Sampling steps of a picture, and milliseconds per step. Default: 20, 0. */
  steps?: number;
  stepMs?: number;
  /** Has no `progress` and `interrupt`, like stable-diffusion.cpp. */
  bare?: boolean;
  /** A1111 and Forge without `--api`. */
  withoutApi?: boolean;
  /** Prefixes pictures with `data:image/png;base64,`. */
  dataUri?: boolean;
  /** A defect of every picture. */
  pictures?: PictureFault;
}

export interface SdapiCounts {
  /** Number of requests for pictures. */
  jobs: number;
  pictures: number;
  interrupts: number;
  /** Jobs that `interrupt` ended, by their prompt. */
  interrupted: string[];
  /** Maximum number of jobs at the same time, including the running one. */
  mostAtOnce: number;
}

export interface SdapiServer extends OwnService {
  counts(): SdapiCounts;
  /** The inputs of all `img2img` requests, in the order of arrival. */
  repainted(): readonly Repainted[];
  /** Queues a job of another client. */
  otherJob(prompt: string): Promise<void>;
}

/** The source does not set `extra="forbid"`, so unknown fields are ignored. */
const TextToImage = z.object({
  prompt: z.string().default(""),
  negative_prompt: z.string().default(""),
  seed: z.int().default(-1),
  steps: z.int().positive().optional(),
  width: z.int().default(512),
  height: z.int().default(512),
  batch_size: z.int().default(1),
  n_iter: z.int().default(1),
  sampler_name: z.string().optional(),
  send_images: z.boolean().default(true),
});
type Job = z.infer<typeof TextToImage>;

/** `StableDiffusionImg2ImgProcessingAPI`. */
const ImageToImage = TextToImage.extend({
  init_images: z.array(z.base64()).default([]),
  mask: z.base64().optional(),
  mask_blur: z.int().optional(),
  inpainting_mask_invert: z.union([z.literal(0), z.literal(1)]).default(0),
  inpainting_fill: z.int().min(0).max(3).default(0),
  inpaint_full_res: z.boolean().default(true),
  denoising_strength: z.number().min(0).max(1).default(0.75),
});

/** The input of an `img2img` request. */
export interface Repainted {
  picture: Buffer;
  mask: Buffer | undefined;
  strength: number;
}

const SAMPLERS = new Set(["Euler", "Euler a", "DPM++ 2M", "DDIM"]);

export async function startSdapiServer(options: SdapiServerOptions = {}): Promise<SdapiServer> {
  const { steps = 20, stepMs = 0 } = options;
  const counts: SdapiCounts = { jobs: 0, pictures: 0, interrupts: 0, interrupted: [], mostAtOnce: 0 };
  const repainted: Repainted[] = [];
  let waiting = 0;
  let turn: Promise<unknown> = Promise.resolve();
  let running: { prompt: string; step: number; stopped: boolean } | undefined;

  async function run(job: Job): Promise<OwnAnswer> {
    running = { prompt: job.prompt, step: 0, stopped: false };
    const mine = running;
    const most = job.steps ?? steps;
    // A job continues if its client disconnects. Only `interrupt` stops it.
    while (mine.step < most && !mine.stopped) {
      if (stepMs > 0) await wait(stepMs);
      mine.step += 1;
    }
    running = undefined;
    if (mine.stopped) counts.interrupted.push(job.prompt);
    else counts.pictures += 1;
    const hash = createHash("sha256")
      .update(JSON.stringify([job.prompt, job.seed]))
      .digest("hex");
    const { bytes } = await makePicture({
      ...{ hash, aspectRatio: `${job.width}:${job.height}`, size: "1K", heads: 0, mimeType: "image/png" },
      fault: options.pictures,
    });
    const image = `${options.dataUri ? "data:image/png;base64," : ""}${bytes.toString("base64")}`;
    // An interrupted job answers 200 with the unfinished picture.
    return { body: { images: job.send_images ? [image] : [], parameters: job, info: "" } };
  }

  function inTurn<T>(task: () => Promise<T>): Promise<T> {
    waiting += 1;
    counts.mostAtOnce = Math.max(counts.mostAtOnce, waiting);
    const mine = turn.then(task).finally(() => {
      waiting -= 1;
    });
    turn = mine.catch(() => undefined);
    return mine;
  }

  async function answer({ method, path, headers, body }: OwnRequest): Promise<OwnAnswer> {
    const { auth } = options;
    if (options.withoutApi) return { status: 404, body: { detail: "Not Found" } };
    if (auth !== undefined && headers.authorization !== `Basic ${Buffer.from(auth).toString("base64")}`)
      return { status: 401, body: { detail: "Incorrect username or password" } };
    switch (`${method} ${path}`) {
      case "GET /sdapi/v1/sd-models":
        return { body: [{ title: "manga.safetensors", model_name: "manga" }] };
      case "POST /sdapi/v1/img2img":
      case "POST /sdapi/v1/txt2img": {
        const isRepaint = path.endsWith("img2img");
        const parsed = (isRepaint ? ImageToImage : TextToImage).safeParse(jsonOf(body));
        if (!parsed.success) return { status: 422, body: { detail: parsed.error.issues } };
        const { sampler_name: sampler, width, height } = parsed.data;
        if (sampler !== undefined && !SAMPLERS.has(sampler))
          return { status: 404, body: { detail: "Sampler not found" } };
        if (width % 8 !== 0 || height % 8 !== 0)
          return error(`Sizes must be divisible by 8 but are ${height} and ${width}.`);
        if (isRepaint) {
          const {
            init_images: pictures,
            mask,
            denoising_strength: strength,
          } = ImageToImage.parse(jsonOf(body));
          const [picture] = pictures;
          if (picture === undefined) return { status: 404, body: { detail: "Init image not found" } };
          const bytes = (text: string) => Buffer.from(text, "base64");
          repainted.push({
            picture: bytes(picture),
            mask: mask === undefined ? undefined : bytes(mask),
            strength,
          });
        }
        counts.jobs += 1;
        return inTurn(() => run(parsed.data));
      }
      case "GET /sdapi/v1/progress":
        if (options.bare) break;
        return {
          body: {
            progress: running === undefined ? 0 : running.step / steps,
            eta_relative: 0,
            state: { sampling_step: running?.step ?? 0, sampling_steps: steps, job_count: waiting },
          },
        };
      case "POST /sdapi/v1/interrupt":
        if (options.bare) break;
        counts.interrupts += 1;
        if (running !== undefined) running.stopped = true;
        return { body: {} };
    }
    return { status: 404, body: { detail: "Not Found" } };
  }

  const service = await startOwnServer(options.port ?? 0, answer);
  return {
    ...service,
    counts: () => structuredClone(counts),
    repainted: () => repainted,
    async otherJob(prompt) {
      await inTurn(() => run(TextToImage.parse({ prompt })));
    },
  };
}

const error = (errors: string): OwnAnswer => ({
  ...{ status: 500, body: { error: "RuntimeError", detail: "", body: "", errors } },
});

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    // FastAPI answers 422, as for any other value that is not an object.
    return undefined;
  }
}
