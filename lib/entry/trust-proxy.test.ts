import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, test } from "vitest";
import { believeOnly, readProxies } from "./trust-proxy";

const own = new URL("https://shop.example.com");

function heard(proxies: string, socket: string, headers: IncomingHttpHeaders): IncomingHttpHeaders {
  believeOnly(readProxies(proxies), headers, socket, own);
  return headers;
}

const forged = () => ({
  host: "shop.example.com",
  "x-forwarded-for": "10.9.9.9",
  "x-forwarded-host": "evil.example",
  "x-forwarded-proto": "https",
  "x-forwarded-port": "443",
  forwarded: "for=10.9.9.9;host=evil.example",
  "x-real-ip": "10.9.9.9",
});

describe("SECURITY 22: what is believed of X-Forwarded", () => {
  test("nothing, from anyone who is no configured proxy: the address is the socket's", () => {
    expect(heard("", "203.0.113.7", forged())).toEqual({
      host: "shop.example.com",
      "x-forwarded-for": "203.0.113.7",
    });
    expect(heard("10.0.0.1", "203.0.113.7", forged())["x-forwarded-for"]).toBe("203.0.113.7");
  });

  test("of a proxy: whom it heard from, and our own host and protocol, not the ones it names", () => {
    const headers = heard("10.0.0.1", "10.0.0.1", {
      "x-forwarded-for": "203.0.113.7",
      "x-forwarded-host": "evil",
    });
    expect(headers).toEqual({
      "x-forwarded-for": "203.0.113.7",
      "x-forwarded-host": "shop.example.com",
      "x-forwarded-proto": "https",
    });
  });

  test("not what a client wrote in front of what the proxy added", () => {
    const said = { "x-forwarded-for": "1.2.3.4, 203.0.113.7" };
    expect(heard("10.0.0.1", "10.0.0.1", said)["x-forwarded-for"]).toBe("203.0.113.7");
  });

  test("through a row of proxies, the first address from the end that is none of them", () => {
    const said = { "x-forwarded-for": "1.2.3.4, 203.0.113.7, 10.0.0.5" };
    expect(heard("10.0.0.0/8", "10.0.0.1", said)["x-forwarded-for"]).toBe("203.0.113.7");
  });

  test("not words, empty or broken lists: then the socket's", () => {
    for (const said of ["unknown", "", "a, b", "<script>"]) {
      expect(heard("10.0.0.1", "10.0.0.1", { "x-forwarded-for": said })["x-forwarded-for"]).toBe("10.0.0.1");
    }
  });

  test("an IPv4 address in IPv6 dress is itself", () => {
    expect(
      heard("10.0.0.1", "::ffff:10.0.0.1", { "x-forwarded-for": "203.0.113.7" })["x-forwarded-for"],
    ).toBe("203.0.113.7");
    expect(heard("", "::ffff:203.0.113.9", {})["x-forwarded-for"]).toBe("203.0.113.9");
    expect(
      heard("2001:db8::/32", "2001:db8::1", { "x-forwarded-for": "2001:db9::9" })["x-forwarded-for"],
    ).toBe("2001:db9::9");
  });

  test.each(["proxy.example", "10.0.0.0/33", "10.0.0.1/", "10.0.0", "2001:db8::/129"])(
    "SECURITY 37: the setting %j stops the start",
    (setting) => {
      expect(() => readProxies(setting)).toThrow("COATYARD_PROXY");
    },
  );

  test("on a real server it happens before the handler reads", async () => {
    const diagnostics = await import("node:diagnostics_channel");
    const proxies = readProxies("");
    const watch = (message: unknown) => {
      const { request } = message as {
        request: { headers: IncomingHttpHeaders; socket: { remoteAddress: string } };
      };
      believeOnly(proxies, request.headers, request.socket.remoteAddress, own);
    };
    diagnostics.subscribe("http.server.request.start", watch);
    const server = createServer((request, response) => response.end(JSON.stringify(request.headers)));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${port}/`, {
      headers: { "x-forwarded-for": "1.2.3.4", "x-forwarded-host": "evil.example" },
    });
    const seen = (await answer.json()) as IncomingHttpHeaders;
    diagnostics.unsubscribe("http.server.request.start", watch);
    await new Promise((resolve) => server.close(resolve));
    expect(seen["x-forwarded-for"]).toBe("127.0.0.1");
    expect(seen["x-forwarded-host"]).toBeUndefined();
  });
});
