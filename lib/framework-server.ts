// The functions framework's server of a registered function, without the domain that the framework puts around each request.
// A domain's async hooks are called for every promise of the process from then on: 13 % of the samples in a profile of `artwork`, to answer
// 500 where a callback throws that nobody waits for. Here Node's own rule holds: such a process ends, and says so in its log.
import domain from "node:domain";
import { EventEmitter } from "node:events";
import type { Server } from "node:http";
import { getTestServer } from "@google-cloud/functions-framework/testing";

/** What the framework asks of a domain. Promises that a function rejects are caught by the framework, not by it. */
class NoDomain extends EventEmitter {
  run(work: () => void): void {
    work();
  }
}

/** It does not listen yet. Throws when no function is registered by this name. */
export function frameworkServer(name: string): Server {
  Object.assign(domain, { create: () => new NoDomain() });
  return getTestServer(name);
}
