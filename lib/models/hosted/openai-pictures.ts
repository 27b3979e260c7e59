// Pictures by OpenAI's images API: generations, and edits if the question has pictures. Local servers support parts of it (LocalAI,
// stable-diffusion.cpp). Source: https://platform.openai.com/docs/api-reference/images
import OpenAI, { APIError, toFile } from "openai";
import * as z from "zod";
import { picturesKey } from "../own-models.ts";
import type { PicturesServer } from "../own-servers.ts";
import { type ClientOptions, type HostedModel, OWN_TIMEOUT_MS, type Question, type Reply } from "./model.ts";
import { clientError } from "./own-failures.ts";
import { type PictureAsked, pictureAsked, pictureReply, refusedPicture, sizeFor } from "./own-pictures.ts";

/** Step of the sides of `gpt-image-2` and similar models, in pixels. */
const STEP = 16;

const WITHOUT = "pictures are drawn without the portraits, so people may look different from panel to panel";

/** The result of an edit where the server has none: a newly generated picture would be a different one. */
const NOTHING = { data: [] };

const maskFile = (mask: Uint8Array) => toFile(mask, "mask.png", { type: "image/png" });

const ImagesSchema = z.object({
  data: z.array(z.object({ b64_json: z.string().nullish(), url: z.string().nullish() })).nullish(),
});

export function openaiPictures(
  server: PicturesServer,
  { timeoutMs = OWN_TIMEOUT_MS }: ClientOptions = {},
): HostedModel {
  const id = picturesKey(server);
  const client = new OpenAI({
    ...{ baseURL: server.baseUrl, apiKey: server.key, timeout: timeoutMs, maxRetries: 0 },
    ...{ organization: null, project: null },
    // The address comes from the settings; a redirect is an error.
    fetchOptions: { redirect: "error" },
  });
  /** Servers without edits answer 404; this process does not try them again. */
  let hasEdits = true;

  async function draw(asked: PictureAsked, signal: AbortSignal): Promise<unknown> {
    const { width, height } = sizeFor(asked.aspectRatio, STEP);
    const wanted = { model: server.model, prompt: asked.prompt, n: 1, size: `${width}x${height}` as const };
    if (asked.edit !== undefined && !hasEdits) return NOTHING;
    if (asked.pictures.length === 0 || !hasEdits) return client.images.generate(wanted, { signal });
    const image = await Promise.all(
      asked.pictures.map(({ bytes, contentType }, at) =>
        toFile(bytes, `picture${at + 1}.${contentType.replace("image/", "")}`, { type: contentType }),
      ),
    );
    try {
      const mask = asked.edit?.clear && (await maskFile(asked.edit.clear.bytes));
      return await client.images.edit({ ...wanted, image, ...(mask && { mask }) }, { signal });
    } catch (error) {
      if (!(error instanceof APIError) || error.status !== 404) throw error;
      hasEdits = false;
      if (asked.edit !== undefined) return NOTHING;
      return client.images.generate(wanted, { signal });
    }
  }

  return {
    id,
    async ask(question, signal) {
      signal.throwIfAborted();
      try {
        const asked = pictureAsked(id, question);
        const reply = pictureReply(id, await readPicture(await draw(asked, signal), server, signal));
        const isWithout = asked.pictures.length > 0 && !hasEdits;
        return isWithout
          ? {
              ...reply,
              notice: `${server.baseUrl} has no /images/edits: ${asked.edit === undefined ? WITHOUT : "parts of a picture cannot be changed there"}`,
            }
          : reply;
      } catch (error) {
        signal.throwIfAborted();
        return refusalOf(error, id) ?? fail(error, { id, server, question });
      }
    },
  };
}

function fail(
  error: unknown,
  { id, server, question }: { id: string; server: PicturesServer; question: Question },
): never {
  throw clientError(error, { id, baseUrl: server.baseUrl, question });
}

/** Undefined where the cause was not a filter. */
function refusalOf(error: unknown, id: string): Reply | undefined {
  const isRefusal =
    error instanceof APIError &&
    error.status === 400 &&
    /moderation_blocked|content_policy_violation/u.test(`${error.code ?? ""} ${error.message}`);
  return isRefusal ? refusedPicture(id) : undefined;
}

/** The picture's bytes; undefined where the answer has none. A URL is followed only on the server itself. */
async function readPicture(
  answer: unknown,
  { baseUrl }: PicturesServer,
  signal: AbortSignal,
): Promise<Uint8Array | undefined> {
  const [first] = ImagesSchema.parse(answer).data ?? [];
  if (first?.b64_json) return Buffer.from(first.b64_json, "base64");
  if (!first?.url || new URL(first.url, baseUrl).origin !== new URL(baseUrl).origin) return undefined;
  const response = await fetch(new URL(first.url, baseUrl), { signal, redirect: "error" });
  return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined;
}
