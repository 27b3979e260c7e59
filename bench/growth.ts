// A session's store operations by its length, and their price compared with its models'.
import { openOperations } from "./operations.ts";
import { priceOf } from "./price.ts";
import { type Bench, percentilesOf, type Row, rounded } from "./row.ts";

const PAGES = [8, 10, 50, 100];
/** The length whose price is reported: the seed's. */
const PRICED = 8;
const PANELS = 5;
const PEOPLE = 3;
/** Seconds of a step: of a model for an image at the vendor's p50, of a text with some thinking, and of our own work. */
const SECONDS = { image: 13.3, text: 8, own: 1.5 };

export const growth: Bench = {
  name: "operations",
  minutes: 0.5,
  async run({ tell }) {
    const bench = await openOperations();
    const rows: Row[] = [];
    for (const pages of PAGES) {
      tell(`operations of a session of ${pages} pages`);
      const counted = await bench.count({ pages, panels: PANELS, people: PEOPLE });
      const figures = {
        "Firestore, documents read": [counted.reads, "reads"],
        "Firestore, documents written": [counted.writes, "writes"],
        "Firestore, bytes written": [counted.writtenBytes, "bytes"],
        messages: [counted.messages, "messages"],
      } as const;
      for (const [what, [value, unit]] of Object.entries(figures)) {
        const figure = `a session of ${pages} pages: ${what}`;
        rows.push({
          figure,
          ...{ who: "mekuri", unit, clock: "virtual" },
          ...percentilesOf([value]),
          limits: [],
        });
      }
      if (pages === PRICED) rows.push(priceRow(pages, counted));
    }
    await bench.close();
    return rows;
  },
};

function priceRow(pages: number, counted: Parameters<typeof priceOf>[0]): Row {
  const images = PEOPLE + pages * PANELS;
  const { infrastructure, models, share } = priceOf(counted, {
    images,
    seconds: [
      { seconds: pages * PANELS * SECONDS.image, gib: 2 },
      // Eight requests share an instance.
      { seconds: (PEOPLE * SECONDS.image + 3 * SECONDS.text) / 8, gib: 1 },
      { seconds: pages * SECONDS.text + (pages + 2) * SECONDS.own, gib: 2 },
    ],
  });
  return {
    ...{
      figure: `infrastructure cost of a book of ${pages} pages, share of its price`,
      who: "mekuri",
      unit: "%",
    },
    ...{ clock: "virtual", ...percentilesOf([share * 100]) },
    limits: [{ of: "p50", kind: "at most", value: 1 }],
    note: `$${rounded(infrastructure)} beside $${rounded(models)} for ${images} pictures and the words`,
  };
}
