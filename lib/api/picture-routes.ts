// The schemas of the routes that change one panel's picture: editing an area by an instruction, replacing the prompt, adding reference
// pictures, and marking it as kept for the final drawing.
import { z } from "@hono/zod-openapi";
import {
  MOST_INSTRUCTION,
  MOST_OWN_REFERENCES,
  MOST_PROMPT,
  MOST_TAKES,
} from "../pipeline/picture-wishes.ts";
import { ReferenceUseSchema } from "../pipeline/reference.ts";
import { changeDoesNotFit, conflict, REVISED, revised, versionConflict } from "./feedback-routes.ts";
import { PictureSchema } from "./pictures.ts";
import {
  apiRoute,
  body,
  ChangeHeaders,
  CountedFromOne,
  json,
  NO_FIELDS,
  PanelId,
  SESSION_PATH,
  SESSION_PROBLEMS,
  SessionPath,
} from "./route-parts.ts";

const PANEL_PATH = `${SESSION_PATH}/pages/{page}/panels/{panelId}` as const;
const PanelPath = SessionPath.extend({ page: CountedFromOne, panelId: PanelId });
/** A pair as an array with length limits, because OpenAPI cannot describe `RegionSchema`'s tuple. */
const Corner = z
  .array(z.number().min(0).max(1))
  .min(2)
  .max(2)
  .openapi({ type: "array", minItems: 2, maxItems: 2, items: { type: "number", minimum: 0, maximum: 1 } });
const Corners = z.array(Corner).min(3).max(64);
const UseSchema = ReferenceUseSchema.describe(
  "What it is for: the pose, somebody in the picture, its place, or a thing in it.",
);
// Twice the accepted size, so that the error can state the picture's size.
const Image = z.base64().max(1_400_000);
const CHANGED = { ...SESSION_PROBLEMS, 409: conflict, 412: versionConflict, 422: changeDoesNotFit };

export const editPictureRoute = apiRoute({
  method: "post",
  path: `${PANEL_PATH}/edit`,
  request: {
    headers: ChangeHeaders,
    params: PanelPath,
    body: body(
      z
        .strictObject({
          instruction: z
            .string()
            .trim()
            .min(1)
            .max(MOST_INSTRUCTION)
            .describe(
              "What to change in the picture; the rest stays. The result is a new take; `redraw` with `take` goes back.",
            ),
          region: Corners.optional().describe(
            "Corners of the area that may change, as shares of the art's width and height. Absent: the whole picture.",
          ),
          takes: z
            .int()
            .min(1)
            .max(MOST_TAKES)
            .optional()
            .describe(
              "How many pictures to make; `redraw` with `take` and `pick` chooses among them. Default: 1.",
            ),
        })
        .openapi("PictureEdit"),
    ),
  },
  responses: {
    202: json(
      z
        .object({
          ...REVISED,
          /** The step that makes the picture. */
          step: z.string(),
        })
        .openapi("PictureEditTaken"),
      "Accepted: the panel is drawn and its page lettered again; every other picture stays.",
    ),
    ...CHANGED,
  },
});

export const readPromptRoute = apiRoute({
  method: "get",
  path: `${PANEL_PATH}/prompt`,
  request: { params: PanelPath },
  responses: {
    200: json(
      z
        .object({
          prompt: z.string().describe("Empty if no model was asked yet."),
          own: z.boolean().describe("Whether you wrote it."),
          references: z
            .array(z.object({ role: z.string(), step: z.string(), sha256: z.string() }))
            .describe("The reference pictures that were sent, in order; yours have the role `own`."),
          ownReferences: z
            .array(PictureSchema.extend({ use: UseSchema }))
            .describe("The reference pictures that you added to this panel, in your order."),
          model: z.string().nullable(),
          size: z.string().nullable(),
          notices: z.array(z.string()),
          artist: z
            .object({
              readsPrompt: z
                .boolean()
                .describe(
                  "Whether it draws from a prompt. The offline artist draws from the storyboard's fields.",
                ),
              editsPictures: z.boolean().describe("Whether it can change a part of a picture."),
              references: z
                .object({ people: z.int().nonnegative(), things: z.int().nonnegative() })
                .describe("The most reference pictures of one request."),
              ownReferences: z
                .int()
                .nonnegative()
                .describe("How many of them you may add to a panel; 0: it takes none of yours."),
            })
            .describe("What the session's artist can do."),
          found: z
            .array(z.string())
            .optional()
            .describe(
              "Faults that the picture check found in the model's picture. Absent if it was not checked.",
            ),
        })
        .openapi("PanelPrompt"),
      "The request for the panel's picture.",
    ),
    ...SESSION_PROBLEMS,
  },
});

export const changePromptRoute = apiRoute({
  method: "put",
  path: `${PANEL_PATH}/prompt`,
  request: {
    headers: ChangeHeaders,
    params: PanelPath,
    body: body(
      z
        .strictObject({
          prompt: z
            .string()
            .trim()
            .min(1)
            .max(MOST_PROMPT)
            .describe(
              "Replaces the generated prompt of this panel until it is deleted. The panel is drawn from it.",
            ),
        })
        .openapi("OwnPrompt"),
    ),
  },
  responses: { 200: revised, ...CHANGED },
});

export const resetPromptRoute = apiRoute({
  method: "delete",
  path: `${PANEL_PATH}/prompt`,
  request: { headers: ChangeHeaders, params: PanelPath, body: NO_FIELDS },
  responses: { 200: revised, ...CHANGED },
});

export const giveReferencesRoute = apiRoute({
  method: "put",
  path: `${PANEL_PATH}/references`,
  request: {
    headers: ChangeHeaders,
    params: PanelPath,
    body: body(
      z
        .strictObject({
          references: z
            .array(
              z
                .strictObject({
                  use: UseSchema,
                  image: Image.optional().describe(
                    "A new picture: a PNG, JPEG or WebP of at most 512 KB, in base64. It is scaled down to 1,200 pixels a side.",
                  ),
                  hash: z
                    .string()
                    .length(64)
                    .regex(/^[0-9a-f]{64}$/)
                    .optional()
                    .describe("A picture that the panel has already."),
                })
                .refine(
                  ({ image, hash }) => (image === undefined) !== (hash === undefined),
                  "either image or hash",
                ),
            )
            .max(MOST_OWN_REFERENCES)
            .describe("All of the panel's reference pictures, in the order in which they are sent."),
        })
        .openapi("OwnReferences"),
    ),
  },
  responses: { 200: revised, ...CHANGED },
});

export const keepPictureRoute = apiRoute({
  method: "put",
  path: `${PANEL_PATH}/kept`,
  request: {
    params: PanelPath,
    body: body(z.strictObject({ kept: z.boolean() }).openapi("KeptPanel")),
  },
  responses: {
    200: json(z.object({ kept: z.boolean() }), "Stored. Nothing is made again."),
    ...SESSION_PROBLEMS,
  },
});
