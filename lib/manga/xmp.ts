// An XMP packet (ISO 16684-1) that states how a file was made: the IPTC digital source type, the models, the tier, and uploaded pictures.
import { machineNote } from "./credit.ts";
import {
  drawnByOf,
  type Provenance,
  sourceTermOf,
  sourceTypeUri,
  tiersOf,
  trainedModelsOf,
} from "./provenance.ts";
import { escapeXml } from "./xml.ts";

/** IPTC Photo Metadata, extension schema: `DigitalSourceType` and, since 2025.1, `AISystemUsed`. */
export const IPTC_EXTENSION = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";

/**
 * The project's own terms: `reader`, `director`, `artist` (ids with versions), `tier` (all tiers of mixed pictures, most frequent first),
 * `given` (steps whose pictures a person uploaded).
 */
export const MEKURI_TERMS = "urn:mekuri:made-by/1/";

const NAMESPACES = {
  dc: "http://purl.org/dc/elements/1.1/",
  xmp: "http://ns.adobe.com/xap/1.0/",
  pdf: "http://ns.adobe.com/pdf/1.3/",
  Iptc4xmpExt: IPTC_EXTENSION,
  mekuri: MEKURI_TERMS,
};

/** Facts of a document besides its making, equal to those in its other metadata. */
export interface DocumentFacts {
  title: string;
  description: string;
  author: string;
  producer: string;
  createdAt: Date;
}

/** The packet for these facts; deterministic. It is read-only, so it has no padding. */
export function xmpOf(made: Provenance, facts?: DocumentFacts): string {
  const { models, language, given = [], holdsGiven } = made;
  const tiers = tiersOf(made);
  const trained = trainedModelsOf(made);
  const described = facts?.description ?? machineNote(models, language, holdsGiven);
  const properties = [
    property("Iptc4xmpExt:DigitalSourceType", sourceTypeUri(sourceTermOf(made))),
    ...(trained.length > 0 ? [property("Iptc4xmpExt:AISystemUsed", trained.join("; "))] : []),
    property("xmp:CreatorTool", "Mekuri"),
    property("dc:description", list("Alt", [described], ' xml:lang="x-default"'), "as it is"),
    ...(facts === undefined ? [] : documentProperties(facts)),
    property("mekuri:reader", models.reader),
    property("mekuri:director", models.director),
    property("mekuri:artist", list("Seq", drawnByOf(made)), "as it is"),
    ...(tiers.length === 0 ? [] : [property("mekuri:tier", tiers.join(", "))]),
    ...(given.length === 0 ? [] : [property("mekuri:given", list("Bag", given), "as it is")]),
  ];
  const spaces = Object.entries(NAMESPACES).map(([prefix, uri]) => `    xmlns:${prefix}="${uri}"`);
  return [
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
    ' <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '  <rdf:Description rdf:about=""',
    `${spaces.join("\n")}>`,
    ...properties.map((line) => `   ${line}`),
    "  </rdf:Description>",
    " </rdf:RDF>",
    "</x:xmpmeta>",
    '<?xpacket end="r"?>',
  ].join("\n");
}

/** Properties that repeat a PDF's information dictionary (ISO 32000-1, 14.3.3) with the same values. */
function documentProperties({ title, author, producer, createdAt }: DocumentFacts): string[] {
  return [
    property("dc:title", list("Alt", [title], ' xml:lang="x-default"'), "as it is"),
    property("dc:creator", list("Seq", [author]), "as it is"),
    property("dc:format", "application/pdf"),
    property("pdf:Producer", producer),
    property("xmp:CreateDate", `${createdAt.toISOString().slice(0, 19)}Z`),
  ];
}

const property = (name: string, value: string, form?: "as it is"): string =>
  `<${name}>${form === undefined ? escapeXml(value) : value}</${name}>`;

const list = (kind: "Alt" | "Bag" | "Seq", items: readonly string[], attribute = ""): string =>
  `<rdf:${kind}>${items.map((item) => `<rdf:li${attribute}>${escapeXml(item)}</rdf:li>`).join("")}</rdf:${kind}>`;
