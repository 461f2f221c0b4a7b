import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import sirv from "sirv";
import { ForewarnError } from "../errors.ts";
import { readIfAny } from "../files/read.ts";

export interface ServedSite {
  /** "http://127.0.0.1:4100/". */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves a built site as any plain static host would: files by their names, index.html for folders. For looking at a
 * site and for tests, not for the internet.
 * @param port 0 lets the system choose one
 * @throws ForewarnError where the port is taken
 */
export async function serveSite(directory: string, port: number, host = "127.0.0.1"): Promise<ServedSite> {
  const files = sirv(directory, { dev: true, etag: true });
  const server = createServer((request, response) =>
    files(request, response, async () => {
      const page = await readIfAny(path.join(directory, "404.html"));
      response.writeHead(404, { "content-type": `text/${page === null ? "plain" : "html"}; charset=utf-8` });
      response.end(page ?? "404");
    }),
  );
  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) =>
      reject(cause.code === "EADDRINUSE" ? new ForewarnError("site.portTaken", { port }, { cause }) : cause),
    );
    server.listen(port, host, resolve);
  });
  const { port: bound } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${bound}/`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}
