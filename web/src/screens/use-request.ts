// The request for a panel's picture as the artist got it, asked for again whenever the panel has another picture.
import { useEffect, useState } from "react";
import { ask } from "../api.ts";
import type { ClientPage, ClientSession } from "../documents.ts";
import { useOnline } from "../use-online.ts";

/** What a person's own reference picture is for. */
export const REFERENCE_USES = ["pose", "person", "place", "object"] as const;
export type ReferenceUse = (typeof REFERENCE_USES)[number];

/** `GET …/panels/{k}/prompt`. */
export interface PanelRequest {
  prompt: string;
  /** Whether the person wrote it. */
  own: boolean;
  references: { role: string }[];
  /** In the person's order. */
  ownReferences?: { use: ReferenceUse; hash: string; url: string }[];
  /** Null: no model was asked. */
  model: string | null;
  notices: string[];
  /** What the check found in the picture as it came; absent where it was not checked. */
  found?: string[];
  artist: {
    readsPrompt: boolean;
    editsPictures: boolean;
    references: { people: number; things: number };
    /** How many pictures a person may add to a panel. */
    ownReferences?: number;
  };
}

interface RequestState {
  request: PanelRequest | undefined;
  error: unknown;
}

export function useRequest(
  { sessionId, version }: ClientSession,
  page: number,
  panel: ClientPage["panels"][number],
): RequestState {
  const [state, setState] = useState<RequestState>({ request: undefined, error: undefined });
  const isOnline = useOnline();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version or picture has another request.
  useEffect(() => {
    if (!isOnline) return;
    const stop = new AbortController();
    const path = `/manga/sessions/${sessionId}/pages/${page}/panels/${panel.id}/prompt`;
    ask<PanelRequest>("GET", path, { signal: stop.signal }).then(
      (request) => setState({ request, error: undefined }),
      (error: unknown) => {
        if (!stop.signal.aborted) setState((before) => ({ ...before, error }));
      },
    );
    return () => stop.abort();
  }, [sessionId, page, panel.id, panel.image, panel.state, version, isOnline]);
  return state;
}
