// Pictures by `/sdapi/v1`, which A1111, Forge, Draw Things and stable-diffusion.cpp support. The protocol has no job ids and its interrupt
// ends whatever runs. This process therefore sends one job at a time, and interrupts only while its own request is running; a job that
// another program queued can still be hit. Source: `modules/api` of AUTOMATIC1111/stable-diffusion-webui.
import * as z from "zod";
import { SDAPI_KEY } from "../own-models.ts";
import type { SdapiServer } from "../own-servers.ts";
import {
  type ClientOptions,
  type HostedModel,
  OWN_TIMEOUT_MS,
  type Progress,
  type Question,
} from "./model.ts";
import { NEGATIVE, pictureAsked, pictureReply, sizeFor } from "./own-pictures.ts";
import { type OwnServer, requestJson } from "./own-request.ts";
import { lockFor } from "./server-lock.ts";

const STEP = 8;
const INTERRUPT_WITHIN_MS = 5_000;

const ImagesSchema = z.object({ images: z.array(z.string()).nullish() });
const ProgressSchema = z.object({
  state: z.object({ sampling_step: z.number().nullish(), sampling_steps: z.number().nullish() }).nullish(),
});

/** `progressEveryMs`: interval of polling the progress. */
interface SdapiOptions extends ClientOptions {
  /** Key of the model's row, where the settings do not name the server. */
  key?: string;
  progressEveryMs?: number;
}

export function sdapiPictures(
  { baseUrl, auth }: SdapiServer,
  { timeoutMs = OWN_TIMEOUT_MS, key = SDAPI_KEY, progressEveryMs = 1_000 }: SdapiOptions = {},
): HostedModel {
  const server: OwnServer = {
    ...{ id: key, baseUrl },
    ifMissing: "Start the program with its API (A1111 and Forge: --api), or correct the address.",
    headers:
      auth === undefined
        ? {}
        : { authorization: `Basic ${Buffer.from(`${auth.user}:${auth.password}`).toString("base64")}` },
  };
  const inTurn = lockFor(baseUrl);
  return {
    id: key,
    ask: (question, signal, progress) =>
      inTurn(signal, async () => {
        const mine = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
        const interrupted = interruptOn(mine, server, question);
        const watched = watch(server, { question, signal: mine, progress, progressEveryMs });
        try {
          const answer = await requestJson(
            server,
            `/sdapi/v1/${question.edit === undefined ? "txt2img" : "img2img"}`,
            {
              ...{ method: "POST", body: bodyOf(key, question), signal: mine, question },
            },
          );
          const [first] = ImagesSchema.parse(answer).images ?? [];
          return pictureReply(key, first === undefined ? undefined : decodeImage(first));
        } catch (error) {
          // The next job starts only after this one has ended on the server.
          await interrupted.done();
          signal.throwIfAborted();
          throw error;
        } finally {
          interrupted.stop();
          watched.stop();
        }
      }),
  };
}

/** Steps, sampler, scheduler and model are left to the program's settings. */
function bodyOf(key: string, question: Question): unknown {
  const { prompt, aspectRatio, seed, pictures, edit } = pictureAsked(key, question);
  return {
    ...{ prompt, negative_prompt: NEGATIVE, seed, ...sizeFor(aspectRatio, STEP) },
    ...{ batch_size: 1, n_iter: 1, send_images: true, save_images: false },
    ...(edit && { init_images: pictures.slice(0, 1).map(base64), ...strengthOf(edit) }),
  };
}

const base64 = ({ bytes }: { bytes: Uint8Array }): string => Buffer.from(bytes).toString("base64");

/** With a mask the area is repainted; without one the whole picture changes a little. */
function strengthOf({ mask }: NonNullable<Question["edit"]>) {
  if (mask === undefined) return { denoising_strength: 0.5 };
  return {
    ...{ mask: base64(mask), mask_blur: 8, inpainting_mask_invert: 0 },
    ...{ inpainting_fill: 1, inpaint_full_res: false, denoising_strength: 0.8 },
  };
}

/** Some servers prefix `data:image/png;base64,`. */
const decodeImage = (text: string): Uint8Array => Buffer.from(text.replace(/^data:[^,]*,/u, ""), "base64");

/** Interrupts the server once, if the signal aborts while the request is running. */
function interruptOn(signal: AbortSignal, server: OwnServer, question: Question) {
  let sent: Promise<unknown> = Promise.resolve();
  const interrupt = () => {
    sent = requestJson(server, "/sdapi/v1/interrupt", {
      ...{ method: "POST", body: {}, question, signal: AbortSignal.timeout(INTERRUPT_WITHIN_MS) },
    }).catch(() => undefined);
  };
  signal.addEventListener("abort", interrupt, { once: true });
  return { done: () => sent, stop: () => signal.removeEventListener("abort", interrupt) };
}

interface Watched {
  question: Question;
  signal: AbortSignal;
  progress: Progress | undefined;
  progressEveryMs: number;
}

/** Polls the progress; unknown progress is not reported. */
function watch(server: OwnServer, { question, signal, progress, progressEveryMs }: Watched) {
  if (progress === undefined) return { stop: () => undefined };
  let isAsking = false;
  const timer = setInterval(async () => {
    if (isAsking) return;
    isAsking = true;
    try {
      const answer = await requestJson(server, "/sdapi/v1/progress?skip_current_image=true", {
        signal,
        question,
      });
      const { sampling_step: done, sampling_steps: total } = ProgressSchema.parse(answer).state ?? {};
      if (done && total) progress(Math.min(done, total), total);
    } catch {
      // Draw Things and stable-diffusion.cpp lack this path; a picture then comes without progress.
    } finally {
      isAsking = false;
    }
  }, progressEveryMs);
  return { stop: () => clearInterval(timer) };
}
