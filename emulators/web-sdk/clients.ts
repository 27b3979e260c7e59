// All kinds of web clients for a test: Chromium pages with each transport of the SDK, and Node.
import { followerPages } from "./browser-follower.ts";
import { launchChromium } from "./chromium.ts";
import { type Follower, type FollowerOptions, openFollower, type Transport } from "./follower.ts";

export type Client = Transport | "Node";

export const CLIENTS: readonly Client[] = ["automatic", "streaming", "long-polling", "Node"];

/** Node has only gRPC. */
type ClientOptions = Omit<FollowerOptions, "transport">;

export interface Clients {
  open(client: Client, options: ClientOptions): Promise<Follower>;
  /** The clients that were opened since the previous call. */
  closeOpened(): Promise<void>;
  close(): Promise<void>;
}

export async function startClients(): Promise<Clients> {
  const browser = await launchChromium();
  const pages = await followerPages(browser);
  const opened: Follower[] = [];
  return {
    async open(client, options) {
      const follower =
        client === "Node"
          ? await openFollower({ ...options, transport: "automatic" })
          : await pages.open({ ...options, transport: client });
      opened.push(follower);
      return follower;
    },
    async closeOpened() {
      await Promise.all(opened.splice(0).map((follower) => follower.close()));
    },
    async close() {
      await browser.close();
      await pages.close();
    },
  };
}
