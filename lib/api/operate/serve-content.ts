// Serves a book to an operator who may read it.
import { storyLanguage } from "../../manga/language.ts";
import { openForOperator, openTo } from "../../pipeline/about.ts";
import { SessionMissingError } from "../../pipeline/schedule-store.ts";
import type { Services } from "../../pipeline/services.ts";
import type { AddressSigner } from "../address-signer.ts";
import type { Api } from "../identity.ts";
import { picturesOf } from "../pictures.ts";
import { ApiProblem } from "../problems.ts";
import { listedPage } from "../serve-results.ts";
import type { SessionReader } from "../session-reader.ts";
import { breakGlassRoute, contentRoute } from "./content-routes.ts";
import type { OperatorRecords } from "./operator-records.ts";

export interface ContentParts {
  services: Services;
  sessions: Pick<SessionReader, "readPages">;
  signer: AddressSigner;
  records: Pick<OperatorRecords, "addAct">;
  now?: () => number;
}

export function serveContent(
  app: Api,
  { services, sessions, signer, records, now = Date.now }: ContentParts,
): void {
  const read = async (sessionId: string) => {
    const schedule = await services.schedules.read(sessionId);
    if (schedule === undefined) throw new SessionMissingError(sessionId);
    return schedule;
  };

  app.openapi(breakGlassRoute, async (context) => {
    const { sessionId } = context.req.valid("param");
    const { reason } = context.req.valid("json");
    const by = context.get("ownerId");
    await read(sessionId);
    await records.addAct({ by, action: "break-glass", sessionId, reason });
    const { about } = await openForOperator(services, { sessionId, by, reason });
    const until = about?.openings?.at(-1)?.until ?? 0;
    return context.json({ until: new Date(until).toISOString() }, 200);
  });

  app.openapi(contentRoute, async (context) => {
    const { sessionId } = context.req.valid("param");
    const schedule = await read(sessionId);
    const opened = openTo(schedule, context.get("ownerId"), now());
    if (opened === undefined) {
      const detail =
        "The owner has not let operators read this book; break the glass with a reason if you must.";
      throw new ApiProblem(403, "content-closed", detail);
    }
    const pictures = picturesOf(signer, sessionId);
    const [story, pages] = await Promise.all([
      services.stories.read(sessionId),
      sessions.readPages(sessionId),
    ]);
    context.header("cache-control", "no-store");
    return context.json(
      {
        ...{
          title: schedule.about?.title ?? schedule.title,
          story,
          language: storyLanguage(schedule.params),
        },
        pages: await Promise.all(pages.map((page) => listedPage(page, pictures))),
        ...{ until: new Date(opened.until).toISOString(), openedBy: opened.by },
        expiresAt: pictures.expiresAt(),
      },
      200,
    );
  });
}
