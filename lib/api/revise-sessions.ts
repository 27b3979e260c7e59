// Serves the routes that answer gates, change books and restore earlier versions.
import type { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { storyLanguage } from "../manga/language.ts";
import { isHostedId } from "../manga/model-ids.ts";
import { OPTIONS } from "../pipeline/options.ts";
import { VersionConflictError } from "../pipeline/refusals.ts";
import type { Once, Revised, RevisionCommands } from "../pipeline/revisions.ts";
import { type ScheduleStore, SessionMissingError } from "../pipeline/schedule-store.ts";
import type { SessionCommands } from "../pipeline/session.ts";
import { EditRefusedError } from "../pipeline/step-editor.ts";
import type { WorkRef } from "../pipeline/step-kinds.ts";
import { authorOf, readChange, textEdit } from "./change-request.ts";
import { type ArrangeParts, arrangeComments } from "./comment-places.ts";
import {
  changeParamsRoute,
  changeTextRoute,
  type FeedbackRequestSchema,
  feedbackRoute,
  optionsRoute,
  type PreviewRequestSchema,
  previewRoute,
  redrawRoute,
  retryRoute,
} from "./feedback-routes.ts";
import type { Api, ApiEnv } from "./identity.ts";
import type { Limits } from "./limits.ts";
import { ApiProblem } from "./problems.ts";
import type { ReadOwnedSession } from "./read-owned-session.ts";
import { serveReletter } from "./reletter-route.ts";
import { serveTiers } from "./tier-route.ts";
import { compareVersionsRoute, listVersionsRoute, restoreVersionRoute } from "./version-routes.ts";
import { priceOfChange, wishOf } from "./wish-preview.ts";

export interface RevisionParts {
  commands: SessionCommands;
  revisions: RevisionCommands;
  limits: Pick<Limits, "mostRunning">;
  comments: ArrangeParts["comments"];
  schedules: Pick<ScheduleStore, "read">;
  readOwn: ReadOwnedSession;
}

export function serveRevisions(
  app: Api,
  { commands, revisions, limits, comments, schedules, readOwn }: RevisionParts,
): void {
  serveReletter(app, { revisions, limits, readOwn });
  serveTiers(app, { revisions, limits, readOwn });

  app.openapi(feedbackRoute, async (context) => {
    const { sessionId } = context.req.valid("param");
    const { ownerId: by } = await readOwn(context, sessionId);
    const feedback = context.req.valid("json");
    const change = readChange(context, context.req.valid("header"), feedback);
    const asked = { sessionId, by, ...change, mostRunning: limits.mostRunning(context) };
    return context.json(await answerGate(context, asked, feedback), 200);
  });

  app.openapi(previewRoute, async (context) => {
    const { sessionId } = context.req.valid("param");
    await readOwn(context, sessionId);
    const schedule = await schedules.read(sessionId);
    if (schedule === undefined) throw new SessionMissingError(sessionId);
    const { params } = schedule;
    const body = context.req.valid("json");
    const { "if-match": seen } = context.req.valid("header");
    const asked = { sessionId, seen };
    const preview = await previewOf(asked, body);
    // Several takes are not made in a vendor's batch, because a person waits for them.
    const isAtOnce = body.kind === "redraw" && (body.takes ?? 1) > 1;
    const priced = isAtOnce ? { ...params, slow: undefined } : params;
    return context.json({ sessionId, ...preview, ...priceOfChange(priced, preview.again) }, 200);
  });

  function previewOf(
    asked: { sessionId: string; seen: number | undefined },
    body: z.infer<typeof PreviewRequestSchema>,
  ) {
    switch (body.kind) {
      case "edit":
        return revisions.previewEdit({ ...asked, ...editOf(body) });
      case "frames": {
        const { page, edits, base } = body;
        return revisions.previewFrames({ ...asked, page, edits, base });
      }
      case "lettering": {
        const { page, edits, base } = body;
        return revisions.previewLetterEdits({ ...asked, page, edits, base });
      }
      case "pages":
        return revisions.previewPages({ ...asked, order: body.order, base: body.base });
      case "refit":
        return revisions.previewRefit({ ...asked, panels: body.panels });
      case "redraw": {
        const { page, panel, takes } = body;
        return revisions.previewRedraw({ ...asked, page, panel, takes });
      }
      default:
        return revisions.previewWish({ ...asked, ...wishOf(body) });
    }
  }

  async function answerGate(
    context: Context<ApiEnv>,
    asked: {
      sessionId: string;
      by: string;
      seen: number | undefined;
      once: Once | undefined;
      mostRunning: number | undefined;
    },
    feedback: z.infer<typeof FeedbackRequestSchema>,
  ): Promise<Revised & { sessionId: string }> {
    const { sessionId, by } = asked;
    if (feedback.kind === "words" || feedback.kind === "option") {
      const { previewed } = feedback;
      return { sessionId, ...(await revisions.carryOut({ ...asked, ...wishOf(feedback), previewed })) };
    }
    if (feedback.kind === "edit") {
      const { previewed } = feedback;
      return { sessionId, ...(await revisions.editStep({ ...asked, ...editOf(feedback), previewed })) };
    }
    const { phase, revision } = feedback;
    const { version: current } = await readOwn(context, sessionId);
    if (asked.seen !== undefined && asked.seen !== current) {
      throw new VersionConflictError(asked.seen, current);
    }
    await commands.decideGate({ sessionId, phase, revision, decision: { kind: feedback.kind, by } });
    const { version } = await readOwn(context, sessionId);
    return { sessionId, status: "running", version };
  }

  app.openapi(optionsRoute, async (context) => {
    const { sessionId } = context.req.valid("param");
    const { waiting: gate } = await readOwn(context, sessionId);
    const phase = context.req.valid("query").phase ?? gate?.phase;
    const known = OPTIONS.filter((option) => phase === undefined || option.phase === phase);
    return context.json({ gate, options: await revisions.offeredOptions(sessionId, known) }, 200);
  });

  app.openapi(changeTextRoute, async (context) => {
    const { sessionId, page, balloonId } = context.req.valid("param");
    const body = context.req.valid("json");
    const change = readChange(context, context.req.valid("header"), body);
    await readOwn(context, sessionId);
    const edits = [textEdit({ page, balloonId }, body)];
    const mostRunning = limits.mostRunning(context);
    const revised = await revisions.editTexts({
      ...{ sessionId, ...authorOf(context), ...change, mostRunning, edits },
      bindsOnDemand: true,
    });
    return context.json({ sessionId, ...revised }, 200);
  });

  app.openapi(redrawRoute, async (context) => {
    const { sessionId, page, panelId: panel } = context.req.valid("param");
    const redraw = { page, panel, ...context.req.valid("json") };
    const change = readChange(context, context.req.valid("header"), redraw);
    await readOwn(context, sessionId);
    const mostRunning = limits.mostRunning(context);
    const revised = await revisions.redrawPanel({
      sessionId,
      ...authorOf(context),
      ...change,
      mostRunning,
      ...redraw,
    });
    return context.json({ sessionId, ...revised }, 200);
  });

  app.openapi(changeParamsRoute, async (context) => {
    const { sessionId } = context.req.valid("param");
    const body = context.req.valid("json");
    const { dropPunctuation, ...asked } = body;
    const params = {
      ...asked,
      ...(dropPunctuation === undefined ? {} : { dropPunctuation: dropPunctuation || undefined }),
    };
    const change = readChange(context, context.req.valid("header"), body);
    const { ownerId: by, params: known } = await readOwn(context, sessionId);
    if (
      params.language !== undefined &&
      ![known.language, storyLanguage(known)].includes(params.language) &&
      !isHostedId(known.models.reader)
    ) {
      const message = `language: ${known.models.reader} does not translate`;
      throw new ApiProblem(422, "language-mismatch", message, { field: "language" });
    }
    const mostRunning = limits.mostRunning(context);
    const revised = await revisions.changeParams({ sessionId, by, ...change, mostRunning, params });
    return context.json({ sessionId, ...revised }, 200);
  });

  app.openapi(retryRoute, async (context) => {
    const { sessionId } = context.req.valid("param");
    await readOwn(context, sessionId);
    const mostRunning = limits.mostRunning(context);
    const { budgetMicros } = context.req.valid("json");
    await commands.retrySession(sessionId, { budgetMicros, mostRunning });
    return context.json({ sessionId, status: "running" }, 200);
  });

  app.openapi(listVersionsRoute, async (context) => {
    const { sessionId } = context.req.valid("param");
    await readOwn(context, sessionId);
    const listed = await revisions.listVersions(sessionId);
    const versions = listed.map((version) => ({ ...version, at: new Date(version.at).toISOString() }));
    return context.json({ versions }, 200);
  });

  app.openapi(compareVersionsRoute, async (context) => {
    const { sessionId } = context.req.valid("param");
    const { a, b } = context.req.valid("query");
    await readOwn(context, sessionId);
    return context.json({ a, b, ...(await revisions.compareVersions(sessionId, { a, b })) }, 200);
  });

  app.openapi(restoreVersionRoute, async (context) => {
    const { sessionId, version } = context.req.valid("param");
    const change = readChange(context, context.req.valid("header"), undefined);
    const { ownerId: by } = await readOwn(context, sessionId);
    const mostRunning = limits.mostRunning(context);
    const restored = await revisions.restoreVersion({ sessionId, by, ...change, mostRunning, version });
    await arrangeComments({ comments, schedules }, sessionId);
    return context.json({ sessionId, ...restored }, 200);
  });
}

type EditRequest = Extract<z.infer<typeof FeedbackRequestSchema>, { kind: "edit" }>;

function editOf({ phase, revision, patch, page, base }: Omit<EditRequest, "previewed">) {
  const gate = revision === undefined ? undefined : { phase, revision };
  return { step: editedStep(phase, page), patch, base, gate };
}

/** The step whose result a patch of a phase changes. */
function editedStep(
  phase: z.infer<typeof FeedbackRequestSchema>["phase"],
  page: number | undefined,
): WorkRef {
  switch (phase) {
    case "concept":
    case "characters":
    case "plot":
    case "finish":
      if (page !== undefined)
        throw new ApiProblem(422, "invalid-request", `page: ${phase} is for the whole book`, {
          field: "page",
        });
      return { phase, of: "book" };
    case "storyboard":
    case "lettering":
      if (page === undefined)
        throw new ApiProblem(422, "invalid-request", `page: which page of the ${phase}?`, { field: "page" });
      return { phase, of: "page", page };
    case "artwork": {
      const message = "a picture cannot be edited: draw it again, or change its panel in the storyboard";
      throw new EditRefusedError("not-editable", "", message);
    }
  }
}
