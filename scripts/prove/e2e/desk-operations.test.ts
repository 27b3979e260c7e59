// Every operation that the schemas of edits and the routes of panels allow is done by a journey, or is listed with the place where it is done.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { FrameEdits } from "../../../lib/api/frame-requests.ts";
import { LetterEdits } from "../../../lib/api/letter-requests.ts";
import { openApiDocument } from "../../../lib/api/openapi-document.ts";
import { sampleService } from "../../../lib/api/sample-service.ts";
import { ELSEWHERE, OPERATIONS, operationsIn } from "./desk-operations.ts";
import { JOURNEY_NAMES } from "./journeys.ts";

/** Operations that the schemas of frames and lettering allow: the kinds of edits, and the fields of a changed text or sound. */
const edits = [
  ...FrameEdits.element.options.map(({ shape }) => `frames ${shape.kind.value}`),
  ...LetterEdits.element.options.flatMap(({ shape }) =>
    "change" in shape
      ? Object.keys(shape.change.shape).map((field) => `${shape.kind.value} ${field}`)
      : [`lettering ${shape.kind.value}`],
  ),
];
const listed = { ...OPERATIONS, ...ELSEWHERE };

test("every kind of edit of frames and lettering, and every field of one, has an act", () => {
  expect(edits.length).toBeGreaterThan(30);
  expect(edits.filter((one) => !(one in listed))).toEqual([]);
});

test("every route that changes a panel's picture has an act", () => {
  const { paths = {} } = openApiDocument(sampleService().app);
  const routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods ?? {}).map((method) => ({ method: method.toUpperCase(), path })),
  );
  const ofPanels = routes.filter(
    ({ method, path }) => method !== "GET" && /\/panels\/\{panelId\}\/[a-z-]+$/u.test(path),
  );
  const names = ofPanels.map(({ method, path }) => `${method} ${path.split("/").at(-1)}`);
  expect(names).toContain("PUT prompt");
  expect(names.filter((one) => one !== "POST redraw" && !(one in listed))).toEqual([]);
});

test("the list names no operation that does not exist", () => {
  const ofLettering = Object.keys(listed).filter((one) =>
    /^(?:frames|text|sound|style|lettering) /u.test(one),
  );
  expect(ofLettering.toSorted()).toEqual(edits.toSorted());
  for (const { journey } of Object.values(OPERATIONS)) expect(JOURNEY_NAMES).toContain(journey);
});

test("operations are recognised in requests", () => {
  const panel = "/api/v1/manga/sessions/s1/pages/1/panels/k1";
  const kinds = [{ kind: "cut" }, { kind: "merge" }];
  expect(operationsIn("POST", "/manga/sessions/s1/pages/2/frames", { edits: kinds })).toEqual([
    "frames cut",
    "frames merge",
  ]);
  const change = { text: "a", ruby: [], emphasis: [{ at: 0, length: 1 }] };
  expect(
    operationsIn("POST", "/manga/sessions/s1/pages/2/lettering", {
      edits: [{ kind: "text", change }, { kind: "delete" }],
    }),
  ).toEqual(["text text", "text emphasis", "lettering delete"]);
  expect(operationsIn("POST", `${panel}/redraw`, { take: 2, pick: 3 })).toEqual(["redraw pick"]);
  expect(operationsIn("POST", `${panel}/redraw`, { version: 1 })).toEqual(["redraw earlier"]);
  expect(operationsIn("POST", `${panel}/redraw`, { takes: 4 })).toEqual(["redraw takes"]);
  expect(operationsIn("DELETE", `${panel}/prompt`, {})).toEqual(["DELETE prompt"]);
  expect(operationsIn("POST", "/manga/sessions/s1/cancel", {})).toEqual([]);
});

test("docs/proof/desks.md lists every operation with its journey", () => {
  const page = readFileSync(join(import.meta.dirname, "../../../docs/proof/desks.md"), "utf8");
  const rows = Object.entries(OPERATIONS).map(
    ([operation, { journey, act }]) => `| ${operation} | \`${journey}\` | ${act} |`,
  );
  const others = Object.entries(ELSEWHERE).map(([operation, place]) => `| ${operation} | ${place} |`);
  for (const row of [...rows, ...others]) expect(page).toContain(row);
  expect(page.match(/^\| .* \|$/gmu)?.length).toBe(rows.length + others.length + 4);
});
