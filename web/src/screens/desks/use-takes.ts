// All pictures of a panel to which a person can return: of each redraw the one before and the ones after, chosen or not.
import type { ClientPage, Version } from "../../documents.ts";
import { useVersionPages } from "../../use-versions.ts";

interface Take {
  hash: string;
  url: string;
  /** The body of `redraw` that returns to it. */
  back: { version: number; pick?: number };
  /** Counted from 1 in the order of drawing. */
  n: number;
}

interface TakesOf {
  sessionId: string;
  page: ClientPage;
  panel: ClientPage["panels"][number];
  versions: readonly Version[];
}

export function useTakes({ sessionId, page, panel, versions }: TakesOf): Take[] {
  const step = `artwork/p${String(page.number).padStart(3, "0")}/${panel.id}`;
  const redrawn = versions.filter((one) => one.what === "redraw" && one.step === step);
  const kept = new Set(versions.filter(({ current }) => !current).map(({ number }) => number));
  const wanted = [...new Set(redrawn.flatMap(({ number }) => [number - 1, number]))].filter((one) =>
    kept.has(one),
  );
  const found = useVersionPages(sessionId, page.number, wanted);
  const takes = new Map<string, Take>();
  for (const version of wanted) {
    const { image, takes: several = [] } = found.get(version)?.panels.find(({ id }) => id === panel.id) ?? {};
    const pictures = several.length > 0 ? several : image === undefined ? [] : [image];
    for (const [index, picture] of pictures.entries()) {
      if (takes.has(picture.hash)) continue;
      const back = { version, ...(several.length > 0 && { pick: index + 1 }) };
      takes.set(picture.hash, { ...picture, back, n: takes.size + 1 });
    }
  }
  return [...takes.values()];
}
