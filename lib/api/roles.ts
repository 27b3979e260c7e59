// Roles of people on a book, and the permission that each route of a book needs. `session-access.ts` applies this table to requests.
// `firestore.rules` has the same for listeners. `role-matrix.test.ts` checks every role on every route and listener.
import * as z from "zod";
import { SESSION_PATH } from "./route-parts.ts";

/** Roles that an owner can give, the lowest first. Each may do what the one before it may. */
export const MemberRoleSchema = z.enum(["reader", "commenter", "editor"]);
export type MemberRole = z.infer<typeof MemberRoleSchema>;
export const RoleSchema = z.enum([...MemberRoleSchema.options, "owner"]);
export type Role = z.infer<typeof RoleSchema>;

/**
 * `see`: the book, its pictures, files, comments and progress. `comment`: writes comments. `inspect`: its timeline, versions and storyboards.
 * `letter`: changes of its words and lettering, and further files, none of which calls a model. `draw`: changes that draw, for editors up to
 * the limit that the owner set. `leave`: ends one's own role. `own`: everything else, such as sharing, the story's text, and the people of
 * the book.
 */
export type Permission = "see" | "comment" | "inspect" | "letter" | "draw" | "leave" | "own";

const PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  reader: ["see", "leave"],
  commenter: ["see", "comment", "leave"],
  editor: ["see", "comment", "inspect", "letter", "draw", "leave"],
  owner: ["see", "comment", "inspect", "letter", "draw", "leave", "own"],
};

/** Whether a role includes everything that another one allows. */
export function isAtLeast(role: MemberRole, other: MemberRole): boolean {
  return MemberRoleSchema.options.indexOf(role) >= MemberRoleSchema.options.indexOf(other);
}

export function may(role: Role, permission: Permission): boolean {
  return PERMISSIONS[role].includes(permission);
}

/** By method and path below a session. */
const ROUTES: Readonly<Record<string, Permission>> = {
  "GET ": "see",
  "GET /phase/{phase}": "see",
  "GET /pages": "see",
  "GET /pictures": "see",
  "GET /reader.json": "see",
  "GET /exports/{format}": "see",
  "GET /files.zip": "see",
  "GET /events": "inspect",
  "GET /options": "inspect",
  "GET /versions": "inspect",
  "GET /versions/compare": "inspect",
  "GET /versions/{version}/pages/{page}": "inspect",
  "GET /pages/{page}/storyboard": "inspect",
  "GET /pages/{page}/lettering": "inspect",
  "POST /pages/{page}/lettering/preview": "inspect",
  "POST /lettering/samples": "inspect",
  "POST /pages/{page}/lettering": "letter",
  "PATCH /pages/{page}/balloons/{balloonId}": "letter",
  "PATCH /texts": "letter",
  "POST /export": "letter",
  "GET /comments": "see",
  "GET /membership": "see",
  "POST /pages/{page}/comments": "comment",
  "DELETE /pages/{page}/comments/{commentId}": "comment",
  "DELETE /membership": "leave",
  "PATCH ": "own",
  "DELETE ": "own",
  "POST /cancel": "own",
  "POST /retry": "own",
  "GET /story": "own",
  "POST /feedback": "own",
  "POST /feedback/preview": "own",
  "PATCH /params": "own",
  "POST /reletter": "own",
  "POST /rename": "own",
  "POST /refit": "draw",
  "POST /tier": "own",
  "POST /pages/order": "own",
  "POST /pages/{page}/frames": "draw",
  "PATCH /pages/{page}/storyboard": "own",
  "POST /pages/{page}/panels/{panelId}/redraw": "draw",
  "POST /pages/{page}/panels/{panelId}/swap": "draw",
  "POST /pages/{page}/panels/{panelId}/edit": "draw",
  "GET /pages/{page}/panels/{panelId}/prompt": "draw",
  "PUT /pages/{page}/panels/{panelId}/prompt": "draw",
  "DELETE /pages/{page}/panels/{panelId}/prompt": "draw",
  "PUT /pages/{page}/panels/{panelId}/references": "draw",
  "PUT /pages/{page}/panels/{panelId}/kept": "own",
  "POST /sheets/{sheetId}/redraw": "own",
  "PUT /sheets/{sheetId}/picture": "own",
  "DELETE /sheets/{sheetId}/picture": "own",
  "POST /versions/{version}/restore": "own",
  "GET /people": "own",
  "PUT /people/limit": "own",
  "POST /people/invites": "own",
  "DELETE /people/invites/{inviteId}": "own",
  "PATCH /people/{memberId}": "own",
  "DELETE /people/{memberId}": "own",
};

/** Permissions by route, as `GET /api/v1/manga/sessions/{sessionId}`. */
export const ROUTE_PERMISSIONS: ReadonlyMap<string, Permission> = new Map(
  Object.entries(ROUTES).map(([route, permission]) => [route.replace(" ", ` ${SESSION_PATH}`), permission]),
);
