// `npm run models -- serve --protocol openai|sdapi|comfyui`: simulated self-hosted servers. Each prints the variables and the option that
// make Mekuri use it, on one line to put before a command, and runs until Ctrl-C.
import { join } from "node:path";
import { startComfyServer } from "../../emulators/models/comfyui/comfyui-server.ts";
import type { Answerer } from "../../emulators/models/generate.ts";
import { startChatServer } from "../../emulators/models/openai/chat-server.ts";
import { startImagesServer } from "../../emulators/models/openai/images-server.ts";
import { startSdapiServer } from "../../emulators/models/sdapi/sdapi-server.ts";
import type { RunningService } from "../../emulators/service.ts";
import { untilSignal } from "../command/signals.ts";
import { NO_SMALL_SLIPS, smallWriter } from "./writers/small-writer.ts";

/** Ports of Ollama, A1111 and ComfyUI plus one, so that none is mistaken for a real one. */
export const OWN_PORTS = { openai: 11_435, sdapi: 7_861, comfyui: 8_189 } as const;
export type OwnProtocol = keyof typeof OWN_PORTS;

const MODEL = "qwen3:8b";
const IMAGE_MODEL = "gpt-image-2";
const GRAPHS = join(import.meta.dirname, "../../examples/comfyui");
/** Milliseconds of a step, slow enough to watch the progress. */
const STEP_MS = 40;

/** Text server at a port, picture server at the next one. */
async function startBoth(port: number, answer: Answerer) {
  const words = await startChatServer({ port, models: [MODEL], answer });
  const pictures = await startImagesServer({ port: words.port + 1, models: [IMAGE_MODEL] });
  return {
    ...words,
    counts: () => ({ words: words.counts(), pictures: pictures.counts() }),
    close: async () => void (await Promise.all([words.close(), pictures.close()])),
  };
}

function picturesOf(url: string): string {
  const address = new URL(url);
  address.port = String(Number(address.port) + 1);
  return address.origin;
}

interface OwnOptions {
  protocol: OwnProtocol;
  port: number;
  seed: number;
  isSloppy: boolean;
}

export async function simulateOwnServer({ protocol, port, seed, isSloppy }: OwnOptions): Promise<void> {
  const writer = smallWriter({ seed, ...(isSloppy ? {} : { rates: NO_SMALL_SLIPS }) });
  const start: Record<OwnProtocol, () => Promise<RunningService & { url: string; counts(): unknown }>> = {
    openai: () => startBoth(port, writer.answer),
    sdapi: () => startSdapiServer({ port, stepMs: STEP_MS }),
    comfyui: () => startComfyServer({ port, stepMs: STEP_MS }),
  };
  const variables: Record<OwnProtocol, (url: string) => string[]> = {
    openai: (url) => [
      ...[`MEKURI_WORDS_URL=${url}`, `MEKURI_WORDS_MODEL=${MODEL}`],
      ...[`MEKURI_PICTURES_URL=${picturesOf(url)}`, `MEKURI_PICTURES_MODEL=${IMAGE_MODEL}`],
    ],
    sdapi: (url) => [`MEKURI_SDAPI_URL=${url}`],
    comfyui: (url) => [
      ...[`MEKURI_COMFYUI_URL=${url}`, `MEKURI_COMFYUI_PANEL_GRAPH=${join(GRAPHS, "panel.json")}`],
      `MEKURI_COMFYUI_PORTRAIT_GRAPH=${join(GRAPHS, "portrait.json")}`,
      `MEKURI_COMFYUI_EDIT_GRAPH=${join(GRAPHS, "edit.json")}`,
    ],
  };
  const server = await start[protocol]();
  process.stdout.write(`${variables[protocol](server.url).join(" ")}\n`);
  await untilSignal();
  process.stdout.write(`${JSON.stringify({ ...(server.counts() as object), slips: writer.slips() })}\n`);
  await server.close();
}
