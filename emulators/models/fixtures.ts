// Recorded answers of a model server, one file for each distinct request. Files contain no credentials: no headers, keys, tokens or
// project ids.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import type { IncomingHttpHeaders } from "node:http";
import { join } from "node:path";
import * as z from "zod";

const AnswerSchema = z.strictObject({ status: z.int(), body: z.unknown() });
export type RecordedAnswer = z.infer<typeof AnswerSchema>;

const FixtureSchema = z.strictObject({
  request: z.strictObject({ method: z.string(), path: z.string(), body: z.unknown() }),
  /** The answers to one request, in order. */
  answers: z.array(AnswerSchema).min(1),
});
type Fixture = z.infer<typeof FixtureSchema>;

export interface IncomingCall {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** A request without key and project, so that it is equal for every account. */
export interface ScrubbedCall {
  request: Fixture["request"];
  /** Hash of the request, which is the file's name. */
  name: string;
  /** Removes the call's secrets from the server's text. */
  scrub(text: string): string;
}

/** Shorter secrets are not removed, because they occur in ordinary words. */
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
  /** Stores an answer. The first answer to a request in this run replaces the stored answers of earlier runs. */
  keep(call: ScrubbedCall, answer: { status: number; text: string }): void;
  /** The next answer to this request. After the last one it is repeated. Undefined if the request was never recorded. */
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

/** Parsed JSON, or text. */
function parsedOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
