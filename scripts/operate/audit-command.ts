// Records an operator's command that changes data in the cloud as an entry of Cloud Logging, before the command changes anything: a
// command that cannot be recorded is not run. A command on this machine's own service is not recorded, because it has no operator but you.
// https://cloud.google.com/logging/docs/reference/v2/rest/v2/entries/write
import { type AuditEvent, auditLine } from "../../lib/api/audit.ts";
import { FailureError } from "../command/command.ts";
import { isCloud } from "../serve/open-stores.ts";

type CommandEvent = Omit<Extract<AuditEvent, { event: "operator-command" }>, "event">;

interface Recorder {
  environment: NodeJS.ProcessEnv;
  fetch: typeof fetch;
  /** Headers that identify the account. */
  headers: () => Promise<Headers>;
}

const ADDRESS = "https://logging.googleapis.com/v2/entries:write";
const TIMEOUT_MS = 10_000;

const GOOGLE: Recorder = {
  environment: process.env,
  fetch,
  headers: async () => (await import("../../lib/cloud/google-account.ts")).accountHeaders(),
};

/** Throws `FailureError` if the entry was not written. */
export async function auditCommand(command: CommandEvent, to: Recorder = GOOGLE): Promise<void> {
  if (!isCloud(to.environment)) return;
  const { severity, message, fields } = auditLine({ event: "operator-command", ...command });
  const project = to.environment.GOOGLE_CLOUD_PROJECT;
  const body = {
    logName: `projects/${project}/logs/mekuri-audit`,
    resource: { type: "global" },
    entries: [{ severity, labels: { audit: fields.audit }, jsonPayload: { message, ...fields } }],
  };
  try {
    const headers = await to.headers();
    headers.set("content-type", "application/json");
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const answer = await to.fetch(ADDRESS, { method: "POST", headers, body: JSON.stringify(body), signal });
    if (!answer.ok) throw new Error(`Cloud Logging answers ${answer.status}`);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new FailureError(
      `the command was not recorded in the audit, so nothing was changed: ${why}; it needs the role roles/logging.logWriter`,
      { cause },
    );
  }
}
