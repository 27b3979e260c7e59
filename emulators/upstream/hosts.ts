// Loaded into the tests' process. It sends requests for `https://BUCKET.storage.googleapis.com` to the storage emulator's port, with
// that name in the Host header. This replaces DNS and TLS, which an emulator does not have for a name of Google's.
import http from "node:http";
import https from "node:https";

const emulator = new URL(process.env.STORAGE_EMULATOR_HOST ?? "http://127.0.0.1");
const send = https.request;

/** `node-fetch`, by which the tests request signed addresses, passes one object of options. */
function request(options: https.RequestOptions, ...rest: []) {
  const { hostname, path, method, headers } = options;
  if (!hostname?.endsWith(".storage.googleapis.com")) return send(options, ...rest);
  const virtualHosted = { ...(headers as http.OutgoingHttpHeaders), host: hostname };
  const { hostname: host, port } = emulator;
  return http.request({ host, port, path, method, headers: virtualHosted }, ...rest);
}

https.request = request as typeof send;
