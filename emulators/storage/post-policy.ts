// Uploads by HTML form: `POST /{bucket}` with a policy document, which a service account signed, and the file as the last field.
// https://cloud.google.com/storage/docs/xml-api/post-object-forms
// https://cloud.google.com/storage/docs/authentication/signatures#policy-document
import { verify } from "node:crypto";
import * as z from "zod";
import { checkCustomMetadata, type ObjectAttributes } from "./attributes.ts";
import { type Call, header, readBody, sendEmpty } from "./call.ts";
import { digestOf } from "./checksums.ts";
import { invalid, StorageError, unimplemented } from "./errors.ts";
import { etagOf } from "./resources.ts";
import { ALGORITHM, type Signers } from "./signed-url.ts";
import { checkObjectName, type UploadStores } from "./uploads.ts";

const PolicySchema = z.object({
  expiration: z.iso.datetime({ offset: true }),
  conditions: z.array(
    z.union([z.array(z.union([z.string(), z.number()])), z.record(z.string(), z.string())]),
  ),
});
type Policy = z.infer<typeof PolicySchema>;

/** A form's text fields by lower-case name, and its file. */
interface Form {
  readonly fields: ReadonlyMap<string, string>;
  readonly file: Buffer;
  readonly fileName: string;
}

/** Fields that need no condition. */
const FREE_FIELDS = new Set(["policy", "x-goog-signature", "file"]);

/** A placeholder in a key for the name of the file. */
const FILE_NAME = `$${"{filename}"}`;

interface Access {
  readonly signers: Signers;
  readonly nowMs: number;
}

/** Stores a form's file. Throws 403 unless the policy is signed, has not expired, and allows the form. */
export async function postForm(
  call: Call,
  bucket: string,
  access: Access,
  stores: UploadStores,
): Promise<void> {
  const form = await readForm(call);
  const { fields, file } = form;
  if (!fields.has("policy")) throw denied("The form has no policy, and anonymous callers have no access.");
  checkSigned(fields, access.signers);
  checkPolicy(policyOf(fields), { bucket, form, nowMs: access.nowMs });
  for (const field of ["acl", "success_action_redirect", "x-goog-encryption-key"]) {
    if (fields.has(field)) throw unimplemented(`form field ${field}`);
  }
  stores.buckets.get(bucket);
  const name = checkObjectName(required(fields, "key").replaceAll(FILE_NAME, form.fileName));
  const attributes = attributesOf(fields);
  checkCustomMetadata(attributes);
  const digest = digestOf(file);
  stores.blobs.put(digest.sha256, file);
  const object = stores.objects.write({ bucket, name, digest, attributes, preconditions: {} });
  const wanted = Number(fields.get("success_action_status"));
  sendEmpty(call, [200, 201].includes(wanted) ? wanted : 204, { etag: `"${etagOf(object)}"` });
}

async function readForm(call: Call): Promise<Form> {
  const type = header(call, "content-type") ?? "";
  if (!/^multipart\/form-data\b/i.test(type)) throw invalid("A form must be sent as multipart/form-data.");
  const body = await readBody(call);
  const sent = await new Response(new Uint8Array(body), { headers: { "content-type": type } })
    .formData()
    .catch(() => {
      throw invalid("Malformed multipart body.");
    });
  const fields = new Map<string, string>();
  for (const [name, value] of sent) if (typeof value === "string") fields.set(name.toLowerCase(), value);
  const file = sent.get("file");
  if (file === null) throw invalid("The form has no file.");
  // The content may also be a field without a file name.
  if (typeof file === "string") return { fields, file: Buffer.from(file), fileName: "" };
  return { fields, file: Buffer.from(await file.arrayBuffer()), fileName: file.name };
}

function required(fields: Form["fields"], name: string): string {
  const value = fields.get(name);
  if (value === undefined) throw invalid(`The form has no field ${name}.`);
  return value;
}

function checkSigned(fields: Form["fields"], signers: Signers): void {
  const algorithm = required(fields, "x-goog-algorithm");
  if (algorithm !== ALGORITHM) throw unimplemented(`signing algorithm ${algorithm}`);
  const [email = ""] = required(fields, "x-goog-credential").split("/");
  const key = signers.get(email);
  const signature = Buffer.from(required(fields, "x-goog-signature"), "hex");
  const policy = Buffer.from(required(fields, "policy"));
  if (key !== undefined && verify("RSA-SHA256", policy, key, signature)) return;
  throw new StorageError({
    status: 403,
    reason: "forbidden",
    code: "SignatureDoesNotMatch",
    message: "The policy's signature does not match, or its signer is not known to this emulator.",
  });
}

function policyOf(fields: Form["fields"]): Policy {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(required(fields, "policy"), "base64").toString());
  } catch {
    throw invalid("The policy is not JSON in base64.");
  }
  const parsed = PolicySchema.safeParse(value);
  if (!parsed.success) throw invalid(`Invalid policy document: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

interface Upload {
  readonly bucket: string;
  readonly form: Form;
  readonly nowMs: number;
}

function checkPolicy({ expiration, conditions }: Policy, { bucket, form, nowMs }: Upload): void {
  if (nowMs >= Date.parse(expiration)) throw denied("The policy has expired.");
  const named = new Set<string>();
  const fieldOf = (name: string) => (name === "bucket" ? bucket : (form.fields.get(name) ?? ""));
  for (const [operator, subject, wanted] of conditions.flatMap(normalized)) {
    if (operator === "content-length-range") {
      if (form.file.length >= Number(subject) && form.file.length <= Number(wanted)) continue;
      throw sizeRefused(form.file.length, Number(subject), Number(wanted));
    }
    const name = String(subject).replace(/^\$/, "").toLowerCase();
    named.add(name);
    const holds = operator === "eq" ? fieldOf(name) === wanted : fieldOf(name).startsWith(String(wanted));
    if (operator !== "eq" && operator !== "starts-with") throw invalid(`Unknown condition "${operator}".`);
    if (!holds) throw denied(`The condition ["${operator}", "$${name}", "${wanted}"] does not hold.`);
  }
  const extra = [...form.fields.keys()].find(
    (name) => !named.has(name) && !FREE_FIELDS.has(name) && !name.startsWith("x-ignore-"),
  );
  if (extra !== undefined) throw denied(`The policy has no condition for the field ${extra}.`);
}

/** `{"a": "b"}` is short for `["eq", "$a", "b"]`. */
function normalized(condition: Policy["conditions"][number]): (readonly (string | number)[])[] {
  if (Array.isArray(condition)) return [condition];
  return Object.entries(condition).map(([name, value]) => ["eq", `$${name}`, value]);
}

function attributesOf(fields: Form["fields"]): ObjectAttributes {
  const metadata = [...fields].flatMap(([name, value]) =>
    name.startsWith("x-goog-meta-") ? [[name.slice("x-goog-meta-".length), value]] : [],
  );
  const optional = {
    cacheControl: fields.get("cache-control"),
    contentDisposition: fields.get("content-disposition"),
    contentEncoding: fields.get("content-encoding"),
  };
  return {
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
    ...(metadata.length > 0 ? { metadata: Object.fromEntries(metadata) } : {}),
    contentType: fields.get("content-type") ?? "application/octet-stream",
  };
}

function denied(details: string): StorageError {
  return new StorageError({
    status: 403,
    reason: "forbidden",
    code: "AccessDenied",
    message: "Access denied.",
    elements: [["Details", details]],
  });
}

function sizeRefused(bytes: number, min: number, max: number): StorageError {
  const isLarge = bytes > max;
  return new StorageError({
    status: 400,
    reason: "invalid",
    code: isLarge ? "EntityTooLarge" : "EntityTooSmall",
    message: `The policy takes files of ${min} to ${max} bytes, not ${bytes}.`,
  });
}
