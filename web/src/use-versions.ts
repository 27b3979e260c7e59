// The versions of a book, requested again whenever a listener shows a new one; and pages of earlier versions.
import { keepPreviousData, skipToken, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { ask } from "./api.ts";
import type { ClientSession, Picture, Pictured, Version } from "./documents.ts";
import { bookKey } from "./server-state.ts";

const NO_VERSIONS: Version[] = [];
/** Number of repeats of a failed request, in about half a minute. */
const REPEATS = 5;

/** Until the list of a new version has arrived, it is the list of the version before. */
export function useVersions(sessionId: string, session: ClientSession | undefined): Version[] {
  const number = session?.version;
  const { data = NO_VERSIONS } = useQuery({
    queryKey: [...bookKey(sessionId), "versions", number, session?.status],
    queryFn: number === undefined ? skipToken : ({ signal }) => askForVersions(sessionId, signal),
    placeholderData: keepPreviousData,
    retry: REPEATS,
  });
  return data;
}

async function askForVersions(sessionId: string, signal: AbortSignal): Promise<Version[]> {
  const path = `/manga/sessions/${sessionId}/versions`;
  return (await ask<{ versions: Version[] }>("GET", path, { signal })).versions;
}

export interface VersionPage extends Pictured {
  /** `takes`: the pictures from which a panel's was chosen; absent in answers of an older service. */
  panels: { id: string; image?: Picture; takes?: Picture[] }[];
}

/** Earlier versions never change, so each page of them is requested once. */
const asked = new Map<string, Promise<VersionPage>>();

function pageOfVersion(sessionId: string, version: number, page: number): Promise<VersionPage> {
  const path = `/manga/sessions/${sessionId}/versions/${version}/pages/${page}`;
  let known = asked.get(path);
  if (known === undefined) {
    known = ask<VersionPage>("GET", path);
    asked.set(path, known);
    known.catch(() => asked.delete(path));
  }
  return known;
}

/** The loaded pages; versions that are no longer stored are left out. */
export function useVersionPages(
  sessionId: string,
  page: number,
  versions: readonly number[],
): ReadonlyMap<number, VersionPage> {
  const [pages, setPages] = useState<ReadonlyMap<number, VersionPage>>(new Map());
  const wanted = versions.join();
  useEffect(() => {
    let isOver = false;
    const numbers = wanted === "" ? [] : wanted.split(",").map(Number);
    Promise.allSettled(
      numbers.map(async (version) => [version, await pageOfVersion(sessionId, version, page)] as const),
    ).then((found) => {
      if (isOver) return;
      setPages(new Map(found.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []))));
    });
    return () => {
      isOver = true;
    };
  }, [sessionId, page, wanted]);
  return pages;
}
