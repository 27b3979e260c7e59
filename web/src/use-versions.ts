// The versions of a book, requested again whenever a listener shows a new one; and pages of earlier versions.
import { useEffect, useState } from "react";
import { ask } from "./api.ts";
import type { ClientSession, Picture, Pictured, Version } from "./documents.ts";
import { useOnline } from "./use-online.ts";

export function useVersions(sessionId: string, session: ClientSession | undefined): Version[] {
  const [versions, setVersions] = useState<Version[]>([]);
  const number = session?.version;
  const isOnline = useOnline();
  useEffect(() => {
    if (number === undefined || !isOnline) return;
    const stop = new AbortController();
    ask<{ versions: Version[] }>("GET", `/manga/sessions/${sessionId}/versions`, {
      signal: stop.signal,
    }).then(
      (listed) => setVersions(listed.versions),
      // The book can be changed without the list; the next change requests it again.
      () => setVersions((before) => before),
    );
    return () => stop.abort();
  }, [sessionId, number, isOnline]);
  return versions;
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
