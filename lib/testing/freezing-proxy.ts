import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/**
 * A way to the database of a URL on which connections can be frozen: nothing comes through them any more and neither
 * side is told, as when a router forgets them. New ones get through, but while it is shut: then all are refused.
 */
export async function freezingProxy(url: string) {
  const to = new URL(url);
  const open = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(to.port || 5432), to.hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.on("data", (chunk) => other.write(chunk));
      one.on("error", () => other.destroy());
      one.on("close", () => {
        open.delete(one);
        other.destroy();
      });
    }
  });
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const shut = () => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const one of open) one.destroy();
    return closed;
  };
  await listen(0);
  const through = new URL(url);
  through.hostname = "127.0.0.1";
  through.port = String((server.address() as AddressInfo).port);
  return {
    url: through.href,
    freeze: () => {
      for (const one of open) one.removeAllListeners("data").pause();
    },
    shut,
    open: () => listen(Number(through.port)),
    close: shut,
  };
}
