// The public API of sessions: the function `manga`. Each part serves its routes on the same app.

import type { EstimateReader } from "../models/story-reader.ts";
import type { ArtistVocabulary } from "../models/vocabulary.ts";
import type { Erasers } from "../pipeline/deletion.ts";
import type { RevisionCommands } from "../pipeline/revisions.ts";
import type { Services } from "../pipeline/services.ts";
import type { SessionCommands } from "../pipeline/session.ts";
import type { AddressSigner } from "./address-signer.ts";
import { createBaseApp, type Gate } from "./base-app.ts";
import type { PeopleStore } from "./book-people.ts";
import type { CommentStore } from "./comments.ts";
import { serveComparison } from "./compare-models.ts";
import type { EventReader } from "./event-reader.ts";
import type { GenerationSettings } from "./generation.ts";
import type { Api } from "./identity.ts";
import type { Moderation } from "./moderation.ts";
import type { OperatorRecords } from "./operate/operator-records.ts";
import { serveContent } from "./operate/serve-content.ts";
import { serveOperate } from "./operate/serve-operate.ts";
import { serveService } from "./operate/serve-service.ts";
import { readingQueue } from "./reading-queue.ts";
import { serveRevisions } from "./revise-sessions.ts";
import { lazyRouteTable } from "./route-table.ts";
import { serveCapabilities } from "./serve-capabilities.ts";
import { serveComments } from "./serve-comments.ts";
import { serveDocs } from "./serve-docs.ts";
import { serveExports } from "./serve-exports.ts";
import { serveFonts } from "./serve-fonts.ts";
import { serveFrames } from "./serve-frames.ts";
import { serveLetterEdits } from "./serve-letter-edits.ts";
import { serveLibrary } from "./serve-library.ts";
import { servePages } from "./serve-pages.ts";
import { servePeople } from "./serve-people.ts";
import { servePictures } from "./serve-pictures.ts";
import { serveReports, suspensionCheck } from "./serve-reports.ts";
import { serveResults } from "./serve-results.ts";
import { serveSessions } from "./serve-sessions.ts";
import { serveShared } from "./serve-shared.ts";
import { serveSheets } from "./serve-sheets.ts";
import { serveUsage } from "./serve-usage.ts";
import { serveVocabulary } from "./serve-vocabulary.ts";
import { sessionAccess } from "./session-access.ts";
import type { Library, SessionReader } from "./session-reader.ts";
import { serveReadings } from "./story-reading.ts";
import { serveStories } from "./story-route.ts";
import { serveEstimates } from "./studio-estimate.ts";
import { serveLettering } from "./studio-lettering.ts";
import type { UsageReader } from "./usage-reader.ts";
import type { WebhookSecrets } from "./webhook-secrets.ts";
import type { WebhookRules } from "./webhook-url.ts";

export interface ApiParts {
  gate: Gate;
  commands: SessionCommands;
  revisions: RevisionCommands;
  services: Services;
  sessions: SessionReader & Library;
  people: PeopleStore;
  comments: CommentStore;
  events: EventReader;
  usage: UsageReader;
  moderation: Moderation;
  records: OperatorRecords;
  signer: AddressSigner;
  erasers: Erasers;
  webhooks: WebhookRules & WebhookSecrets;
  settings?: GenerationSettings | undefined;
  /** Loaded when the first story is read. */
  reader: () => Promise<EstimateReader>;
  /** The offline artist's; loaded with the first request for it. */
  vocabulary: () => Promise<ArtistVocabulary>;
  /** An unguessable token, for a book that is opened to others or for an invitation. */
  newToken: () => string;
}

export function createApi(parts: ApiParts): Api {
  const { gate, revisions, services, sessions } = parts;
  const { app, limits } = createBaseApp(gate);
  app.use(suspensionCheck(parts.moderation));
  const readOwn = sessionAccess({
    ...{ sessions, people: parts.people, ledger: services.ledger },
    routes: lazyRouteTable(app),
  });
  const readings = readingQueue(parts.reader);
  serveSessions(app, {
    ...parts,
    ...{ limits, readings, readOwn, schedules: services.schedules, audit: gate.audit },
  });
  const { schedules } = services;
  serveRevisions(app, { ...parts, limits, schedules, readOwn });
  serveResults(app, { ...parts, blobs: services.blobs, readOwn });
  serveExports(app, { ...parts, limits, readOwn });
  serveLibrary(app, { ...parts, limits, readOwn });
  serveShared(app, parts);
  serveReports(app, { ...parts, limits, audit: gate.audit });
  serveCapabilities(app, parts);
  serveVocabulary(app, parts);
  serveUsage(app, parts);
  serveEstimates(app, { ...parts, readings });
  serveReadings(app, { ...parts, limits, readings });
  serveComparison(app, { ...parts, readings });
  serveLettering(app, { sessions, blobs: services.blobs, revisions, readOwn });
  serveStories(app, { stories: services.stories, limits, readOwn });
  serveFonts(app, { ...parts, limits, readOwn });
  serveFrames(app, { ...parts, limits, schedules, readOwn });
  serveLetterEdits(app, { ...parts, limits, readOwn });
  servePages(app, { ...parts, blobs: services.blobs, limits, readOwn });
  servePictures(app, { ...parts, limits, readOwn });
  serveSheets(app, { revisions, limits, readOwn });
  serveOperate(app, parts);
  serveContent(app, parts);
  serveService(app, { ...parts, limits: parts.settings?.service, audit: gate.audit });
  serveComments(app, { ...parts, schedules, readOwn });
  servePeople(app, {
    ...parts,
    ledger: services.ledger,
    schedules,
    readOwn,
    now: Date.now,
  });
  serveDocs(app);
  return app;
}
