// The schemas of the routes that request a file of a finished book and return its URL.
import { z } from "@hono/zod-openapi";
import { ExportFormatSchema } from "../manga/export-formats.ts";
import { apiRoute, body, json, problem, SESSION_PATH, SESSION_PROBLEMS, SessionPath } from "./route-parts.ts";

const ExportRequestSchema = z.strictObject({ format: ExportFormatSchema }).openapi("ExportRequest");

const ExportStateSchema = z
  .object({
    sessionId: z.string(),
    format: ExportFormatSchema,
    /** `running`: wait for `exports` in the session's document. */
    state: z.enum(["running", "done"]),
    links: z.object({ file: z.string() }),
  })
  .openapi("ExportState");

export const exportRoute = apiRoute({
  method: "post",
  path: `${SESSION_PATH}/export`,
  request: { params: SessionPath, body: body(ExportRequestSchema) },
  responses: {
    200: json(ExportStateSchema, "The file exists already."),
    202: json(ExportStateSchema, "The file is being made; the session's document shows when it is ready."),
    ...SESSION_PROBLEMS,
    409: problem("The book is not finished, or the session was cancelled."),
  },
});

const ExportFileSchema = z.object({
  name: z.string(),
  url: z.string(),
  bytes: z.int().nonnegative(),
});

const ExportSchema = z
  .object({
    format: ExportFormatSchema,
    contentType: z.string(),
    /** URL of the file; absent for formats that are a folder of several files. */
    url: z.string().optional(),
    /** Total size of all files. */
    bytes: z.int().nonnegative(),
    files: z.array(ExportFileSchema),
    /** When the first of the addresses expires. */
    expiresAt: z.iso.datetime(),
  })
  .openapi("Export");
export type Export = z.infer<typeof ExportSchema>;

export const exportFileRoute = apiRoute({
  method: "get",
  path: `${SESSION_PATH}/exports/{format}`,
  request: { params: SessionPath.extend({ format: ExportFormatSchema }) },
  responses: {
    200: json(ExportSchema, "Signed addresses: they open the files without a token until they expire."),
    404: problem("No such session, or this format of the current book was never requested."),
    409: problem("The book is not finished, or the file is still being made or could not be made."),
  },
});

export const archiveRoute = apiRoute({
  method: "get",
  path: `${SESSION_PATH}/files.zip`,
  request: { params: SessionPath },
  responses: {
    200: {
      description: "All files of the current book in one zip, which is made while it is sent.",
      content: { "application/zip": { schema: z.string().openapi({ type: "string", format: "binary" }) } },
    },
    ...SESSION_PROBLEMS,
    409: problem("The book is not finished."),
  },
});
