// The servers of `mekuri models`: a simulated Google, a recording proxy in front of Google, and a replayer. Each prints the variables that
// make Mekuri use it, on one line to put before a command, and runs until Ctrl-C.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  CERTIFICATE_PATH,
  localCertificate,
  writeLocalCredentials,
} from "../../emulators/models/credentials.ts";
import type { Answerer } from "../../emulators/models/generate.ts";
import { startRecorder } from "../../emulators/models/recorder.ts";
import { type ModelServerOptions, startModelServer } from "../../emulators/models/server.ts";
import type { RunningService } from "../../emulators/service.ts";
import { untilSignal } from "../command/signals.ts";
import { allLabelledStories } from "../scores/labelled-story.ts";
import { catalogOffers } from "./offers.ts";
import { labelledAnswers } from "./writers/labelled-answers.ts";
import { offlineAnswers } from "./writers/offline-answers.ts";
import { sloppyWriter } from "./writers/sloppy-writer.ts";

interface ServerOptions {
  port: number;
  /** Whether the server uses HTTPS, which Vertex AI's clients require. */
  tls: boolean;
}

/**
 * Writers of the answers: the offline reader without faults; the sloppy writer; or the labels of a story in stories/labels, with the
 * offline reader for other stories.
 */
export const WRITERS = ["plain", "sloppy", "labelled"] as const;
export type WriterName = (typeof WRITERS)[number];

export interface SimulateOptions
  extends ServerOptions,
    Pick<ModelServerOptions, "requestsPerMinute" | "requestsPerDay" | "windowMs" | "profile" | "imagen"> {
  /** Selects failing calls, refused subjects, and the sloppy writer's slips. */
  seed: number;
  /** ISO date: models retired by then answer 404, and prices are of that date. */
  today: string;
  writer: WriterName;
}

/** Prints counts of requests and charges when it ends. */
export async function simulateGoogle({ tls, today, writer, ...options }: SimulateOptions): Promise<void> {
  const sloppy = sloppyWriter({ seed: options.seed });
  const answers: Record<WriterName, () => Answerer> = {
    plain: offlineAnswers,
    sloppy: () => sloppy.answer,
    labelled: () => labelledAnswers(allLabelledStories(), offlineAnswers()),
  };
  const server = await startModelServer({
    ...{ offers: catalogOffers(today), ...options },
    answer: answers[writer](),
    ...(tls ? { tls: localCertificate() } : {}),
  });
  const summary = () =>
    JSON.stringify({ ...server.counts(), ...(writer === "sloppy" && { slips: sloppy.slips() }) });
  await serveUntilSignal(server, summary, { tls, variables: "GEMINI_API_KEY=test", vertexProject: "local" });
}

export async function record({ tls, port }: ServerOptions, folder: string, upstream: string): Promise<void> {
  const secure = tls ? { tls: localCertificate() } : {};
  const recorder = await startRecorder({ port, folder, upstream, ...secure });
  const summary = () => `${recorder.count()} answers recorded in ${folder}`;
  await serveUntilSignal(recorder, summary, { tls, variables: undefined, vertexProject: undefined });
}

export async function replay({ tls, port }: ServerOptions, folder: string): Promise<void> {
  const secure = tls ? { tls: localCertificate() } : {};
  const recorder = await startRecorder({ port, folder, ...secure });
  const summary = () => `${recorder.count()} answers replayed from ${folder}`;
  await serveUntilSignal(recorder, summary, {
    tls,
    variables: "GEMINI_API_KEY=test",
    vertexProject: "local",
  });
}

interface Told {
  tls: boolean;
  /** Variables besides the address; undefined if users have a key of their own. */
  variables: string | undefined;
  /** The project that the simulated Vertex AI knows; undefined if users have their own, with credentials. */
  vertexProject: string | undefined;
}

async function serveUntilSignal(
  server: RunningService & { url: string },
  summary: () => string,
  { tls, variables, vertexProject }: Told,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "mekuri-models-"));
  try {
    const lead = tls
      ? [
          `NODE_EXTRA_CA_CERTS=${CERTIFICATE_PATH} VERTEX_BASE_URL=${server.url}`,
          ...(vertexProject === undefined
            ? []
            : [
                `VERTEX_PROJECT=${vertexProject}`,
                `GOOGLE_APPLICATION_CREDENTIALS=${writeLocalCredentials(folder, server.url)}`,
              ]),
        ]
      : [...(variables === undefined ? [] : [variables]), `GEMINI_BASE_URL=${server.url}`];
    process.stdout.write(`${lead.join(" ")}\n`);
    await untilSignal();
    process.stdout.write(`${summary()}\n`);
    await server.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
}
