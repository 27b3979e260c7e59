// Libraries as a function uses them. Each of Google's clients would load megabytes of message classes that nobody asks for, and build
// the codecs of every service of its product: a cold start would pay for all of it.
import { readFile } from "node:fs/promises";
import { relative } from "node:path";
import type { Plugin } from "esbuild";
import * as z from "zod";
import { ROOT } from "./layout.ts";

/** What of a module's source is replaced, and by what. */
type Parts = readonly (readonly [RegExp, string])[];

/** Classes of messages, for those who write requests by hand. These clients look them up, and use none. */
const CLASSES =
  /[\\/](google-gax|@google-cloud[\\/](firestore-api|pubsub(-api)?))[\\/]build[\\/]protos[\\/](protos|iam_service|locations|operations)\.js$/;

/** Descriptions of services, and those that stay: of Firestore not its administration, of Pub/Sub not its schemas. */
const DESCRIPTIONS =
  /[\\/]((?:firestore-api|pubsub-api|google-gax)[\\/]build[\\/]protos[\\/](?:protos|locations|operations|iam_service))\.json$/;
const KEPT = new Map([
  ["firestore-api/protos", ["google.firestore.v1.Firestore"]],
  ["pubsub-api/protos", ["google.pubsub.v1.Publisher", "google.pubsub.v1.Subscriber"]],
]);

/** What Firestore's client never asks its service: it reads and writes documents in batches, and makes no pipelines here. */
const UNASKED = [
  ...["GetDocument", "CreateDocument", "UpdateDocument", "DeleteDocument"],
  ...["ExecutePipeline", "PartitionQuery", "Write"],
];

/** The client of Firestore's administration, which comes with the other. */
const ADMINISTRATION = /[\\/]firestore-api[\\/]build[\\/]src[\\/]v1[\\/]firestore_admin_client\.js$/;

/** Tells where a service of Google's runs. Every client makes itself a client of it, and none of ours asks it anything. */
const LOCATIONS = /[\\/]google-gax[\\/]build[\\/]src[\\/]locationService\.js$/;

/** Makes clients of descriptions, and of every message a description in turn, for servers that tell what they serve. */
const PROTO_LOADER = /[\\/]@grpc[\\/]proto-loader[\\/]build[\\/]src[\\/]index\.js$/;
const FOR_SERVERS: Parts = [
  [/^ +const \w+Descriptor = \w+\.toDescriptor\('proto3'\);\n/gm, ""],
  [/^ +type: \w+Descriptor\.\$type\.toObject\(\w+Descriptor, descriptorOptions\),\n/gm, ""],
  [/^ +const descriptorList = .*\n/gm, ""],
  [/descriptorList\.map\(.*\)(?=;)/g, "[]"],
  [/(?<=^const descriptor = )require\(.*\)(?=;)/gm, "undefined"],
];

/** Writes five functions for each message of a service when one of them is called. Now each is written when it is called itself. */
const MESSAGES = /[\\/]protobufjs[\\/]src[\\/]type\.js$/;
const ONE_BY_ONE: Parts = [
  [
    /this\.(\w+) = ((?:encoder|decoder|verifier|converter\.\w+)\()this(\)\(\{[^}]*\}\));/g,
    "{ const type = this; let made; this.$1 = function () { return (made ??= $2type$3).apply(this, arguments); }; }",
  ],
];

/** What zod says in fifty languages: whoever takes `z` as a whole takes them along. We have its messages in English. */
const LANGUAGES = /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/;

/** Writes a parser for every schema that is asked, which pays when it is asked often; a cold start asks most of them once. */
const SCHEMAS = /[\\/]zod[\\/]v4[\\/]core[\\/]schemas\.js$/;
const WRITTEN_AFTER = 16;
const WHEN_ASKED: Parts = [
  [/let fastpass;/g, "let fastpass, asked = 0;"],
  [
    /(?<=ctx\.jitless !== true)(?=\) \{\n +\/\/ always synchronous)/g,
    ` && (fastpass || ++asked > ${WRITTEN_AFTER})`,
  ],
];

/** Unpacks WOFF2, for which it unpacks a dictionary of its own; our fonts are no such files. */
const BROTLI = /[\\/]brotli[\\/]decompress\.js$/;

/** Unpacks tables of what letters are, byte by byte; Node has a quicker way. */
const INFLATE = /[\\/]tiny-inflate[\\/]index\.js$/;

/** Takes a PNG apart byte by byte, for a PDF that keeps it packed as it is. */
const PNG_READER = /[\\/]png-js[\\/]lib[\\/]png-js\.js$/;
const WHOLE_CHUNKS: Parts = [
  [
    /for \(i = 0; i < chunkSize; i\+\+\) \{\n +this\.imgData\.push\(this\.data\[this\.pos\+\+\]\);\n +\}/g,
    "this.imgData = Buffer.concat([Buffer.from(this.imgData), this.data.subarray(this.pos, (this.pos += chunkSize))]);",
  ],
];

/** Sorts what files of two thousand endings are called; who answers in JSON or not at all asks for none. */
const FILE_TYPES = /[\\/]mime-types[\\/]index\.js$/;
const WHEN_LOOKED_UP: Parts = [
  [/^exports\.(?:extensions|types) = Object\.create\(null\)$/gm, ""],
  [
    /^populateMaps\(exports\.extensions, exports\.types\)$/gm,
    `let maps;
const filled = () => {
  if (maps === undefined) {
    maps = { extensions: Object.create(null), types: Object.create(null) };
    populateMaps(maps.extensions, maps.types);
  }
  return maps;
};
for (const name of ["extensions", "types"]) {
  Object.defineProperty(exports, name, { enumerable: true, get: () => filled()[name] });
}`,
  ],
];

/** Ciphers, for PDFs with a password, which fill tables for every start; our PDFs have none. */
const CIPHERS = /[\\/]@noble[\\/]ciphers[\\/]esm[\\/]aes\.js$/;

/** Breaks lines of flowing text; ours are set word by word. */
const LINE_BREAKS = /[\\/]linebreak[\\/]dist[\\/](module\.mjs|main\.cjs)$/;

/** Slows every event of a process that loads it, whoever sends it. The framework asks for what `framework-server.ts` puts in. */
const DOMAIN = /^(node:)?domain$/;

/** An import of them as modules reads all that they export, a whole HTTP client among it; `require` does not. */
const WIDE = /^node:https?$/;

export const leanClients: Plugin = {
  name: "lean-clients",
  setup({ onResolve, onLoad }) {
    onLoad({ filter: CLASSES }, ({ path }) => ({
      contents: `const fail = () => { throw new Error("a bundle has no message classes: ${relative(ROOT, path)} is left out"); };
        const absent = () => new Proxy(fail, { get: absent, apply: fail, construct: fail });
        exports.google = absent();`,
      loader: "js",
    }));
    onLoad({ filter: DESCRIPTIONS }, async ({ path }) => {
      const [product, , , file] = DESCRIPTIONS.exec(path)?.[1]?.split(/[\\/]/) ?? [];
      const all = RootSchema.parse(JSON.parse(await readFile(path, "utf8")));
      for (const method of UNASKED) delete find(all, "google.firestore.v1.Firestore")?.methods?.[method];
      const text = JSON.stringify(reachable(all, KEPT.get(`${product}/${file}`) ?? []));
      // Quicker to read than the same as a literal.
      return { contents: `module.exports = JSON.parse(${JSON.stringify(text)});`, loader: "js" };
    });
    onLoad({ filter: ADMINISTRATION }, () => ({
      contents: `exports.FirestoreAdminClient = class { constructor() { throw new Error("a bundle has no client of Firestore's administration"); } };`,
      loader: "js",
    }));
    onLoad({ filter: LOCATIONS }, () => ({
      contents: `const absent = () => { throw new Error("a bundle has no client of locations"); };
        exports.LocationsClient = class { close = async () => {}; getLocation = absent; listLocationsAsync = absent; };`,
      loader: "js",
    }));
    onLoad({ filter: PROTO_LOADER }, async ({ path }) => ({
      contents: replaced(await readFile(path, "utf8"), FOR_SERVERS, path),
      loader: "js",
    }));
    onLoad({ filter: MESSAGES }, async ({ path }) => ({
      contents: replaced(await readFile(path, "utf8"), ONE_BY_ONE, path),
      loader: "js",
    }));
    onLoad({ filter: SCHEMAS }, async ({ path }) => ({
      contents: replaced(await readFile(path, "utf8"), WHEN_ASKED, path),
      loader: "js",
    }));
    onLoad({ filter: BROTLI }, () => ({
      contents: `module.exports = () => { throw new Error("a bundle reads no WOFF2"); };`,
      loader: "js",
    }));
    onLoad({ filter: PNG_READER }, async ({ path }) => ({
      contents: replaced(await readFile(path, "utf8"), WHOLE_CHUNKS, path),
      loader: "js",
    }));
    onLoad({ filter: INFLATE }, () => ({
      contents: `const { inflateRawSync } = require("node:zlib");
        module.exports = (packed, into) => {
          const whole = inflateRawSync(packed);
          into.set(whole);
          return into.subarray(0, whole.length);
        };`,
      loader: "js",
    }));
    onLoad({ filter: FILE_TYPES }, async ({ path }) => ({
      contents: replaced(await readFile(path, "utf8"), WHEN_LOOKED_UP, path),
      loader: "js",
    }));
    onLoad({ filter: CIPHERS }, () => ({
      contents: `export const [cbc, ecb] = [0, 0].map(() => () => { throw new Error("a bundle encrypts no PDF"); });`,
      loader: "js",
    }));
    onLoad({ filter: LINE_BREAKS }, () => ({
      contents: `export default class { constructor() { throw new Error("a bundle breaks no lines for PDF"); } }`,
      loader: "js",
    }));
    onLoad({ filter: LANGUAGES }, () => ({
      contents: `export { default as en } from "./en.js";`,
      loader: "js",
    }));
    onResolve({ filter: DOMAIN }, () => ({ path: "domain", namespace: "empty" }));
    onLoad({ filter: DOMAIN, namespace: "empty" }, () => ({
      contents: "module.exports = {};",
      loader: "js",
    }));
    onResolve({ filter: WIDE }, ({ path, kind }) =>
      kind === "import-statement" ? { path, namespace: "required" } : undefined,
    );
    onLoad({ filter: WIDE, namespace: "required" }, ({ path }) => ({
      contents: `module.exports = require(${JSON.stringify(path)});`,
      loader: "js",
    }));
  },
};

/** Throws when a part is not there: the module has become another one. */
function replaced(source: string, parts: Parts, path: string): string {
  let lean = source;
  for (const [part, instead] of parts) {
    if (lean.search(part) < 0)
      throw new Error(`${relative(ROOT, path)} has no ${part}: look at what it is now`);
    lean = lean.replaceAll(part, instead);
  }
  return lean;
}

/** A namespace, message, enumeration or service, as protobuf.js writes them in JSON. */
interface Description {
  nested?: Record<string, Description> | undefined;
  fields?: Record<string, { type: string; keyType?: string | undefined }> | undefined;
  methods?: Record<string, { requestType: string; responseType: string }> | undefined;
}

const RootSchema: z.ZodType<Description> = z.looseObject({
  nested: z.lazy(() => z.record(z.string(), RootSchema)).optional(),
  fields: z
    .record(z.string(), z.looseObject({ type: z.string(), keyType: z.string().optional() }))
    .optional(),
  methods: z
    .record(z.string(), z.looseObject({ requestType: z.string(), responseType: z.string() }))
    .optional(),
});

/** What the services named can be asked and can answer, and nothing else. Throws when one is not described. */
export function reachable(root: Description, services: readonly string[]): Description {
  const kept = new Set<string>();
  const visit = (name: string): void => {
    if (kept.has(name)) return;
    kept.add(name);
    const { fields = {}, methods = {} } = find(root, name) ?? {};
    const asked = [
      ...Object.values(fields).map(({ type }) => type),
      ...Object.values(methods).flatMap(({ requestType, responseType }) => [requestType, responseType]),
    ];
    for (const type of asked) {
      const named = resolve(root, name, type);
      if (named !== undefined) visit(named);
    }
  };
  for (const service of services) {
    if (find(root, service) === undefined) throw new RangeError(`there is no description of ${service}`);
    visit(service);
  }
  return only(root, "", kept);
}

function find(root: Description, name: string): Description | undefined {
  let found: Description | undefined = root;
  for (const part of name.split(".")) found = found?.nested?.[part];
  return found;
}

/** The full name of a type that is named within another; undefined for those that are built in. */
function resolve(root: Description, within: string, type: string): string | undefined {
  if (type.startsWith(".")) return type.slice(1);
  const scope = within.split(".");
  for (let length = scope.length; length >= 0; length--) {
    const name = [...scope.slice(0, length), type].join(".");
    if (find(root, name) !== undefined) return name;
  }
  return undefined;
}

function only(description: Description, name: string, kept: ReadonlySet<string>): Description {
  const { nested } = description;
  if (nested === undefined) return description;
  const entries = Object.entries(nested).flatMap(([part, inner]) => {
    const full = name === "" ? part : `${name}.${part}`;
    const isKept = [...kept].some((each) => each === full || each.startsWith(`${full}.`));
    return isKept ? [[part, only(inner, full, kept)] as const] : [];
  });
  return { ...description, nested: Object.fromEntries(entries) };
}
