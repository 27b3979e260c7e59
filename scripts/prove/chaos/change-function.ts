// Changes finished books for the campaign's users through the functions' own commands, as the API does after authentication.
import * as z from "zod";
import { revisions } from "../../../functions/revisions.ts";
import { commands } from "../../../functions/wiring.ts";
import { canonicalJson, contentHash } from "../../../lib/pipeline/canonical-json.ts";
import { BusyError } from "../../../lib/pipeline/errors.ts";
import { RegionSchema } from "../../../lib/pipeline/picture-wishes.ts";
import { MovedOnError, SessionStateError } from "../../../lib/pipeline/refusals.ts";
import { answerJson, registerFunction } from "../../../lib/registered-functions.ts";
import { reach } from "./current-delivery.ts";

const Panel = { page: z.int(), panel: z.string() };

const WantedSchema = z.discriminatedUnion("kind", [
  z.object({
    ...{ kind: z.literal("edit"), ...Panel },
    ...{ instruction: z.string(), region: RegionSchema.optional(), takes: z.int() },
  }),
  z.object({ kind: z.literal("sheet"), step: z.string() }),
  z.object({ kind: z.literal("scene"), ...Panel }),
  z.object({ kind: z.literal("cancel") }),
  z.object({ kind: z.literal("restore"), version: z.int() }),
]);
export type Wanted = z.infer<typeof WantedSchema>;

const ChangeSchema = z.object({
  ...{ sessionId: z.string(), ownerId: z.string() },
  /** Idempotency key. */
  key: z.string(),
  wanted: WantedSchema,
});
export type CampaignChange = z.infer<typeof ChangeSchema>;

/** `version`: the version that the session makes now; absent for a cancellation. */
export interface Changed {
  version?: number;
}

registerFunction("change", async (request, response) => {
  try {
    const changed = await change(ChangeSchema.parse(request.body));
    reach("answering");
    answerJson(response, 200, changed);
  } catch (error) {
    if (!(error instanceof BusyError) && !(error instanceof MovedOnError)) throw error;
    response.writeHead(503).end();
  }
});

async function change({ sessionId, ownerId: by, key, wanted }: CampaignChange): Promise<Changed> {
  const once = { key: digits(key), request: digits(canonicalJson(wanted)) };
  const asked = { sessionId, by, once };
  switch (wanted.kind) {
    case "edit": {
      const { kind: _edit, ...edit } = wanted;
      return revisions().editPicture({ ...asked, ...edit });
    }
    case "sheet":
      return revisions().redrawSheet({ ...asked, step: wanted.step });
    case "scene":
      return revisions().redrawPanel({ ...asked, page: wanted.page, panel: wanted.panel, scene: true });
    case "restore":
      return revisions().restoreVersion({ ...asked, version: wanted.version });
    case "cancel":
      return cancel(sessionId);
  }
}

async function cancel(sessionId: string): Promise<Changed> {
  try {
    await commands().cancelSession(sessionId);
  } catch (error) {
    // The session had ended before, by itself or by a repeated cancellation.
    if (!(error instanceof SessionStateError)) throw error;
  }
  return {};
}

const digits = (text: string) => contentHash(text).slice(0, 32);
