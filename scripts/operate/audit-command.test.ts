// Operators' commands are recorded in Cloud Logging before they change anything.
import { expect, it } from "vitest";
import * as z from "zod";
import { auditCommand } from "./audit-command.ts";

const SESSION = "0b6f2a3c-1d2e-4f5a-8b9c-0d1e2f3a4b5c";

function recorder(status: number, environment: NodeJS.ProcessEnv = { GOOGLE_CLOUD_PROJECT: "mekuri-prod" }) {
  const sent: { url: string; authorization: string | null; body: unknown }[] = [];
  const post: typeof fetch = async (url, init) => {
    const authorization = new Headers(init?.headers).get("authorization");
    sent.push({ url: String(url), authorization, body: JSON.parse(z.string().parse(init?.body)) });
    return new Response("{}", { status });
  };
  return {
    sent,
    to: { environment, fetch: post, headers: async () => new Headers({ authorization: "Bearer t" }) },
  };
}

it("writes one entry with the command and the session", async () => {
  const { sent, to } = recorder(200);
  await auditCommand({ command: "redrive", session: SESSION }, to);
  expect(sent).toEqual([
    {
      ...{ url: "https://logging.googleapis.com/v2/entries:write", authorization: "Bearer t" },
      body: {
        ...{ logName: "projects/mekuri-prod/logs/mekuri-audit", resource: { type: "global" } },
        entries: [
          {
            ...{ severity: "WARNING", labels: { audit: "operator-command" } },
            jsonPayload: {
              message: "audit: operator-command",
              ...{ audit: "operator-command", command: "redrive", session: SESSION },
            },
          },
        ],
      },
    },
  ]);
});

it("fails the command if the entry is refused, and says which role is missing", async () => {
  const refused = auditCommand({ command: "migrate-up" }, recorder(403).to);
  await expect(refused).rejects.toThrow(/nothing was changed: Cloud Logging answers 403.*logging\.logWriter/);
});

it("writes nothing for the service of this machine", async () => {
  for (const environment of [
    {},
    { GOOGLE_CLOUD_PROJECT: "demo-mekuri" },
    { GOOGLE_CLOUD_PROJECT: "mekuri-prod", FIRESTORE_EMULATOR_HOST: "127.0.0.1:8080" },
  ]) {
    const { sent, to } = recorder(200, environment);
    await auditCommand({ command: "migrate-up" }, to);
    expect(sent).toEqual([]);
  }
});
