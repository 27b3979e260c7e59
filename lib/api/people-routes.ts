// The routes for the people of a book: invitations, roles, and the books of which one is a member.
import { z } from "@hono/zod-openapi";
import { ClientSessionSchema } from "../pipeline/client-documents.ts";
import { MOST_OPENINGS } from "../pipeline/schedule.ts";
import { LONGEST_HOURS, MOST_INVITES, MOST_MEMBERS, MOST_USES } from "./book-people.ts";
import { MemberRoleSchema, RoleSchema } from "./roles.ts";
import { apiRoute, body, json, problem, SESSION_PATH, SESSION_PROBLEMS, SessionPath } from "./route-parts.ts";

const Role = MemberRoleSchema.describe(
  "`reader` sees the book, its files and comments; `commenter` also writes comments; `editor` also sees its timeline and versions, changes its words and lettering, has files made, and has pictures drawn up to the limit of `…/people/limit`.",
);
/** A thousand dollars. */
const MOST_LIMIT_MICROS = 1_000_000_000;

const Id = z.string().min(1).max(64);

const MemberSchema = z
  .object({ memberId: z.string(), role: Role, name: z.string().optional(), joinedAt: z.iso.datetime() })
  .openapi("Member");

const InviteSchema = z
  .object({
    inviteId: z.string(),
    role: Role,
    expiresAt: z.iso.datetime(),
    usesLeft: z.int().positive(),
  })
  .openapi("Invite");

const Micros = z.int().nonnegative().max(MOST_LIMIT_MICROS);

const EditorsLimitSchema = z
  .object({ limitMicros: Micros, spentMicros: z.int().nonnegative() })
  .describe("What all editors together may spend on pictures, and have spent, in millionths of a dollar.");

const OperatorsAccessSchema = z
  .object({
    supportUntil: z.iso.datetime().optional().describe("Until when the owner lets operators read the book."),
    openings: z
      .array(z.object({ at: z.iso.datetime(), reason: z.string() }))
      .max(MOST_OPENINGS)
      .describe("Operators opened the book without being asked to: when and why."),
  })
  .openapi("OperatorsAccess");

export const peopleRoute = apiRoute({
  method: "get",
  path: `${SESSION_PATH}/people`,
  request: { params: SessionPath },
  responses: {
    200: json(
      z
        .object({
          members: z.array(MemberSchema).max(MOST_MEMBERS),
          invites: z.array(InviteSchema).max(MOST_INVITES),
          editors: EditorsLimitSchema,
          operators: OperatorsAccessSchema,
        })
        .openapi("BookPeople"),
      "The people of the book besides its owner, its open invitations, and what operators may read or have opened.",
    ),
    ...SESSION_PROBLEMS,
  },
});

export const inviteRoute = apiRoute({
  method: "post",
  path: `${SESSION_PATH}/people/invites`,
  request: {
    params: SessionPath,
    body: body(
      z
        .strictObject({
          role: Role,
          uses: z.int().min(1).max(MOST_USES).default(1).describe("How many people may accept it."),
          hours: z.int().min(1).max(LONGEST_HOURS).default(168).describe("When it expires."),
        })
        .openapi("InviteRequest"),
    ),
  },
  responses: {
    201: json(
      InviteSchema.extend({ token: z.string() }).openapi("NewInvite"),
      "The invitation. Its `token` is shown only here: pass it on.",
    ),
    409: problem("The book has too many open invitations."),
    ...SESSION_PROBLEMS,
  },
});

export const withdrawRoute = apiRoute({
  method: "delete",
  path: `${SESSION_PATH}/people/invites/{inviteId}`,
  request: { params: SessionPath.extend({ inviteId: Id }) },
  responses: { 204: { description: "The invitation cannot be accepted any more." }, ...SESSION_PROBLEMS },
});

export const editorsLimitRoute = apiRoute({
  method: "put",
  path: `${SESSION_PATH}/people/limit`,
  request: {
    params: SessionPath,
    body: body(
      z
        .strictObject({ limitMicros: Micros.describe("What they have spent counts towards it. At first 0.") })
        .openapi("EditorsLimitRequest"),
    ),
  },
  responses: { 200: json(EditorsLimitSchema, "The limit now."), ...SESSION_PROBLEMS },
});

export const changeRoleRoute = apiRoute({
  method: "patch",
  path: `${SESSION_PATH}/people/{memberId}`,
  request: {
    params: SessionPath.extend({ memberId: Id }),
    body: body(z.strictObject({ role: Role }).openapi("RoleRequest")),
  },
  responses: { 200: json(MemberSchema, "The member now."), ...SESSION_PROBLEMS },
});

export const removeRoute = apiRoute({
  method: "delete",
  path: `${SESSION_PATH}/people/{memberId}`,
  request: { params: SessionPath.extend({ memberId: Id }) },
  responses: { 204: { description: "The person is not a member any more." }, ...SESSION_PROBLEMS },
});

export const leaveRoute = apiRoute({
  method: "delete",
  path: `${SESSION_PATH}/membership`,
  request: { params: SessionPath },
  responses: {
    204: { description: "You are not a member of the book any more." },
    409: problem("The book is yours."),
    ...SESSION_PROBLEMS,
  },
});

export const membershipRoute = apiRoute({
  method: "get",
  path: `${SESSION_PATH}/membership`,
  request: { params: SessionPath },
  responses: {
    200: json(
      z
        .object({
          role: RoleSchema,
          name: z.string().optional(),
          maySpendMicros: z
            .int()
            .nonnegative()
            .optional()
            .describe("For an editor: what editors may still spend on pictures."),
          author: z.string().describe("The id by which your comments and changes are listed."),
        })
        .openapi("Membership"),
      "Your role on the book.",
    ),
    ...SESSION_PROBLEMS,
  },
});

export const acceptRoute = apiRoute({
  method: "post",
  path: "/api/v1/manga/invites/accept",
  request: {
    body: body(
      z
        .strictObject({
          token: z.string().min(1).max(256),
          name: z.string().trim().min(1).max(60).optional().describe("How the owner sees you."),
        })
        .openapi("AcceptRequest"),
    ),
  },
  responses: {
    200: json(
      z.object({ sessionId: z.string(), role: Role }).openapi("Accepted"),
      "You are a member of the book.",
    ),
    409: problem("The book is yours, or it has too many people."),
  },
});

export const membershipsRoute = apiRoute({
  method: "get",
  path: "/api/v1/manga/memberships",
  responses: {
    200: json(
      z
        .object({
          books: z
            .array(
              z.object({
                sessionId: z.string(),
                title: z.string(),
                status: ClientSessionSchema.shape.status,
                role: Role,
              }),
            )
            .max(100),
        })
        .openapi("Memberships"),
      "The books of others of which you are a member, at most 100.",
    ),
  },
});
