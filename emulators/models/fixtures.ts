// Recorded answers of a model server as files, one for each different request, with nothing in them that opens anything: no header,
// no key, no token, no project.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import type { IncomingHttpHeaders } from "node:http";
import { join } from "node:path";
import * as z from "zod";

const AnswerSchema = z.strictObject({ status: z.int(), body: z.unknown() });
export type RecordedAnswer = z.infer<typeof AnswerSchema>;

const FixtureSchema = z.strictObject({
  request: z.strictObject({ method: z.string(), path: z.string(), body: z.unknown() }),
  /** In the order in which the same request was answered. */
  answers: z.array(AnswerSchema).min(1),
});
type Fixture = z.infer<typeof FixtureSchema>;

export interface IncomingCall {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** A request as a fixture knows it: the same for every key and every project. */
export interface ScrubbedCall {
  request: Fixture["request"];
  /** Names its file. */
  name: string;
  /** Takes the call's secrets out of a text of the server's. */
  scrub(text: string): string;
}

/** Shorter ones stand in ordinary words. */
const LEAST_SECRET = 4;

export function scrubbed({ method, url, headers, body }: IncomingCall): ScrubbedCall {
  const { pathname, searchParams } = new URL(url, "http://localhost");
  const project = /\/projects\/([^/]+)\//.exec(pathname)?.[1];
  const found = [
    ...[headers["x-goog-api-key"], headers["x-goog-user-project"]].flat(),
    ...[headers.authorization?.replace(/^Bearer\s+/i, ""), searchParams.get("key") ?? undefined, project],
  ];
  const secrets = found.filter((secret) => secret !== undefined && secret.length >= LEAST_SECRET);
  const scrub = (text: string) =>
    secrets.reduce((clean: string, secret) => clean.replaceAll(secret ?? "", "REDACTED"), text);
  const path = pathname.replace(
    /\/projects\/[^/]+\/locations\/[^/]+\//,
    "/projects/PROJECT/locations/LOCATION/",
  );
  const request = { method, path: scrub(path), body: parsedOr(scrub(body)) };
  const name = createHash("sha256").update(JSON.stringify(request)).digest("hex").slice(0, 32);
  return { request, name, scrub };
}

export interface Fixtures {
  /** Keeps an answer; the first one to a request in this run takes the place of what earlier runs kept. */
  keep(call: ScrubbedCall, answer: { status: number; text: string }): void;
  /** The next answer to this request, the last one again when all were given; undefined where it was never recorded. */
  next(call: ScrubbedCall): RecordedAnswer | undefined;
}

export function openFixtures(folder: string): Fixtures {
  mkdirSync(folder, { recursive: true });
  const kept = new Set<string>();
  const given = new Map<string, number>();
  const pathOf = (name: string) => join(folder, `${name}.json`);
  const read = (name: string): Fixture | undefined =>
    existsSync(pathOf(name))
      ? FixtureSchema.parse(JSON.parse(readFileSync(pathOf(name), "utf8")))
      : undefined;
  return {
    keep({ request, name, scrub }, { status, text }) {
      const before = kept.has(name) ? (read(name)?.answers ?? []) : [];
      kept.add(name);
      const fixture = { request, answers: [...before, { status, body: parsedOr(scrub(text)) }] };
      writeFileSync(`${pathOf(name)}.new`, `${JSON.stringify(fixture, null, 1)}\n`);
      renameSync(`${pathOf(name)}.new`, pathOf(name));
    },
    next({ name }) {
      const answers = read(name)?.answers ?? [];
      const at = given.get(name) ?? 0;
      given.set(name, at + 1);
      return answers[Math.min(at, answers.length - 1)];
    },
  };
}

/** JSON as it is, whatever else as text. */
function parsedOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
