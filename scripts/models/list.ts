// `npm run models -- list`: the catalog as a table, and whether the default models will stay available.
import { CATALOG, type CatalogModel, findings, ratesOn } from "../../lib/models/catalog.ts";
import { ANNOUNCED } from "../../lib/models/hosted/access.ts";
import { DEFAULT_MODELS, hostedId, parseHostedId } from "../../lib/models/hosted/settings.ts";

/** The command fails if a default retires within this many days, so that a scheduled run warns in time. */
const FAILS_WITHIN_DAYS = 30;
const DAY_MS = 24 * 3_600_000;

/** Prints the catalog of an ISO date. 0: every default of the set `gemini` stays. 1: one is retired, or will be within 30 days. */
export function listModels(today: string, say: (line: string) => void): number {
  const rows = CATALOG.map((model) => rowOf(model, today));
  for (const line of table([HEAD, ...rows])) say(line);
  say("");
  say(`Prices in dollars a million tokens on ${today}; a picture's by size. * used by default.`);
  const imagen = parseHostedId(hostedId("imagen", "image"))?.model ?? "";
  const announced = [
    ANNOUNCED.vertexai ?? "",
    ...findings(today, [{ model: imagen, service: "vertex" }]).map(({ message }) => `imagen: ${message}`),
  ];
  for (const line of announced) say(`notice: ${line}`);
  const ending = DEFAULT_MODELS.filter((id) => {
    const services = Object.values(CATALOG.find((model) => model.id === id)?.services ?? {});
    return services.some(
      ({ retires }) => retires !== undefined && daysTo(retires, today) <= FAILS_WITHIN_DAYS,
    );
  });
  for (const id of ending) {
    const services = (["gemini", "vertex"] as const).map((service) => ({ model: id, service }));
    for (const { message } of findings(today, services))
      say(`error: a default model is being retired: ${message}`);
  }
  return ending.length > 0 ? 1 : 0;
}

const daysTo = (date: string, today: string) => (Date.parse(date) - Date.parse(today)) / DAY_MS;

const HEAD = [
  "model",
  "kind",
  "Gemini API",
  "Vertex AI",
  "thinking",
  "sizes and prices",
  "references",
  "in",
  "out",
];

function rowOf(model: CatalogModel, today: string): string[] {
  const { id, kind, services, thinking, images } = model;
  const { input, output, imageOutput } = ratesOn(model, today);
  const sizes = Object.entries(images?.sizes ?? {}).map(([size, price]) => {
    const micros = "tokens" in price ? (price.tokens * imageOutput) / 1e6 : price.micros;
    return `${size} $${(micros / 1e6).toFixed(4)}`;
  });
  const { references } = images ?? {};
  return [
    `${id}${DEFAULT_MODELS.includes(id) ? " *" : ""}`,
    kind,
    servedOf(services.gemini, today),
    servedOf(services.vertex, today),
    (thinking?.levels ?? []).map((level) => level.toLowerCase()).join(" ") || "-",
    sizes.join(", ") || "-",
    references === undefined ? "-" : `${references.things} things, ${references.people} people`,
    rate(input),
    rate(output),
  ];
}

const rate = (micros: number) => (micros === 0 ? "-" : (micros / 1e6).toFixed(2));

function servedOf(service: CatalogModel["services"]["gemini"], today: string): string {
  if (service === undefined) return "-";
  const { retires, locations, announced } = service;
  const where = locations?.join(" ") ?? "yes";
  if (retires === undefined) return announced === undefined ? where : `${where}, leaving`;
  return today >= retires ? `retired ${retires}` : `${where} until ${retires}`;
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}
